import type * as vscode from 'vscode';
import { ActionPlanModel, actionPlanRequest, DocumentEdits, editPlanRequest, type EditPlanParams } from '../../server/src/protocol';
import type { Ask } from './ask';

/** Asks the server about action plans. */
export class Plans {
  constructor(private readonly ask: Ask) {}

  /** The plan of an open incident document; null where there is none to have. Never rejects. */
  plan(uri: vscode.Uri): Promise<ActionPlanModel | null> {
    return this.ask(actionPlanRequest, { uri: uri.toString() }, ActionPlanModel);
  }

  /** The edits that a gesture takes, or null where the server gave no usable answer. Never rejects. */
  edit(params: EditPlanParams): Promise<DocumentEdits | null> {
    return this.ask(editPlanRequest, params, DocumentEdits);
  }
}
