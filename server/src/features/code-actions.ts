import type { IncidentDocument } from '../document/document';
import type { LineKind } from '../document/lines';
import type { SourceText, Span } from '../document/text';
import { t } from '../l10n';
import { safeEdits } from '../rules/apply-fixes';
import { maxProblemsId, type CheckedFinding } from '../rules/check';
import { insertAt, type Edit } from '../rules/rule';
import { fillIn } from './fill-in';

/** The kinds of action on offer; `only` of a request may name them or any of their parents. */
export const codeActionKinds = { quickFix: 'quickfix', fixAll: 'source.fixAll.incidentDocs' } as const;

/** Something that the client does by a command of its own: what an edit of the document cannot do. */
export interface ClientCommand {
  readonly does: 'disable' | 'explain';
  readonly rule: string;
}

/** Something that the user may choose to do, by edits or by a command. Its edits do not overlap and are in document order. */
export interface CodeAction {
  readonly title: string;
  readonly kind: (typeof codeActionKinds)[keyof typeof codeActionKinds];
  readonly edits: readonly Edit[];
  /** The same edits as snippets, with places to fill in. */
  readonly snippets?: readonly Edit[];
  readonly command?: ClientCommand;
  /** The findings that it mends or silences. */
  readonly findings: readonly CheckedFinding[];
  /** Whether it may be taken without asking which. */
  readonly preferred: boolean;
}

export interface CodeActionQuery {
  readonly span: Span;
  /** The kinds wanted; all quick fixes where absent. Actions on the whole source are given only when asked for. */
  readonly only?: readonly string[] | undefined;
  /** Whether the file is Markdown by name. */
  readonly markdown: boolean;
  /** Whether the client has commands for what edits cannot do. */
  readonly commands: boolean;
  /** Whether the client can make edits with places to fill in. */
  readonly snippets: boolean;
}

/** What can be done about the findings that touch a span: their fixes, filling in placeholders, then silencing each rule for the line, in the file and in the settings, then explaining it. */
export function codeActions(document: IncidentDocument, findings: readonly CheckedFinding[], query: CodeActionQuery): readonly CodeAction[] {
  const actions: CodeAction[] = [];
  const touched = touchedBy(query, findings);
  const places = query.snippets ? fillIn(document, findings, touched) : null;
  actions.push(...touched.flatMap(fixes));
  if (places) actions.push({ title: places.title, kind: codeActionKinds.quickFix, edits: places.edits, snippets: places.snippets, findings: [places.finding], preferred: false });
  actions.push(...silencers(document, touched, query.markdown), ...(query.commands ? commands(touched) : []));
  if (query.only && wants(query.only, codeActionKinds.fixAll)) actions.push(...fixAll(findings));
  return actions;
}

/** The fixes of the findings that touch a span, in whatever kind of file. */
export function fixActions(findings: readonly CheckedFinding[], query: Pick<CodeActionQuery, 'span' | 'only'>): readonly CodeAction[] {
  return touchedBy(query, findings).flatMap(fixes);
}

/** The findings that quick fixes are wanted for. */
function touchedBy({ span: { start, end }, only }: Pick<CodeActionQuery, 'span' | 'only'>, findings: readonly CheckedFinding[]): CheckedFinding[] {
  if (!wants(only ?? [codeActionKinds.quickFix], codeActionKinds.quickFix)) return [];
  return findings.filter(({ span }) => span.start <= end && span.end >= start);
}

