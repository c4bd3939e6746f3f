import { commands, l10n, window } from 'vscode';
import { isCandidate } from '../documents';

/** Answers a command that does not apply to the active editor, and offers to have the document checked where it could be an incident document. */
export function sayNoIncidentDocument(): void {
  const document = window.activeTextEditor?.document;
  const offers = document && isCandidate(document) ? [l10n.t('Treat as Incident Document')] : [];
  void window.showInformationMessage(l10n.t('This file is not recognized as an incident document. Open a post-mortem or an escalation summary first.'), ...offers)
    .then((answer) => answer && commands.executeCommand('incidentDocs.treatAsIncident', document?.uri));
}

/** Answers a command that needs the server while it has not been started. */
export function sayNotStarted(): void {
  void window.showInformationMessage(l10n.t('Incident Docs starts with the first incident document; none has been opened in this window.'));
}
