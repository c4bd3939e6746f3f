import * as vscode from 'vscode';
import { TimelineEntryResult, timelineEntryRequest, type TimelineEntryParams } from '../../server/src/protocol';
import type { Ask } from './ask';
import { sayNoIncidentDocument } from './commands/not-here';
import type { Detections } from './detections';
import { say, sayNoAnswer } from './say';

/** How long the status bar tells that the walk went on from the other end, in milliseconds. */
const SHOWN = 4000;

/** Takes the cursor of the active editor from entry to entry of the timeline, and from the last on to the first. */
export class TimelineWalk {
  constructor(
    private readonly detections: Detections,
    private readonly ask: Ask,
  ) {}

  /** Where there is nowhere to go it says so in a sentence. */
  async go(direction: TimelineEntryParams['direction']): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    if (!editor || !this.detections.isIncident(editor.document.uri)) return sayNoIncidentDocument();
    const params: TimelineEntryParams = { uri: editor.document.uri.toString(), line: editor.selection.active.line, direction };
    const found = await this.ask(timelineEntryRequest, params, TimelineEntryResult);
    if (!found?.position) {
      return found ? say(vscode.l10n.t('This document has no timeline whose entries begin with a time.')) : sayNoAnswer();
    }
    const { line, character } = found.position;
    const place = new vscode.Position(line, character);
    editor.selection = new vscode.Selection(place, place);
    editor.revealRange(new vscode.Range(place, place), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    if (!found.wrapped) return;
    const words = direction === 'next' ? vscode.l10n.t('That was the last entry: went on from the first.') : vscode.l10n.t('That was the first entry: went on from the last.');
    vscode.window.setStatusBarMessage(words, SHOWN);
  }
}
