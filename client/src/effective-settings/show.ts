import * as vscode from 'vscode';
import { EffectiveSettings, effectiveSettingsRequest } from '../../../server/src/protocol';
import type { Ask } from '../ask';
import type { Pages } from '../pages';
import { sayNoAnswer } from '../say';
import { nameOf, targetOf } from '../target';
import { settingsPage } from './page';
import { scopeOf } from './scopes';

/** Shows every setting that holds for a document, with where it comes from, as a read-only document. */
export async function showEffectiveSettings(ask: Ask, pages: Pages, named: unknown, previewed?: vscode.Uri): Promise<void> {
  const document = await targetOf(named, previewed);
  if (document === undefined) return;
  const found = await ask(effectiveSettingsRequest, { uri: document.uri.toString() }, EffectiveSettings);
  if (found === null) return sayNoAnswer();
  const name = nameOf(document.uri);
  const projectFile = found.projectFile && vscode.workspace.asRelativePath(vscode.Uri.parse(found.projectFile));
  const text = settingsPage(found.settings, { name, projectFile, scopeOf: scopeOf(document) }, vscode.l10n.t);
  const page = pages.write(`${vscode.l10n.t('Settings of {0}', name)}.jsonc`, document.uri, text);
  await vscode.window.showTextDocument(page, { preview: true });
}
