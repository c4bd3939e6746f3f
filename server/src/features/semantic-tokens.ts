import type { IncidentDocument } from '../document/document';
import type { Field } from '../document/fields';
import type { SourceText, Span } from '../document/text';
import type { TimeExpression } from '../document/time';
import { noOwner, phrases } from '../document/vocabulary';
import type { FieldKey } from '../document/vocabulary';
import { bareLabel, wordsOf } from '../document/words';
import { durationAtStart } from '../rules/consistency/stated-durations';
import { isSeverity } from '../rules/metadata/severity-scale';
import { statusWords } from '../rules/metadata/status-words';
import { matchesIn, proseLine } from '../rules/prose';
import { wholeSpan } from './graphemes';

/** Every type of token, each with the standard type that it is a kind of. */
export const tokenTypes = {
  incidentTimestamp: 'number',
  incidentDuration: 'number',
  incidentField: 'property',
  incidentSeverity: 'enumMember',
  incidentStatus: 'keyword',
  incidentOwner: 'type',
  incidentTicket: 'string',
  incidentHorizon: 'label',
} as const;

export type TokenType = keyof typeof tokenTypes;

/** Words that mean something by themselves. The span lies within one line. */
export interface Token {
  readonly type: TokenType;
  readonly span: Span;
}

export interface TokenQuery {
  /** Only tokens that touch it; all of them where absent. */
  readonly span?: Span;
  /** Whether the editor colours the document as Markdown: what is marked up as a heading or a label keeps the colour of that. */
  readonly markdown: boolean;
}

/**
 * The tokens of a document in its order; they never overlap, and none begins or ends within a character of several parts. Code, comments,
 * quotes, front matter and links hold none. Empty where the document is no incident document.
 */
export function semanticTokens(document: IncidentDocument, query: TokenQuery): Token[] {
  if (document.kind === 'none') return [];
  const { text } = document;
  const { start: from, end: to } = query.span ?? { start: 0, end: text.value.length };
  const found: Token[] = [];
  for (const { type, span } of candidates(document, { start: from, end: to })) {
    if (span.start >= to || span.end <= from) continue;
    for (const part of linesOf(text, span)) if (isPlain(document, type, part, query.markdown)) found.push({ type, span: part });
  }
  found.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  let end = 0;
  return found.filter(({ span }) => {
    if (span.start < end) return false;
    end = span.end;
    return true;
  });
}

function* candidates(document: IncidentDocument, span: Span): Generator<Token> {
  const { fields, timelines, plan } = document;
  for (const field of fields) yield* fieldTokens(document, field);
  for (const { entries } of timelines) for (const { time } of entries) yield* timeTokens(document.text, time);
  for (const { horizon, labelSpan } of plan.groups) if (horizon !== null) yield { type: 'incidentHorizon', span: labelSpan };
  for (const { owner, due, tickets } of plan.items) {
    if (owner) yield { type: 'incidentOwner', span: owner.span };
    if (due?.date) yield { type: 'incidentTimestamp', span: due.span };
    for (const ticket of tickets) yield { type: 'incidentTicket', span: ticket.span };
  }
  yield* mentions(document, span);
}

