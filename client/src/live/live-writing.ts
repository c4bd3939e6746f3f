import * as vscode from 'vscode';
import {
  InsertEntryNowResult, insertEntryNowRequest, MilestoneChoices, milestoneChoicesRequest, StatusChoices, statusChoicesRequest, type PlaceParams,
} from '../../../server/src/protocol';
import type { Ask } from '../ask';
import { sayNoIncidentDocument } from '../commands/not-here';
import type { Detections } from '../detections';
import { makeEdits } from '../document-edits';
import { pick } from '../pick';
import { placeOf, rangeOf } from '../places';
import { say, sayGoneOn, sayNoAnswer } from '../say';

type Inserted = Exclude<InsertEntryNowResult, { refused: string }>;
type MilestoneChoice = Exclude<MilestoneChoices, { refused: string }>['choices'][number];

/** Writes what changes from minute to minute while an incident goes on. The server says what is written; each change is one step to undo. */
export class LiveWriting {
  constructor(
    private readonly detections: Detections,
    private readonly ask: Ask,
  ) {}

  /** Puts an entry of now into the timeline, and the cursor where its words belong. */
  async insertEntry(): Promise<void> {
    const editor = this.editor();
    if (!editor) return;
    const inserted = await this.ask(insertEntryNowRequest, placeIn(editor), InsertEntryNowResult);
    if (!inserted) return sayNoAnswer();
    if ('refused' in inserted) return say(inserted.refused);
    if (!(await insertWithCursor(editor, inserted))) sayGoneOn();
  }

  /** Offers the statuses that the document can be given. */
  async setStatus(): Promise<void> {
    const editor = this.editor();
    if (!editor) return;
    const answer = await this.ask(statusChoicesRequest, { uri: editor.document.uri.toString() }, StatusChoices);
    if (!answer) return sayNoAnswer();
    if ('refused' in answer) return say(answer.refused);
    const items = answer.choices.map(({ value, meaning, isCurrent, edits }) => ({
      label: value, detail: meaning, edits, isCurrent, ...(isCurrent && { description: vscode.l10n.t('now') }),
    }));
    const chosen = await pick(items, vscode.l10n.t('Set Status'), vscode.l10n.t('How far the incident is'), items.find(({ isCurrent }) => isCurrent));
    if (chosen && chosen.edits.length > 0) await makeEdits(editor, { version: answer.version, edits: chosen.edits });
  }

  /** Offers the milestones that the entry at the cursor can be marked as, and takes away the mark that it has. */
  async markMilestone(): Promise<void> {
    const editor = this.editor();
    if (!editor) return;
    const answer = await this.ask(milestoneChoicesRequest, placeIn(editor), MilestoneChoices);
    if (!answer) return sayNoAnswer();
    if ('refused' in answer) return say(answer.refused);
    const items = answer.choices.map(({ name, isMarked, line, change }) => ({
      label: isMarked ? `$(check) ${name}` : name, change, description: stateOf(isMarked, line, editor.selection.active.line),
    }));
    const chosen = await pick(items, vscode.l10n.t('Mark Milestone'), answer.entry || vscode.l10n.t('What this entry is'), items[likeliest(answer.choices, editor.selection.active.line)]);
    if (!chosen) return;
    if ('refused' in chosen.change) return say(chosen.change.refused);
    await makeEdits(editor, { version: answer.version, edits: chosen.change.edits });
  }

  private editor(): vscode.TextEditor | undefined {
    const editor = vscode.window.activeTextEditor;
    if (editor && this.detections.isIncident(editor.document.uri)) return editor;
    sayNoIncidentDocument();
    return undefined;
  }
}

/** The milestone that the entry tells of, else the first one behind all that are told of: what is marked is mostly what comes next. Lines are 0-based. */
function likeliest(choices: readonly MilestoneChoice[], here: number): number {
  const own = choices.findIndex(({ isMarked, line }) => isMarked || line === here);
  return own >= 0 ? own : choices.findLastIndex(({ line }) => line !== null) + 1;
}

/** Where the milestone is told of now. Lines are 0-based. */
function stateOf(isMarked: boolean, line: number | null, here: number): string {
  if (isMarked) return vscode.l10n.t('marked here: choose it to take the mark away');
  if (line === null) return '';
  return line === here ? vscode.l10n.t('found here') : vscode.l10n.t('now in line {0}', line + 1);
}

const placeIn = ({ document, selection: { active } }: vscode.TextEditor): PlaceParams =>
  ({ uri: document.uri.toString(), version: document.version, position: placeOf(active) });

/** Makes the edits and puts the cursor into them at once: what is typed meanwhile goes nowhere else. */
async function insertWithCursor({ document }: vscode.TextEditor, { version, edits, cursor }: Inserted): Promise<boolean> {
  if (document.version !== version) return false;
  const edit = new vscode.WorkspaceEdit();
  edit.set(document.uri, edits.map((made, index) => {
    const { newText } = made;
    const range = rangeOf(made.range);
    if (index !== cursor.edit) return vscode.TextEdit.replace(range, newText);
    const snippet = new vscode.SnippetString().appendText(newText.slice(0, cursor.offset)).appendTabstop(0).appendText(newText.slice(cursor.offset));
    return Object.assign(vscode.SnippetTextEdit.replace(range, snippet), { keepWhitespace: true });
  }));
  return vscode.workspace.applyEdit(edit);
}
