import * as vscode from 'vscode';
import { forgotten, moved } from './moves';

/** Something of the user's for each of some files: kept with the workspace, and taken along when a file gets another name. */
export class KeptByFile<Value extends string> implements vscode.Disposable {
  private readonly listeners = vscode.Disposable.from(
    vscode.workspace.onDidRenameFiles(({ files }) => this.replace(moved(this.all, files.map(({ oldUri, newUri }) => [oldUri.toString(), newUri.toString()])))),
    vscode.workspace.onDidDeleteFiles(({ files }) => this.replace(forgotten(this.all, files.map(String)))),
    // The next untitled document may have the same name.
    vscode.workspace.onDidCloseTextDocument(({ uri, isUntitled }) => isUntitled && this.replace(forgotten(this.all, [uri.toString()]))),
  );

  constructor(
    private readonly state: vscode.Memento,
    private readonly key: string,
    private readonly tell: (all: Readonly<Record<string, Value>>) => void,
  ) {}

  /** By the URIs of the files. */
  get all(): Readonly<Record<string, Value>> {
    return this.state.get(this.key, {});
  }

  of(uri: vscode.Uri): Value | undefined {
    return this.all[uri.toString()];
  }

  /** Keeps a value for a file, or nothing any more. */
  set(uri: vscode.Uri, value: Value | undefined): void {
    const { [uri.toString()]: _, ...others } = this.all;
    this.replace(value ? { ...others, [uri.toString()]: value } : others);
  }

  private replace(all: Readonly<Record<string, Value>>): void {
    if (JSON.stringify(all) === JSON.stringify(this.all)) return;
    void this.state.update(this.key, all);
    this.tell(all);
  }

  dispose(): void {
    this.listeners.dispose();
  }
}
