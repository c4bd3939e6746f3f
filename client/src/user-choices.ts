import type * as vscode from 'vscode';
import type { UserChoices } from '../../server/src/protocol';

export const userChoicesKey = 'incidentDocs.choices';

/** What the user has said of files, by their URIs. Kept with the workspace: no file is changed by it. */
export function userChoices(state: vscode.Memento): UserChoices {
  return state.get(userChoicesKey, {});
}
