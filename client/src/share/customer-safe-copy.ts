import * as vscode from 'vscode';
import { CustomerSafeResult, customerSafeRequest, type CustomerSafeCopy, type ReplacedKind } from '../../../server/src/protocol';
import type { Ask } from '../ask';
import { say, sayNoAnswer } from '../say';
import { nameOf, targetOf } from '../target';

/** Opens a diff of a document and a copy for its customer, which is untitled and saved by nobody, and says what was replaced and what to look at. */
export async function createCustomerSafeCopy(ask: Ask, named: unknown, previewed?: vscode.Uri): Promise<void> {
  const document = await targetOf(named, previewed);
  if (document === undefined) return;
  const made = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: vscode.l10n.t('Looking for what is not for customers…'), cancellable: true },
    async (_, token) => {
      const answer = await ask(customerSafeRequest, { uri: document.uri.toString() }, CustomerSafeResult, token);
      return token.isCancellationRequested ? undefined : answer;
    },
  );
  if (made === undefined) return;
  if (made === null) return sayNoAnswer();
  if ('refused' in made) return say(made.refused);
  const copy = await vscode.workspace.openTextDocument({ language: document.languageId, content: made.text });
  await vscode.commands.executeCommand('vscode.diff', document.uri, copy.uri, vscode.l10n.t('{0} ↔ Customer-Safe Copy', nameOf(document.uri)), { preview: false });
  const show = vscode.l10n.t('Show What to Look At');
  void vscode.window.showInformationMessage(summary(made), ...(made.unsure.length > 0 ? [show] : [])).then((answer) => (answer === show ? lookAt(copy, made.unsure) : undefined));
}

/** What was replaced and what was not, in a few sentences. It never says that the copy is clean. */
function summary({ replaced, unsure }: CustomerSafeCopy): string {
  const kinds = names();
  return [
    replaced.length === 0 ? vscode.l10n.t('Nothing was found to replace.') : vscode.l10n.t('Replaced: {0}.', replaced.map(({ kind, count }) => `${kinds[kind]} (${count})`).join(', ')),
    ...(unsure.length > 0 ? [vscode.l10n.t('Left as written, to be looked at: {0}.', unsure.length)] : []),
    vscode.l10n.t('Read the copy before you send it: what nothing marks as a name, a ticket or a remark is not found.'),
  ].join(' ');
}

const names = (): Readonly<Record<ReplacedKind, string>> => ({
  person: vscode.l10n.t('names of people'),
  customer: vscode.l10n.t('names of other customers'),
  ticket: vscode.l10n.t('tickets'),
  money: vscode.l10n.t('money at stake'),
  remark: vscode.l10n.t('internal remarks'),
  address: vscode.l10n.t('internal addresses'),
  mail: vscode.l10n.t('mail addresses'),
  phone: vscode.l10n.t('phone numbers'),
  card: vscode.l10n.t('card numbers'),
  secret: vscode.l10n.t('secrets'),
});

/** Lists the places that were left, and shows each in the copy as it is gone through. */
async function lookAt(copy: vscode.TextDocument, unsure: CustomerSafeCopy['unsure']): Promise<void> {
  if (copy.isClosed) return say(vscode.l10n.t('The copy is no longer open.'));
  const items = unsure.map(({ line, text, reason }) => ({ label: text, description: vscode.l10n.t('Line {0}', line + 1), detail: reason, line }));
  await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Left as Written'),
    placeHolder: vscode.l10n.t('Choose a place to see it in the copy'),
    matchOnDetail: true,
    onDidSelectItem: (item) => reveal(copy, item as (typeof items)[number]),
  });
}

function reveal(copy: vscode.TextDocument, { line, label }: { readonly line: number; readonly label: string }): void {
  const editor = vscode.window.visibleTextEditors.find(({ document }) => document === copy);
  if (!editor) return;
  // a long text is told in its beginning
  const words = label.replace(/…$/, '');
  const { text, range } = copy.lineAt(Math.min(line, copy.lineCount - 1));
  const at = text.indexOf(words);
  const place = at < 0 ? range : new vscode.Range(line, at, line, at + words.length);
  editor.selection = new vscode.Selection(place.start, place.end);
  editor.revealRange(place, vscode.TextEditorRevealType.InCenter);
}
