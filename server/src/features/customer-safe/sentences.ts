import type { IncidentDocument } from '../../document/document';
import { bodyRows } from '../../document/tables';
import type { Span } from '../../document/text';

/** A sentence as the stretches of lines that it stands on: no marker, no time of an entry, no label is in it. */
export type Sentence = readonly Span[];

/** More text in one paragraph than this was not written by a person. */
const longest = 20_000;

/** The sentences of prose, items, entries and cells, in document order. Lines of which `isLeftOut` holds are passed over. */
export function* sentencesIn(document: IncidentDocument, isLeftOut: (line: number) => boolean): Generator<Sentence> {
  for (const paragraph of paragraphsIn(document, isLeftOut)) yield* split(document.text.value, paragraph);
}

/** The stretches of lines that belong together. */
function* paragraphsIn({ lines, text, timelines, tables }: IncidentDocument, isLeftOut: (line: number) => boolean): Generator<Span[]> {
  const entries = new Map(timelines.flatMap(({ entries }) => entries.map(({ line, textSpan }) => [line, textSpan] as const)));
  const cells = new Map(tables.flatMap((table) => bodyRows(table).map(({ line, cells }) => [line, cells] as const)));
  let paragraph: Span[] = [];
  for (const { number, kind, contentStart, contentEnd, marker, colon } of lines) {
    const entry = entries.get(number);
    const continues = kind === 'prose' && marker === null && entry === undefined && paragraph.length > 0 && !isLeftOut(number);
    if (!continues && paragraph.length > 0) {
      yield paragraph;
      paragraph = [];
    }
    if (isLeftOut(number)) continue;
    if (kind === 'row') {
      for (const cell of cells.get(number) ?? []) if (!entry || cell.start >= entry.start) yield [cell];
    } else if (kind === 'prose' || kind === 'item' || kind === 'field') {
      const start = entry ? entry.start : kind === 'field' && colon >= 0 ? colon + 1 : contentStart;
      const from = start + (/^[\s*_]*/.exec(text.value.slice(start, contentEnd))?.[0].length ?? 0);
      if (from < contentEnd && from >= contentStart) paragraph.push({ start: from, end: contentEnd });
    }
  }
  if (paragraph.length > 0) yield paragraph;
}

const end = /[.!?](?=["”’)]?(?:\s|$))/g;

function* split(value: string, paragraph: readonly Span[]): Generator<Sentence> {
  let sentence: Span[] = [];
  let length = 0;
  for (const { start, end: last } of paragraph) {
    if ((length += last - start) > longest) break;
    let from = start;
    for (const match of value.slice(start, last).matchAll(end)) {
      const to = start + match.index + 1;
      yield [...sentence, { start: from, end: to }];
      sentence = [];
      from = to + (/^["”’)]?\s*/.exec(value.slice(to, last))?.[0].length ?? 0);
    }
    if (from < last) sentence.push({ start: from, end: last });
  }
  if (sentence.length > 0) yield sentence;
}
