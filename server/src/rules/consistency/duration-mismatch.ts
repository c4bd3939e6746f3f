import type { IncidentDocument } from '../../document/document';
import type { TimeExpression } from '../../document/time';
import { t } from '../../l10n';
import { excerpt } from '../anchor';
import type { Mention } from '../mentions';
import { coveredLines } from '../roles';
import { statedDates } from '../metadata/stated-dates';
import { defineRule } from '../rule';
import type { Finding } from '../rule';
import { compareEntries } from '../timeline/entry-order';
import { clockedTimeline, contradicts, toleranceOf } from './clocked-timeline';
import { durationWords, statedDurations } from './stated-durations';
import type { StatedDuration } from './stated-durations';
import { durationBehind, durationBeside, lengthOf, rangeBehind, rangeWords } from './stated-ranges';

/** How long it is said to have lasted is what the clocks beside it and the timeline show. */
export const durationMismatch = defineRule({
  id: 'duration-mismatch',
  group: 'consistency',
  summary: 'The stated duration agrees with the clocks and with the timeline',
  severity: 'warning',
  words: [...durationWords, ...rangeWords, 'window'],
  judges: 'words',
  *check(document, _options, { mentions }) {
    const ranges: FoundRange[] = [];
    for (const mention of mentions) {
      const range = rangeBehind(document, mention);
      if (range) ranges.push({ mention, range });
    }
    const stated = statedDurations(document, mentions);
    const seen = new Set<number>();
    for (const finding of [...ownRanges(document), ...againstFields(document), ...ranges.flatMap((found) => againstRange(document, found)), ...sums(document, stated), ...againstTimeline(document, stated), ...againstBegin(document, ranges)]) {
      const line = document.text.lineAt(finding.span.start);
      if (seen.has(line)) continue;
      seen.add(line);
      yield finding;
    }
  },
});

interface FoundRange {
  readonly mention: Mention;
  readonly range: TimeExpression;
}

const differs = (stated: number, other: number, approximate: boolean): boolean => Math.abs(stated - other) > toleranceOf(stated, approximate);

/** "Duration: 2 hours (10:00 - 12:30)", "Window: 10:00 - 12:30 (2 hours)". */
function* ownRanges(document: IncidentDocument): Generator<Finding> {
  const { text, fields } = document;
  for (const { duration, value, valueSpan } of fields) {
    if (!duration && !mayStateBoth.test(value)) continue;
    const range = document.times.findRange(valueSpan.start, valueSpan.end);
    const length = range && lengthOf(document, range);
    if (!range || length === null) continue;
    const stated = duration ? { duration, span: valueSpan } : durationBehind(document, range, valueSpan.end);
    if (stated && differs(stated.duration.seconds, length, stated.duration.approximate)) yield rangeFinding(text.slice(range.span), stated.span);
  }
}

