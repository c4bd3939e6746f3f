import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { escalation, ordinary, postmortem } from '../support/documents';
import { clients, eventually, withClient, type LspDocument } from '../support/lsp-client';

const codes = async (document: LspDocument) => (await document.diagnostics()).map(({ code }) => code);

const examples = readdirSync('examples').filter((file) => file !== 'README.md').map((file) => [file, readFileSync(path.join('examples', file), 'utf8')] as const);

describe('a diagnostic', () => {
  test('says where, how grave, by which rule, and what stands against it', () =>
    withClient({}, async (client) => {
      const document = await client.open('a.md', postmortem.replace('2026-03-10 09:30', '2026-03-03 09:30'));
      const [found, ...more] = await document.diagnostics();
      assert.deepEqual(more, []);
      assert.deepEqual(found?.range, document.find('2026-03-03'));
      assert.equal(found?.severity, 1);
      assert.equal(found?.source, 'incident-docs');
      assert.equal(found?.code, 'timeline-order');
      assert.match(String(found?.message), /^.{10,120}$/);
      const page = found?.codeDescription?.href.replace('https://github.com/incident-docs/incident-docs/blob/main/', '') ?? '';
      assert.ok(existsSync(page), `${page} is a file of the project`);
      const related = found?.relatedInformation ?? [];
      assert.deepEqual(related.map(({ location }) => location.uri), [document.uri]);
      assert.equal(related[0]?.location.range.start.line, document.find('2026-03-03 09:30').start.line);
    }));

  test('has no more than the client understands', () =>
    withClient({ capabilities: { textDocument: { diagnostic: {} } } }, async (client) => {
      const [found] = await (await client.open('a.md', postmortem)).diagnostics();
      assert.deepEqual(Object.keys(found ?? {}).sort(), ['code', 'message', 'range', 'severity', 'source']);
    }));
});

describe('pulled diagnostics', () => {
  test('follow every keystroke', () =>
    withClient({}, async (client) => {
      const document = await client.open('a.md', postmortem);
      assert.deepEqual(await codes(document), ['timeline-order']);
      const at = postmortem.indexOf('2026-03-03') + '2026-03-'.length;
      await document.replace(at, at + 2, '10');
      assert.deepEqual(await codes(document), []);
      await document.replace(at, at + 2, '03');
      assert.deepEqual(await codes(document), ['timeline-order']);
    }));

  test('are not sent again where nothing has changed', () =>
    withClient({}, async (client) => {
      const document = await client.open('a.md', postmortem);
      const first = await document.report();
      assert.ok(first.kind === 'full' && first.resultId);
      assert.deepEqual(await document.report(first.resultId), { kind: 'unchanged', resultId: first.resultId });
      await document.type('were lost', ', for good');
      assert.deepEqual(await document.report(first.resultId), { kind: 'unchanged', resultId: first.resultId });
      await document.replace(0, 0, '\n');
      const moved = await document.report(first.resultId);
      assert.ok(moved.kind === 'full' && moved.resultId !== first.resultId);
    }));

  test('of a reopened document are sent in full', () =>
    withClient({}, async (client) => {
      const document = await client.open('a.md', postmortem);
      const { resultId } = await document.report();
      await document.close();
      assert.deepEqual(await document.diagnostics(), []);
      const again = await client.open('a.md', postmortem);
      assert.equal((await again.report(resultId)).kind, 'full');
    }));
});

describe('pushed diagnostics', () => {
  test('come with the version, follow the text, and are taken back on close', () =>
    withClient({ capabilities: clients.pushed }, async (client) => {
      const document = await client.open('a.md', postmortem);
      assert.deepEqual((await document.pushed()).map(({ code }) => code), ['timeline-order']);
      const at = postmortem.indexOf('2026-03-03') + '2026-03-'.length;
      await document.replace(at, at + 2, '10');
      assert.deepEqual(await document.pushed(), []);
      await document.replace(at, at + 2, '03');
      assert.equal((await document.pushed()).length, 1);
      await document.close();
      const last = await eventually(() => (client.published.length === 4 ? client.published.at(-1) : undefined));
      assert.deepEqual(last, { uri: document.uri, diagnostics: [] });
    }));

  test('come once for a burst of changes', () =>
    withClient({ capabilities: clients.pushed }, async (client) => {
      const document = await client.open('a.md', postmortem);
      await document.pushed();
      for (let key = 0; key < 20; key++) void document.type('were lost', '!');
      await document.pushed();
      assert.ok(client.published.length < 12, `${client.published.length} publications`);
    }));
});

