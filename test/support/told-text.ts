import assert from 'node:assert/strict';
import { parse } from '../../server/src/document/document';
import { hoverAt, type HoverQuery } from '../../server/src/features/hover/hover';
import { written } from '../../server/src/features/hover/markup';
import { digestOf } from '../../server/src/workspace/digest';
import { IncidentIndex } from '../../server/src/workspace/incident-index';

/**
 * Documents that carry what is told of places in them. Under a line stands a mark, and under the mark what a hover of any of its
 * characters says, as plain text; no line where it says nothing:
 *
 *     - 2026-04-07 10:05 The agent is rolled back
 *       ^^^^^^^^^^^^^^^^
 *       | UTC: Tue 2026-04-07 10:05
 */
interface Place {
  /** 0-based. */
  readonly line: number;
  readonly column: number;
  readonly length: number;
}

const mark = /^( *)(\^+)$/;

export interface Surroundings {
  /** Other documents by their URIs. */
  readonly others?: Readonly<Record<string, string>>;
  readonly timeZone?: string;
  readonly fileName?: string;
}

/** Asserts that hovers say what stands under the marks of a document, and that they are of the marked words. */
export function expectTold(source: string, { others = {}, timeZone = 'Europe/Berlin', fileName = '' }: Surroundings = {}): void {
  const lines: string[] = [];
  const places: Place[] = [];
  let indent: string | null = null;
  for (const line of source.split('\n')) {
    const match = mark.exec(line);
    if (match) {
      indent = match[1] as string;
      places.push({ line: lines.length - 1, column: indent.length, length: (match[2] as string).length });
    } else if (indent === null || !(line === `${indent}|` || line.startsWith(`${indent}| `))) {
      lines.push(line);
      indent = null;
    }
  }
  const text = lines.join('\n');
  const uri = 'file:///docs/this.md';
  const document = parse(text, { declared: true, fileName });
  const index = new IncidentIndex();
  for (const [name, content] of Object.entries({ ...others, [uri]: text })) {
    const digest = digestOf(name, parse(content, { declared: true }));
    if (digest) index.set(digest);
  }
  const query = (offset: number): HoverQuery => ({ uri, document, offset, index, timeZone });
  const starts = lines.map((_, number) => lines.slice(0, number).join('\n').length + (number > 0 ? 1 : 0));
  const actual = places.map((place) => {
    const from = (starts[place.line] as number) + place.column;
    const cards = [from, from + (place.length >> 1), from + place.length - 1].map((offset) => hoverAt(query(offset)));
    const [first] = cards;
    for (const other of cards) assert.deepEqual(other, first, `the whole of "${text.slice(from, from + place.length)}" is one thing`);
    if (!first) return { place, lines: [] };
    const column = first.span.start - (starts[place.line] as number);
    return { place: { line: place.line, column, length: first.span.end - first.span.start }, lines: written(first, false, false).split('\n') };
  });
  const rendered = lines.flatMap((line, number) => [line, ...actual.filter(({ place }) => place.line === number).flatMap(({ place, lines: said }) => {
    const blanks = ' '.repeat(place.column);
    return [`${blanks}${'^'.repeat(place.length)}`, ...said.map((words) => `${blanks}|${words && ` ${words}`}`)];
  })]);
  assert.equal(rendered.join('\n'), source);
}
