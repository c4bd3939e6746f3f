import * as vscode from 'vscode';
import type { Detections } from './detections';
import { documentSelector } from './documents';
import { inBrief, inFull } from './reasons';

/** The entry beside the language of the active document: what it was taken for, and why. */
export class LanguageStatus implements vscode.Disposable {
  private readonly item = vscode.languages.createLanguageStatusItem('incidentDocs.status', []);
  private readonly listeners: vscode.Disposable;
  private failure: string | null = null;

  constructor(private readonly detections: Detections) {
    this.item.name = 'Incident Docs';
    this.listeners = vscode.Disposable.from(
      this.item,
      vscode.window.onDidChangeActiveTextEditor(() => this.refresh()),
      detections.onDidChange(() => this.refresh()),
    );
  }

  /** Says that the server does not run, until `setFailure(null)`. */
  setFailure(failure: string | null): void {
    this.failure = failure;
    this.refresh();
  }

  private refresh(): void {
    const uri = vscode.window.activeTextEditor?.document.uri;
    const detection = uri && this.detections.of(uri);
    if (this.failure !== null) {
      this.item.selector = documentSelector;
      this.item.severity = vscode.LanguageStatusSeverity.Error;
      this.item.text = vscode.l10n.t('Incident: server stopped');
      this.item.detail = this.failure;
      this.item.command = { command: 'incidentDocs.restartServer', title: vscode.l10n.t('Restart') };
      return;
    }
    // An empty selector hides the item: documents that are not ours show nothing.
    this.item.selector = detection === undefined || detection.kind === 'none' ? [] : documentSelector;
    this.item.severity = vscode.LanguageStatusSeverity.Information;
    this.item.text = detection?.kind === 'escalation' ? vscode.l10n.t('Incident: escalation') : vscode.l10n.t('Incident: post-mortem');
    const detectedFrom = (words: typeof inBrief): string => {
      const reasons = words(detection?.reasons ?? [], (sentence, ...values) => vscode.l10n.t(sentence, ...values));
      return reasons && vscode.l10n.t('Detected from {0}', reasons);
    };
    this.item.detail = detectedFrom(inBrief);
    // What has no place on the one line that there is: shown over the link, over the status where it is pinned, and above the list that opens.
    const inDetail = detectedFrom(inFull);
    this.item.command = { command: 'incidentDocs._wrong', title: vscode.l10n.t('Wrong?'), tooltip: inDetail, arguments: [this.item.text] };
  }

  dispose(): void {
    this.listeners.dispose();
  }
}
