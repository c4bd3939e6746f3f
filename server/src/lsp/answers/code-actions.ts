import type { CodeAction, CodeActionParams, Command, TextEdit, WorkspaceEdit } from 'vscode-languageserver/node';
import type { SourceText } from '../../document/text';
import { codeActions, fixActions, type ClientCommand, type CodeAction as Offer } from '../../features/code-actions';
import { disableRuleCommand, explainRuleCommand, type RuleCommandParams } from '../../protocol';
import type { Edit } from '../../rules/rule';
import { diagnosticOf } from '../diagnostics';
import type { OpenDocument } from '../open-document';
import { rangeOf, spanOf } from '../positions';
import { subjectOf, type Session } from '../session';

/** `textDocument/codeAction`, in an incident document or a file of settings. */
export async function answerCodeActions(session: Session, { textDocument: { uri }, range, context: { only } }: CodeActionParams): Promise<CodeAction[]> {
  const { encoding, commands } = session.client;
  const file = session.documents.get(uri);
  const settings = file?.settings;
  if (settings) return fixActions(settings.problems, { span: spanOf(settings.text, range, encoding), only }).map((offer) => codeAction(session, file, settings.text, offer));
  const subject = await subjectOf(session, uri);
  if (!subject) return [];
  const { open, model } = subject;
  const query = { span: spanOf(model.text, range, encoding), only, markdown: open.markdown, commands };
  return codeActions(model, subject.findings(), query).map((offer) => codeAction(session, open, model.text, offer));
}

function codeAction(session: Session, open: OpenDocument, text: SourceText, { title, kind, findings, preferred, command, edits }: Offer): CodeAction {
  return {
    title,
    kind,
    diagnostics: findings.map((finding) => diagnosticOf(session.client, open.uri, text, finding)),
    ...(preferred && { isPreferred: true }),
    ...(command ? { command: clientCommand(session, open.uri, title, command) } : { edit: workspaceEdit(session, open, text, edits) }),
  };
}

function clientCommand(session: Session, uri: string, title: string, { does, rule }: ClientCommand): Command {
  const params: RuleCommandParams = { rule, uri, projectFile: session.configuration.projectFileFor(uri, rule) };
  return { title, command: does === 'disable' ? disableRuleCommand : explainRuleCommand, arguments: [params] };
}

function workspaceEdit({ client }: Session, { uri, version }: OpenDocument, text: SourceText, edits: readonly Edit[]): WorkspaceEdit {
  const textEdits = edits.map(({ span, newText }): TextEdit => ({ range: rangeOf(text, span, client.encoding), newText }));
  if (!client.versionedEdits) return { changes: { [uri]: textEdits } };
  return { documentChanges: [{ textDocument: { uri, version }, edits: textEdits }] };
}
