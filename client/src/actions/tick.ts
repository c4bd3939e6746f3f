import * as vscode from 'vscode';
import type { Plans } from '../plans';
import { toggle, type ToggleEdit } from '../preview/toggle';
import { readOnlyReason } from '../preview/view';
import { nameOf } from '../target';

/**
 * Marks an item as done or open in its document, as one step that undo takes back. A document that is not open is opened behind the others
 * and stays unsaved, as if somebody had typed into it. Resolves to null, or to a sentence that says why nothing was changed.
 */
export async function tick(plans: Plans, uri: vscode.Uri, id: string, done: boolean): Promise<string | null> {
  const readOnly = readOnlyReason(uri);
  if (readOnly !== null) return readOnly;
  const document = await vscode.workspace.openTextDocument(uri).then((opened) => opened, () => null);
  if (!document) return vscode.l10n.t('The document is no longer there.');
  const apply = async (edit: ToggleEdit): Promise<boolean> => {
    const change = new vscode.WorkspaceEdit();
    for (const { range: { start, end }, newText } of edit.edits) change.replace(uri, new vscode.Range(start.line, start.character, end.line, end.character), newText);
    return vscode.workspace.applyEdit(change);
  };
  const outcome = await toggle(
    { version: () => document.version, ask: (params) => plans.edit(params), apply },
    { uri: uri.toString(), version: document.version, gesture: { kind: 'toggle', id, done } },
  );
  return 'applied' in outcome ? null : (outcome.refused ?? vscode.l10n.t('{0} could not be changed: it may be read-only, or it has changed meanwhile.', nameOf(uri)));
}
