import { remembered } from '../../document/words';

/** Words that bind, and words that every action has. */
const empty = new Set(
  `the and for with that this from into onto our their its all any each more most also than then when where which will would should must can could have has had been being
  are was were not but per via over under after before again using use used new own such other some add added create created implement implemented enable enabled make made
  set setup ensure improve improved enhance enhanced develop provide better proper properly comprehensive latest affected process completed complete done finished
  deployed applied successfully now already yet still initiated related issue issues system systems`.split(/\s+/),
);
const word = /[a-z][a-z\d_-]{2,}|\d[\w.:-]*/gi;
const ending = /(?:ations?|ating|ated|ates?|ings?|ed|es|s|e|ions?|ly|ment|ments)$/;

/** A word without its ending, so that "restarted" and "restart" are the same; empty for a word that says nothing. */
const stemOf = remembered((written: string): string => {
  const lower = written.toLowerCase();
  if (empty.has(lower)) return '';
  const stem = lower.replace(ending, '');
  return stem.length >= 3 ? stem.replace(/(.)\1$/, '$1') : lower;
});

/** The words that say what a sentence is about, as stems. */
export function stemsOf(text: string): ReadonlySet<string> {
  const stems = new Set<string>();
  for (const written of text.slice(0, 600).match(word) ?? []) {
    const stem = stemOf(written);
    if (stem !== '') stems.add(stem);
  }
  return stems;
}

/** How many stems two sets share. */
export function shared(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let count = 0;
  for (const stem of one) if (other.has(stem)) count++;
  return count;
}