/** A time as one token; part by part where markup stands between them. */
function* timeTokens(text: SourceText, { span, start, end, zone }: TimeExpression): Generator<Token> {
  const parts = /[*_`~|[\]<>]/.test(text.slice(span)) ? [start.dateSpan, start.clockSpan, end?.dateSpan, end?.clockSpan, zone?.span] : [span];
  for (const part of parts) if (part) yield { type: 'incidentTimestamp', span: part };
}

/** What the value of a field is, where it is a word and no sentence. */
const valueTypes: Readonly<Partial<Record<FieldKey, TokenType>>> = {
  id: 'incidentTicket', severity: 'incidentSeverity', priority: 'incidentSeverity', escalationLevel: 'incidentSeverity', status: 'incidentStatus',
  owner: 'incidentOwner', authors: 'incidentOwner', contact: 'incidentOwner', duration: 'incidentDuration',
  created: 'incidentTimestamp', escalated: 'incidentTimestamp', started: 'incidentTimestamp', detected: 'incidentTimestamp', acknowledged: 'incidentTimestamp',
  mitigated: 'incidentTimestamp', resolved: 'incidentTimestamp', closed: 'incidentTimestamp', date: 'incidentTimestamp',
};

/** In the record above the first section every label counts, elsewhere those that are known: "Note: …" is none. */
function* fieldTokens(document: IncidentDocument, { key, line, notation, labelSpan, valueSpan }: Field): Generator<Token> {
  const inRecord = notation === 'line' && line < (document.sections[0]?.line ?? 0);
  if (notation !== 'title' && (key !== null || inRecord)) yield { type: 'incidentField', span: labelSpan };
  if (key === null) return;
  const type = valueTypes[key];
  if (type === 'incidentTimestamp') {
    const time = document.times.read(valueSpan.start, valueSpan.end);
    if (time) yield* timeTokens(document.text, time);
  } else if (type) {
    for (const span of valuesIn(document.text, valueSpan, type)) yield { type, span };
  }
}

const longestName = 60;
/** Of a value that is more than a word no more is looked at. */
const longestValue = 1000;
const nobody = new Set(phrases(noOwner));
/** A level or a status ends where an explanation begins. */
const explanation = /[(,;/|[]|\s[-–—]+\s|[.:](?=\s|$)/;

function* valuesIn(text: SourceText, value: Span, type: TokenType): Generator<Span> {
  const written = text.slice({ start: value.start, end: Math.min(value.end, value.start + longestValue) });
  if (type === 'incidentDuration') {
    const length = durationAtStart.exec(written)?.[0].replace(/\.$/, '').length;
    if (length) yield { start: value.start, end: value.start + length };
  } else if (type === 'incidentTicket') {
    if (!/\s/.test(written) && written.length <= longestName) yield value;
  } else if (type === 'incidentOwner') {
    yield* namesIn(written, value.start);
  } else {
    const head = bareLabel(text.value, value.start, value.start + (explanation.exec(written)?.index ?? written.length));
    const words = text.slice(head);
    if (words.length <= longestName && (type === 'incidentSeverity' ? isSeverity(words) : isStatus(words))) yield head;
  }
}

/** "Ana Mora, Ben (lead) and @cem": each name. A part that begins small is none. */
function* namesIn(written: string, offset: number): Generator<Span> {
  const bare = written.replace(/\([^()]*\)/g, (aside) => ' '.repeat(aside.length));
  for (const { 0: part, index } of bare.matchAll(/(?:(?!\band\b)[^,;&/])+/g)) {
    const name = part.trim();
    if (!/^(?:@\w|\p{Lu}|\p{Lo})[^[\]<>{}]*$/u.test(name) || name.length > longestName || name.split(/\s+/).length > 4 || nobody.has(wordsOf(name))) continue;
    yield { start: offset + index, end: offset + index + part.trimEnd().length };
  }
}

function isStatus(text: string): boolean {
  const words = wordsOf(text).split(' ');
  return words.length <= 3 && words.every((word) => statusWords.has(word));
}

const handle = /(?<![\w.@/+-])@[A-Za-z0-9](?:[\w.-]{0,36}\w)?(?![\w/])/g;
const ticketKey = /(?<![\w/.#@-])([A-Z][A-Z0-9_]{1,11})-\d{1,7}(?![\w-])/g;

/** Handles, and tickets of the projects that the plan and the document's own id are of, wherever they are mentioned. */
function* mentions(document: IncidentDocument, { start, end }: Span): Generator<Token> {
  const { text, fields, plan, lines } = document;
  const named = [...plan.items.flatMap(({ tickets }) => tickets), ...fields.filter(({ key }) => key === 'id')];
  const projects = new Set(named.flatMap(({ value }) => /^([A-Z][A-Z0-9_]{1,11})-\d/.exec(value)?.[1] ?? []));
  const handles = text.value.includes('@');
  if (!handles && projects.size === 0) return;
  const last = text.lineAt(end);
  for (let number = text.lineAt(start); number <= last && number < lines.length; number++) {
    const line = proseLine(document, number);
    if (!line) continue;
    const at = (match: RegExpExecArray): Span => ({ start: line.start + match.index, end: line.start + match.index + match[0].length });
    if (handles && line.words.includes('@')) {
      for (const match of matchesIn(handle, line.words)) if (!nobody.has(match[0].slice(1).toLowerCase())) yield { type: 'incidentOwner', span: at(match) };
    }
    if (projects.size === 0 || !line.words.includes('-')) continue;
    for (const match of matchesIn(ticketKey, line.words)) if (projects.has(match[1] as string)) yield { type: 'incidentTicket', span: at(match) };
  }
}

/** A span as spans within one line each, without what would cut a character. */
function* linesOf(text: SourceText, span: Span): Generator<Span> {
  const last = text.lineAt(span.end);
  for (let number = text.lineAt(span.start); number <= last; number++) {
    const part = wholeSpan(text.value, { start: Math.max(span.start, text.lineStart(number)), end: Math.min(span.end, text.lineEnd(number)) });
    if (part.start < part.end) yield part;
  }
}

const markedHeadings: ReadonlySet<string | null> = new Set(['atx', 'setext', 'bold']);

/** Whether it is the author who speaks here, and no markup has given the words a colour already. */
function isPlain(document: IncidentDocument, type: TokenType, span: Span, markdown: boolean): boolean {
  const { text, lines } = document;
  const number = text.lineAt(span.start);
  const line = proseLine(document, number);
  if (!line || line.words.slice(span.start - line.start, span.end - line.start) !== text.slice(span)) return false;
  if (!markdown) return true;
  if (markedHeadings.has(lines[number]?.notation ?? null)) return false;
  return type !== 'incidentField' || !'*_'.includes(text.value[span.start - 1] ?? ' ');
}
