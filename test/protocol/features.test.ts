import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { DocumentSymbol, SymbolInformation } from 'vscode-languageserver-protocol/node';
import { RuleCommandParams } from '../../server/src/protocol';
import { escalation, ordinary, postmortem } from '../support/documents';
import { clients, eventually, withClient, type LspDocument } from '../support/lsp-client';

/** Everything that the server says about a document. */
async function everything(document: LspDocument) {
  return { diagnostics: await document.diagnostics(), symbols: await document.symbols(), folds: await document.folds(), plan: await document.plan() };
}

describe('symbols', () => {
  test('are a tree, with icons and details', () =>
    withClient({}, async (client) => {
      const document = await client.open('a.md', postmortem);
      const [title] = await document.symbols();
      assert.equal(title?.name, 'Post-mortem: checkout refused cards');
      const symbols = title.children ?? [];
      const timeline = symbols.find(({ name }) => name === 'Timeline (UTC)') ?? assert.fail('no timeline');
      assert.equal(timeline.kind, 18);
      const [day] = timeline.children ?? [];
      assert.deepEqual([day?.kind, day?.name, day?.detail], [18, '2026-03-09', '3 entries']);
      const [first] = day?.children ?? [];
      assert.deepEqual([first?.kind, first?.detail], [24, 'detected']);
      assert.match(first?.name ?? '', /^21:40 The error rate/);
      const plan = symbols.find(({ name }) => name === 'Action Items')?.children ?? [];
      assert.deepEqual(plan.map(({ name, detail }) => [name, detail]), [['Immediate', '1 of 2 done'], ['Long Term', '0 of 2 done']]);
      assert.deepEqual(plan[0]?.children?.map(({ kind, name }) => [kind, name.slice(0, 2)]), [[17, '☑ '], [17, '☐ ']]);
    }));

  test('are a list for clients that know no trees', () =>
    withClient({ capabilities: clients.minimal }, async (client) => {
      const symbols = (await (await client.open('a.md', postmortem)).symbols()) as unknown as SymbolInformation[];
      const entry = symbols.find(({ name }) => name.startsWith('22:30 Traffic is moved'));
      assert.equal(entry?.containerName, '2026-03-09');
      assert.equal(entry?.location.uri, 'untitled:a.md');
    }));
});

describe('folds', () => {
  test('keep to the client’s limit', () =>
    withClient({ capabilities: { textDocument: { foldingRange: { rangeLimit: 3 } } } }, async (client) => {
      assert.equal((await (await client.open('a.md', postmortem)).folds())?.length, 3);
    }));

  test('say what is hidden where the client shows it', async () => {
    for (const [capabilities, expected] of [[clients.neovim, ['3 entries']], [clients.vscode, []]] as const) {
      await withClient({ capabilities }, async (client) => {
        const folds = await (await client.open('a.md', postmortem)).folds();
        assert.deepEqual(folds?.flatMap(({ collapsedText }) => collapsedText ?? []), expected);
      });
    }
  });
});

