import * as vscode from 'vscode';
import { RefactoringsResult, refactoringsRequest, type RefactoringOffer, type RefactoringsParams } from '../../../server/src/protocol';
import type { Ask } from '../ask';
import { sayNoIncidentDocument } from '../commands/not-here';
import type { Detections } from '../detections';
import { makeEdits } from '../document-edits';
import { placeOf } from '../places';
import { say, sayNoAnswer } from '../say';
import { pickZone } from './zones';

type Offers = NonNullable<RefactoringsResult>;
type Change = Exclude<RefactoringOffer, { refused: string }>;

interface Choice extends vscode.QuickPickItem {
  readonly offer: RefactoringOffer;
}

/** The kinds that have a command of their own. */
const convertTimesKind = 'refactor.rewrite.incidentDocs.convertTimes';
export const sortTimelineKind = 'refactor.rewrite.incidentDocs.sortTimeline';
export const addMissingSectionsKind = 'source.addMissingSections.incidentDocs';

/** Has the notation and the order of the active document changed by the server's offers, each as one step that undo takes back. */
export class Refactor {
  constructor(
    private readonly detections: Detections,
    private readonly ask: Ask,
  ) {}

  /** Lets one of the changes be chosen that apply: those at the cursor, then the others; below stands what cannot be done, with the reason. */
  async choose(): Promise<void> {
    const editor = this.editor();
    if (!editor) return sayNoIncidentDocument();
    const here = await this.offers(editor, { range: editor.selection });
    const anywhere = here && (await this.offers(editor, {}));
    if (!here || !anywhere) return;
    // what is about the source is about the whole of it, wherever the cursor stands
    const near = here.offers.filter(({ kind }) => !kind.startsWith('source.'));
    const titles = new Set(near.map(({ title }) => title));
    const others = anywhere.offers.filter(({ title }) => !titles.has(title));
    const items = [
      ...part(vscode.l10n.t('At the cursor'), near.filter(isChange)),
      ...part(vscode.l10n.t('In this document'), others.filter(isChange)),
      ...part(vscode.l10n.t('Not possible here'), [...near, ...others].filter((offer) => !isChange(offer))),
    ];
    if (items.length === 0) return say(vscode.l10n.t('There is nothing in this document to write otherwise.'));
    await this.pick(editor, anywhere.version, items, vscode.l10n.t('Refactor'), vscode.l10n.t('What to change; undo takes it back in one step'));
  }

  /** Makes the change of a kind, at the cursor or, where there is none, elsewhere; `done` tells that there is nothing to do. */
  async make(kind: string, done: string): Promise<void> {
    const editor = this.editor();
    if (!editor) return sayNoIncidentDocument();
    const found = await this.nearest(editor, { kind });
    const [offer] = found?.offers ?? [];
    if (!found) return;
    if (!offer) return say(done);
    await this.take(editor, found.version, offer);
  }

  /** Lets a zone be chosen or typed, and whether the original stays in parentheses; converts the timeline at the cursor, or the first. */
  async convertTimes(): Promise<void> {
    const editor = this.editor();
    if (!editor) return sayNoIncidentDocument();
    const usual = await this.nearest(editor, { kind: convertTimesKind });
    if (!usual) return;
    const [first] = usual.offers;
    if (first && 'refused' in first) return say(first.refused);
    const near = [...new Set(usual.offers.filter(isChange).flatMap(({ timeZone }) => timeZone ?? []))];
    const timeZone = await pickZone(near);
    if (timeZone === undefined) return;
    const found = await this.nearest(editor, { kind: convertTimesKind, timeZone });
    if (!found) return;
    const [offer, ...others] = found.offers;
    if (!offer) return say(vscode.l10n.t('There are no times here that could be told in {0}.', timeZone));
    if (others.length === 0) return this.take(editor, found.version, offer);
    await this.pick(editor, found.version, found.offers.map(choiceOf), vscode.l10n.t('Convert Times'), vscode.l10n.t('Whether the original stays as well'));
  }

  private editor(): vscode.TextEditor | undefined {
    const editor = vscode.window.activeTextEditor;
    return editor && this.detections.isIncident(editor.document.uri) ? editor : undefined;
  }

  private async offers({ document }: vscode.TextEditor, { range, ...params }: Partial<Omit<RefactoringsParams, 'range'>> & { range?: vscode.Range }): Promise<Offers | null> {
    const place = range && { start: placeOf(range.start), end: placeOf(range.end) };
    const found = await this.ask(refactoringsRequest, { uri: document.uri.toString(), ...(place && { range: place }), ...params }, RefactoringsResult);
    if (found === null) sayNoAnswer();
    return found;
  }

  private async nearest(editor: vscode.TextEditor, params: Partial<Omit<RefactoringsParams, 'range'>>): Promise<Offers | null> {
    const here = await this.offers(editor, { ...params, range: editor.selection });
    return here && here.offers.length === 0 ? this.offers(editor, params) : here;
  }

  private async pick(editor: vscode.TextEditor, version: number, items: readonly (Choice | vscode.QuickPickItem)[], title: string, placeHolder: string): Promise<void> {
    const chosen = await vscode.window.showQuickPick(items, { title, placeHolder, matchOnDetail: true });
    if (chosen && 'offer' in chosen) await this.take(editor, version, chosen.offer);
  }

  private async take(editor: vscode.TextEditor, version: number, offer: RefactoringOffer): Promise<void> {
    if ('refused' in offer) return say(offer.refused);
    const isMade = await makeEdits(editor, { version, ...offer });
    const at = offer.edits[0]?.range.start;
    if (isMade && at) editor.revealRange(new vscode.Range(at.line, at.character, at.line, at.character), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }
}

const isChange = (offer: RefactoringOffer): offer is Change => !('refused' in offer);

function part(label: string, offers: readonly RefactoringOffer[]): (Choice | vscode.QuickPickItem)[] {
  return offers.length === 0 ? [] : [{ label, kind: vscode.QuickPickItemKind.Separator }, ...offers.map(choiceOf)];
}

const choiceOf = (offer: RefactoringOffer): Choice => ('refused' in offer ? { offer, label: `$(circle-slash) ${offer.title}`, detail: offer.refused } : { offer, label: offer.title });
