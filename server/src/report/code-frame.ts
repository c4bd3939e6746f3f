import type { SourceText, Span } from '../document/text';

const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}|[\u{20000}-\u{3fffd}]/u;
/** Combining marks, joiners and what chooses a variant. */
const widthless = /^(?:\p{M}|\p{Cf})$/u;

/** A character as a terminal draws it. */
interface Cell {
  readonly shown: string;
  /** How many columns it takes. */
  readonly width: number;
  /** Whether it lies before, in or behind the span. */
  readonly side: -1 | 0 | 1;
}

/**
 * The first line of a span with carets under the span, cut to so many columns around it:
 *
 *     23 | - 2026-03-03 08:00 A new certificate is rolled out
 *        |   ^^^^^^^^^^
 */
export function codeFrame(text: SourceText, span: Span, columns: number): { readonly source: string; readonly carets: string } {
  const number = String(text.lineAt(span.start) + 1);
  const room = Math.max(20, columns - number.length - 3);
  const line = cutTo(room, cellsOf(text, span, room));
  const carets = line.map(({ width, side }) => (side === 0 ? '^' : ' ').repeat(width)).join('');
  return {
    source: `${number} | ${line.map(({ shown }) => shown).join('')}`.trimEnd(),
    // an empty span, or one at the end of its line, has no character to stand under
    carets: `${' '.repeat(number.length)} | ${carets.includes('^') ? carets.trimEnd() : `${' '.repeat(widthOf(line.filter(({ side }) => side < 0)))}^`}`,
  };
}

const ellipsis: Cell = { shown: '…', width: 1, side: -1 };

/** The characters of the line, as many around the span as could be shown. */
function cellsOf(text: SourceText, { start, end }: Span, room: number): Cell[] {
  const line = text.lineAt(start);
  const from = Math.max(text.lineStart(line), start - 2 * room);
  let at = from;
  return Array.from(text.value.slice(from, Math.min(text.lineEnd(line), start + 2 * room)), (character) => {
    const side = at < start ? -1 : at < end ? 0 : 1;
    at += character.length;
    return { shown: character === '\t' ? ' ' : printable(character), width: widthless.test(character) ? 0 : wide.test(character) ? 2 : 1, side };
  });
}

/** The cells that are shown where there is too little room: those before the span get half of it at most. */
function cutTo(room: number, cells: readonly Cell[]): readonly Cell[] {
  if (widthOf(cells) <= room) return cells;
  const before = cells.filter(({ side }) => side < 0);
  const dropped = before.length - fitting(before.toReversed(), Math.floor(room / 2)).length;
  const shown = dropped > 0 ? [ellipsis, ...cells.slice(dropped)] : cells;
  return widthOf(shown) <= room ? shown : [...fitting(shown, room - 1), { ...ellipsis, side: 1 }];
}

/** The first cells, as many as fit. */
function fitting(cells: readonly Cell[], room: number): readonly Cell[] {
  let width = 0;
  const end = cells.findIndex((cell) => (width += cell.width) > room);
  return end < 0 ? cells : cells.slice(0, end);
}

function widthOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, { width }) => sum + width, 0);
}

/** Text from a document or a file name without control characters: a terminal would obey them. */
export function printable(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u001f\u007f-\u009f]/g, '\ufffd');
}
