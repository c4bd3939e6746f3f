import { classify, isBlank, isRun } from './line-shape';
import { Next } from './next';
import { OpenBlocks } from './open-blocks';
import type { SourceText } from './text';

/** What a line is. Structure that spans lines (fences, comments, front matter, tables) is already resolved. */
export type LineKind =
  | 'blank'
  | 'heading' // a line whose whole purpose is to title what follows, in any notation
  | 'underline' // the line of = or - under a setext heading
  | 'rule' // a thematic break
  | 'field' // "Key: value" on a line of its own, with or without a list marker
  | 'item' // a list item that is no field
  | 'row' // a table row
  | 'delimiter' // the |---|---| line of a table
  | 'fence' // the opening or closing line of a fenced block
  | 'code' // a line inside a fenced block
  | 'comment' // a line of an HTML comment
  | 'frontMatter' // a line of the YAML front matter, its fences included
  | 'quote'
  | 'prose';

/** How a heading is written. */
export type HeadingNotation = 'atx' | 'setext' | 'label' | 'bold' | 'ruled' | 'caps' | 'numbered' | 'title' | 'runIn';

/** One line of a document. Offsets are UTF-16 code units into the whole text. */
export interface Line {
  /** 0-based. */
  readonly number: number;
  readonly start: number;
  /** Without the line ending. */
  readonly end: number;
  readonly kind: LineKind;
  /** Columns of leading white space; a tab goes to the next multiple of four. */
  readonly indent: number;
  /** The text without markers and surrounding white space: a heading's title, an item's text behind marker and checkbox. */
  readonly contentStart: number;
  readonly contentEnd: number;
  /** 1 to 6 for headings, else 0. Headings without markup get the level below the marked-up heading in force. */
  readonly level: number;
  readonly notation: HeadingNotation | null;
  /** The list marker before the content; headings, fences and comments may stand behind one too. */
  readonly marker: 'bullet' | 'number' | null;
  /** Offset of the character between the brackets of a task list item, or -1. */
  readonly checkbox: number;
  /** Offset of the colon behind the key of a field, or -1. */
  readonly colon: number;
}

/** A line while the document is being read. */
export type MutableLine = { -readonly [Key in keyof Line]: Line[Key] } & {
  /** Of an underline: the first line of the paragraph above it. */
  paragraph: number;
};

const TAB = 9;
const HASH = 35;
const SLASH = 47;
const SPACE = 32;
const TILDE = 126;
const NBSP = 160;
const BOM = 0xfeff;

/**
 * One pass over the text: what each line is by itself and by the block it stands in. Headings without markup of their own
 * (underlined, bold, labels, capitals) are still `prose` here: `headings.ts` finds them.
 */
export function scanLines(text: SourceText): MutableLine[] {
  const source = text.value;
  const lines: MutableLine[] = [];
  const blocks = new OpenBlocks(source);
  let inFrontMatter = hasFrontMatter(text);
  const colons = new Next(source, source.includes('：') ? '' : ':');

  for (let number = 0; number < text.lineCount; number++) {
    const start = text.lineStart(number);
    const end = text.lineEnd(number);
    let at = start;
    let indent = 0;
    let code = SPACE;
    for (; at < end; at++) {
      code = source.charCodeAt(at);
      if (code > SPACE && code < NBSP) break;
      if (code === TAB) indent += 4 - (indent & 3);
      else if (code === BOM) indent += 0;
      else if (isBlank(code)) indent++;
      else break;
    }
    let contentEnd = end;
    while (contentEnd > at && isBlank(source.charCodeAt(contentEnd - 1))) contentEnd--;

    const line: MutableLine = {
      number, start, end, kind: 'prose', indent, contentStart: at, contentEnd,
      level: 0, notation: null, marker: null, checkbox: -1, colon: -1, paragraph: -1,
    };
    lines.push(line);

    if (inFrontMatter) {
      line.kind = 'frontMatter';
      if (number > 0 && isFence(source, at, contentEnd)) inFrontMatter = false;
      continue;
    }
    if (blocks.holds(line)) continue;
    // "# incident-docs-disable-file" is a comment to us and no heading
    if ((code === HASH || code === SLASH) && isDirective(source, at)) {
      line.kind = 'comment';
      continue;
    }
    const place = blocks.placeOf(line);
    classify(source, line, code, place, colons);
    if (line.kind === 'fence' && code === TILDE && underlines(source, line, lines[number - 1])) line.kind = 'underline';
    if (line.marker === 'number' && blocks.isWrapped(line, at, lines[number - 1] as MutableLine)) {
      line.kind = 'prose';
      line.marker = null;
      line.contentStart = at;
      line.colon = line.checkbox = -1;
    }
    blocks.enter(line, at, place);
  }
  return lines;
}

/** A run of tildes as long as the words above it underlines them: plain text has no fences, and a fence is not cut to a length. */
function underlines(source: string, line: MutableLine, above: MutableLine | undefined): boolean {
  if (!above || above.kind !== 'prose' || above.marker !== null || above.indent > 3) return false;
  const length = line.contentEnd - line.contentStart;
  return isRun(source, line.contentStart, line.contentEnd, TILDE) && Math.abs(above.contentEnd - above.contentStart - length) <= 1;
}

/** Front matter is a first line of three dashes (YAML) or pluses (TOML), then keys, then a closing fence. */
function hasFrontMatter(text: SourceText): boolean {
  const source = text.value;
  const from = source.charCodeAt(0) === BOM ? 1 : 0;
  if (!isFence(source, from, text.lineEnd(0)) || source.startsWith('...', from)) return false;
  if (!/^(?:[\w-]+\s*[:=]|#)/.test(text.line(1))) return false;
  for (let number = 2; number < Math.min(text.lineCount, 200); number++) {
    if (isFence(source, text.lineStart(number), text.lineEnd(number))) return true;
  }
  return false;
}

function isFence(source: string, at: number, end: number): boolean {
  let last = end;
  while (last > at && isBlank(source.charCodeAt(last - 1))) last--;
  return last - at === 3 && (source.startsWith('---', at) || source.startsWith('+++', at) || source.startsWith('...', at));
}

/** Whether a directive of ours in the notation of plain text stands at an offset. */
function isDirective(source: string, at: number): boolean {
  let words = at + (source.charCodeAt(at) === HASH ? 1 : source.charCodeAt(at + 1) === SLASH ? 2 : 0);
  while (source.charCodeAt(words) === SPACE || source.charCodeAt(words) === TAB) words++;
  return words > at && source.startsWith('incident-docs', words) && ':-'.includes(source[words + 13] ?? ' ');
}
