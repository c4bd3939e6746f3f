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
import { timeFacts } from './time-facts';

/** A time: in UTC, in its zone and locally, how long after the start and after the entry before, and the milestones that it is. */
export function timeCard(query: HoverQuery): Card | null {
  const { document, offset, uri, timeZone } = query;
  const found = timeAt(document, offset);
  if (!found || found.time.start.clock?.possible === false) return null;
  const facts = timeFacts(found, found.end, found.time.approximate, timeZone);
  const rows = [...sinceStart(document, uri, found), ...sinceBefore(document, uri, found)];
  const blocks: Block[] = [...facts, ...(rows.length > 0 ? [{ kind: 'facts', rows } as const] : []), ...lentDate(found.entry), ...milestones(query, found)];
  return blocks.length > 0 ? { span: found.span, blocks } : null;
}

function milestones(query: HoverQuery, { entry, at, span }: FoundTime): Block[] {
  return entry ? milestoneBlocks(query, entry) : statedMilestones(query, query.document.text.lineAt(span.start), at);
}

type Row = readonly [name: string, value: Words];

function sinceStart(document: IncidentDocument, uri: string, { at, zone, entry }: FoundTime): Row[] {
  const from = beginning(document);
  const seconds = from && from.line !== entry?.line ? secondsApart(from, { at, zone }) : null;
  if (!from || seconds === null) return [];
  const names = from.isStart ? [t('Before the start'), t('Since the start')] : [t('Before the detection'), t('Since the detection')];
  return [[seconds < 0 ? (names[0] as string) : (names[1] as string), sentence(t('{0} ({1})'), durationText(seconds), lineLink(uri, from.line))]];
}

function sinceBefore(document: IncidentDocument, uri: string, { entry, at, zone }: FoundTime): Row[] {
  const timeline = entry && document.timelines.find(({ entries }) => entries.includes(entry));
  const before = timeline?.entries[timeline.entries.indexOf(entry as TimelineEntry) + (timeline.newestFirst ? 1 : -1)];
  const seconds = before ? secondsApart({ at: before.start, zone: before.zone }, { at, zone }) : null;
  if (!before || seconds === null) return [];
  const name = seconds < 0 ? t('Earlier than the entry before') : t('Since the entry before');
  return [[name, sentence(t('{0} ({1})'), durationText(seconds), lineLink(uri, before.line))]];
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
