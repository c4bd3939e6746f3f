import type { IncidentDocument } from '../../document/document';
import type { Span } from '../../document/text';
import { slugOf } from './placeholders';

interface Written {
  readonly span: Span;
  readonly placeholder: string;
}

/** The text with placeholders in the places of what they stand for, in the form that fits where they stand. Line ends stay, and columns where there is room. */
export function writtenIn(document: IncidentDocument, replacements: readonly Written[]): string {
  const { text } = document;
  const { value } = text;
  const aligned = alignedRows(document);
  let copy = '';
  let at = 0;
  /** How many characters a row has grown by since a gap took it up. */
  let grown = 0;
  const pass = (end: number): void => {
    const line = text.lineEnd(text.lineAt(at));
    const stop = Math.min(end, line);
    const stretch = value.slice(at, stop);
    // a column may begin with what is replaced next
    const fitted = grown === 0 || !aligned.has(text.lineAt(at)) ? stretch : `${stretch}${value.slice(stop, stop + 1)}`.replace(columnGap, (gap) => {
      const least = gap.endsWith('|') ? 1 : 2;
      const spaces = gap.length - (least === 1 ? 1 : 0);
      const left = Math.max(least, spaces - grown);
      grown -= spaces - left;
      return ' '.repeat(left) + (least === 1 ? '|' : '');
    }).slice(0, stop < value.length ? -1 : undefined);
    copy += fitted + value.slice(Math.max(at, stop), end);
    if (end > line) grown = 0;
    at = end;
  };
  for (const { span, placeholder } of replacements) {
    pass(span.start);
    const written = formAt(value, span, placeholder);
    const breaks = value.slice(span.start, span.end).replace(/[^\r\n]+/g, '');
    copy += written + breaks;
    grown += written.length - (span.end - span.start);
    at = span.end;
  }
  pass(value.length);
  return copy;
}

/** The blanks before the next column. */
const columnGap = / +\||  +(?=\S)/;

/** The rows of tables whose columns stand below each other. */
function alignedRows({ tables, text }: IncidentDocument): ReadonlySet<number> {
  const pipes = (line: number): string => Array.from(text.line(line).matchAll(/\|/g), ({ index }) => index).join();
  return new Set(tables.flatMap(({ rows }) => (new Set(rows.map(({ line }) => pipes(line))).size === 1 ? rows.map(({ line }) => line) : [])));
}

/** Right before an address that is a link's target, or what a reference stands for. */
const targetBefore = /\]\(\s*<?$|^\s{0,3}\[[^\]\n]{1,200}\]:\s*<?$|(?:href|src)=["']?$/;

/** Farther back nothing is looked at. */
const lookBack = 240;

function formAt(value: string, { start, end }: Span, placeholder: string): string {
  const near = value.slice(Math.max(0, start - lookBack), start);
  const before = near.slice(near.lastIndexOf('\n') + 1);
  const written = value.slice(start, end);
  // a reference to what is defined elsewhere, or the words of a link
  if (before.endsWith('[') && !before.endsWith('[[') && value[end] === ']' && value[end + 1] !== ']') return placeholder.replace(/^\[(.*)\]$/, '$1');
  if (targetBefore.test(before) || isInWord(before, written, value.slice(end, end + 1))) return slugOf(placeholder);
  // what stands in brackets before these would be a link
  return placeholder.startsWith('[') && /^(?:\(|\[|:\s)/.test(value.slice(end, end + 2)) && !placeholder.startsWith('[REDACTED') ? placeholder.slice(1, -1) : placeholder;
}

/** Whether a place is a part of an address, a handle or the name of something. */
function isInWord(before: string, written: string, next: string): boolean {
  if (/[@_]$/.test(before) || next === '_' || next === '@' || ((before.endsWith('<') || before.endsWith('> ')) && (next === '>' || next === ':' || next === ',') && /^[\p{Ll}][\w-]*$/u.test(written))) return true;
  const word = before.slice(Math.max(before.lastIndexOf(' '), before.lastIndexOf('\t')) + 1);
  if (/:\/\/|^[.~]{0,2}\/|\]\(/.test(word)) return true;
  return /^\p{Ll}/u.test(written) && (/[-./\\]$/.test(before) || /^[-./\\]/.test(next));
}
