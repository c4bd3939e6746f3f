import { commands as editor, Disposable } from 'vscode';
import type { Client } from '../client';
import { sayNoIncidentDocument, sayNotStarted } from './not-here';
import { commands, type CommandName } from './table';

/** Registers every command of the extension. `client` is the second stage, if it was started, which `start` does. */
export function registerCommands(client: () => Client | undefined, start: () => Client): Disposable {
  const register = (names: readonly CommandName[], running: () => Client | undefined, otherwise?: () => void): Disposable[] =>
    names.map((name) => editor.registerCommand(`incidentDocs.${name}`, (params?: unknown, selection?: unknown) => {
      const found = running();
      return found ? found.commands[name](params, selection) : otherwise?.();
    }));
  return Disposable.from(
    ...register(commands.starts, start),
    ...register(commands.needsDocument, client, sayNoIncidentDocument),
    ...register(commands.needsStart, client, sayNotStarted),
  );
}