describe('pulled and pushed are the same', () => {
  const documents = [...examples, ['post-mortem.md', postmortem], ['escalation.txt', escalation], ...Object.entries(ordinary)] as const;
  for (const [name, text] of documents) {
    test(name, async () => {
      let pushed: readonly unknown[] = [];
      let pulled: readonly unknown[] = [];
      const capabilities = { textDocument: { publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true } } };
      await withClient({ capabilities }, async (client) => {
        const document = await client.open(name, text);
        await eventually(() => client.detections.length > 0);
        await document.symbols();
        pushed = client.published.at(-1)?.diagnostics ?? [];
      });
      await withClient({ capabilities: { textDocument: { ...capabilities.textDocument, diagnostic: {} } } }, async (client) => {
        pulled = await (await client.open(name, text)).diagnostics();
        assert.deepEqual(client.published, []);
      });
      assert.deepEqual(pulled, pushed);
      if (examples.some(([example]) => example === name)) assert.ok(pulled.length > 0, 'an example has faults to find');
    });
  }
});

describe('settings', () => {
  test('are asked for, for each document, and hold', () =>
    withClient({ settings: { rules: { 'timeline-order': 'hint' } } }, async (client) => {
      const [found] = await (await client.open('a.md', postmortem)).diagnostics();
      assert.equal(found?.severity, 4);
    }));

  test('that change are read again, and the editor is asked to look again', () =>
    withClient({}, async (client) => {
      const document = await client.open('a.md', postmortem);
      assert.deepEqual(await codes(document), ['timeline-order']);
      await client.configure({ rules: { 'timeline-order': 'off' } });
      await eventually(() => client.refreshes === 1);
      assert.deepEqual(await codes(document), []);
    }));

  test('of a team hold at once, and no longer than they stand', () =>
    withClient({}, async (client) => {
      const document = await client.open('a.md', postmortem);
      await client.configure({ requiredSections: ['participants'] });
      assert.deepEqual(await codes(document), ['missing-section', 'timeline-order']);
      await client.configure({ requiredSections: ['participants'], sections: { participants: ['Lessons Learned'] }, profile: 'relaxed' });
      assert.deepEqual(await codes(document), ['timeline-order']);
      await client.configure({});
      assert.deepEqual(await codes(document), ['timeline-order']);
    }));

  test('that change push anew', () =>
    withClient({ capabilities: clients.pushed }, async (client) => {
      const document = await client.open('a.md', postmortem);
      assert.equal((await document.pushed()).length, 1);
      await client.configure({ rules: { 'timeline-order': 'off' } });
      await eventually(() => client.published.length === 2);
      assert.deepEqual(await document.pushed(), []);
    }));

  test('come along with the notification for clients that cannot be asked', () =>
    withClient({ capabilities: { textDocument: { diagnostic: {} } } }, async (client) => {
      const document = await client.open('a.md', postmortem);
      await client.configure({ rules: { 'timeline-order': 'off' } });
      assert.deepEqual(await codes(document), []);
    }));

  test('that are asked for and never told do not hold anything up for long', () =>
    withClient({}, async (client) => {
      client.connection.onRequest('workspace/configuration', () => new Promise(() => {}));
      const document = await client.open('a.md', postmortem);
      assert.deepEqual(await codes(document), ['timeline-order']);
      assert.ok(client.log.some((line) => /settings could not be read/.test(line)));
    }));

  test('that are nonsense are told once in the log and quietly to the client, until they are mended, and the rest holds', () =>
    withClient({ settings: { maxProblems: 'many', rules: { 'timeline-ordr': 'off', 'empty-section': 'loud', 'timeline-order': 'warning' } } }, async (client) => {
      const document = await client.open('a.md', postmortem);
      assert.equal((await document.diagnostics())[0]?.severity, 2);
      await client.open('b.md', postmortem);
      const told = await eventually(() => (client.detections.length === 2 ? client.detections : undefined));
      const bad = [
        { setting: 'incidentDocs.maxProblems', message: '"maxProblems" must be a number, not "many".' },
        { setting: 'incidentDocs.rules', message: 'There is no rule "timeline-ordr". Did you mean "timeline-order"?' },
        { setting: 'incidentDocs.rules', message: '"empty-section" cannot be "loud". Known are error, warning, information, hint, off.' },
      ];
      for (const { kind, badSettings } of told) assert.deepEqual([kind, badSettings], ['postmortem', bad]);
      for (const { setting, message } of bad) assert.deepEqual(client.log.filter((line) => line.includes(message)), [`${setting}: ${message}`]);

      await client.configure({ rules: { 'timeline-order': 'warning' } });
      await eventually(() => client.detections.length === 4);
      for (const last of client.detections.slice(2)) assert.ok(!('badSettings' in last));
      await document.type('were lost', ', all of them');
      await document.diagnostics();
      assert.equal(client.detections.length, 4, 'nothing is told twice');
    }));

  test('switch everything off', () =>
    withClient({ settings: { enable: false } }, async (client) => {
      const document = await client.open('a.md', postmortem);
      assert.deepEqual([await document.diagnostics(), await document.symbols(), await document.folds(), await document.plan()], [[], [], null, null]);
      assert.deepEqual(await eventually(() => client.detections.at(-1)), { uri: document.uri, kind: 'none', reasons: ['switched off by incidentDocs.enable'] });
    }));
});

