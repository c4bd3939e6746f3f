import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { folderWith } from '../support/command-line';
import { ordinary, postmortem, readme } from '../support/documents';
import { clients, eventually, withClient, type LspClient, type LspDocument } from '../support/lsp-client';

/** The last kind that the client was told of a document. */
const told = (client: LspClient, { uri }: LspDocument) => client.detections.findLast((detection) => detection.uri === uri);
const becomes = (client: LspClient, document: LspDocument, kind: string) => eventually(() => told(client, document)?.kind === kind);

describe('the user\'s own word on a file', () => {
  test('is heeded at once, in both ways, and can be taken back', () =>
    withClient({}, async (client) => {
      const good = await client.open('a.md', postmortem);
      const note = await client.open('README.md', readme);
      await becomes(client, good, 'postmortem');
      const before = await good.diagnostics();
      assert.ok(before.length > 0);

      await client.choose({ [good.uri]: 'other', [note.uri]: 'incident' });
      await becomes(client, good, 'none');
      await becomes(client, note, 'postmortem');
      assert.deepEqual([told(client, good)?.reasons, told(client, note)?.reasons[0]], [['left out by the user'], 'chosen by the user']);
      assert.deepEqual([await good.diagnostics(), await good.symbols(), await good.plan()], [[], [], null]);
      assert.ok((await note.diagnostics()).length > 0 && (await note.symbols()).length > 0);
      assert.ok(client.refreshes > 0);

      await client.choose({});
      await becomes(client, good, 'postmortem');
      await becomes(client, note, 'none');
      assert.deepEqual(await good.diagnostics(), before);
      assert.deepEqual(await note.diagnostics(), []);
    }));

  test('is known from the start, and stays while the text is edited', () =>
    withClient({ initializationOptions: { choices: { 'untitled:a.md': 'other' } } }, async (client) => {
      const document = await client.open('a.md', postmortem);
      await becomes(client, document, 'none');
      await document.type('were lost', ' for good');
      await document.save();
      assert.deepEqual(await document.diagnostics(), []);
      assert.equal(client.detections.length, 1);
    }));

  test('reaches clients that are pushed to', () =>
    withClient({ capabilities: clients.pushed }, async (client) => {
      const document = await client.open('a.md', postmortem);
      await eventually(() => (client.published.at(-1)?.diagnostics.length ?? 0) > 0);
      await client.choose({ [document.uri]: 'other' });
      await eventually(() => client.published.at(-1)?.diagnostics.length === 0);
    }));

  test('holds for files that are not open as well', async (context) => {
    const folder = folderWith(context, { 'a.md': postmortem, 'list.md': readme, 'old/b.md': postmortem });
    const uri = (name: string) => pathToFileURL(path.join(folder, name)).href;
    await withClient({ folders: [folder], settings: { files: { exclude: ['/old/'] } } }, async (client) => {
      const known = async () => [...new Set((await client.workspaceSymbols('')).map(({ location }) => path.basename(location.uri)))].sort();
      assert.deepEqual(await known(), ['a.md']);
      await client.choose({ [uri('a.md')]: 'other', [uri('list.md')]: 'incident', [uri('old/b.md')]: 'incident' });
      assert.deepEqual(await known(), ['b.md', 'list.md']);
      await client.choose({});
      await client.configure({});
      assert.deepEqual(await known(), ['a.md', 'b.md']);
    });
  });

  test('that is nonsense changes nothing', () =>
    withClient({}, async (client) => {
      const document = await client.open('a.md', postmortem);
      await client.connection.sendNotification('incidentDocs/choices', { choices: { [document.uri]: 'maybe' } });
      await client.connection.sendNotification('incidentDocs/choices', null as unknown as object);
      assert.ok((await document.diagnostics()).length > 0);
    }));
});

