import type * as vscode from 'vscode';
import { ActionPlanModel, actionPlanRequest, ToggleActionResult, toggleActionRequest, type ToggleActionParams } from '../../server/src/protocol';
import type { Ask } from './ask';

/** Asks the server about action plans. */
export class Plans {
  constructor(private readonly ask: Ask) {}

  /** The plan of an open incident document; null where there is none to have. Never rejects. */
  plan(uri: vscode.Uri): Promise<ActionPlanModel | null> {
    return this.ask(actionPlanRequest, { uri: uri.toString() }, ActionPlanModel);
  }

  /** The edit that sets a checkbox, or null where the server gave no usable answer. Never rejects. */
  toggle(params: ToggleActionParams): Promise<ToggleActionResult | null> {
    return this.ask(toggleActionRequest, params, ToggleActionResult);
  }
}
