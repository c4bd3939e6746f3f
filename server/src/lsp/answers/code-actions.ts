import type { CodeAction, CodeActionParams, Command, TextEdit, WorkspaceEdit } from 'vscode-languageserver/node';
import { codeActions, type ClientCommand } from '../../features/code-actions';
import { disableRuleCommand, explainRuleCommand, type RuleCommandParams } from '../../protocol';
import type { Edit } from '../../rules/rule';
import { diagnosticOf } from '../diagnostics';
import { spanOf } from '../positions';
import { ranging, subjectOf, type Session, type Subject } from '../session';

/** `textDocument/codeAction`. */
export async function answerCodeActions(session: Session, { textDocument: { uri }, range, context }: CodeActionParams): Promise<CodeAction[]> {
  const subject = await subjectOf(session, uri);
  if (!subject) return [];
  const { open, model } = subject;
  const query = { span: spanOf(model.text, range, session.client.encoding), only: context.only, markdown: open.markdown, commands: session.client.commands };
  return codeActions(model, subject.findings(), query).map((action) => ({
    title: action.title,
    kind: action.kind,
    diagnostics: action.findings.map((finding) => diagnosticOf(session, uri, model, finding)),
    ...(action.preferred && { isPreferred: true }),
    ...(action.command ? { command: clientCommand(session, uri, action.title, action.command) } : { edit: workspaceEdit(session, subject, action.edits) }),
  }));
}

function clientCommand(session: Session, uri: string, title: string, { does, rule }: ClientCommand): Command {
  const params: RuleCommandParams = { rule, uri, projectFile: session.configuration.projectFileFor(uri, rule) };
  return { title, command: does === 'disable' ? disableRuleCommand : explainRuleCommand, arguments: [params] };
}

function workspaceEdit(session: Session, subject: Subject, edits: readonly Edit[]): WorkspaceEdit {
  const { uri, version } = subject.open;
  const toRange = ranging(session, subject);
  const textEdits = edits.map(({ span, newText }): TextEdit => ({ range: toRange(span), newText }));
  if (!session.client.versionedEdits) return { changes: { [uri]: textEdits } };
  return { documentChanges: [{ textDocument: { uri, version }, edits: textEdits }] };
}