describe('the project file', () => {
  test('holds for the files below it, over the settings of the editor, and is read again when it changes', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'incident docs '));
    try {
      const project = path.join(folder, '.incident-docs.json');
      writeFileSync(project, '{ "rules": { "timeline-order": "information" } }');
      await withClient({ settings: { rules: { 'timeline-order': 'hint' } } }, async (client) => {
        const document = await client.open(pathToFileURL(path.join(folder, 'below', 'a.md')).href, postmortem, 'markdown');
        assert.equal((await document.diagnostics())[0]?.severity, 3);
        const elsewhere = await client.open('b.md', postmortem);
        assert.equal((await elsewhere.diagnostics())[0]?.severity, 4);

        writeFileSync(project, '{ "rules": ');
        await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: pathToFileURL(project).href, type: 2 }] });
        assert.equal((await document.diagnostics())[0]?.severity, 4);
        await eventually(() => client.log.some((line) => line.includes('.incident-docs.json') && line.includes('JSON')));

        rmSync(project);
        await document.save();
        assert.equal((await document.diagnostics())[0]?.severity, 4);
      });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  for (const name of ['vscode', 'neovim', 'pushed'] as const) {
    test(`shows what is wrong in it on itself, open or not: ${name}`, async () => {
      const folder = mkdtempSync(path.join(tmpdir(), 'incident docs '));
      try {
        const file = path.join(folder, '.incident-docs.json');
        const uri = pathToFileURL(file).href;
        const text = '{\n  "toleratedOwners": ["Ärzte", 7], "profile": "harsh",\n  "rules": { "timeline-ordr": "off", "timeline-order": "hint" }\n}\n';
        writeFileSync(file, text);
        await withClient({ capabilities: clients[name] }, async (client) => {
          const document = await client.open(pathToFileURL(path.join(folder, 'a.md')).href, postmortem, 'markdown');
          const severity = async () => (name === 'pushed' ? await document.pushed() : await document.diagnostics())[0]?.severity;
          assert.equal(await severity(), 4, 'the rest holds');
          const shown = await eventually(() => client.published.find((other) => other.uri === uri));
          const column = name === 'neovim' ? 32 : 31;
          assert.deepEqual(shown.diagnostics.map(({ code, severity: grave, range }) => [code, grave, range.start.line, range.start.character]), [
            ['invalid-settings', 2, 1, column], ['invalid-settings', 2, 1, column + 15], ['unknown-rule', 2, 2, 13],
          ]);
          assert.equal(shown.diagnostics[2]?.message, 'There is no rule "timeline-ordr". Did you mean "timeline-order"?');
          const count = client.published.length;
          await document.type('were lost', ', all of them');
          assert.equal(await severity(), 4);
          assert.deepEqual(client.published.slice(count).filter((other) => other.uri === uri), [], 'it is not shown again');

          writeFileSync(file, '{ "rules": { "timeline-order": "hint" } }');
          await document.close();
          await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 2 }] });
          await eventually(() => client.published.findLast((other) => other.uri === uri)?.diagnostics.length === 0);
        });
      } finally {
        rmSync(folder, { recursive: true });
      }
    });
  }
});
