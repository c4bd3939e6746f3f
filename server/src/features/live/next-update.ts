import type { IncidentDocument } from '../../document/document';
import { readDuration } from '../../document/duration';
import type { LineKind } from '../../document/lines';
import type { Moment, Zone } from '../../document/time';
import type { TimelineEntry } from '../../document/timeline';
import { instantIn, type ClockTime } from './clock-time';

/** When the next update was promised for. */
export interface NextUpdate {
  /** Seconds since the epoch. */
  readonly instant: number;
  /** 0-based. */
  readonly line: number;
}

/** "Next update: 15:30 UTC", "next customer update at 3 PM", "next update in 30 minutes". */
const announcement = /\bnext (?:\w+ ){0,2}?update\b[*_]{0,3}[ \t]*(?:(?:is|will be)[ \t]+)?(?:(?:due|planned|expected)[ \t]+)?[:|–—-]?[*_]{0,3}[ \t|]*(?:(?:at|by|on|due|no later than|for|around)[ \t]+)?(?:(today|tomorrow)[ \t,]+(?:at[ \t]+|by[ \t]+)?)?[*_`]{0,3}/gi;
/** What every one of them has, and hardly any line. */
const mention = /\bnext /i;
const within = /^(?:in|within)[ \t]+(.{1,40})/i;
const notRead: ReadonlySet<LineKind> = new Set(['fence', 'code', 'comment', 'blank']);
const DAY = 86_400;

/**
 * The latest time that the document announces for its next update; null where it announces none that can be told. A time of day is the next
 * one behind the entry that announces it, elsewhere behind the last entry, or else behind `start`; a length of time counts from its entry.
 */
export function nextUpdate(document: IncidentDocument, clock: ClockTime, start: number): NextUpdate | null {
  const { text, lines, times, timelines } = document;
  if (!mention.test(text.value)) return null;
  const entries = timelines.flatMap((timeline) => timeline.entries);
  let end: number | undefined;
  const last = (): number => (end ??= entries.reduce((until, entry) => Math.max(until, instantIn(clock, entry.start, entry.zone) ?? until), start));
  let latest: NextUpdate | null = null;
  const take = (instant: number | null, line: number): void => {
    if (instant !== null && (latest === null || instant > latest.instant)) latest = { instant, line };
  };
  for (const line of lines) {
    if (notRead.has(line.kind) || line.end - line.start > 2000) continue;
    const written = text.value.slice(line.start, line.end);
    if (!mention.test(written)) continue;
    for (const { index, 0: words, 1: day } of written.matchAll(announcement)) {
      const at = line.start + index + words.length;
      const entry = entries.find((candidate) => candidate.line <= line.number && line.number <= candidate.endLine);
      const behind = (entry && instantIn(clock, entry.start, entry.zone)) ?? last();
      const length = within.exec(text.value.slice(at, line.end));
      if (length) {
        const duration = entry && readDuration(length[1] as string);
        if (duration) take(behind + duration.seconds, line.number);
        continue;
      }
      const time = times.read(at, line.end);
      if (!time?.start.clock) continue;
      const zone = time.zone ?? zoneOf(document, entry);
      if (time.start.date) {
        const moment = document.momentOf(time.start);
        take(moment && instantIn(clock, moment, zone), line.number);
      } else take(nextOf(clock, time.start.clock.second, zone, behind + (day?.toLowerCase() === 'tomorrow' ? DAY / 2 : 0)), line.number);
    }
  }
  return latest;
}

const zoneOf = ({ timelines, zone }: IncidentDocument, entry: TimelineEntry | undefined): Zone | null => entry?.zone ?? timelines.find((timeline) => timeline.zone)?.zone ?? zone;

/** The first time that a clock shows a time of day at or behind an instant. */
function nextOf(clock: ClockTime, second: number, zone: Zone | null, behind: number): number | null {
  const first = Math.floor(behind / DAY) - 1;
  for (let day = first; day <= first + 3; day++) {
    const moment: Moment = { day, second, precision: 'minute' };
    const instant = instantIn(clock, moment, zone);
    if (instant !== null && instant >= behind) return instant;
  }
  return null;
}
