import * as vscode from 'vscode';

/**
 * Shows a document in the column where it is open as text already, else in `otherwise`, and selects a line (0-based).
 * With null as line the selection stays.
 */
export async function revealLine(uri: vscode.Uri, line: number | null, otherwise = vscode.ViewColumn.One): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  const editor = await vscode.window.showTextDocument(document, { viewColumn: columnOf(uri) ?? otherwise, preserveFocus: false });
  if (line === null || line >= document.lineCount) return;
  const { text, range, firstNonWhitespaceCharacterIndex } = document.lineAt(line);
  const start = Math.min(firstNonWhitespaceCharacterIndex, text.length);
  editor.selection = new vscode.Selection(line, start, line, range.end.character);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

function columnOf(uri: vscode.Uri): vscode.ViewColumn | undefined {
  const key = uri.toString();
  const visible = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === key)?.viewColumn;
  if (visible !== undefined) return visible;
  return vscode.window.tabGroups.all.find(({ tabs }) => tabs.some(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === key))?.viewColumn;
}
