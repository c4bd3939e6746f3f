import * as vscode from 'vscode';
import type { UserChoice, UserChoices } from '../../../server/src/protocol';
import { keepUserChoices, userChoices } from '../user-choices';
import { forgotten, moved } from './moves';

/** What the user has said of files: kept with the workspace, told to the server, and taken along when a file gets another name. */
export class Choices implements vscode.Disposable {
  private readonly listeners = vscode.Disposable.from(
    vscode.workspace.onDidRenameFiles(({ files }) => this.replace(moved(this.all, files.map(({ oldUri, newUri }) => [oldUri.toString(), newUri.toString()])))),
    vscode.workspace.onDidDeleteFiles(({ files }) => this.replace(forgotten(this.all, files.map(String)))),
    // The next untitled document may have the same name.
    vscode.workspace.onDidCloseTextDocument(({ uri, isUntitled }) => isUntitled && this.replace(forgotten(this.all, [uri.toString()]))),
  );

  constructor(
    private readonly state: vscode.Memento,
    private readonly tell: (choices: UserChoices) => void,
  ) {}

  get all(): UserChoices {
    return userChoices(this.state);
  }

  of(uri: vscode.Uri): UserChoice | undefined {
    return this.all[uri.toString()];
  }

  /** Says of a file what it is, or nothing any more. */
  set(uri: vscode.Uri, choice: UserChoice | undefined): void {
    const { [uri.toString()]: _, ...others } = this.all;
    this.replace(choice ? { ...others, [uri.toString()]: choice } : others);
  }

  private replace(choices: UserChoices): void {
    if (JSON.stringify(choices) === JSON.stringify(this.all)) return;
    void keepUserChoices(this.state, choices);
    this.tell(choices);
  }

  dispose(): void {
    this.listeners.dispose();
  }
}
