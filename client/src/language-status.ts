import * as vscode from 'vscode';
import type { BadSetting } from '../../server/src/protocol';
import type { Detections } from './detections';
import { documentSelector } from './documents';
import { inBrief, inFull } from './reasons';

/** The entries beside the language of the active document: what it was taken for, and why; and what is wrong in its settings, if anything. */
export class LanguageStatus implements vscode.Disposable {
  private readonly item = vscode.languages.createLanguageStatusItem('incidentDocs.status', []);
  private readonly settings = vscode.languages.createLanguageStatusItem('incidentDocs.settings', []);
  private readonly listeners: vscode.Disposable;
  private failure: string | null = null;

  constructor(private readonly detections: Detections) {
    this.item.name = 'Incident Docs';
    this.settings.name = vscode.l10n.t('Incident Docs: settings');
    this.settings.severity = vscode.LanguageStatusSeverity.Warning;
    this.listeners = vscode.Disposable.from(
      this.item,
      this.settings,
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
    this.refreshSettings(this.failure === null && detection?.kind !== 'none' ? (detection?.badSettings ?? []) : []);
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

  /** Says which settings do not hold as they are written. The sentences are in the log, and over the link. */
  private refreshSettings(bad: readonly BadSetting[]): void {
    const names = [...new Set(bad.map(({ setting }) => setting))];
    this.settings.selector = bad.length === 0 ? [] : documentSelector;
    this.settings.text = vscode.l10n.t('Incident: bad settings');
    // without what they have in common: the editor has one line, and cuts what is longer
    this.settings.detail = names.map((name) => name.replace('incidentDocs.', '')).join(', ');
    this.settings.command = {
      command: 'workbench.action.openSettings',
      title: vscode.l10n.t('Open Settings'),
      tooltip: bad.map(({ message }) => message).join('\n'),
      arguments: [names.length === 1 ? names[0] : 'incidentDocs'],
    };
  }

  dispose(): void {
    this.listeners.dispose();
  }
}
