import type { IncidentDocument } from '../../document/document';
import { readDuration } from '../../document/duration';
import type { Duration } from '../../document/duration';
import { secondsApart } from '../../document/milestones';
import type { Span } from '../../document/text';
import { durationWords, statedDurations } from '../../rules/consistency/stated-durations';
import type { Measure } from '../../rules/consistency/stated-durations';
import { proseLine } from '../../rules/prose';
import type { ProseLine } from '../../rules/prose';
import { t } from '../../l10n';
import { durationText } from '../duration-text';
import { lineLink, sentence, text, title } from './card';
import type { Block, Card } from './card';
import { measureOf, measures } from './milestone';
import { beginning, holds } from './query';
import type { HoverQuery } from './query';

interface FoundDuration extends Duration {
  readonly span: Span;
  /** What it measures; null where the text does not say. */
  readonly measure: Measure | null;
}

/** A length of time: what it is in hours and minutes, and what the timeline says. Of one that measures nothing known only what it agrees with. */
export function durationCard(query: HoverQuery): Card | null {
  const { document, offset } = query;
  const found = named(document, offset) ?? bare(document, offset);
  if (!found) return null;
  const compared = found.measure === null ? agreeing(query, found) : [against(query, found.measure, found)];
  return compared.length === 0 ? null : { span: found.span, blocks: [title(`${found.approximate ? '≈ ' : ''}${durationText(found.seconds)}`), ...compared] };
}

const nameOfDuration = new RegExp(`\\b(?:${durationWords.join('|')})\\b`, 'gi');

/** A duration that is stated under a name, as a field or in a line. */
function named(document: IncidentDocument, offset: number): FoundDuration | null {
  const line = proseLine(document, document.text.lineAt(offset));
  const mentions = line ? mentionsIn(line) : [];
  const stated = statedDurations(document, mentions).find(({ span }) => holds(span, offset));
  if (stated) return stated;
  const field = document.fields.find(({ duration, valueSpan }) => duration && holds(valueSpan, offset));
  return field?.duration ? { ...field.duration, span: field.valueSpan, measure: 'total' } : null;
}

const mentionsIn = (line: ProseLine) =>
  [...line.words.matchAll(nameOfDuration)].map(({ index, 0: word }) => ({ word: word.toLowerCase(), line, span: { start: line.start + index, end: line.start + index + word.length } }));

const amount = /(?<![\w.,:-])(?:\d{1,4}(?:[.,]\d)?|an?|one|two|three|four|five|six|seven|eight|nine|ten|half an)[ -]?(?:d(?:ays?)?|h(?:ours?|rs?)?|m(?:in(?:ute)?s?)?)(?![\w-])(?:,? (?:and )?\d{1,2} ?(?:h(?:ours?|rs?)?|m(?:in(?:ute)?s?)?)(?![\w-]))?/gi;

/** A length of time in the author's words, of a minute and more. */
function bare(document: IncidentDocument, offset: number): FoundDuration | null {
  const line = proseLine(document, document.text.lineAt(offset));
  for (const { index, 0: words } of line?.words.matchAll(amount) ?? []) {
    const span = { start: (line as ProseLine).start + index, end: (line as ProseLine).start + index + words.length };
    const duration = holds(span, offset) ? readDuration(words) : null;
    if (duration && duration.seconds >= 60) return { ...duration, span, measure: null };
  }
  return null;
}

const metricOf = { total: 'timeToResolve', resolve: 'timeToResolve', detect: 'timeToDetect', acknowledge: 'timeToAcknowledge', mitigate: 'timeToMitigate' } as const;

/** What the timeline says of what a duration measures. */
function against({ document, uri }: HoverQuery, measure: Measure, { seconds: stated, approximate }: Duration): Block {
  const metric = metricOf[measure];
  const seconds = document.metrics[metric];
  const { milestones } = document;
  const known = measureOf(metric);
  const from = known.from.find((key) => milestones[key]);
  const [start, end] = [from && milestones[from], milestones[known.to]];
  if (!start || !end) return text(sentence(t('The milestones that it could be compared with are not in the document.')));
  if (seconds === null) return text(sentence(t('The times of {0} and {1} cannot be compared, so the timeline says nothing of it.'), lineLink(uri, start.line), lineLink(uri, end.line)));
  const parts = [durationText(seconds), lineLink(uri, start.line), lineLink(uri, end.line)] as const;
  if (isAlike(stated, seconds, approximate)) return text(sentence(t('The timeline agrees: {0}, from {1} to {2}.'), ...parts));
  return text(sentence(t('The timeline shows {0}, from {1} to {2}.'), ...parts));
}

/** Minutes are rounded. */
const isAlike = (one: number, other: number, approximate: boolean): boolean => Math.abs(one - other) <= Math.max(59, one * (approximate ? 0.25 : 0.02));

/** What in the timeline takes as long: a way between two milestones, or an entry with a range. */
function agreeing({ document, uri }: HoverQuery, { seconds, approximate }: Duration): Block[] {
  const items = measures.flatMap(({ metric, name, from, to }) => {
    const known = document.metrics[metric];
    const [start, end] = [from.map((key) => document.milestones[key]).find(Boolean) ?? beginning(document), document.milestones[to]];
    return known !== null && start && end && isAlike(seconds, known, approximate) ? [sentence(t('{0}: {1}, from {2} to {3}'), name(), durationText(known), lineLink(uri, start.line), lineLink(uri, end.line))] : [];
  });
  const ranges = document.timelines.flatMap(({ entries }) => entries).flatMap(({ start, end, zone, line }) => {
    const length = end ? secondsApart({ at: start, zone }, { at: end, zone }) : null;
    return length !== null && length > 0 && isAlike(seconds, length, approximate) ? [sentence(t('{0}: {1}'), lineLink(uri, line), durationText(length))] : [];
  });
  const all = [...items, ...ranges].slice(0, 3);
  return all.length === 0 ? [] : [text(sentence(t('In the timeline, as long takes:'))), { kind: 'list', items: all }];
}
