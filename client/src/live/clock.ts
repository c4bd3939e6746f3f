import * as vscode from 'vscode';
import { clockRequest, IncidentClock } from '../../../server/src/protocol';
import type { Ask } from '../ask';
import { sayNoIncidentDocument } from '../commands/not-here';
import type { Detections } from '../detections';
import { KeptByFile } from '../kept-by-file';
import { nameOf } from '../target';
import { clockFace } from './clock-face';
import { ClockTicker } from './clock-ticker';

/** How long an incident has been going on, in the status bar: for documents that were asked for by the command, while one of them is open. */
export class Clock implements vscode.Disposable {
  private readonly kept: KeptByFile<'on'>;
  private readonly ticker: ClockTicker;
  private readonly command: vscode.Disposable;
  private listeners: vscode.Disposable | undefined;
  private item: vscode.StatusBarItem | undefined;
  private shown: vscode.Uri | undefined;

  constructor(
    state: vscode.Memento,
    private readonly detections: Detections,
    ask: Ask,
  ) {
    this.ticker = new ClockTicker((uri) => ask(clockRequest, { uri }, IncidentClock), (uri, clock) => this.draw(vscode.Uri.parse(uri), clock));
    this.kept = new KeptByFile(state, 'incidentDocs.clocks', () => this.listen());
    this.command = vscode.commands.registerCommand('incidentDocs._clock', () => this.offer());
    this.listen();
  }

  /** Shows the clock of the active document, or takes it away. */
  toggle(): void {
    const uri = vscode.window.activeTextEditor?.document.uri;
    if (!uri || !this.detections.isIncident(uri)) return sayNoIncidentDocument();
    this.kept.set(uri, this.kept.of(uri) ? undefined : 'on');
    this.follow();
  }

  dispose(): void {
    this.ticker.follow(undefined);
    for (const part of [this.kept, this.command, this.listeners, this.item]) part?.dispose();
  }

  /** Listens while there is a clock to show, and no longer. */
  private listen(): void {
    const isOn = Object.keys(this.kept.all).length > 0;
    if (isOn && !this.listeners) {
      const follow = (): void => this.follow();
      this.listeners = vscode.Disposable.from(
        vscode.window.onDidChangeActiveTextEditor(follow),
        vscode.workspace.onDidCloseTextDocument(follow),
        this.detections.onDidChange(follow),
        // a machine that was asleep has missed a minute or more
        vscode.window.onDidChangeWindowState(({ focused }) => focused && this.ticker.changed()),
        vscode.workspace.onDidChangeTextDocument(({ document }) => document.uri.toString() === this.shown?.toString() && this.ticker.changed()),
      );
    } else if (!isOn) {
      this.listeners?.dispose();
      this.listeners = undefined;
    }
    this.follow();
  }

  /** The active document where its clock is on, else the one that is shown already, else any that is open. */
  private follow(): void {
    const open = vscode.workspace.textDocuments.filter(({ uri, isClosed }) => !isClosed && this.kept.of(uri) && this.detections.isIncident(uri)).map(({ uri }) => uri);
    const among = (uri: vscode.Uri | undefined): vscode.Uri | undefined => open.find((other) => other.toString() === uri?.toString());
    const next = among(vscode.window.activeTextEditor?.document.uri) ?? among(this.shown) ?? open[0];
    // what has no face yet, or lost it while the server was down, is asked for again
    if (next?.toString() === this.shown?.toString() && (this.item || !next)) return;
    this.shown = next;
    if (!next) this.hide();
    this.ticker.follow(next?.toString());
  }

  private draw(uri: vscode.Uri, clock: IncidentClock | null): void {
    if (!clock) return this.hide();
    const name = nameOf(uri);
    const { text, label, details, isOverdue } = clockFace(clock, name, vscode.l10n.t);
    this.item ??= vscode.window.createStatusBarItem('incidentDocs.clock', vscode.StatusBarAlignment.Left);
    this.item.name = vscode.l10n.t('Incident Clock');
    this.item.text = text;
    this.item.tooltip = [name, ...details].join('\n');
    this.item.accessibilityInformation = { label, role: 'button' };
    this.item.backgroundColor = isOverdue ? new vscode.ThemeColor('statusBarItem.warningBackground') : undefined;
    this.item.command = 'incidentDocs._clock';
    this.item.show();
  }

  private hide(): void {
    this.item?.dispose();
    this.item = undefined;
  }

  /** Shows the document of the clock, and what there is to do in it. */
  private async offer(): Promise<void> {
    if (!this.shown) return;
    await vscode.window.showTextDocument(this.shown);
    const choices = [
      { label: vscode.l10n.t('$(add) Insert Timeline Entry Now'), command: 'insertEntryNow' },
      { label: vscode.l10n.t('$(pulse) Set Status…'), command: 'setStatus' },
      { label: vscode.l10n.t('$(eye-closed) Hide Incident Clock'), command: 'toggleClock' },
    ];
    const chosen = await vscode.window.showQuickPick(choices, { title: nameOf(this.shown) });
    if (chosen) await vscode.commands.executeCommand(`incidentDocs.${chosen.command}`);
  }
}