describe('code actions', () => {
  test('mend the finding, for exactly the version that they were asked for', () =>
    withClient({}, async (client) => {
      const document = await client.open('a.md', postmortem);
      const [found] = await document.diagnostics();
      const [fix] = await document.actions(found!.range);
      assert.equal(fix?.kind, 'quickfix');
      assert.deepEqual(fix?.diagnostics, [found]);
      assert.deepEqual(fix?.edit?.documentChanges?.map((change) => 'textDocument' in change && change.textDocument), [{ uri: document.uri, version: 1 }]);
      await document.apply(fix!);
      assert.equal(document.text, postmortem.replace('2026-03-03', '2026-03-10'));
      assert.deepEqual(await document.diagnostics(), []);
    }));

  test('are plain edits for clients without versions', () =>
    withClient({ capabilities: clients.pushed }, async (client) => {
      const document = await client.open('a.md', postmortem);
      const [fix] = await document.actions(document.find('2026-03-03'));
      assert.deepEqual(Object.keys(fix?.edit?.changes ?? {}), [document.uri]);
    }));

  test('silence a rule for the line and in the file', () =>
    withClient({}, async (client) => {
      for (const title of ['Disable timeline-order for this line', 'Disable timeline-order in this file']) {
        const document = await client.open(`${title}.md`, postmortem);
        const action = (await document.actions(document.find('2026-03-03'))).find((offered) => offered.title === title);
        await document.apply(action ?? assert.fail(`${title} is not offered`));
        assert.deepEqual(await document.diagnostics(), []);
      }
    }));

  test('name the commands of a client that has them', () =>
    withClient({ initializationOptions: { commands: true } }, async (client) => {
      const document = await client.open('a.md', postmortem);
      const actions = (await document.actions(document.find('2026-03-03'))).filter(({ command }) => command);
      const params = { rule: 'timeline-order', uri: document.uri, projectFile: null };
      assert.deepEqual(actions.map(({ title, edit, command }) => [title, edit, command?.command, command?.arguments]), [
        ['Disable timeline-order in the settings', undefined, 'incidentDocs.disableRule', [params]],
        ['Explain timeline-order', undefined, 'incidentDocs.explainRule', [params]],
      ]);
      for (const { command } of actions) assert.ok(RuleCommandParams.safeParse(command?.arguments?.[0]).success);
    }));

  test('name no command to a client that says nothing of them', () =>
    withClient({}, async (client) => {
      const document = await client.open('a.md', postmortem);
      assert.deepEqual((await document.actions(document.find('2026-03-03'))).filter(({ command }) => command), []);
    }));

  test('tell the client which project file has the last word on a rule', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'incident docs '));
    try {
      const project = path.join(folder, '.incident-docs.json');
      await withClient({ initializationOptions: { commands: true }, settings: { rules: { 'timeline-order': 'hint' } } }, async (client) => {
        const files: (string | null)[] = [];
        for (const content of ['{ "rules": { "timeline-order": "warning" } }', '{ "rules": { "empty-section": "hint" } }']) {
          writeFileSync(project, content);
          await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: pathToFileURL(project).href, type: 2 }] });
          const document = await client.open(pathToFileURL(path.join(folder, 'a.md')).href, postmortem, 'markdown');
          const explain = (await document.actions(document.find('2026-03-03'))).find(({ title }) => title.startsWith('Explain'));
          files.push(RuleCommandParams.parse(explain?.command?.arguments?.[0]).projectFile);
        }
        assert.deepEqual(files.map((file) => file && decodeURIComponent(file)), [decodeURIComponent(pathToFileURL(project).href), null]);
      });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  for (const name of ['vscode', 'neovim'] as const) {
    test(`mend what is misspelt in an open project file: ${name}`, () =>
      withClient({ capabilities: clients[name] }, async (client) => {
        const text = '{\n  "toleratedOwners": ["Ärzte"], "rules": { "timeline-ordr": "off" }\n}\n';
        const file = await client.open('file:///a/.incident-docs.json', text, 'json');
        const place = file.find('"timeline-ordr"');
        const [change, remove, ...more] = await file.actions(place);
        assert.deepEqual([change?.title, change?.isPreferred, remove?.title, remove?.isPreferred, more], ['Change it to timeline-order', true, 'Remove this entry', undefined, []]);
        assert.deepEqual(change?.diagnostics?.map(({ code, range }) => [code, range]), [['unknown-rule', place]]);
        assert.deepEqual([await file.actions(file.range(0, 0)), await file.actions(place, ['refactor'])], [[], []]);
        // the client of the tests edits in UTF-16
        if (name === 'neovim') return;
        await file.apply(remove!);
        assert.equal(file.text, text.replace(/\{ "time.*?\}/, '{}'));
        await file.become(text);
        await file.apply((await file.actions(place))[0]!);
        assert.equal(file.text, text.replace('ordr', 'order'));
        assert.deepEqual(await file.actions(place), []);
        assert.deepEqual(await everything(file), { diagnostics: [], symbols: [], folds: null, plan: null });
      }));
  }

  test('honour the kinds asked for', () =>
    withClient({}, async (client) => {
      const document = await client.open('a.md', postmortem);
      const range = document.find('2026-03-03');
      assert.ok((await document.actions(range, ['refactor'])).every(({ kind }) => kind?.startsWith('refactor.')));
      assert.deepEqual(new Set((await document.actions(range, ['quickfix'])).map(({ kind }) => kind)), new Set(['quickfix']));
      assert.ok((await document.actions(range, ['source'])).every(({ kind }) => kind?.startsWith('source.')));
      for (const kind of ['source.fixAll', 'source.fixAll.incidentDocs']) {
        for (const action of await document.actions(range, [kind])) assert.equal(action.kind, 'source.fixAll.incidentDocs');
      }
    }));

  test('fix all: nothing safe is left, and a second time changes nothing', () =>
    withClient({}, async (client) => {
      // The same fault, mended by safe fixes wherever a rule offers one.
      const document = await client.open('a.md', postmortem);
      for (let round = 0; round < 10; round++) {
        const [all] = await document.actions(document.range(0, 0), ['source.fixAll']);
        if (!all) return;
        const before = document.text;
        await document.apply(all);
        assert.notEqual(document.text, before);
      }
      assert.fail('fixing does not end');
    }));
});

describe('the action plan', () => {
  test('is given, and its items are ticked with one character', () =>
    withClient({}, async (client) => {
      const document = await client.open('a.md', postmortem);
      const plan = (await document.plan()) ?? assert.fail('no plan');
      assert.deepEqual([plan.version, plan.kind, plan.problems, plan.done, plan.tracked], [1, 'postmortem', 1, 1, 4]);
      const item = plan.groups[0]!.items[1]!;
      const edit = await document.toggle(item.id, true);
      assert.ok('edits' in edit, 'refused' in edit ? edit.refused : '');
      const box = document.find('[ ] Switch').start;
      assert.deepEqual(edit, { version: 1, edits: [{ newText: 'x', range: { start: { ...box, character: box.character + 1 }, end: { ...box, character: box.character + 2 } } }] });
    }));

  test('an item is found in the text of now, whatever version it was seen in', () =>
    withClient({}, async (client) => {
      const document = await client.open('a.md', postmortem);
      const item = (await document.plan())!.groups[0]!.items[1]!;
      await document.replace(0, 0, '\n\n');
      const edit = await document.toggle(item.id, true, 1);
      assert.ok('edits' in edit);
      assert.equal(edit.version, 2);
      assert.equal(edit.edits[0]?.range.start.line, item.line + 2);
    }));

  test('a refusal is a sentence', () =>
    withClient({}, async (client) => {
      const document = await client.open('a.txt', escalation);
      const item = (await document.plan())!.groups[0]!.items[0]!;
      for (const answer of [await document.toggle(item.id, true), await document.toggle('nonsense', true)]) {
        assert.match('refused' in answer ? answer.refused : '', /^[A-Z].*\.$/);
      }
      const readme = await client.open('README.md', ordinary['README.md']);
      assert.match(JSON.stringify(await readme.toggle('x', true)), /refused/);
    }));
});

describe('detection', () => {
  test('is told on open and whenever the kind changes, and only then', () =>
    withClient({}, async (client) => {
      const document = await client.open('a.md', postmortem);
      const first = await eventually(() => client.detections.at(0));
      assert.deepEqual([first.uri, first.kind], [document.uri, 'postmortem']);
      assert.ok(first.reasons.length >= 2);
      await document.type('were lost', ' for good');
      await document.symbols();
      await document.become(ordinary['note.txt']);
      await eventually(() => client.detections.length === 2);
      await document.become(escalation);
      await eventually(() => client.detections.length === 3);
      assert.deepEqual(client.detections.map(({ kind }) => kind), ['postmortem', 'none', 'escalation']);
    }));

  test('is told for a document that is none', () =>
    withClient({}, async (client) => {
      const document = await client.open('README.md', ordinary['README.md']);
      assert.equal((await eventually(() => client.detections.find(({ uri }) => uri === document.uri))).kind, 'none');
    }));
});

describe('UTF-8 columns', () => {
  test('lead to the same places', async () => {
    const text = postmortem.replace('2026-03-03', '2026-03-10').replace('300 calls', 'Störung 🚒 – TBD');
    const places: unknown[] = [];
    for (const capabilities of [clients.vscode, clients.neovim]) {
      await withClient({ capabilities }, async (client) => {
        const document = await client.open('a.md', text);
        await document.type('Support answered', ' – 🚒 –');
        await document.type('– 🚒 –', ' ü');
        const [found] = await document.diagnostics();
        const words = await document.symbols().then(function names(symbols: DocumentSymbol[]): unknown[] {
          return symbols.map(({ name, range, children }) => [name, range.start.line, names(children ?? [])]);
        });
        places.push([found?.code, found && document.find('TBD').start.line === found.range.start.line, words]);
        if (capabilities === clients.neovim) {
          const line = document.text.split('\n')[found!.range.start.line] ?? '';
          const at = Buffer.from(line).subarray(found!.range.start.character, found!.range.end.character).toString();
          assert.equal(at, 'TBD');
          assert.deepEqual(found?.range, document.find('TBD'));
        }
      });
    }
    assert.deepEqual(places[0], places[1]);
  });
});

describe('documents that are none of ours', () => {
  for (const [name, text] of Object.entries(ordinary)) {
    test(`${name} gets nothing`, () =>
      withClient({}, async (client) => {
        assert.deepEqual(await everything(await client.open(name, text)), { diagnostics: [], symbols: [], folds: null, plan: null });
      }));
    test(`${name} gets nothing pushed`, () =>
      withClient({ capabilities: clients.pushed }, async (client) => {
        const document = await client.open(name, text);
        await document.type(text.slice(0, 5), ' more');
        await document.close();
        await (await client.open('other.md', postmortem)).pushed();
        assert.deepEqual(client.published.filter(({ uri }) => uri === document.uri), []);
      }));
  }

  for (const scheme of ['git', 'output', 'comment', 'vscode-scm', 'chatSessionInput', 'vscode-chat-code-block', 'vscode-notebook-cell', 'vscode-local-history', 'unheard-of']) {
    test(`scheme ${scheme} gets nothing`, () =>
      withClient({}, async (client) => {
        const document = await client.open(`${scheme}:/a/post-mortem.md`, postmortem, 'incident');
        assert.deepEqual(await everything(document), { diagnostics: [], symbols: [], folds: null, plan: null });
        assert.deepEqual(client.detections, []);
      }));
  }

  test('a document that is not open gets nothing', () =>
    withClient({}, async (client) => {
      const document = await client.open('a.md', postmortem);
      await document.close();
      assert.deepEqual(await everything(document), { diagnostics: [], symbols: [], folds: null, plan: null });
    }));
});

test('two documents do not know of each other, but for the owners that the plan of one may offer', () =>
  withClient({}, async (client) => {
    const one = await client.open('one.md', postmortem);
    const two = await client.open('two.txt', escalation);
    const said = async () => {
      const { plan, ...others } = await everything(two);
      return { ...others, plan: { ...plan, owners: plan?.owners.filter((name) => name !== '@marta' && name !== '@ivo') } };
    };
    const before = await said();
    await one.become(ordinary['README.md']);
    assert.deepEqual((await everything(one)).symbols, []);
    assert.deepEqual(await said(), before);
    await one.close();
    assert.deepEqual(await said(), before);
    assert.deepEqual((await two.plan())?.owners, before.plan.owners);
  }));

test('the language of the client is spoken', () =>
  withClient({ initializationOptions: { l10n: { 'Disable {0} for this line': '{0} für diese Zeile ausschalten' } } }, async (client) => {
    const document = await client.open('a.md', postmortem);
    const titles = (await document.actions(document.find('2026-03-03'))).map(({ title }) => title);
    assert.ok(titles.includes('timeline-order für diese Zeile ausschalten'), titles.join('\n'));
  }));
