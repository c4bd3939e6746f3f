import * as vscode from 'vscode';
import { SimilarResult, similarRequest, type SimilarDocument } from '../../server/src/protocol';
import type { Ask } from './ask';
import { sayNoIncidentDocument } from './commands/not-here';
import { say } from './say';

interface Choice extends vscode.QuickPickItem {
  readonly found: SimilarDocument;
}

/** Asks for the incident documents that are most like the active one, lets one be chosen and opens it. */
export async function findSimilar(ask: Ask): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const result = editor && (await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: vscode.l10n.t('Looking for similar incidents…'), cancellable: true },
    async (_, token) => {
      const answer = await ask(similarRequest, { uri: editor.document.uri.toString() }, SimilarResult, token);
      return token.isCancellationRequested ? undefined : answer;
    },
  ));
  if (result === undefined) return;
  if (result === null) return sayNoIncidentDocument();
  if (result.compared === 0) return say(vscode.l10n.t('There is no other incident document to compare this one with.'));
  if (result.documents.length === 0) return say(vscode.l10n.t('None of the {0} other incident documents is similar to this one.', result.compared));
  await choose(result.documents, editor as vscode.TextEditor);
}

/** Shows each document as it is looked at, and the one that the user came from where none is taken. */
async function choose(documents: readonly SimilarDocument[], from: vscode.TextEditor): Promise<void> {
  const pick = vscode.window.createQuickPick<Choice>();
  pick.title = vscode.l10n.t('Similar Incidents');
  pick.placeholder = vscode.l10n.t('The likeliest first, with the words that they share');
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  pick.items = documents.map(choiceOf);
  const { document, viewColumn, selection } = from;
  let looked = false;
  const taken = await new Promise<SimilarDocument | undefined>((resolve) => {
    pick.onDidChangeActive(([active]) => {
      // the first is active from the beginning, and nobody asked to see it
      if (active && (looked || active !== pick.items[0])) {
        looked = true;
        void show(active.found, { preview: true, preserveFocus: true, ...(viewColumn !== undefined && { viewColumn }) });
      }
    });
    pick.onDidAccept(() => resolve(pick.selectedItems[0]?.found));
    pick.onDidHide(() => resolve(undefined));
    pick.show();
  });
  pick.dispose();
  if (taken) await show(taken, { preview: false });
  else if (looked) await vscode.window.showTextDocument(document, { selection, ...(viewColumn !== undefined && { viewColumn }) });
}

function choiceOf(found: SimilarDocument): Choice {
  const uri = vscode.Uri.parse(found.uri);
  const path = vscode.workspace.asRelativePath(uri);
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  const day = found.day === null ? null : new Date(found.day * 86_400_000).toISOString().slice(0, 10);
  return {
    found,
    label: found.title ?? name,
    description: found.words.join(', '),
    detail: [path, day, found.status, vscode.l10n.t('{0} % alike', Math.round(found.score * 100))].filter((part) => part !== null && part !== '').join(' · '),
  };
}

async function show({ uri, line }: SimilarDocument, options: vscode.TextDocumentShowOptions): Promise<void> {
  try {
    await vscode.window.showTextDocument(vscode.Uri.parse(uri), { ...options, selection: new vscode.Range(line, 0, line, 0) });
  } catch {
    say(vscode.l10n.t('The document is no longer there.'));
  }
}
