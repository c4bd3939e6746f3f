import * as vscode from 'vscode';

/** Answers a command that does not apply to the active editor. */
export function sayNoIncidentDocument(): void {
  void vscode.window.showInformationMessage(
    vscode.l10n.t('This file is not recognized as an incident document. Open a post-mortem or an escalation summary first.'),
  );
}

/** Answers a command that needs the server while it has not been started. */
export function sayNotStarted(): void {
  void vscode.window.showInformationMessage(
    vscode.l10n.t('Incident Docs starts with the first incident document; none has been opened in this window.'),
  );
}
