import type { IncidentDocument } from '../../document/document';
import type { HeadingNotation, Line } from '../../document/lines';
import { rewrite, type Change } from './change';

/** Headings that stand in a paragraph or a list of their own kind: no blank line is put above them. */
const tight: ReadonlySet<HeadingNotation | null> = new Set(['runIn', 'numbered']);

/**
 * One blank line above a heading, and at most one below it: always one where most headings with hashes have one. What stands right
 * above a heading and belongs to it (a comment, the heading that it is under, the rule around it) stays there.
 */
export function spaceSections(document: IncidentDocument): Change[] {
  const { text, lines } = document;
  const headings = lines.filter(({ kind, marker, indent, contentStart, contentEnd }) => kind === 'heading' && marker === null && indent < 4 && contentEnd > contentStart);
  const parted = partsHashes(document, headings);
  const changes: Change[] = [];
  let done = 0;
  const set = (first: number, last: number, blanks: number): void => {
    if (first < done) return;
    done = last;
    changes.push(rewrite(text.value, text.lineStart(first), text.lineStart(last), text.eol.repeat(blanks)));
  };
  for (const heading of headings) {
    const above = lastAbove(lines, heading.number);
    const blanks = heading.number - above - 1;
    if (above >= 0 && (blanks > 1 || (blanks === 0 && isParted(lines[above] as Line, heading)))) set(above + 1, heading.number, 1);
    const last = lastOfHeading(lines, heading);
    const below = firstBelow(lines, last);
    if (below < 0 || lines[below]?.kind === 'heading') continue;
    const gap = below - last - 1;
    if (gap > 1 || (gap === 0 && parted && heading.notation === 'atx' && lines[below]?.kind !== 'comment')) set(last + 1, below, 1);
  }
  return changes;
}

/** Whether most headings with hashes have a blank line below them. */
function partsHashes({ lines }: IncidentDocument, headings: readonly Line[]): boolean {
  let balance = 0;
  for (const { notation, number } of headings) if (notation === 'atx' && lines[number + 1] && lines[number + 1]?.kind !== 'heading') balance += lines[number + 1]?.kind === 'blank' ? 1 : -1;
  return balance > 0;
}

/** Whether a blank line belongs between a heading and the line right above it. */
function isParted({ kind }: Line, { notation }: Line): boolean {
  return !tight.has(notation) && kind !== 'heading' && kind !== 'underline' && kind !== 'comment' && kind !== 'rule';
}

function lastAbove(lines: readonly Line[], number: number): number {
  let above = number - 1;
  while (above >= 0 && lines[above]?.kind === 'blank') above--;
  return above;
}

function lastOfHeading(lines: readonly Line[], { number, notation }: Line): number {
  let last = number;
  if (notation !== 'setext') return last;
  while (lines[last + 1]?.kind === 'underline') last++;
  return last;
}

/** The first line below that is not blank, or -1. */
function firstBelow(lines: readonly Line[], number: number): number {
  let below = number + 1;
  while (lines[below]?.kind === 'blank') below++;
  return below < lines.length ? below : -1;
}
