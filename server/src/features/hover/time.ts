import type { IncidentDocument } from '../../document/document';
import { secondsApart } from '../../document/milestones';
import type { TimelineEntry } from '../../document/timeline';
import { t } from '../../l10n';
import { durationText } from '../duration-text';
import { lineLink, sentence, text } from './card';
import type { Block, Card, Words } from './card';
import { timeAt } from './found-times';
import type { FoundTime } from './found-times';
import { milestoneBlocks, statedMilestones } from './milestone';
import { beginning } from './query';
import type { HoverQuery } from './query';
import { isCertain, timeFacts } from './time-facts';

/** A time: in UTC, in its zone and locally, how long after the start and after the entry before, and the milestones that it is. */
export function timeCard(query: HoverQuery): Card | null {
  const { document, offset, uri, timeZone } = query;
  const found = timeAt(document, offset);
  if (!found || found.time.start.clock?.possible === false) return null;
  const facts = timeFacts(found, found.end, { written: document.text.slice(found.span).replace(/[*_`]/g, ''), approximate: found.time.approximate, timeZone });
  const rows = [...sinceStart(document, uri, found), ...sinceBefore(document, uri, found)];
  const blocks: Block[] = [...facts, ...(rows.length > 0 ? [{ kind: 'facts', rows } as const] : []), ...lentDate(found.entry), ...milestones(query, found)];
  return blocks.length > 0 ? { span: found.span, blocks } : null;
}

function milestones(query: HoverQuery, { entry, at, span }: FoundTime): Block[] {
  return entry ? milestoneBlocks(query, entry) : statedMilestones(query, query.document.text.lineAt(span.start), at);
}

type Row = readonly [name: string, value: Words];

/** Of times that are both dated: a clock alone may be of any day. */
function sinceStart(document: IncidentDocument, uri: string, found: FoundTime): Row[] {
  const from = beginning(document);
  if (!from || from.line === found.entry?.line || found.at.day === null || !isCertain(from, found)) return [];
  const seconds = secondsApart(from, found);
  if (!seconds) return [];
  const name = from.isStart ? (seconds < 0 ? t('Before the start') : t('Since the start')) : seconds < 0 ? t('Before the detection') : t('Since the detection');
  return [[name, sentence(t('{0} ({1})'), durationText(seconds), lineLink(uri, from.line))]];
}

/** Of clocks alone the next is taken for the one that comes next, but for those with a date of which the year is not known. */
function sinceBefore(document: IncidentDocument, uri: string, found: FoundTime): Row[] {
  const { entry } = found;
  const timeline = entry && document.timelines.find(({ entries }) => entries.includes(entry));
  const before = timeline?.entries[timeline.entries.indexOf(entry as TimelineEntry) + (timeline.newestFirst ? 1 : -1)];
  if (!before || (found.at.day === null && (found.time.start.date || before.time.start.date))) return [];
  const from = { at: before.start, zone: before.zone };
  const seconds = isCertain(from, found) ? secondsApart(from, found) : null;
  const name = (seconds ?? 0) < 0 ? t('Earlier than the entry before') : t('Since the entry before');
  return seconds === null ? [] : [[name, sentence(t('{0} ({1})'), durationText(seconds), lineLink(uri, before.line))]];
}

/** Where the date comes from that the entry does not state. */
function lentDate(entry: TimelineEntry | null): Block[] {
  switch (entry?.dateSource) {
    case 'heading':
      return [text(sentence(t('The date is that of the heading above.')))];
    case 'previous':
      return entry.time.start.date ? [] : [text(sentence(t('The date follows from the entries above.')))];
    case 'document':
      return [text(sentence(t('The date is that of the document: the entry states none.')))];
    default:
      return [];
  }
}
