import * as vscode from 'vscode';
import { DetectionExplanation, explainDetectionRequest } from '../../../server/src/protocol';
import type { Ask } from '../ask';
import { showRendered, type Pages } from '../pages';
import { nameOf, targetOf } from '../target';
import { detectionPage } from './page';

/** Shows why a document is, or is not, taken for an incident document, and offers the user's own word against it. */
export async function explainDetection(ask: Ask, pages: Pages, named: unknown, previewed?: vscode.Uri): Promise<void> {
  const document = await targetOf(named, previewed);
  if (document === undefined) return;
  const { uri, languageId } = document;
  const explained = await ask(explainDetectionRequest, { uri: uri.toString() }, DetectionExplanation);
  if (explained === null) {
    void vscode.window.showInformationMessage(vscode.l10n.t('The language server gives no answer; the log tells why.'));
    return;
  }
  const name = nameOf(uri);
  const projectFile = explained.pattern?.projectFile;
  const place = { name, isMarkdown: languageId === 'markdown', projectFile: projectFile ? vscode.workspace.asRelativePath(vscode.Uri.parse(projectFile)) : null };
  const text = detectionPage(explained, place, (sentence, ...values) => vscode.l10n.t(sentence, ...values));
  await showRendered(pages.write(vscode.l10n.t('Detection of {0}', name), uri, text));
  const isIncident = explained.kind !== 'none';
  const offer = isIncident ? vscode.l10n.t('Not an Incident Document') : vscode.l10n.t('Treat as Incident Document');
  const sentence = isIncident ? vscode.l10n.t('{0} is taken for an incident document.', name) : vscode.l10n.t('{0} is not taken for an incident document.', name);
  if (explained.by === 'disabled') return;
  const answer = await vscode.window.showInformationMessage(sentence, offer);
  if (answer === offer) await vscode.commands.executeCommand(isIncident ? 'incidentDocs.notAnIncident' : 'incidentDocs.treatAsIncident', uri);
}
