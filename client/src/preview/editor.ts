import * as vscode from 'vscode';
import { openPage } from './page';
import { ActionPlanView, type ViewParts } from './view';

/**
 * Shows a document as its action plan in an editor of its own ("Reopen Editor With…"). The text is the document: VS Code undoes, saves and
 * compares it as in any editor.
 */
export function editActionPlan(document: vscode.TextDocument, panel: vscode.WebviewPanel, extension: vscode.Uri, parts: ViewParts): void {
  const view = new ActionPlanView(
    panel.webview,
    {
      column: vscode.ViewColumn.Beside,
      locked: null,
      setLocked: () => undefined,
      undo: async (direction) => {
        await vscode.commands.executeCommand(direction);
        return true;
      },
    },
    parts,
  );
  panel.onDidDispose(() => view.dispose());
  view.show(document.uri);
  openPage(panel.webview, extension, 'editor');
}
