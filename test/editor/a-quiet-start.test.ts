import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEverything, eventually, examples, findings, freshExamples, incidentDocs, show } from './journey';

// Runs before every other journey, as the names of the files are in order: afterwards the server is up.
describe('before the first incident document', () => {
  afterEach(closeEverything);

  for (const [name, language, content] of [
    ['a README', 'markdown', '# tinyqueue\n\nA small queue.\n\n## Installation\n\n`npm install`\n\n## Usage\n\nThe root cause of most trouble is a full disk.\n'],
    ['a changelog', 'markdown', '# Changelog\n\n## 1.1.0 - 2026-05-02\n\n### Fixed\n- Crash on an empty file\n'],
    ['a note', 'plaintext', 'Call the plumber\n09:30 dentist\nAsk Kim about the incident\n'],
    ['a program', 'javascript', '// Post-mortem\n// ## Root cause\n// ## Timeline\n'],
  ] as const) {
    it(`${name} does not start the server`, async () => {
      const api = await incidentDocs();
      const { document } = await show({ language, content });
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, new vscode.Position(1, 0), 'One more line.\n');
      assert.ok(await vscode.workspace.applyEdit(edit));
      // Longer than a change is left to rest before it is looked at.
      await new Promise((done) => setTimeout(done, 600));
      assert.equal(api.serverRunning(), false);
      assert.deepEqual(findings(document.uri), []);
    });
  }

  it('commands that do not apply here answer instead of failing', async () => {
    await show({ language: 'markdown', content: '# tinyqueue\n' });
    for (const command of ['openActionPlan', 'openActionPlanToSide', 'goToNextTimelineEntry', 'goToPreviousTimelineEntry', 'findSimilar', 'formatDocument', 'convertToMarkdown', 'convertToPlainText', 'restartServer', 'showLog']) await vscode.commands.executeCommand(`incidentDocs.${command}`);
    await vscode.commands.executeCommand('notifications.clearAll');
    assert.equal((await incidentDocs()).serverRunning(), false);
    assert.equal((await incidentDocs()).previewed(), undefined);
  });

  it('a note that becomes a post-mortem while it is written does', async () => {
    const api = await incidentDocs();
    const { document } = await show({ language: 'markdown', content: '# Notes\n' });
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(1, 0), '\n# Post-mortem: late mail\n\n## Impact\n\nMail was late.\n\n## Timeline\n\n## Root cause\n');
    assert.ok(await vscode.workspace.applyEdit(edit));
    await eventually('the server runs', () => api.serverRunning());
  });
});

describe('the first incident document', () => {
  const files = freshExamples();

  for (const [name, kind] of [
    [examples.markdown, 'postmortem'],
    [examples.escalation, 'escalation'],
    [examples.postmortem, 'postmortem'],
  ] as const) {
    it(`${name} is recognized and checked`, async () => {
      const api = await incidentDocs();
      const { document } = await show(files.file(name));
      const detection = await eventually('the kind', () => api.detection(document.uri));
      assert.equal(detection.kind, kind);
      assert.ok(detection.reasons.length > 0);
      const found = await eventually('findings', () => findings(document.uri).length > 0 && findings(document.uri));
      for (const finding of found) assert.ok(finding.code, finding.message);
    });
  }

  it('a README beside it still gets nothing', async () => {
    const api = await incidentDocs();
    const { document } = await show({ language: 'markdown', content: '# tinyqueue\n\n## Installation\n\n## Usage\n' });
    const detection = await eventually('the kind', () => api.detection(document.uri));
    assert.equal(detection.kind, 'none');
    assert.deepEqual(findings(document.uri), []);
    assert.equal(await api.actionPlan(document.uri), null);
  });
});

describe('documents that are none of ours', () => {
  const text = '# Post-mortem: late mail\n\n## Impact\n\n## Timeline\n\n## Root cause\n';
  const provider = vscode.workspace.registerTextDocumentContentProvider('incident-docs-test', { provideTextDocumentContent: () => text });
  after(() => provider.dispose());
  afterEach(closeEverything);

  it('another scheme gets no checks, no outline of ours and no folds of ours', async () => {
    const api = await incidentDocs();
    await show({ language: 'markdown', content: text });
    const uri = vscode.Uri.parse('incident-docs-test:/late-mail.md');
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    await vscode.languages.setTextDocumentLanguage(document, 'markdown');
    // The untitled twin shows that the checks are at work meanwhile.
    const twin = vscode.workspace.textDocuments.find(({ uri: { scheme }, languageId }) => scheme === 'untitled' && languageId === 'markdown');
    assert.ok(twin);
    await eventually('the twin is recognized', () => api.detection(twin.uri));
    assert.equal(api.detection(uri), undefined);
    assert.deepEqual(findings(uri), []);
    assert.equal(await api.actionPlan(uri), null);
  });

  it('no document of a scheme past the allow-list has findings, the chat input among them', async () => {
    const allowed = ['file', 'untitled', 'vscode-vfs', 'vscode-remote', 'vscode-test-web', 'gist', 'memfs'];
    const strangers = vscode.languages.getDiagnostics().filter(([uri, list]) => !allowed.includes(uri.scheme) && list.some(({ source }) => source === 'incident-docs'));
    assert.deepEqual(strangers.map(([uri]) => uri.toString()), []);
  });
});
