import * as vscode from 'vscode';

/** The document that a tab shows for editing, loaded or not; undefined for any other tab. */
export function documentOf({ input }: vscode.Tab): vscode.Uri | undefined {
  if (input instanceof vscode.TabInputText || input instanceof vscode.TabInputCustom) return input.uri;
  return input instanceof vscode.TabInputTextDiff ? input.modified : undefined;
}

/** The documents in the tabs of the window. The editor keeps others in memory that nobody has opened. */
export function documentsInTabs(): vscode.Uri[] {
  return vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.flatMap((tab) => documentOf(tab) ?? []));
}
