import type * as vscode from 'vscode';
import { ActionPlanModel, actionPlanRequest, ToggleActionResult, toggleActionRequest, type ToggleActionParams } from '../../server/src/protocol';
import type { Questions } from './questions';

/** Asks the server about action plans. */
export class Plans {
  constructor(private readonly questions: Questions) {}

  /** The plan of an open incident document; null where there is none to have. Never rejects. */
  plan(uri: vscode.Uri): Promise<ActionPlanModel | null> {
    return this.questions.ask(actionPlanRequest, { uri: uri.toString() }, ActionPlanModel);
  }

  /** The edit that sets a checkbox, or null where the server gave no usable answer. Never rejects. */
  toggle(params: ToggleActionParams): Promise<ToggleActionResult | null> {
    return this.questions.ask(toggleActionRequest, params, ToggleActionResult);
  }
}
