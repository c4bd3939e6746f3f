import * as vscode from 'vscode';

/** The document that a tab shows as text or in a custom editor, if it shows one alone. */
export function documentOf(tab: vscode.Tab | undefined): vscode.Uri | undefined {
  const input = tab?.input;
  return input instanceof vscode.TabInputText || input instanceof vscode.TabInputCustom ? input.uri : undefined;
}

/** Whether a tab shows the document. */
export function hasTab(uri: vscode.Uri): boolean {
  return vscode.window.tabGroups.all.some(({ tabs }) => tabs.some((tab) => documentOf(tab)?.toString() === uri.toString()));
}
