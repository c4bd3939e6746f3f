import type { CivilDate, Zone } from '../../document/time';
import { isoDay, two } from '../../document/time';
import type { Span } from '../../document/text';
import type { TimelineEntry } from '../../document/timeline';
import { rewriteDate } from '../../rules/timeline/rewrite-date';

/** A date as somebody wrote it, its weekday in front of it or not. */
export interface WrittenDate {
  readonly text: string;
  readonly date: CivilDate;
}

/** How a timeline writes its times of day. */
interface ClockStyle {
  readonly seconds: boolean;
  /** Between the clock and "PM", and "PM" itself; null for 24 hours. */
  readonly half: { readonly gap: string; readonly upper: boolean; readonly mark: string } | null;
  readonly zulu: boolean;
}

/** How an entry writes its time: everything around and between date, time of day and zone as it stands there. */
export interface TimeStyle {
  readonly lead: string;
  readonly date: 'before' | 'behind' | null;
  readonly gap: string;
  readonly clock: ClockStyle;
  /** The zone with what stands in front of it and its brackets; empty where the entry states none. */
  readonly zone: string;
  readonly tail: string;
}

const clockPattern = /^\d{1,2}:\d{2}(:\d{2})?(?:[.,]\d{1,6})?(?:([ \t]?)([ap])(\.?m\.?)?)?(Z)?$/i;

/** The style of an entry between two offsets; null where it has what cannot be repeated. Ranges are taken for their beginning. */
export function timeStyleOf(source: string, { time }: TimelineEntry, { start, end }: Span): TimeStyle | null {
  const { dateSpan, clockSpan } = time.start;
  const clock = clockSpan && clockPattern.exec(source.slice(clockSpan.start, clockSpan.end));
  if (!clockSpan || !clock || time.approximate) return null;
  const date = dateSpan === null ? null : dateSpan.start < clockSpan.start ? 'before' : 'behind';
  const gap = dateSpan === null ? '' : date === 'before' ? source.slice(dateSpan.end, clockSpan.start) : source.slice(clockSpan.end, dateSpan.start);
  const point = Math.max(dateSpan?.end ?? 0, clockSpan.end);
  const last = Math.max(point, time.end?.clockSpan?.end ?? 0, time.end?.dateSpan?.end ?? 0);
  const zoneSpan = time.zone && time.zone.span.start >= point ? time.zone.span : null;
  const zoneFrom = zoneSpan && zoneSpan.start >= last ? last : point;
  const zone = zoneSpan ? source.slice(zoneFrom, zoneSpan.end) + (/^[)\]]*/.exec(source.slice(zoneSpan.end, time.span.end))?.[0] ?? '') : '';
  // a second time, or a zone between the clock and the date
  if (zoneSpan && time.end && zoneSpan.start < last) return null;
  if (!time.end && (zoneSpan?.end ?? point) + (zone.length - zone.trimEnd().length) < time.span.end && /\w/.test(source.slice(zoneSpan?.end ?? point, time.span.end))) return null;
  if (!/^\W*$/.test(gap.replace(/^\s*(?:at|T)\s*$/i, ''))) return null;
  const [, seconds, halfGap, half, mark, zulu] = clock;
  return {
    lead: source.slice(start, date === 'before' ? time.span.start : Math.min(time.span.start, clockSpan.start)),
    date, gap,
    clock: {
      seconds: seconds !== undefined,
      half: half === undefined ? null : { gap: halfGap ?? '', upper: half === half.toUpperCase(), mark: mark ?? '' },
      zulu: zulu !== undefined,
    },
    zone,
    // markup that begins the words is theirs
    tail: source.slice(time.span.end, end).replace(/(\s)[*_`"]+$/, '$1'),
  };
}

/** The date of an entry as it is written; null where it states none. */
export function writtenDate(source: string, { time }: TimelineEntry): WrittenDate | null {
  const { date, dateSpan, clockSpan } = time.start;
  if (!date || !dateSpan) return null;
  const start = clockSpan && clockSpan.start < dateSpan.start ? dateSpan.start : Math.min(time.span.start, dateSpan.start);
  return { text: source.slice(start, dateSpan.end), date };
}

/** A day (since 1970-01-01) written like one of the dates; in ISO 8601 where none of them can be followed. */
export function dateLike(dates: readonly WrittenDate[], day: number): string {
  for (const { text, date } of dates) {
    const written = rewriteDate(text, date, day);
    if (written !== null) return written;
  }
  return isoDay(day);
}

/** A time in a style. `padded`: whether hours have two digits. `second`: since midnight; null for the seconds where they are not known. */
export function writeTime(style: TimeStyle, date: string | null, second: number, padded: boolean, withSeconds: boolean): string {
  const clock = clockText(style.clock, second, padded, withSeconds) + (style.clock.zulu ? 'Z' : '');
  const point = date === null ? clock : style.date === 'behind' ? clock + style.gap + date : date + (style.date === null ? ' ' : style.gap) + clock;
  return style.lead + point + style.zone + style.tail;
}

function clockText({ seconds, half }: ClockStyle, second: number, padded: boolean, withSeconds: boolean): string {
  const hours = Math.floor(second / 3600);
  const shown = half ? hours % 12 || 12 : hours;
  const clock = `${padded ? two(shown) : shown}:${two(Math.floor(second / 60) % 60)}${seconds && withSeconds ? `:${two(second % 60)}` : ''}`;
  if (!half) return clock;
  const letter = hours < 12 ? 'a' : 'p';
  return clock + half.gap + (half.upper ? letter.toUpperCase() : letter) + half.mark;
}

/** What stands in every time that carries no zone of its own, for an entry like the others. */
export function plainStyle(zone: Zone | null, lead: string, tail: string): TimeStyle {
  return { lead, date: 'before', gap: ' ', clock: { seconds: false, half: null, zulu: false }, zone: zone ? ` ${zone.text}` : '', tail };
}