/** A clock, and brackets at the end with digits in them. */
const mayStateBoth = /^[^(]{0,80}:\d\d[^(]{0,20}\([^()]{0,20}\d[^()]{1,30}\)$/;

/** "Start: 10:00", "End: 12:30" and "Duration: 3 hours" in one header. */
function* againstFields(document: IncidentDocument): Generator<Finding> {
  const stated = document.fields.filter(({ duration, label }) => duration && wholeLength.test(label));
  const [field, ...others] = stated;
  const dates = stated.length > 0 ? statedDates(document) : [];
  const [starts, ends] = [dates.filter(({ key }) => key === 'started'), dates.filter(({ key, field: { label } }) => key === 'resolved' && ending.test(label))];
  const [start, end] = [starts[0], ends[0]];
  if (!field?.duration || others.length > 0 || !start || !end || starts.length + ends.length > 2) return;
  const length = compareEntries(end, start);
  if (length === null || length <= 0 || start.start.second === null || end.start.second === null || !differs(field.duration.seconds, length, field.duration.approximate)) return;
  yield {
    span: field.valueSpan,
    message: t('From "{0}" to "{1}" it is another time: correct one of the three.', excerpt(start.field.label, 24), excerpt(end.field.label, 24)),
    related: [start, end].map((date) => ({ span: date.field.valueSpan, message: t('"{0}" is stated here.', excerpt(date.field.label)) })),
  };
}

const wholeLength = /^(?:total |incident |outage )?(?:duration|length|dauer|durée)$/i;
/** A label that names the end of the same thing, and not the repair of a part of it. */
const ending = /^(?:end(?:ed)?|(?:incident|outage|impact) end(?:ed)?|resolved|restored|ende|fin)(?: (?:at|time))?$/i;

/** "lasted two hours, from 10:00 to 12:30". */
function againstRange(document: IncidentDocument, { mention, range }: FoundRange): Finding[] {
  const beside = durationBeside(document, mention, range);
  const length = beside && lengthOf(document, range);
  const wrong = beside && length !== null && differs(beside.duration.seconds, length, beside.duration.approximate);
  return wrong ? [rangeFinding(document.text.slice(range.span), beside.span)] : [];
}

const rangeFinding = (range: string, span: Finding['span']): Finding => ({ span, message: t('This is not the time of {0}: correct the duration or the times.', excerpt(range, 48)) });

/** Time to detect and time to resolve in one table with a total that is nearly their sum. */
function* sums({ text }: IncidentDocument, stated: readonly StatedDuration[]): Generator<Finding> {
  for (let index = 2; index < stated.length; index++) {
    const trio = stated.slice(index - 2, index + 1);
    const of = (measure: StatedDuration['measure']) => trio.find((other) => other.measure === measure);
    const [detect, resolve, total] = [of('detect'), of('resolve'), of('total')];
    if (!detect || !resolve || !total || Math.abs((trio[2] as StatedDuration).line - (trio[0] as StatedDuration).line) > 6 || trio.some(({ approximate }) => approximate)) continue;
    const sum = detect.seconds + resolve.seconds;
    const isSum = Math.abs(total.seconds - sum) < 90 || Math.abs(total.seconds - resolve.seconds) < 90;
    if (isSum || Math.abs(total.seconds - sum) > total.seconds / 4) continue;
    yield {
      span: total.span,
      message: t('The times to detect ({0}) and to resolve ({1}) do not add up to this.', excerpt(text.slice(detect.span), 24), excerpt(text.slice(resolve.span), 24)),
    };
  }
}

/** Durations that no two rows of the timeline are apart. */
function* againstTimeline(document: IncidentDocument, stated: readonly StatedDuration[]): Generator<Finding> {
  const whole = stated.filter(({ measure }) => measure === 'total' || measure === 'resolve');
  const timeline = whole.length > 0 ? clockedTimeline(document) : null;
  if (!timeline) return;
  for (const { span, seconds, approximate } of whole) {
    if (!contradicts(timeline, seconds, approximate)) continue;
    yield { span, message: t('No two rows of the timeline are {0} apart: correct the duration or the timeline.', excerpt(document.text.slice(span))) };
  }
}

const beginning = /^\W*(?:the )?(?:\w+ )?(outage|incident|downtime|impact|disruption) (?:begins|began|starts|started)\b/i;
const HALF_DAY = 43_200;

/** "From 10:30 to 14:00 there was an outage", where a row says that the outage began at another time. */
function* againstBegin(document: IncidentDocument, found: readonly FoundRange[]): Generator<Finding> {
  const ranges = found.filter(({ mention, range }) => coveredLines(document, 'summary')[mention.line.line] === 1 && range.start.clock && !range.approximate);
  if (ranges.length === 0) return;
  const rows = document.timelines.flatMap(({ entries }) => entries.filter(({ text }) => beginning.test(text)));
  const [row] = rows;
  const second = row?.start.second;
  if (!row || rows.length > 1 || second == null) return;
  const noun = (beginning.exec(row.text)?.[1] ?? '').toLowerCase();
  for (const { mention, range } of ranges) {
    const { words, start } = mention.line;
    const at = mention.span.start - start;
    const earlier = words.slice(Math.max(0, at - 200), at);
    const sentence = `${earlier.slice(earlier.lastIndexOf('. ') + 1)}${words.slice(at, at + 200)}`.toLowerCase();
    const clock = range.start.clock;
    if (!clock || row.time.approximate || !sentence.includes(noun)) continue;
    if (range.zone && row.zone && range.zone.text !== row.zone.text) continue;
    const apart = Math.abs(clock.second - second);
    if (Math.min(apart, 2 * HALF_DAY - apart) <= 900) continue;
    const span = range.start.clockSpan ?? range.span;
    const written = document.text.slice(row.time.span);
    yield {
      span,
      message: t('The timeline has the {0} begin at {1}: correct this time or the timeline.', noun, excerpt(written)),
      related: [{ span: row.time.span, message: t('It begins here.') }],
    };
  }
}