describe('patterns of the settings', () => {
  test('hold in the folder that is open, and in that of the project file', async (context) => {
    const folder = folderWith(context, {});
    const uri = (name: string) => pathToFileURL(path.join(folder, name)).href;
    const capabilities = { ...clients.vscode, workspace: { ...clients.vscode.workspace, workspaceFolders: true } };
    await withClient({ capabilities, folders: [folder], settings: { files: { include: ['/notes/'], exclude: ['/drafts/'] } } }, async (client) => {
      assert.deepEqual(client.initialized.capabilities.workspace?.workspaceFolders, { supported: true, changeNotifications: true });
      const note = await client.open(uri('notes/a.md'), ordinary['note.txt'], 'markdown');
      const draft = await client.open(uri('drafts/a.md'), postmortem, 'markdown');
      const deep = await client.open(uri('deep/drafts/a.md'), postmortem, 'markdown');
      await becomes(client, note, 'postmortem');
      await becomes(client, draft, 'none');
      await becomes(client, deep, 'postmortem');
      assert.deepEqual([told(client, note)?.reasons[0], told(client, draft)?.reasons], ['included by the settings', ['excluded by the settings']]);

      // live: over another list of the client, and a project file whose own folder counts
      await client.configure({ files: { exclude: ['/notes/'] } });
      await becomes(client, note, 'none');
      await becomes(client, draft, 'postmortem');
      writeFileSync(path.join(folder, '.incident-docs.json'), '{ "files": { "exclude": ["/deep/"] } }');
      await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: uri('.incident-docs.json'), type: 1 }] });
      await becomes(client, deep, 'none');
      assert.deepEqual((await deep.explanation())?.pattern, { text: '/deep/', projectFile: uri('.incident-docs.json') });

      // another folder inside becomes one of its own
      writeFileSync(path.join(folder, '.incident-docs.json'), '{}');
      await client.configure({ files: { exclude: ['/a.md'] } });
      await becomes(client, deep, 'postmortem');
      await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event: { added: [{ uri: uri('deep/drafts'), name: 'drafts' }], removed: [] } });
      await becomes(client, deep, 'none');
    });
  });

  test('that name nothing are told in the log, and the others hold', () =>
    withClient({ settings: { files: { exclude: ['..\\x', '../x', 'a.md'] } } }, async (client) => {
      const document = await client.open('file:///nowhere/a.md', postmortem, 'markdown');
      await becomes(client, document, 'none');
      assert.equal(client.log.filter((line) => /"files\.exclude" must be a pattern/.test(line)).length, 2);
    }));

  test('leave untitled documents to their content', () =>
    withClient({ settings: { files: { include: ['*'] } } }, async (client) => {
      const document = await client.open('untitled:Untitled-1', ordinary['note.txt']);
      await becomes(client, document, 'none');
    }));
});

describe('an explanation of the detection', () => {
  test('is given for whatever is open, with what decides', () =>
    withClient({ settings: { files: { exclude: ['drafts'] } } }, async (client) => {
      const by = async (document: LspDocument) => {
        const explained = await document.explanation();
        return explained && `${explained.kind} by ${explained.by}`;
      };
      const good = await client.open('a.md', postmortem);
      assert.equal(await by(good), 'postmortem by content');
      assert.equal(await by(await client.open('README.md', readme)), 'none by content');
      assert.equal(await by(await client.open('b.postmortem.txt', readme)), 'postmortem by declared');
      assert.equal(await by(await client.open('off.md', `<!-- incident-docs: off -->\n${postmortem}`)), 'none by directive');
      const excluded = await client.open('file:///nowhere/drafts/a.md', postmortem, 'markdown');
      assert.deepEqual((await excluded.explanation())?.pattern, { text: 'drafts', projectFile: null });
      await client.choose({ [good.uri]: 'other' });
      assert.equal(await by(good), 'none by choice');
      assert.equal((await good.explanation())?.otherwise, 'postmortem');
      await client.choose({});
      assert.equal(await by(good), 'postmortem by content');
      await good.replace(0, postmortem.indexOf('## Lessons'), 'Notes\n\n'.padEnd(3000, 'x '));
      await client.configure({ enable: false });
      assert.equal(await by(good), 'none by disabled');
    }));

  test('says what a document was before it was edited', () =>
    withClient({}, async (client) => {
      const text = '# Post-mortem: mail\n\n## Impact\n\nMail was late for everybody, and that for a whole morning long.\n';
      const document = await client.open('a.md', text);
      assert.equal((await document.explanation())?.by, 'content');
      await document.replace(0, text.indexOf('## Impact'), '');
      const explained = await document.explanation();
      assert.deepEqual([explained?.kind, explained?.by, explained?.otherwise], ['postmortem', 'before', 'none']);
      await document.save();
      assert.equal((await document.explanation())?.kind, 'none');
    }));

  test('is null for what is not open, or none of our business', () =>
    withClient({}, async (client) => {
      const document = await client.open('git:/a.md', postmortem);
      assert.equal(await document.explanation(), null);
      await document.close();
      assert.equal(await document.explanation(), null);
    }));
});

test('the settings that hold are told with where they come from', async (context) => {
  const folder = folderWith(context, { '.incident-docs.json': '{ "maxProblems": 7, "rules": { "timeline-order": "off" } }' });
  const uri = (name: string) => pathToFileURL(path.join(folder, name)).href;
  await withClient({ settings: { maxProblems: 5, profile: 'strict' } }, async (client) => {
    const { projectFile, settings } = await client.effectiveSettings(uri('a.md'));
    assert.equal(projectFile, uri('.incident-docs.json'));
    const row = (key: string) => settings.find((setting) => setting.key === key);
    assert.deepEqual(row('maxProblems'), { key: 'maxProblems', value: 7, from: 'project', isDefault: false });
    assert.deepEqual(row('profile'), { key: 'profile', value: 'strict', from: 'client', isDefault: false });
    assert.deepEqual(row('rules.timeline-order'), { key: 'rules.timeline-order', value: ['off', { tolerateMinutes: 0 }], from: 'project', isDefault: false });
    assert.equal(row('rules.action-missing-ticket')?.from, 'profile');
    assert.equal(row('enable')?.from, 'default');
  });
});
