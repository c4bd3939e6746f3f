import * as vscode from 'vscode';
import { DetectionExplanation, explainDetectionRequest } from '../../../server/src/protocol';
import type { Ask } from '../ask';
import { lineLink, type RenderedPages } from '../rendered-pages';
import { sayNoAnswer } from '../say';
import { nameOf, targetOf } from '../target';
import { detectionPage } from './page';

/** Shows why a document is, or is not, taken for an incident document, and offers the user's own word against it. */
export async function explainDetection(ask: Ask, pages: RenderedPages, named: unknown, previewed?: vscode.Uri): Promise<void> {
  const document = await targetOf(named, previewed);
  if (document === undefined) return;
  const { uri } = document;
  const name = nameOf(uri);
  let explained: DetectionExplanation | null = null;
  const isShown = await pages.show(vscode.l10n.t('Detection of {0}', name), uri, vscode.ViewColumn.Active, async () => {
    explained = await ask(explainDetectionRequest, { uri: uri.toString() }, DetectionExplanation);
    return explained && pageOf(explained, document);
  });
  if (!isShown || explained === null) return sayNoAnswer();
  const { kind, by } = explained as DetectionExplanation;
  const isIncident = kind !== 'none';
  const offer = isIncident ? vscode.l10n.t('Not an Incident Document') : vscode.l10n.t('Treat as Incident Document');
  const sentence = isIncident ? vscode.l10n.t('{0} is taken for an incident document.', name) : vscode.l10n.t('{0} is not taken for an incident document.', name);
  if (by === 'disabled') return;
  const answer = await vscode.window.showInformationMessage(sentence, offer);
  if (answer === offer) await vscode.commands.executeCommand(isIncident ? 'incidentDocs.notAnIncident' : 'incidentDocs.treatAsIncident', uri);
}

function pageOf(explained: DetectionExplanation, { uri, languageId }: vscode.TextDocument): string {
  const projectFile = explained.pattern?.projectFile;
  const place = { name: nameOf(uri), isMarkdown: languageId === 'markdown', projectFile: projectFile ? vscode.workspace.asRelativePath(vscode.Uri.parse(projectFile)) : null, link: lineLink(uri) };
  return detectionPage(explained, place, vscode.l10n.t);
}
