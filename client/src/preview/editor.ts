import * as vscode from 'vscode';
import { page, resourceRoot } from './page';
import { ActionPlanView, type ViewParts } from './view';

/**
 * Shows a document as its action plan in an editor of its own ("Reopen Editor With…"). The text is the document: VS Code undoes, saves and
 * compares it as in any editor.
 */
export function editActionPlan(document: vscode.TextDocument, panel: vscode.WebviewPanel, extension: vscode.Uri, parts: ViewParts): void {
  const { webview } = panel;
  webview.options = { enableScripts: true, localResourceRoots: [resourceRoot(extension)] };
  const view = new ActionPlanView(
    webview,
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
  webview.html = page(webview, extension, 'editor');
}
