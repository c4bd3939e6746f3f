import type { IncidentDocument } from '../document/document';
import type { LineKind } from '../document/lines';
import type { SourceText } from '../document/text';
import { perDocument } from './per-document';

/** One line of what the author says in the document's own words. */
export interface ProseLine {
  /** 0-based. */
  readonly line: number;
  /** Offset of the first character of `words`. */
  readonly start: number;
  /** The line as written, with code spans, link targets and comments blanked out, so that offsets stay true. */
  readonly words: string;
}

const spoken: ReadonlySet<LineKind> = new Set(['heading', 'field', 'item', 'row', 'prose']);
/** No sentence that concerns us is longer; keeps a file of one line cheap. */
const longest = 4000;

/** The lines of a document that the author speaks in: no code, comments, quotes or front matter. */
export const allProse = perDocument((document): readonly ProseLine[] => proseLines(document, 0, document.lines.length - 1));

/** Those from line `from` to `to`, both included. */
export function proseLines(document: IncidentDocument, from: number, to: number): ProseLine[] {
  const found: ProseLine[] = [];
  for (let number = from; number <= to; number++) {
    const line = proseLine(document, number);
    if (line) found.push(line);
  }
  return found;
}

/** One line of a document, or null where it is not the author who speaks in it. */
export function proseLine(document: IncidentDocument, number: number): ProseLine | null {
  const { lines, marked } = proseOf(document);
  const found = lines[number];
  return found === undefined ? (lines[number] = readLine(document, number, marked[number] === 1)) : found;
}

/** The lines that were asked for, as many rules read the same ones, and which lines may hold more than words. */
const proseOf = perDocument(({ text }) => ({ lines: [] as (ProseLine | null)[], marked: markedLines(text) }));

function readLine({ text, lines }: IncidentDocument, number: number, isMarked: boolean): ProseLine | null {
  const line = lines[number];
  if (!line || !spoken.has(line.kind)) return null;
  const written = text.value.slice(line.start, Math.min(line.end, line.start + longest));
  return { line: number, start: line.start, words: isMarked ? blanked(written) : written };
}

/** A part of each thing in a line that is not the author's own words. */
const marks = ['`', '](', '://', '<!--', '@'];

/** 1 for the lines that one of the marks stands in: searching the whole text is much cheaper than searching every line. */
function markedLines({ value, lineStarts }: SourceText): Uint8Array {
  const marked = new Uint8Array(lineStarts.length);
  for (const mark of marks) {
    let number = 0;
    for (let at = value.indexOf(mark); at >= 0; at = value.indexOf(mark, lineStarts[number])) {
      while (number < lineStarts.length && (lineStarts[number] as number) <= at) number++;
      marked[number - 1] = 1;
      if (number === lineStarts.length) break;
    }
  }
  return marked;
}

/** Every match of a global pattern. Spares the copy of the pattern that `matchAll` makes for each text. */
export function matchesIn(pattern: RegExp, words: string): RegExpExecArray[] {
  const matches: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(words); match; match = pattern.exec(words)) matches.push(match);
  return matches;
}

/** A line with everything that is not the author's own words replaced by spaces of the same length. */
function blanked(line: string): string {
  const bare = line.includes('`') ? withoutCode(line) : line;
  if (bare.includes('://')) return bare.replace(notWords, blank);
  return bare.includes('](') || bare.includes('<!--') || bare.includes('@') ? bare.replace(notWordsBut, blank) : bare;
}

const blank = (found: string): string => ' '.repeat(found.length);

const address = '<?\\b[a-z]{2,10}:\\/\\/[^\\s<>]+>?';
/** Links with their text, mail addresses in brackets, comments. */
const others = '!?\\[[^\\][]{0,300}\\]\\([^()]{0,1000}\\)|<[\\w.+-]+@[\\w.-]+>|<!--.{0,1000}?-->';
const notWords = new RegExp(`${others}|${address}`, 'gi');
/** Where there is no bare address: it may begin with any letter, which takes long to look for. */
const notWordsBut = new RegExp(others, 'g');

/** Code spans blanked out: a run of backticks up to the next run of the same length. */
function withoutCode(line: string): string {
  if (!line.includes('``')) return line.replace(/`[^`]*`/g, blank);
  const runs = [...line.matchAll(/`+/g)].map(({ index, 0: { length } }) => ({ index, length }));
  const ends = new Map<number, number[]>();
  for (const { index, length } of runs) {
    const places = ends.get(length);
    if (places) places.push(index);
    else ends.set(length, [index]);
  }
  let result = '';
  let at = 0;
  for (const { index, length } of runs) {
    if (index < at) continue;
    const places = ends.get(length) as number[];
    while ((places[0] ?? Infinity) <= index) places.shift();
    const close = places[0];
    if (close === undefined) continue;
    result += line.slice(at, index) + ' '.repeat(close + length - index);
    at = close + length;
  }
  return result + line.slice(at);
}
