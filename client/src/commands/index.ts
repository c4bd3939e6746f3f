import { commands as editor, Disposable, type Extension } from 'vscode';
import type { Client } from '../client';
import { sayNoIncidentDocument, sayNotStarted } from './not-here';
import type { CommandName } from './table';

/**
 * Registers every command that the manifest declares. `client` is the second stage, if it was started. Without it a command that needs an
 * incident document, or a server that runs, by the condition of the manifest, says so in one sentence; any other has `start` start it.
 */
export function registerCommands({ packageJSON }: Extension<unknown>, client: () => Client | undefined, start: () => Client): Disposable {
  const declared = packageJSON.contributes.commands as readonly { command: string; enablement?: string }[];
  return Disposable.from(...declared.map(({ command, enablement = '' }) => {
    const name = command.slice(command.indexOf('.') + 1) as CommandName;
    const refuse = enablement.startsWith('incidentDocs.active') ? sayNoIncidentDocument : enablement === 'incidentDocs.started' ? sayNotStarted : undefined;
    return editor.registerCommand(command, (params?: unknown, selection?: unknown) => {
      const running = client() ?? (refuse ? undefined : start());
      return running ? running.commands[name](params, selection) : refuse?.();
    });
  }));
}
