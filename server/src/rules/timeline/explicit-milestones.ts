import type { IncidentDocument } from '../../document/document';
import type { Span } from '../../document/text';
import { dayNumber, momentOn } from '../../document/time';
import type { TimeExpression } from '../../document/time';
import type { TimelineEntry } from '../../document/timeline';
import { wordsOf } from '../../document/words';
import type { Timed } from './entry-order';

/** The milestones whose order is certain, in that order. */
export const orderedMilestones = ['started', 'detected', 'mitigated', 'resolved'] as const;
export type OrderedMilestone = (typeof orderedMilestones)[number];

/** A milestone that the document names outright: by a field or by an entry's label. */
export interface ExplicitMilestone extends Timed {
  readonly key: OrderedMilestone;
  /** 0-based. */
  readonly line: number;
  readonly span: Span;
  readonly source: 'field' | 'entry';
}

const what = '(?:incident|impact|outage|issue|problem|service|disruption|first|time of|time)';
const labels: Readonly<Record<OrderedMilestone, RegExp>> = {
  started: new RegExp(`^(?:${what} ){0,2}(?:start|starts|started|began|begins|beginning)(?: time)?$`),
  detected: new RegExp(`^(?:${what} ){0,2}(?:detected|detection)(?: time)?$`),
  mitigated: new RegExp(`^(?:${what} ){0,2}(?:mitigated|mitigation)(?: time)?$`),
  resolved: new RegExp(`^(?:${what} ){0,2}(?:resolved|resolution)(?: time)?$`),
};
/** A part of each of them: few entries have one. */
const anyLabel = /start|beg[ai]n|detect|mitigat|resol/i;
/** A label is what stands in front of the first separator. */
const separator = /[\]:–—|(]| - |\*\* /;
const longestLabel = 40;

/** The milestones that fields and the labels of entries name: of several entries the first start and the last end. */
export function explicitMilestones(document: IncidentDocument): ExplicitMilestone[] {
  const { fields, timelines } = document;
  const found: ExplicitMilestone[] = [];
  const byKey = new Map<OrderedMilestone, TimelineEntry>();
  for (const { entries, newestFirst } of timelines) {
    for (const entry of newestFirst ? [] : entries) {
      const key = entry.start.day === null ? undefined : labelOf(document, entry);
      // What comes back begins once and ends twice.
      if (key && (!byKey.has(key) || key === 'mitigated' || key === 'resolved')) byKey.set(key, entry);
    }
  }
  for (const [key, { line, start, time, zone }] of byKey) found.push({ key, line, span: time.span, source: 'entry', start, time, zone });
  if (found.length === 0) return [];
  const zone = timelines.find((timeline) => timeline.zone)?.zone ?? null;
  const lines = new Set(found.map(({ line }) => line));
  for (const field of fields) {
    const key = orderedMilestones.find((other) => other === field.key);
    if (!key || lines.has(field.line)) continue;
    const time = document.times.read(field.valueSpan.start, field.valueSpan.end);
    const start = time && momentOf(time);
    if (time && start) found.push({ key, line: field.line, span: time.span, source: 'field', start, time, zone: time.zone ?? zone });
  }
  return found;
}

function labelOf({ text }: IncidentDocument, { textSpan }: TimelineEntry): OrderedMilestone | undefined {
  const words = text.value.slice(textSpan.start, Math.min(textSpan.end, textSpan.start + longestLabel)).replace(/^[\s*_[]+/, '');
  const end = separator.exec(words)?.index ?? (textSpan.end - textSpan.start <= longestLabel ? words.length : -1);
  if (end <= 0 || !anyLabel.test(words)) return undefined;
  const label = wordsOf(words.slice(0, end));
  return orderedMilestones.find((key) => labels[key].test(label));
}

function momentOf({ start: { date, clock } }: TimeExpression): Timed['start'] | null {
  const day = date && !date.ambiguous && date.year !== null ? dayNumber(date.year, date.month, date.day) : null;
  return day === null ? null : momentOn(day, clock);
}
