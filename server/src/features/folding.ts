import type { IncidentDocument } from '../document/document';
import type { Line } from '../document/lines';
import type { Timeline } from '../document/timeline';
import { daysOf, entryCount } from './timeline-days';

/** Lines that fold away under the first of them; 0-based, `endLine` included and never blank. */
export interface Fold {
  readonly startLine: number;
  readonly endLine: number;
  readonly kind?: 'comment' | 'region';
  /** What stands for the folded lines where the first line alone does not tell. */
  readonly collapsedText?: string;
}

/**
 * What can be folded: sections, the days of a timeline, entries and items of several lines, groups of the plan,
 * front matter, fenced blocks, comments and marked regions. One fold a line at most, the longest; in document order.
 * Null where the document is no incident document, so that the editor's own folding stays.
 */
export function foldingRanges(document: IncidentDocument): readonly Fold[] | null {
  if (document.kind === 'none') return null;
  const folds = new Map<number, Fold>();
  for (const candidate of candidates(document)) {
    const fold = { ...candidate, endLine: lastFilledLine(document, candidate.endLine) };
    const known = folds.get(fold.startLine);
    if (fold.endLine > fold.startLine && (known === undefined || fold.endLine > known.endLine)) folds.set(fold.startLine, fold);
  }
  return [...folds.values()].sort((a, b) => a.startLine - b.startLine);
}

function* candidates(document: IncidentDocument): Generator<Fold> {
  for (const section of document.allSections) yield { startLine: section.line, endLine: section.endLine };
  for (const timeline of document.timelines) {
    yield* days(document, timeline);
    for (const entry of timeline.entries) yield { startLine: entry.line, endLine: entry.endLine };
  }
  for (const group of document.plan.groups) {
    yield { startLine: group.line, endLine: group.endLine };
    for (const item of group.items) yield { startLine: item.line, endLine: item.endLine };
  }
  yield* listItems(document.lines);
  yield* blocks(document.lines);
  yield* regions(document);
}

function lastFilledLine(document: IncidentDocument, line: number): number {
  let last = Math.min(line, document.lines.length - 1);
  while (last > 0 && document.lines[last]?.kind === 'blank') last--;
  return last;
}

/** The days of a timeline that spans several; a day with a heading of its own folds as that section. */
function* days(document: IncidentDocument, timeline: Timeline): Generator<Fold> {
  for (const { line, endLine, entries, headed } of daysOf(document, timeline)) {
    if (!headed && endLine > line) yield { startLine: line, endLine, collapsedText: entryCount(entries.length) };
  }
}

/** Items of a list with everything that stands deeper below them. */
export function* listItems(lines: readonly Line[]): Generator<Fold> {
  const open: Line[] = [];
  let last = -1;
  for (const line of lines) {
    if (line.kind === 'blank') continue;
    while (open.length > 0 && line.indent <= (open.at(-1) as Line).indent) yield { startLine: (open.pop() as Line).number, endLine: last };
    if (line.marker !== null) open.push(line);
    last = line.number;
  }
  for (const item of open) yield { startLine: item.number, endLine: last };
}

/** Front matter, comments and fenced blocks. */
export function* blocks(lines: readonly Line[]): Generator<Fold> {
  for (let at = 0; at < lines.length; at++) {
    const start = lines[at] as Line;
    if (start.kind === 'frontMatter' || start.kind === 'comment') {
      while (lines[at + 1]?.kind === start.kind) at++;
      yield start.kind === 'comment' ? { startLine: start.number, endLine: at, kind: 'comment' } : { startLine: start.number, endLine: at };
    } else if (start.kind === 'fence') {
      while (at + 1 < lines.length && lines[at + 1]?.kind === 'code') at++;
      if (lines[at + 1]?.kind === 'fence') at++;
      yield { startLine: start.number, endLine: at };
    }
  }
}

const regionStart = /^<!--\s*#?region\b/;
const regionEnd = /^<!--\s*#?endregion\b/;

/** From `<!-- #region -->` to its `<!-- #endregion -->`. */
function* regions({ text, lines }: IncidentDocument): Generator<Fold> {
  const open: number[] = [];
  for (const line of lines) {
    if (line.kind !== 'comment') continue;
    const words = text.value.slice(line.contentStart, line.contentEnd);
    if (regionStart.test(words)) open.push(line.number);
    const startLine = regionEnd.test(words) ? open.pop() : undefined;
    if (startLine !== undefined) yield { startLine, endLine: line.number, kind: 'region' };
  }
}
