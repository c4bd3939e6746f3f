import * as vscode from 'vscode';
import { DetectionParams } from '../../server/src/protocol';

/** What the server said about the kinds of the open documents. */
export class Detections implements vscode.Disposable {
  private readonly known = new Map<string, DetectionParams>();
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  private readonly closing = vscode.workspace.onDidCloseTextDocument(({ uri }) => {
    if (this.known.delete(uri.toString())) this.changed.fire(uri);
  });

  /** Fires with the uri of a document whose kind became known, changed, or was forgotten. */
  readonly onDidChange = this.changed.event;

  /** Takes a notification of the server; anything that is none is passed over. */
  accept(params: unknown): void {
    const parsed = DetectionParams.safeParse(params);
    if (!parsed.success) return;
    // Uris are compared in the editor's own spelling.
    const uri = vscode.Uri.parse(parsed.data.uri);
    this.known.set(uri.toString(), parsed.data);
    this.changed.fire(uri);
  }

  of(uri: vscode.Uri): DetectionParams | undefined {
    return this.known.get(uri.toString());
  }

  isIncident(uri: vscode.Uri): boolean {
    const kind = this.of(uri)?.kind;
    return kind === 'postmortem' || kind === 'escalation';
  }

  /** Forgets everything: the server restarts and will tell again. */
  clear(): void {
    this.known.clear();
  }

  dispose(): void {
    this.closing.dispose();
    this.changed.dispose();
  }
}
