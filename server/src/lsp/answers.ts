import {
  SymbolKind,
  type CodeAction,
  type CodeActionParams,
  type Command,
  type DocumentSymbol,
  type DocumentSymbolParams,
  type FoldingRange,
  type FoldingRangeParams,
  type Range,
  type SymbolInformation,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import type { SourceText, Span } from '../document/text';
import { actionPlan, toggleAction } from '../features/action-plan';
import { codeActions, fixActions, type ClientCommand, type CodeAction as Offer } from '../features/code-actions';
import { foldingRanges } from '../features/folding';
import { documentSymbols, type OutlineSymbol, type SymbolRole } from '../features/symbols';
import { t } from '../l10n';
import {
  ActionPlanParams,
  disableRuleCommand,
  explainRuleCommand,
  ToggleActionParams,
  type ActionPlanModel,
  type RuleCommandParams,
  type ToggleActionResult,
} from '../protocol';
import type { Edit } from '../rules/rule';
import { diagnosticOf } from './diagnostics';
import type { OpenDocument } from './open-document';
import { rangeOf, spanOf } from './positions';
import { subjectOf, type Session } from './session';

/** Beyond this many characters the outline shows sections only. */
const LARGE = 2_000_000;

/** Chosen for their icons. */
const symbolKinds: Readonly<Record<SymbolRole, SymbolKind>> = {
  section: SymbolKind.Object,
  list: SymbolKind.Array,
  entry: SymbolKind.Event,
  group: SymbolKind.Array,
  tracked: SymbolKind.Boolean,
  untracked: SymbolKind.Key,
};

/** `textDocument/documentSymbol`: a tree, or a list for clients that know no trees. */
export async function answerSymbols(session: Session, { textDocument: { uri } }: DocumentSymbolParams): Promise<DocumentSymbol[] | SymbolInformation[]> {
  const subject = await subjectOf(session, uri);
  if (!subject) return [];
  const symbols = documentSymbols(subject.model, { sectionsOnly: subject.open.length > LARGE });
  const toRange = ranging(session, subject.model.text);
  return session.client.hierarchicalSymbols ? tree(symbols, toRange) : [...list(symbols, uri, toRange)];
}

function tree(symbols: readonly OutlineSymbol[], toRange: (span: Span) => Range): DocumentSymbol[] {
  return symbols.map(({ name, detail, role, span, selection, children }) => ({
    name,
    ...(detail && { detail }),
    kind: symbolKinds[role],
    range: toRange(span),
    selectionRange: toRange(selection),
    children: tree(children, toRange),
  }));
}

function* list(symbols: readonly OutlineSymbol[], uri: string, toRange: (span: Span) => Range, containerName?: string): Generator<SymbolInformation> {
  for (const { name, role, span, children } of symbols) {
    yield { name, kind: symbolKinds[role], location: { uri, range: toRange(span) }, ...(containerName !== undefined && { containerName }) };
    yield* list(children, uri, toRange, name);
  }
}

/** `textDocument/foldingRange`: null where the document is not ours, so that the editor folds by its own lights. */
export async function answerFolds(session: Session, { textDocument: { uri } }: FoldingRangeParams): Promise<FoldingRange[] | null> {
  const subject = await subjectOf(session, uri);
  const folds = subject && foldingRanges(subject.model);
  return folds && folds.slice(0, session.client.foldLimit).map(({ startLine, endLine, kind, collapsedText }) => ({
    startLine,
    endLine,
    ...(kind && { kind }),
    ...(collapsedText && session.client.collapsedText && { collapsedText }),
  }));
}

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

function workspaceEdit(session: Session, { uri, version }: OpenDocument, text: SourceText, edits: readonly Edit[]): WorkspaceEdit {
  const toRange = ranging(session, text);
  const textEdits = edits.map(({ span, newText }): TextEdit => ({ range: toRange(span), newText }));
  if (!session.client.versionedEdits) return { changes: { [uri]: textEdits } };
  return { documentChanges: [{ textDocument: { uri, version }, edits: textEdits }] };
}

/** `incidentDocs/actionPlan`. */
export async function answerActionPlan(session: Session, params: unknown): Promise<ActionPlanModel | null> {
  const { uri } = ActionPlanParams.parse(params);
  const subject = await subjectOf(session, uri);
  return subject && actionPlan(subject.model, uri, subject.open.version, subject.findings().filter(({ severity }) => severity !== 'hint').length);
}

/** `incidentDocs/toggleAction`. The item is looked for in the present text, whatever version it was seen in. */
export async function answerToggle(session: Session, params: unknown): Promise<ToggleActionResult> {
  const { uri, id, done } = ToggleActionParams.parse(params);
  const subject = await subjectOf(session, uri);
  if (!subject) return { refused: t('This document is not open as an incident document.') };
  const edit = toggleAction(subject.model, id, done);
  if ('refused' in edit) return edit;
  // Custom messages count in UTF-16 whatever was negotiated.
  return { version: subject.open.version, range: rangeOf(subject.model.text, edit.span, 'utf-16'), newText: edit.newText };
}

function ranging(session: Session, text: SourceText): (span: Span) => Range {
  return (span) => rangeOf(text, span, session.client.encoding);
}
