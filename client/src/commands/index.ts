import * as vscode from 'vscode';
import type { Command, CommandContext } from './command';
import { disableRule } from './disable-rule';
import { explainRule } from './explain-rule';
import { findSimilar } from './find-similar';
import { goToNextTimelineEntry } from './go-to-next-timeline-entry';
import { goToPreviousTimelineEntry } from './go-to-previous-timeline-entry';
import { openActionPlan } from './open-action-plan';
import { openActionPlanToSide } from './open-action-plan-to-side';
import { restartServer } from './restart-server';
import { showLog } from './show-log';

const commands: readonly Command[] = [
  openActionPlanToSide, openActionPlan, goToNextTimelineEntry, goToPreviousTimelineEntry, findSimilar, explainRule, disableRule, restartServer, showLog,
];

/** Registers every command of the extension. */
export function registerCommands(context: CommandContext): vscode.Disposable {
  return vscode.Disposable.from(
    ...commands.map((command) => vscode.commands.registerCommand(command.id, (params?: unknown) => command.run(context, params))),
  );
}
