import * as vscode from 'vscode';

/** Shows a list with one of its items under the cursor, and resolves to the one that is chosen. */
export function pick<Item extends vscode.QuickPickItem>(items: readonly Item[], title: string, placeholder: string, active: Item | undefined): Promise<Item | undefined> {
  const list = vscode.window.createQuickPick<Item>();
  Object.assign(list, { items, title, placeholder, matchOnDescription: true, matchOnDetail: true, ...(active && { activeItems: [active] }) });
  return chosenOf(list);
}

/** Shows a list, resolves to the item that is chosen, if any, and disposes of the list. */
export function chosenOf<Item extends vscode.QuickPickItem>(list: vscode.QuickPick<Item>): Promise<Item | undefined> {
  return new Promise((done) => {
    list.onDidAccept(() => {
      done(list.selectedItems[0]);
      list.hide();
    });
    list.onDidHide(() => {
      done(undefined);
      list.dispose();
    });
    list.show();
  });
}
