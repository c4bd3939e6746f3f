import { CodeActionTriggerKind, type CodeAction, type CodeActionParams, type Command, type SnippetTextEdit, type TextEdit, type WorkspaceEdit } from 'vscode-languageserver/node';
import type { SourceText } from '../../document/text';
import { codeActions, fixActions, wants, type ClientCommand, type CodeAction as Offer } from '../../features/code-actions';
import { refactorings, type Refactored } from '../../features/refactorings/index';
import { disableRuleCommand, explainRuleCommand, type RuleCommandParams } from '../../protocol';
import type { Edit } from '../../rules/rule';
import { diagnosticOf } from '../diagnostics';
import type { OpenDocument } from '../open-document';
import { rangeOf, spanOf } from '../positions';
import { subjectOf, type Session } from '../session';
import { refactoringContext } from './refactorings';

/** `textDocument/codeAction`, in an incident document or a file of settings. */
export async function answerCodeActions(session: Session, { textDocument: { uri }, range, context: { only, triggerKind } }: CodeActionParams): Promise<CodeAction[]> {
  const { encoding, commands, snippetEdits } = session.client;
  const file = session.documents.get(uri);
  const settings = file?.settings;
  if (settings) return fixActions(settings.problems, { span: spanOf(settings.text, range, encoding), only }).map((offer) => codeAction(session, file, settings.text, offer));
  const subject = await subjectOf(session, uri);
  if (!subject) return [];
  const { open, model, findings } = subject;
  const span = spanOf(model.text, range, encoding);
  const fixes = codeActions(model, findings(), { span, only, markdown: open.markdown, commands, snippets: snippetEdits }).map((offer) => codeAction(session, open, model.text, offer));
  // who merely moves the cursor is not told of what could be written otherwise
  const kinds = only ?? (triggerKind === CodeActionTriggerKind.Automatic ? [] : ['refactor']);
  const query = { ...refactoringContext(session, subject), span };
  const rewritings = refactorings(model, query, (kind) => wants(kinds, kind)).filter(({ title }) => !fixes.some((fix) => fix.title === title));
  return [...fixes, ...rewritings.flatMap((offer) => refactoring(session, open, model.text, offer))];
}

function codeAction(session: Session, open: OpenDocument, text: SourceText, { title, kind, findings, preferred, command, edits, snippets }: Offer): CodeAction {
  return {
    title,
    kind,
    diagnostics: findings.map((finding) => diagnosticOf(session.client, open.uri, text, finding)),
    ...(preferred && { isPreferred: true }),
    ...(command ? { command: clientCommand(session, open.uri, title, command) } : { edit: snippets ? snippetEdit(session, open, text, snippets) : workspaceEdit(session, open, text, edits) }),
  };
}

function refactoring(session: Session, open: OpenDocument, text: SourceText, offer: Refactored): CodeAction[] {
  const { title, kind } = offer;
  if ('refused' in offer) return session.client.disabledActions ? [{ title, kind, disabled: { reason: offer.refused } }] : [];
  return [{ title, kind, edit: offer.snippets && session.client.snippetEdits ? snippetEdit(session, open, text, offer.snippets) : workspaceEdit(session, open, text, offer.edits) }];
}

function clientCommand(session: Session, uri: string, title: string, { does, rule }: ClientCommand): Command {
  const params: RuleCommandParams = { rule, uri, projectFile: session.configuration.projectFileFor(uri, rule) };
  return { title, command: does === 'disable' ? disableRuleCommand : explainRuleCommand, arguments: [params] };
}

function snippetEdit({ client }: Session, { uri, version }: OpenDocument, text: SourceText, edits: readonly Edit[]): WorkspaceEdit {
  const snippets = edits.map(({ span, newText }): SnippetTextEdit => ({ range: rangeOf(text, span, client.encoding), snippet: { kind: 'snippet', value: newText } }));
  return { documentChanges: [{ textDocument: { uri, version }, edits: snippets }] };
}

function workspaceEdit({ client }: Session, { uri, version }: OpenDocument, text: SourceText, edits: readonly Edit[]): WorkspaceEdit {
  const textEdits = edits.map(({ span, newText }): TextEdit => ({ range: rangeOf(text, span, client.encoding), newText }));
  if (!client.versionedEdits) return { changes: { [uri]: textEdits } };
  return { documentChanges: [{ textDocument: { uri, version }, edits: textEdits }] };
}
