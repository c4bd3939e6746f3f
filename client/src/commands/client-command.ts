import type { Client } from '../client';
import { copyDiagnosticsInfo } from './copy-diagnostics-info';
import { disableRule } from './disable-rule';
import { explainDetection } from './explain-detection';
import { explainRule } from './explain-rule';
import { notAnIncident } from './not-an-incident';
import { restartServer } from './restart-server';
import { showEffectiveSettings } from './show-effective-settings';
import { showLog } from './show-log';
import { treatAsIncident } from './treat-as-incident';

/** A command that lies in the second stage; the first knows its name alone. */
export interface ClientCommand {
  readonly id: string;
  /**
   * `params` come from code actions and are the document in menus, where `selection` are all that are selected. Both are missing where the
   * command was called from the palette.
   */
  run(client: Client, params?: unknown, selection?: unknown): void | Promise<void>;
}

export const clientCommands: readonly ClientCommand[] = [
  treatAsIncident, notAnIncident, explainDetection, showEffectiveSettings, copyDiagnosticsInfo, explainRule, disableRule, restartServer, showLog,
];
