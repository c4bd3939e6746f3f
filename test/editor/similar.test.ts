import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { closeEverything, codeOf, dismiss, eventually, findings, incidentDocs, start, take } from './journey';

const about = (title: string, cause: string): string => `# INC-118: post-mortem, ${title}\n\nStatus: Resolved\n\n## Root Cause\n\n${cause}\n\n## Impact\n\nNobody could pay.\n`;
const texts = {
  'gateway.md': about('cards refused', 'The certificate of the payment gateway had expired, as its renewal was switched off.'),
  'relay.md': about('mails refused', 'The certificate of the mail relay had expired: nobody watched its renewal.'),
};

describe('documents that know of each other', () => {
  let folder: string;
  const uriOf = (name: keyof typeof texts) => vscode.Uri.file(join(folder, name));
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'incident-docs-similar-'));
    for (const [name, text] of Object.entries(texts)) await writeFile(join(folder, name), text);
  });
  afterEach(closeEverything);
  after(() => rm(folder, { recursive: true, force: true }));

  /** Opens both, the gateway's in front. */
  async function openBoth(): Promise<vscode.TextEditor> {
    const api = await incidentDocs();
    for (const name of ['relay.md', 'gateway.md'] as const) {
      // a tab of its own each: a preview would make room for the next one
      await vscode.window.showTextDocument(uriOf(name), { preview: false, viewColumn: vscode.ViewColumn.One });
      await eventually('the kind', () => api.detection(uriOf(name)));
    }
    return vscode.window.activeTextEditor!;
  }

  it('have their problems found in both, with a way to the other', async () => {
    await openBoth();
    const found = await eventually('the duplicate', () => findings(uriOf('gateway.md')).find((diagnostic) => codeOf(diagnostic) === 'duplicate-incident-id'));
    assert.deepEqual(found.relatedInformation?.map(({ location }) => location.uri.toString()), [uriOf('relay.md').toString()]);
    await eventually('and in the other', () => findings(uriOf('relay.md')).find((diagnostic) => codeOf(diagnostic) === 'duplicate-incident-id'));
  });

  it('are listed by likeness, and the one that is taken is opened', async () => {
    await openBoth();
    await take(() => start('findSimilar'));
    await eventually('the other document', () => vscode.window.activeTextEditor?.document.uri.toString() === uriOf('relay.md').toString());
  });

  it('leave the document where it was where none is taken', async () => {
    const editor = await openBoth();
    await dismiss(() => start('findSimilar'));
    assert.equal(vscode.window.activeTextEditor?.document, editor.document);
  });
});
