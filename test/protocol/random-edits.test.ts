import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { SemanticTokensDeltaRequest } from 'vscode-languageserver-protocol/node';
import { allRules } from '../../server/src/rules/index';
import { escalation, postmortem } from '../support/documents';
import { clients, withClient, type LspDocument } from '../support/lsp-client';

/** Numbers that are the same in every run: a linear congruential generator. */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const pieces = [
  '', 'a', ' ', '\n', '\r\n', '\n\n', '🚒', '– ', '- ', '- [ ] ', '- [x] again\n', '**', '```\n', '<!--', '-->', '# ', '## Impact\n', 'Timeline:\n', '---\n', '| a | b |\n',
  '- **2026-03-09 22:00** – One more\n', '2026-03-04', '10:00 PM', '(UTC)', 'TBD', '<!-- incident-docs-disable-next-line timeline-order -->\n', 'Status: Resolved\n', '\t', '\ufeff',
];

const saysOf = async (document: LspDocument, tokens: readonly number[] | null) => ({
  diagnostics: await document.diagnostics(),
  symbols: await document.symbols(),
  folds: await document.folds(),
  hints: await document.hints(),
  plan: (await document.plan())?.groups ?? null,
  tokens,
});

/** The copy that is opened beside a document is none that it is to be compared with. */
const alone = Object.fromEntries(allRules.filter(({ group }) => group === 'workspace').map(({ id }) => [id, 'off']));
/** The edits of a document, and after how many each it is compared with a fresh one. */
const edits = 50;
const batch = 10;
/** Of each pair of a document and a client. */
const seeds = 25;
let made = 0;

describe('after any edits a document is what it would be if it were opened now', () => {
  for (const [name, text, language] of [['post-mortem', postmortem, 'markdown'], ['escalation', escalation, 'plaintext']] as const) {
    for (const capabilities of [clients.vscode, clients.neovim]) {
      test(`${name}, ${capabilities.general.positionEncodings[0]}`, () =>
        withClient({ capabilities, settings: { rules: alone, inlayHints: ['elapsed', 'dates', 'metrics'] } }, async (client) => {
          for (let seed = 1; seed <= seeds; seed++) {
            const roll = chance(seed * 7919);
            const edited = await client.open(`${name}-${seed}`, text, language);
            const tokens = new FollowedTokens(edited);
            for (let edit = 1; edit <= edits; edit++, made++) {
              const [start, end] = placesIn(edited.text, roll);
              await edited.replace(start, end, pieces[roll(pieces.length)] ?? '');
              // Now and then a request goes out between two edits, as in an editor.
              if (roll(8) === 0) void edited.report();
              if (edit % batch > 0) continue;
              // On save the text alone tells again what the document is.
              await edited.save();
              const fresh = await client.open(`fresh-${edit}/${name}-${seed}`, edited.text, language);
              const [found, expected] = [await saysOf(edited, await tokens.now()), await saysOf(fresh, (await fresh.tokens())?.data ?? null)];
              assert.deepEqual(inOneName(found), inOneName(expected), `seed ${seed}, edit ${edit}:\n${edited.text}`);
              await fresh.close();
            }
            await edited.close();
          }
          assert.deepEqual(client.log.filter((line) => /failed/.test(line)), []);
        }));
    }
  }

  after(() => assert.ok(made >= 5000, `only ${made} edits were made`));
});

/** A document's tokens as an editor keeps them: told in full once, and then what has changed. */
class FollowedTokens {
  readonly #document: LspDocument;
  #last: { readonly resultId: string; readonly data: readonly number[] } | null = null;

  constructor(document: LspDocument) {
    this.#document = document;
  }

  async now(): Promise<readonly number[] | null> {
    const { client, uri } = this.#document;
    const answer = this.#last
      ? await client.connection.sendRequest(SemanticTokensDeltaRequest.type, { textDocument: { uri }, previousResultId: this.#last.resultId })
      : await this.#document.tokens();
    if (!answer) return (this.#last = null);
    const data = [...('data' in answer ? answer.data : (this.#last?.data ?? []))];
    if ('edits' in answer) for (const { start, deleteCount, data: added } of answer.edits) data.splice(start, deleteCount, ...(added ?? []));
    this.#last = { resultId: answer.resultId ?? '', data };
    return data;
  }
}

/** Two places between characters, seldom far from each other. */
function placesIn(text: string, roll: (below: number) => number): [number, number] {
  const whole = (at: number): number => (/^[\udc00-\udfff]/.test(text.slice(at, at + 1)) || (text[at] === '\n' && text[at - 1] === '\r') ? at + 1 : at);
  const start = whole(roll(text.length + 1));
  const length = roll(5) === 0 ? roll(200) : roll(4);
  return [start, Math.max(start, whole(Math.min(start + length, text.length)))];
}

/** The answers with the addresses of related places taken out. */
function inOneName(said: Awaited<ReturnType<typeof saysOf>>): unknown {
  return JSON.parse(JSON.stringify(said).replaceAll(/"uri":"[^"]*"/g, '"uri":""'));
}
