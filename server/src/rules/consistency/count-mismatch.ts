import type { IncidentDocument } from '../../document/document';
import type { Line } from '../../document/lines';
import type { Span } from '../../document/text';
import { t } from '../../l10n';
import { matchesIn, proseLine } from '../prose';
import { defineRule } from '../rule';

/** A list has as many items as the words in front of it say. */
export const countMismatch = defineRule({
  id: 'count-mismatch',
  group: 'consistency',
  summary: 'A list has as many items as announced',
  severity: 'information',
  *check(document) {
    for (const [lead, first] of announcements(document)) {
      const line = proseLine(document, lead.number);
      const announced = line && announcedIn(line.words);
      if (!line || !announced) continue;
      const count = itemsFrom(document, first);
      if (count === null || count < 2 || count === announced.count) continue;
      const span: Span = { start: line.start + announced.at, end: line.start + announced.at + announced.length };
      yield { span, message: t('"{0}" are announced, and the list has {1}: correct the number or the list.', line.words.slice(announced.at, announced.at + announced.length), count) };
    }
  },
});

const numbers: Readonly<Record<string, number>> = { two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12 };
const amount = `(?:${Object.keys(numbers).join('|')}|[2-9]|1\\d|20)`;
/** A number and the things it counts, at the end of what announces the list. */
const announcement = new RegExp(`(?<![\\w.,:#$€£%/-])(${amount}) (?:[a-z-]{2,20} ){0,3}[a-z-]{2,20}s\\b[^.:;\\d]{0,50}:[*_]*$`, 'i');
/** Lengths of time, sizes, and parts of a larger number count no items. A captured loop is compiled once, another one for each of its rounds. */
const measure = new RegExp(`^${amount} ([a-z-]+ ){0,2}?(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|times|percent|points?|bytes|[kmg]b|steps? (?:later|back)|lines?|of the|ways of|groups?|sets?|phases?|stages?|categor\\w+|types|kinds|parts|teams|people|users|customers)\\b`, 'i');
const inexact = /\b(?:at least|at most|up to|more than|less than|over|about|around|approximately|nearly|almost|roughly|first|last|next|other|another|of the|of our|of these|top|every|any|step|version|phase|part|level|tier|within|after|in|for|by) $/i;
const excepted = /\b(?:including|such as|for example|e\.g\.?|among|like|especially|particularly|some|most)\b/i;

/** The number in the last words of a line that ends with a colon, or null. */
function announcedIn(words: string): { readonly count: number; readonly at: number; readonly length: number } | null {
  const line = words.trimEnd();
  const from = Math.max(0, line.length - 160);
  const tail = line.slice(from);
  const match = announcement.exec(tail);
  if (!match) return null;
  const written = match[1] as string;
  if (measure.test(match[0]) || inexact.test(tail.slice(0, match.index)) || excepted.test(match[0]) || /\b(?:and|or|plus)\b/i.test(match[0])) return null;
  // Two numbers in one announcement: which one counts the items?
  if (matchesIn(new RegExp(`\\b${amount}\\b`, 'gi'), tail).length > 1) return null;
  const noun = new RegExp(`^${amount} (?:[a-z-]{2,20} ){0,3}?[a-z-]{2,20}s\\b`, 'i').exec(match[0]);
  return { count: numbers[written.toLowerCase()] ?? Number(written), at: from + match.index, length: (noun ?? match)[0].length };
}

/** The lines in front of lists that end with a colon, each with the list's first item. */
function* announcements({ lines, text }: IncidentDocument): Generator<[Line, Line]> {
  let above: Line | undefined;
  for (const line of lines) {
    if (line.kind === 'blank') continue;
    const isLead = above && (above.marker === null ? above.kind === 'prose' || above.kind === 'field' : line.indent > above.indent + 1);
    if (line.marker !== null && above && isLead) {
      if (/:[*_]*$/.test(text.value.slice(Math.max(above.start, above.contentEnd - 4), above.contentEnd))) yield [above, line];
    }
    above = line;
  }
}

/** Lists that are announced with a number have no more lines. */
const longest = 200;

/** How many items the list has, or null where it is not certain that this is all of it. */
function itemsFrom({ lines }: IncidentDocument, first: Line): number | null {
  let count = 0;
  let loose = false;
  for (let number = first.number; number < lines.length; number++) {
    const line = lines[number] as Line;
    if (number - first.number > longest) return null;
    if (line.kind === 'heading' || line.kind === 'rule') break;
    if (line.kind === 'blank') continue;
    if (line.marker !== null && line.indent <= first.indent + 1) {
      // The list goes on behind other text, or another one follows: which items were announced?
      if (loose || line.marker !== first.marker) return null;
      if (line.indent < first.indent) return count;
      count++;
      continue;
    }
    if (line.indent <= first.indent && line.kind !== 'prose') loose = true;
    if (line.indent <= first.indent && lines[number - 1]?.kind === 'blank') loose = true;
  }
  return count;
}
