import type { Mention } from './actions';
import type { Span } from './text';
import { doneWords, noOwner, openWords, phrases } from './vocabulary';
import { plainText, wordsOf } from './words';

const nobody = new Set([noOwner, doneWords, openWords].flatMap(phrases));
/** An item that is longer is an essay: nothing set apart at its end is looked for. */
export const MAX_ITEM = 2_000;

/** Whether a value names anybody: "TBD" and "unassigned" do not. */
export const isSomebody = (value: string): boolean => {
  const words = wordsOf(value);
  return words !== '' && words !== '#' && !nobody.has(words);
};

/** What the first group of a match stands for, `from` being where the text that was matched begins. */
export function mentionIn(source: string, from: number, match: RegExpMatchArray): Mention {
  const [whole, group = ''] = match;
  const start = from + (match.index ?? 0) + whole.indexOf(group);
  return mention(source, { start, end: start + group.length });
}

/** A stretch of text as what an item mentions, in plain words. */
export const mention = (source: string, span: Span): Mention => ({ value: plainText(source.slice(span.start, span.end)), span });
