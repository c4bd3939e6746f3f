import type { TimelineEntry } from '../../document/timeline';
import type { SourceText, Span } from '../../document/text';
import { t } from '../../l10n';
import { excerpt } from '../anchor';
import { defineRule } from '../rule';
import type { Fix } from '../rule';
import { compareEntries, known } from './entry-order';

/** What is said to end at one time has not been said to run on. */
export const timelineEventOutsideRange = defineRule({
  id: 'timeline-event-outside-range',
  group: 'timeline',
  summary: 'A call that is said to end at one time is not said to run on',
  severity: 'warning',
  judges: 'timelines',
  *check({ text, timelines }) {
    for (const { entries } of timelines) {
      const ranges = entries.filter((entry) => entry.end !== null && entry.end.second !== null && known(entry));
      if (ranges.length === 0 || ranges.length > mostRanges) continue;
      for (const entry of entries) {
        const ended = entry.time.end === null && entry.start.second !== null ? endedThing(entry.text) : null;
        const range = ended && rangeOf(ranges, entry, ended);
        if (!range) continue;
        const [from, upto] = [text.slice(clockOf(entry)), text.slice(range.time.end?.clockSpan ?? range.time.span)];
        yield {
          span: clockOf(entry),
          message: t('The {0} ends at {1} here, but runs until {2} in line {3}: correct one of the two.', ended, from, upto, range.line + 1),
          related: [{ span: range.time.span, message: t('Here it runs until {0}.', excerpt(upto)) }],
          fixes: endThere(text, range, entry),
        };
      }
    }
  },
});

/** Where nearly everything is a range, the ranges are no meetings. */
const mostRanges = 50;

/** What a range may be about, and what may be said to end. Words of one kind are one thing in one timeline. */
const kinds: readonly (readonly [kind: string, words: string])[] = [
  ['call', 'call|zoom|meeting|bridge|webex|teams call|hangout|meet|conference|war ?room|huddle'],
  ['maintenance', 'maintenance|maintenance window|change window'],
  ['load test', 'load ?test|stress ?test'],
];
/** A captured loop is compiled once, another one for each of its rounds. */
const things = kinds.map(([kind, words]) => [
  kind,
  new RegExp(`\\b(?:${words})\\b`, 'i'),
  new RegExp(`\\b(?:${words})( (?:call|meeting|bridge|session|window|is|was|has|now)){0,2} (?:end(?:s|ed)|clos(?:es|ed)|finish(?:es|ed)|concludes|concluded|over|adjourned|completed|stopped)\\b`, 'i'),
] as const);
/** In front of a thing: it is another one than the one of the range. */
const another = /\b(?:second|third|another|new|other|next|follow-?up|separate|internal)\b[^.,;]{0,20}$/i;
/** Behind more words the entry is about something else. */
const furthest = 60;

/** The kind of thing that an entry says has ended, or null. */
function endedThing(words: string): string | null {
  for (const [kind, , ended] of things) {
    const match = ended.exec(words);
    if (match && match.index <= furthest && !another.test(words.slice(0, match.index))) return kind;
  }
  return null;
}

/** The one range about the thing that an entry lies in, and not at the end of. */
function rangeOf(ranges: readonly TimelineEntry[], entry: TimelineEntry, kind: string): TimelineEntry | null {
  const named = things.find(([name]) => name === kind)?.[1];
  const around = ranges.filter((range) => isWithin(entry, range) && named?.test(range.text));
  const [range] = around;
  return around.length === 1 && range && !another.test(range.text.slice(0, named?.exec(range.text)?.index)) ? range : null;
}

/** "Until 08:40" and "ended at 08:38" are no contradiction. */
const tolerance = 5 * 60;

function isWithin(entry: TimelineEntry, range: TimelineEntry): boolean {
  if (!range.end) return false;
  const end = { start: range.end, time: range.time, zone: range.zone };
  return (compareEntries(entry, range) ?? 0) > 0 && (compareEntries(end, entry, tolerance) ?? 0) > 0;
}

function clockOf({ time }: TimelineEntry): Span {
  return time.start.clockSpan ?? time.span;
}

/** Ends the range where the entry says, in the range's own notation. */
function endThere(text: SourceText, range: TimelineEntry, entry: TimelineEntry): Fix[] {
  const span = range.time.end?.clockSpan;
  const [from, to] = [span && text.slice(span), text.slice(clockOf(entry))];
  const shape = (written: string) => written.replace(/\d+/g, ({ length }) => `${length}`);
  if (!span || !from || shape(from) !== shape(to) || range.end?.day !== entry.start.day || range.zone?.text !== entry.zone?.text) return [];
  return [{ title: t('End the range in line {0} at {1}', range.line + 1, to), kind: 'suggested', edits: [{ span, newText: to }] }];
}
