import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
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

const saysOf = async (document: LspDocument) => ({
  diagnostics: await document.diagnostics(),
  symbols: await document.symbols(),
  folds: await document.folds(),
  plan: (await document.plan())?.groups ?? null,
});

/** The copy that is opened beside a document is none that it is to be compared with. */
const alone = Object.fromEntries(allRules.filter(({ group }) => group === 'workspace').map(({ id }) => [id, 'off']));

describe('after any edits a document is what it would be if it were opened now', () => {
  for (const [name, text, language] of [['post-mortem', postmortem, 'markdown'], ['escalation', escalation, 'plaintext']] as const) {
    for (const capabilities of [clients.vscode, clients.neovim]) {
      for (let seed = 1; seed <= 6; seed++) {
        test(`${name}, ${capabilities.general.positionEncodings[0]}, seed ${seed}`, () =>
          withClient({ capabilities, settings: { rules: alone } }, async (client) => {
            const roll = chance(seed * 7919);
            const edited = await client.open(`${name}-${seed}`, text, language);
            for (let batch = 0; batch < 15; batch++) {
              for (let edit = 0; edit <= roll(6); edit++) {
                const [start, end] = placesIn(edited.text, roll);
                await edited.replace(start, end, pieces[roll(pieces.length)] ?? '');
                // Now and then a request goes out between two edits, as in an editor.
                if (roll(4) === 0) void edited.report();
              }
              // On save the text alone tells again what the document is.
              await edited.save();
              const fresh = await client.open(`fresh-${batch}/${name}-${seed}`, edited.text, language);
              assert.deepEqual(inOneName(await saysOf(edited)), inOneName(await saysOf(fresh)), `batch ${batch}:\n${edited.text}`);
              await fresh.close();
            }
          }));
      }
    }
  }
});

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
