import type { LanguageClient } from 'vscode-languageclient/node';
import type * as vscode from 'vscode';
import { ActionPlanModel, actionPlanRequest, ToggleActionResult, toggleActionRequest, type ToggleActionParams } from '../../server/src/protocol';

/** Asks the server about action plans. */
export class Plans {
  constructor(
    private readonly client: LanguageClient,
    private readonly ready: () => Promise<boolean>,
  ) {}

  /** The plan of an open incident document; null where there is none to have. Never rejects. */
  async plan(uri: vscode.Uri): Promise<ActionPlanModel | null> {
    const answer = await this.ask(actionPlanRequest, { uri: uri.toString() });
    const parsed = ActionPlanModel.safeParse(answer);
    return parsed.success ? parsed.data : null;
  }

  /** The edit that sets a checkbox, or null where the server gave no usable answer. Never rejects. */
  async toggle(params: ToggleActionParams): Promise<ToggleActionResult | null> {
    const answer = await this.ask(toggleActionRequest, params);
    const parsed = ToggleActionResult.safeParse(answer);
    return parsed.success ? parsed.data : null;
  }

  private async ask(method: string, params: object): Promise<unknown> {
    if (!(await this.ready())) return null;
    try {
      return await this.client.sendRequest(method, params);
    } catch (error) {
      this.client.error(`${method} failed.`, error, false);
      return null;
    }
  }
}
