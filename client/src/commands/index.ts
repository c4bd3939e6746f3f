import * as vscode from 'vscode';
import type { Command, CommandContext } from './command';
import { copyDiagnosticsInfo } from './copy-diagnostics-info';
import { disableRule } from './disable-rule';
import { explainDetection } from './explain-detection';
import { explainRule } from './explain-rule';
import { notAnIncident } from './not-an-incident';
import { openActionPlan } from './open-action-plan';
import { openActionPlanToSide } from './open-action-plan-to-side';
import { restartServer } from './restart-server';
import { showEffectiveSettings } from './show-effective-settings';
import { showLog } from './show-log';
import { treatAsIncident } from './treat-as-incident';

const commands: readonly Command[] = [
  openActionPlanToSide, openActionPlan, explainRule, disableRule,
  treatAsIncident, notAnIncident, explainDetection, showEffectiveSettings, copyDiagnosticsInfo,
  restartServer, showLog,
];

/** Registers every command of the extension. */
export function registerCommands(context: CommandContext): vscode.Disposable {
  return vscode.Disposable.from(
    ...commands.map((command) => vscode.commands.registerCommand(command.id, (params?: unknown, selection?: unknown) => command.run(context, params, selection))),
  );
}
