import * as vscode from 'vscode';
import { ReviewResult, reviewRequest } from '../../../server/src/protocol';
import type { Ask } from '../ask';
import { sayNoIncidentDocument } from '../commands/not-here';
import { lineLink, type RenderedPages } from '../rendered-pages';
import { nameOf, targetOf } from '../target';
import { reviewPage } from './page';

/** Shows what a reviewer asks, and where an incident document answers, beside the document. */
export async function showReview(ask: Ask, pages: RenderedPages, named: unknown, previewed?: vscode.Uri): Promise<void> {
  const document = await targetOf(named, previewed);
  if (document === undefined) return;
  const { uri } = document;
  const place = { name: nameOf(uri), link: lineLink(uri) };
  const isShown = await pages.show(vscode.l10n.t('Review of {0}', place.name), uri, vscode.ViewColumn.Beside, async () => {
    const reviewed = await ask(reviewRequest, { uri: uri.toString() }, ReviewResult);
    return reviewed && reviewPage(reviewed, place, vscode.l10n.t);
  });
  if (!isShown) sayNoIncidentDocument();
}