/** Whether a kind is one of those asked for, or below one of them. */
export function wants(only: readonly string[], kind: string): boolean {
  return only.some((wanted) => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`));
}

function fixes(finding: CheckedFinding): CodeAction[] {
  const all = finding.fixes ?? [];
  return all.map(({ title, edits }, index) => ({
    title,
    kind: codeActionKinds.quickFix,
    edits,
    findings: [finding],
    // "Auto Fix" takes the preferred one without asking: never one that only deletes
    preferred: index === 0 && edits.some(({ newText }) => newText !== ''),
  }));
}

/** All safe fixes as one action. */
function fixAll(findings: readonly CheckedFinding[]): CodeAction[] {
  const edits = safeEdits(findings);
  if (edits.length === 0) return [];
  const mended = findings.filter(({ fixes: offered }) => offered?.some(({ kind }) => kind === 'safe'));
  return [{ title: t('Fix all safe problems'), kind: codeActionKinds.fixAll, edits, findings: mended, preferred: false }];
}

function silencers(document: IncidentDocument, findings: readonly CheckedFinding[], markdown: boolean): CodeAction[] {
  const actions = new Map<string, CodeAction>();
  const html = markdown || document.lines.some(({ notation, kind }) => notation === 'atx' || kind === 'fence');
  const offer = (title: string, edits: readonly Edit[] | null, finding: CheckedFinding) => {
    const key = edits?.[0] && `${title}@${edits[0].span.start}`;
    if (!key || actions.has(key)) return;
    actions.set(key, { title, kind: codeActionKinds.quickFix, edits, findings: [finding], preferred: false });
  };
  const known = findings.filter(({ rule }) => rule !== maxProblemsId);
  for (const finding of known) {
    const block = blockAround(document, finding, html);
    if (block) offer(block.kind === 'table' ? t('Disable {0} for this table', finding.rule) : t('Disable {0} for this code block', finding.rule), disableBlock(document, finding.rule, block, html), finding);
    else offer(t('Disable {0} for this line', finding.rule), disableLine(document, finding, html), finding);
  }
  for (const finding of known) offer(t('Disable {0} in this file', finding.rule), [disableFile(document, finding.rule, html)], finding);
  return [...actions.values()];
}

/** What only the client can do about each rule. */
function commands(findings: readonly CheckedFinding[]): CodeAction[] {
  const first = new Map<string, CheckedFinding>();
  for (const finding of findings) if (finding.rule !== maxProblemsId && !first.has(finding.rule)) first.set(finding.rule, finding);
  const action = (title: string, does: ClientCommand['does'], finding: CheckedFinding): CodeAction =>
    ({ title, kind: codeActionKinds.quickFix, edits: [], command: { does, rule: finding.rule }, findings: [finding], preferred: false });
  const rules = [...first.values()];
  return [
    ...rules.map((finding) => action(t('Disable {0} in the settings', finding.rule), 'disable', finding)),
    ...rules.map((finding) => action(t('Explain {0}', finding.rule), 'explain', finding)),
  ];
}

function comment(words: string, html: boolean): string {
  return html ? `<!-- incident-docs-${words} -->` : `# incident-docs-${words}`;
}

/** Lines that a comment cannot stand above without becoming part of what they belong to. */
const closed: ReadonlySet<LineKind> = new Set(['frontMatter', 'comment', 'delimiter', 'underline']);

/** Lines that no comment can stand between. */
interface Block {
  readonly kind: 'table' | 'code';
  readonly first: number;
  readonly last: number;
}

/** The code that a finding stands in, or the table in plain text: what has to be silenced as a whole. */
function blockAround({ text, lines }: IncidentDocument, { span }: CheckedFinding, html: boolean): Block | null {
  const number = text.lineAt(span.start);
  const inCode = lines[number]?.kind === 'code';
  if (!inCode && (html || lines[number]?.kind !== 'row')) return null;
  const belongs = (line: number) => (inCode ? lines[line]?.kind === 'code' : lines[line]?.kind === 'row' || lines[line]?.kind === 'delimiter');
  let [first, last] = [number, number];
  while (belongs(first - 1)) first--;
  while (belongs(last + 1)) last++;
  if (!inCode) return { kind: 'table', first, last };
  if (lines[first - 1]?.kind !== 'fence') return null;
  return { kind: 'code', first: first - 1, last: lines[last + 1]?.kind === 'fence' ? last + 1 : last };
}

/** A comment above a block and one below it. */
function disableBlock({ text }: IncidentDocument, rule: string, { first, last }: Block, html: boolean): Edit[] {
  const start = behindMark(text.value, text.lineStart(first));
  const indent = indentOf(text, start, first);
  const below = last + 1 < text.lineCount
    ? insert(text.lineStart(last + 1), indent + comment(`enable ${rule}`, html) + text.eol)
    : insert(text.value.length, text.eol + indent + comment(`enable ${rule}`, html));
  return [insert(start, indent + comment(`disable ${rule}`, html) + text.eol), below];
}

/** A comment above the line of a finding; behind a row in a table, which a line of its own would cut off. A header may not get another cell. */
function disableLine(document: IncidentDocument, finding: CheckedFinding, html: boolean): Edit[] | null {
  const { text, lines } = document;
  const number = text.lineAt(finding.span.start);
  const line = lines[number];
  if (!line || closed.has(line.kind) || line.kind === 'code') return null;
  if (html && line.kind === 'row' && lines[number + 1]?.kind !== 'delimiter') return [insert(text.lineEnd(number), ` ${comment(`disable-line ${finding.rule}`, html)}`)];
  const start = behindMark(text.value, text.lineStart(number));
  return [insert(start, indentOf(text, start, number) + comment(`disable-next-line ${finding.rule}`, html) + text.eol)];
}

function indentOf(text: SourceText, start: number, line: number): string {
  return /^[ \t]*/.exec(text.value.slice(start, text.lineEnd(line)))?.[0] ?? '';
}

/** A comment on the first line, or below the front matter. */
function disableFile(document: IncidentDocument, rule: string, html: boolean): Edit {
  const { text, lines } = document;
  const first = lines.find(({ kind }) => kind !== 'frontMatter')?.number;
  const line = comment(`disable-file ${rule}`, html);
  if (first === undefined) return insert(text.value.length, text.eol + line);
  return insert(behindMark(text.value, text.lineStart(first)), line + text.eol);
}

/** Behind a byte order mark that stands at an offset. */
function behindMark(text: string, offset: number): number {
  return text.charCodeAt(offset) === 0xfeff ? offset + 1 : offset;
}

function insert(offset: number, newText: string): Edit {
  return insertAt(offset, newText);
}
