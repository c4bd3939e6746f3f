import type { Span } from './text';
import type { MilestoneKey } from './vocabulary';

/** How a writer marks an entry as a milestone: `**Detected:**` or `Detected:` before its words, `[DETECTED]` before or behind them, or a comment. */
export type MarkForm = 'label' | 'tag' | 'comment';

/** A mark of an entry, which says outright what its words could only be evidence of. */
export interface MilestoneMark {
  readonly key: MilestoneKey;
  readonly form: MarkForm;
  /** The mark, as offsets into the text that it was found in. A comment that names several milestones is the mark of each. */
  readonly span: Span;
}

/** In the order in which an incident comes to them. */
export const milestoneKeys: readonly MilestoneKey[] = ['started', 'detected', 'acknowledged', 'declared', 'escalated', 'identified', 'mitigated', 'resolved'];

const words = milestoneKeys.join('|');
/** No entry has a mark without one of these. */
const mayBeMarked = /[:\]]/;
/** Where an entry's words begin, or those of a cell of its row, behind emphasis and other marks. */
const opening = new RegExp(`(?:^|\\|)[ \\t]*(?:[*_]{0,3}(?:\\[(?:${words})\\](?![(\\[:])|(?:${words})[*_]{0,3}:)[*_]{0,3}(?![^\\s*_[])[ \\t]*){1,8}`, 'gi');
const each = new RegExp(`([*_]{0,3})(?:\\[(${words})\\]|(${words})[*_]{0,3}:)[*_]{0,3}`, 'gi');
const closing = new RegExp(`\\[(${words})\\][*_]{0,3}(?=[ \\t]*(?:<!--[^>]{0,200}-->[ \\t]*)?$)`, 'i');
const comments = /<!--\s{0,9}milestones?\s{0,9}:([a-z,\s]{1,120})-->/gi;

/** The marks in the text of an entry, in their order. */
export function marksIn(text: string): MilestoneMark[] {
  if (!mayBeMarked.test(text)) return [];
  const marks: MilestoneMark[] = [];
  const add = (word: string, form: MarkForm, start: number, length: number): void => {
    marks.push({ key: word.toLowerCase() as MilestoneKey, form, span: { start, end: start + length } });
  };
  for (const { index, 0: run } of text.matchAll(opening)) {
    for (const { index: at, 0: mark, 2: tag, 3: label } of run.matchAll(each)) add((tag ?? label) as string, tag ? 'tag' : 'label', index + at, mark.length);
  }
  const last = closing.exec(text);
  if (last && !marks.some(({ span }) => span.start <= last.index && last.index < span.end)) add(last[1] as string, 'tag', last.index, last[0].length);
  for (const { index, 0: comment, 1: named = '' } of text.matchAll(comments)) {
    for (const word of named.toLowerCase().split(/[\s,]+/)) if ((milestoneKeys as readonly string[]).includes(word)) add(word, 'comment', index, comment.length);
  }
  return marks;
}
