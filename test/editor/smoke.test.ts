import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('the extension host', () => {
  it('is a VS Code that the extension supports', () => {
    const [major, minor] = vscode.version.split('.').map(Number);
    assert.equal(major, 1);
    assert.ok((minor ?? 0) >= 102, vscode.version);
  });

  it('has the extension under development', () => {
    assert.ok(vscode.extensions.getExtension('incident-docs.incident-docs'));
  });
});
