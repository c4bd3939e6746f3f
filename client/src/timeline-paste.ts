import * as vscode from 'vscode';
import { PasteAsTimelineResult, pasteAsTimelineRequest, type PasteAsTimelineParams } from '../../server/src/protocol';
import type { Ask } from './ask';
import { sayNoIncidentDocument } from './commands/not-here';
import type { Detections } from './detections';
import { documentSelector } from './documents';
import { placeOf, rangeOf } from './places';
import { say, sayNoAnswer } from './say';

type Pasted = Exclude<PasteAsTimelineResult, { refused: string }>;

/** What holds a time of day or seconds since 1970: the server need not be asked about anything else. */
const mayBeTimed = /\d:\d{2}|\d{10}|\d ?[AP]M\b/i;

/** Makes entries of a timeline of what was copied from chats, logs and tables: as a way to paste, and of a selection. */
export class TimelinePaste implements vscode.DocumentPasteEditProvider, vscode.Disposable {
  static readonly kind = vscode.DocumentDropOrPasteEditKind.Text.append('incidentDocs', 'timeline');
  private readonly registration: vscode.Disposable;

  constructor(
    private readonly detections: Detections,
    private readonly ask: Ask,
  ) {
    this.registration = vscode.languages.registerDocumentPasteEditProvider(documentSelector, this, { providedPasteEditKinds: [TimelinePaste.kind], pasteMimeTypes: ['text/plain'] });
  }

  /** Offered beside plain text, never instead of it. */
  async provideDocumentPasteEdits(document: vscode.TextDocument, ranges: readonly vscode.Range[], transfer: vscode.DataTransfer, _: vscode.DocumentPasteEditContext, token: vscode.CancellationToken): Promise<vscode.DocumentPasteEdit[] | undefined> {
    const [range] = ranges;
    if (ranges.length !== 1 || !range?.isEmpty || !this.detections.isIncident(document.uri)) return undefined;
    const text = await transfer.get('text/plain')?.asString();
    if (text === undefined || !mayBeTimed.test(text) || token.isCancellationRequested) return undefined;
    const pasted = await this.ask(pasteAsTimelineRequest, this.params(document, range.start, text), PasteAsTimelineResult, token);
    if (!pasted || 'refused' in pasted || pasted.entries.length === 0 || document.version !== pasted.version) return undefined;
    const edit = new vscode.DocumentPasteEdit('', vscode.l10n.t('Paste as Timeline Entries ({0})', pasted.format), TimelinePaste.kind);
    edit.additionalEdit = editOf(document, pasted);
    edit.yieldTo = [vscode.DocumentDropOrPasteEditKind.Text, vscode.DocumentDropOrPasteEditKind.Empty];
    return [edit];
  }

  /** Shows what becomes of the selected lines, and changes them once that is confirmed. Where it cannot be done it says why in a sentence. */
  async convertSelection(): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    if (!editor || !this.detections.isIncident(editor.document.uri)) return sayNoIncidentDocument();
    const { document, selection } = editor;
    const lines = wholeLines(document, selection);
    const params = { ...this.params(document, lines.start, document.getText(lines)), replacing: { start: placeOf(lines.start), end: placeOf(lines.end) } };
    const pasted = await this.ask(pasteAsTimelineRequest, params, PasteAsTimelineResult);
    if (!pasted) return sayNoAnswer();
    if ('refused' in pasted) return say(pasted.refused);
    if (document.version !== pasted.version) return say(vscode.l10n.t('The document has changed meanwhile; try again.'));
    await vscode.workspace.applyEdit(editOf(document, pasted, {
      needsConfirmation: true,
      label: vscode.l10n.t('Convert Selection to Timeline Entries ({0})', pasted.format),
      description: pasted.notes.join(' '),
    }), { isRefactoring: true });
  }

  dispose(): void {
    this.registration.dispose();
  }

  private params(document: vscode.TextDocument, position: vscode.Position, text: string): PasteAsTimelineParams {
    return { uri: document.uri.toString(), version: document.version, position: placeOf(position), text };
  }
}

function editOf(document: vscode.TextDocument, { edits }: Pasted, metadata?: vscode.WorkspaceEditEntryMetadata): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  for (const { range, newText } of edits) edit.replace(document.uri, rangeOf(range), newText, metadata);
  return edit;
}

/** Up to the end of the last line; a selection that ends where a line begins does not reach into it. */
function wholeLines(document: vscode.TextDocument, { start, end }: vscode.Range): vscode.Range {
  const last = end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
  return new vscode.Range(start.line, 0, last, document.lineAt(last).range.end.character);
}
