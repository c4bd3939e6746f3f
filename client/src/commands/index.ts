import * as vscode from 'vscode';
import type { Command, CommandContext } from './command';
import { starting, waiting } from './names';
import { sayNotStarted } from './not-here';
import { openActionPlan } from './open-action-plan';
import { openActionPlanToSide } from './open-action-plan-to-side';

const commands: readonly Command[] = [openActionPlanToSide, openActionPlan];

/** Registers every command of the extension. */
export function registerCommands(context: CommandContext): vscode.Disposable {
  const forward = (name: string, client: CommandContext['client']): vscode.Disposable => {
    const id = `incidentDocs.${name}`;
    return vscode.commands.registerCommand(id, (...params: unknown[]) => client()?.run(id, params) ?? sayNotStarted());
  };
  return vscode.Disposable.from(
    ...commands.map((command) => vscode.commands.registerCommand(command.id, (params?: unknown) => command.run(context, params))),
    ...starting.map((name) => forward(name, context.start)),
    ...waiting.map((name) => forward(name, context.client)),
  );
}
