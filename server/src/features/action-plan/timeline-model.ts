import type { IncidentDocument } from '../../document/document';
import { absolute } from '../../document/milestones';
import type { Moment, Zone } from '../../document/time';
import type { TimelineEntry } from '../../document/timeline';
import { offsetThen } from '../../document/zone';
import type { TimelineModel } from '../../protocol';
import { disorderedEntries } from '../../rules/timeline/timeline-order';
import { shorten } from '../shorten';

const NOON = 43_200;

/**
 * The entries of all timelines in the order of the document, for a drawing. The axis shows what the clocks of the entries show where they are all
 * of one zone, or of none; it is in UTC where there are several whose offsets are known. Null where there is no entry.
 */
export function timelineOf(document: IncidentDocument): TimelineModel | null {
  const { text, timelines, milestones } = document;
  const entries = timelines.flatMap((timeline) => timeline.entries);
  if (entries.length === 0) return null;
  const dated = entries.filter(({ start }) => start.day !== null);
  const names = new Set(dated.map(({ zone }) => zone?.text ?? ''));
  const isMixed = names.size > 1 && dated.every(({ start, zone }) => zone !== null && offsetThen(zone, start.day as number, start.second ?? NOON) !== null);
  const [only = ''] = names.size === 1 ? names : [];
  const disordered = new Set(timelines.flatMap((timeline) => disorderedEntries(text, timeline)));
  const reached = new Map<number, string[]>();
  for (const [key, milestone] of Object.entries(milestones)) reached.set(milestone.line, [...(reached.get(milestone.line) ?? []), key]);
  const at = (moment: Moment, zone: Zone | null) => absolute(moment, isMixed ? zone : null);
  return {
    zone: isMixed ? 'UTC' : only || null,
    entries: dated.map((entry) => ({
      line: entry.line,
      start: at(entry.start, entry.zone) as number,
      end: entry.end ? at(entry.end, entry.zone) : null,
      label: labelOf(document, entry),
      text: shorten(entry.text),
      milestones: reached.get(entry.line) ?? [],
      disorder: disordered.has(entry),
    })),
    undated: entries.length - dated.length,
  };
}

/** The time as written, without markup. */
const labelOf = ({ text }: IncidentDocument, { time }: TimelineEntry): string => text.slice(time.span).replace(/[*_`|[\]]/g, '').replace(/\s+/g, ' ').trim();
