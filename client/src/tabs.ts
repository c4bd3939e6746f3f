import * as vscode from 'vscode';

/** The document that a tab shows as text or in a custom editor, loaded or not, if it shows one alone. */
export function documentOf(tab: vscode.Tab | undefined): vscode.Uri | undefined {
  const input = tab?.input;
  return input instanceof vscode.TabInputText || input instanceof vscode.TabInputCustom ? input.uri : undefined;
}

/** The document that is in front, as text or in a custom editor. */
export function documentInFront(): vscode.Uri | undefined {
  // an editor that is none of text is active as a tab alone
  return vscode.window.activeTextEditor?.document.uri ?? documentOf(vscode.window.tabGroups.activeTabGroup.activeTab);
}

/** The document that can be edited in a tab, in the changed half of a diff as well. */
export function editedIn(tab: vscode.Tab): vscode.Uri | undefined {
  return tab.input instanceof vscode.TabInputTextDiff ? tab.input.modified : documentOf(tab);
}

/** The documents in the tabs of the window. The editor keeps others in memory that nobody has opened. */
export function documentsInTabs(): vscode.Uri[] {
  return vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.flatMap((tab) => editedIn(tab) ?? []));
}

/** Whether a tab shows the document. */
export function hasTab(uri: vscode.Uri): boolean {
  return vscode.window.tabGroups.all.some(({ tabs }) => tabs.some((tab) => documentOf(tab)?.toString() === uri.toString()));
}
