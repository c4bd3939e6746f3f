import type * as vscode from 'vscode';
import type { UserChoice, UserChoices } from '../../../server/src/protocol';
import { KeptByFile } from '../kept-by-file';
import { userChoicesKey } from '../user-choices';

/** What the user has said of files: kept with the workspace, and told to the server. */
export class Choices extends KeptByFile<UserChoice> {
  constructor(state: vscode.Memento, tell: (choices: UserChoices) => void) {
    super(state, userChoicesKey, tell);
  }
}
