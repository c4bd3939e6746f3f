import { firstBehind } from '../document/bisection';
import type { IncidentDocument } from '../document/document';
import type { Span } from '../document/text';
import { blocks, listItems } from './folding';
import { joins } from './graphemes';
import { daysOf } from './timeline-days';

/** A stretch of text with the next larger one around it. */
export interface Selection {
  readonly span: Span;
  readonly parent: Selection | null;
}

/**
 * What a selection at each offset grows by, step by step: word, words that belong together, line, paragraph or cell, entry or item,
 * day or group, section, document. Every step holds the one before and is larger. Null where the document is no incident document.
 */
export function selectionRanges(document: IncidentDocument, offsets: readonly number[]): readonly Selection[] | null {
  if (document.kind === 'none') return null;
  const nodes = nested([...stretches(document)]);
  return offsets.map((offset) => {
    const around: Span[] = [...wordsAt(document.text.value, offset)];
    for (let node: Selection | null = innermost(nodes, offset); node; node = node.parent) around.push(node.span);
    return chained(around.sort((a, b) => a.end - a.start - (b.end - b.start)));
  });
}

/** Everything in a document that is one, in no order. */
function* stretches(document: IncidentDocument): Generator<Span> {
  const { text, lines, allSections, fields, tables, timelines, plan, title } = document;
  const linesFrom = (first: number, last: number): Span => ({ start: text.lineStart(first), end: text.lineEnd(last) });
  yield { start: 0, end: text.value.length };
  if (title) yield title.span;
  for (const section of allSections) {
    yield section.span;
    yield section.titleSpan;
    let first = section.bodyLine;
    while (first < section.endLine && lines[first]?.kind === 'blank') first++;
    if (first > section.line && first <= section.endLine) yield linesFrom(first, section.endLine);
  }
  for (const timeline of timelines) {
    for (const { span, headed } of daysOf(document, timeline)) if (!headed) yield span;
    for (const { span, time, textSpan } of timeline.entries) yield* [span, time.span, textSpan];
  }
  for (const { line, endLine, items } of plan.groups) {
    yield linesFrom(line, endLine);
    for (const { span, textSpan, owner, due, tickets } of items) {
      yield* [span, textSpan];
      for (const mention of [owner, due, ...tickets]) if (mention) yield mention.span;
    }
  }
  for (const { labelSpan, valueSpan } of fields) yield* [labelSpan, valueSpan];
  for (const { line, endLine, rows } of tables) {
    yield linesFrom(line, endLine);
    for (const { cells } of rows) yield* cells;
  }
  for (const { startLine, endLine } of listItems(lines)) yield { start: firstCharacter(text.value, text.lineStart(startLine)), end: text.lineEnd(endLine) };
  for (const { startLine, endLine } of blocks(lines)) yield linesFrom(startLine, endLine);
  for (let number = 0; number < lines.length; number++) {
    const line = lines[number];
    if (!line || line.kind === 'blank') continue;
    yield { start: line.contentStart, end: line.contentEnd };
    yield { start: firstCharacter(text.value, line.start), end: line.contentEnd };
    if (line.kind !== 'prose' || line.marker !== null || lines[number - 1]?.kind === 'prose') continue;
    let last = number;
    while (lines[last + 1]?.kind === 'prose' && lines[last + 1]?.marker === null) last++;
    yield { start: line.contentStart, end: lines[last]?.contentEnd ?? line.contentEnd };
  }
}

function firstCharacter(value: string, lineStart: number): number {
  let at = lineStart;
  while (value[at] === ' ' || value[at] === '\t' || value[at] === '\ufeff') at++;
  return at;
}

/** In the order of their beginnings, each with the smallest that holds it. What only overlaps another is left out. */
function nested(spans: Span[]): Selection[] {
  const nodes: Selection[] = [];
  const open: Selection[] = [];
  for (const span of spans.sort((a, b) => a.start - b.start || b.end - a.end)) {
    while (open.length > 0 && (open.at(-1) as Selection).span.end <= span.start) open.pop();
    const parent = open.at(-1) ?? null;
    const isNew = span.end > span.start && (!parent || (span.end <= parent.span.end && (span.start > parent.span.start || span.end < parent.span.end)));
    if (!isNew) continue;
    const node = { span, parent };
    nodes.push(node);
    open.push(node);
  }
  return nodes;
}

/** The smallest that holds an offset, its end included. */
function innermost(nodes: readonly Selection[], offset: number): Selection | null {
  let node: Selection | null = nodes[firstBehind(nodes, ({ span }) => span.start > offset) - 1] ?? null;
  while (node && node.span.end < offset) node = node.parent;
  return node;
}

const wordCharacter = /[\p{L}\p{M}\p{N}_]/u;
const white = /\s/;
const opening = /[([{<"'`*_~“‘«]/;
const closing = /[)\]}>"'`*_~”’».,;:!?|]/;

/** The word at an offset, and what stands around it between blanks, without brackets, quotes and full stops. At an emoji, the whole of it. */
function* wordsAt(value: string, offset: number): Generator<Span> {
  let at = offset;
  while (at > 0 && joins(value, at)) at--;
  if (!isWord(value, at) && at > 0) {
    let before = at - 1;
    while (before > 0 && joins(value, before)) before--;
    if (isWord(value, before)) at = before;
  }
  if (at >= value.length || white.test(value[at] as string)) return;
  const word = grown(value, { start: at, end: behind(value, at) }, isWord(value, at) ? isWord : () => false);
  if (!isWord(value, at) && value.charCodeAt(at) < 0x2000) return;
  yield word;
  let { start, end } = grown(value, word, (text, place) => !white.test(text[place] as string));
  while (start < word.start && opening.test(value[start] as string)) start++;
  while (end > word.end && closing.test(value[end - 1] as string)) end--;
  yield { start, end };
}

/** A span with the characters on both sides that are of its kind. */
function grown(value: string, { start, end }: Span, isOfKind: (value: string, at: number) => boolean): Span {
  while (start > 0) {
    let before = start - 1;
    while (before > 0 && joins(value, before)) before--;
    if (!isOfKind(value, before)) break;
    start = before;
  }
  while (end < value.length && isOfKind(value, end)) end = behind(value, end);
  return { start, end };
}

const isWord = (value: string, at: number): boolean => at < value.length && wordCharacter.test(String.fromCodePoint(value.codePointAt(at) as number));

/** Where the character at an offset ends, with all that belongs to it. */
function behind(value: string, at: number): number {
  let end = at + 1;
  while (end < value.length && joins(value, end)) end++;
  return end;
}

/** From the smallest to the largest; what does not hold the one before is left out. */
function chained(spans: readonly Span[]): Selection {
  const steps: Span[] = [];
  for (const span of spans) {
    const last = steps.at(-1);
    if (!last || (span.start <= last.start && span.end >= last.end && span.end - span.start > last.end - last.start)) steps.push(span);
  }
  return steps.reduceRight<Selection | null>((parent, span) => ({ span, parent }), null) ?? { span: { start: 0, end: 0 }, parent: null };
}
