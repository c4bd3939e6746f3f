import * as vscode from 'vscode';
import type { PlanGesture } from '../../../server/src/protocol';
import { rangeOf } from '../places';
import type { Plans } from '../plans';
import { editPlan, type PlanEdit } from './edit';
import { EditHistory, inverseOf } from './edit-history';
import { readOnlyReason } from './read-only';
import { Turns } from './turns';

/** Writes what is done to action plans into their documents: each time as one step, and without saving. */
export class PlanEditor {
  private readonly histories = new Map<string, EditHistory>();
  /** Keys are pressed faster than edits are applied: the second of two would find the document as the first has not left it yet. */
  private readonly turns = new Turns();

  constructor(private readonly plans: Plans) {}

  /**
   * Does what a person did to a plan, in whatever version they saw it (the present one if not given); resolves to null, or to a sentence
   * that says why it could not be done. Rejects where the document cannot be opened.
   */
  edit(uri: vscode.Uri, gesture: PlanGesture, seen?: number): Promise<string | null> {
    return this.turns.take(uri.toString(), () => this.editNow(uri, gesture, seen));
  }

  /** Takes the last edit back, or does it again; false where the document was changed otherwise since, or cannot be changed. */
  undo(uri: vscode.Uri, direction: 'undo' | 'redo'): Promise<boolean> {
    return this.turns.take(uri.toString(), () => this.undoNow(uri, direction));
  }

  private async editNow(uri: vscode.Uri, gesture: PlanGesture, seen: number | undefined): Promise<string | null> {
    const document = await vscode.workspace.openTextDocument(uri);
    const readOnly = await readOnlyReason(document);
    if (readOnly !== null) return readOnly;
    const outcome = await editPlan(
      {
        version: () => document.version,
        ask: (params) => this.plans.edit(params),
        apply: async (edit) => {
          const from = document.version;
          const back = inverseOf(edit.edits, (range) => document.getText(rangeOf(range)));
          const isApplied = await apply(document, edit);
          if (isApplied) this.history(uri).add({ edit, back }, from, document.version);
          return isApplied;
        },
      },
      { uri: uri.toString(), version: seen ?? document.version, gesture },
    );
    if ('applied' in outcome) return null;
    return outcome.refused ?? vscode.l10n.t('The document changed meanwhile; please try again.');
  }

  private async undoNow(uri: vscode.Uri, direction: 'undo' | 'redo'): Promise<boolean> {
    const document = await vscode.workspace.openTextDocument(uri);
    const history = this.history(uri);
    const edit = history.next(direction, document.version);
    if (edit === null || (await readOnlyReason(document)) !== null || !(await apply(document, edit))) return false;
    history.moved(direction, document.version);
    return true;
  }

  private history(uri: vscode.Uri): EditHistory {
    const key = uri.toString();
    const history = this.histories.get(key) ?? new EditHistory();
    this.histories.set(key, history);
    return history;
  }
}

function apply(document: vscode.TextDocument, { edits }: PlanEdit): Thenable<boolean> {
  const change = new vscode.WorkspaceEdit();
  for (const { range, newText } of edits) change.replace(document.uri, rangeOf(range), newText);
  return vscode.workspace.applyEdit(change);
}
