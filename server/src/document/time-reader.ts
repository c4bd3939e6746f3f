import { DateReader } from './date-reader';
import type { DayOrder } from './day-order';
import { behind, isDigit, matchAt, twoDigits } from './sticky';
import type { Span } from './text';
import { zoneOffset } from './time';
import type { CivilDate, Clock, TimeExpression, TimePoint, Zone } from './time';
import {
  approximation, beforeDate, between, clock, closing, dash, dual, fourDigits, hourMark, hourOnly, hoursWord, hoursWritten,
  isDateWord, japaneseClock, opening, prefix, shortHour, unknownClock, westOffset, zoned,
} from './time-patterns';
import { partsOffsetsByBlanks } from './west-offset';

/** Two blanks, a tab, a sign that parts, or the other end of "2200-2340". */
const setApart = /^(?:  |\t| ?[–—|]| -|-\d{4}(?![\d-])|[\r\n])/;

/** Reads a time where an entry may begin. Knows how the document writes its numeric dates. */
export class TimeReader {
  private readonly source: string;
  private readonly dates: DateReader;
  private partsByBlanks: boolean | undefined;

  constructor(source: string, order?: DayOrder) {
    this.source = source;
    this.dates = new DateReader(source, order);
  }

  /**
   * The time expression that begins at `start`, behind emphasis and brackets, or null where there is none that is wholly
   * understood. Its span ends behind its last word. Offsets are into the source.
   */
  read(start: number, end: number): TimeExpression | null {
    const lettered = this.source.charCodeAt(start) === 40 ? behind(prefix, this.source, start, end) : start;
    let at = this.skip(opening, lettered, end);
    let first = this.source.charCodeAt(at);
    if (first === 84 || first > 0x2248) {
      at = this.skip(opening, behind(prefix, this.source, at, end), end);
      first = this.source.charCodeAt(at);
    }
    if (at >= end || !this.mayBeginAt(at, first)) return null;
    let approximate = at > start && this.source.charCodeAt(at - 1) === 126;
    const begin = mayApproximate(first) ? behind(approximation, this.source, at, end) : at;
    if (begin > at) {
      approximate = true;
      at = this.skip(opening, begin, end);
    }
    const from = at;
    const head = this.point(at, end);
    if (!head) return null;
    at = head.at;
    const isRange = this.source.charCodeAt(at) === 45 && this.otherFourDigits(head, at + 1, end) !== null;
    let zone = isRange ? null : this.zoneBehind(at, end) ?? this.zoneBehind(this.skip(closing, at, end), end);
    zone ??= this.westOffset(head);
    if (zone) at = zone.at;
    let tail: Point | null = null;
    const upto = this.behindDash(this.skip(closing, at, end), end);
    if (upto > at && upto < end) {
      const skipped = this.skip('*_`~ ', upto, end);
      // behind a time of day only a digit can begin the other end
      const other = head.point.clock === null || isDigit(this.source.charCodeAt(skipped)) ? (this.point(skipped, end) ?? this.otherFourDigits(head, skipped, end)) : null;
      // "14:00 - 2 nodes" has no second time; a date may only follow a date
      if (other && (other.point.clock !== null ? head.point.clock !== null : head.point.clock === null) && (other.point.date === null || head.point.date !== null)) {
        tail = other;
        at = other.at;
        const second = this.zoneBehind(at, end);
        if (second) {
          zone ??= second;
          at = second.at;
        }
      } else {
        const unknown = head.point.clock ? this.behindUnknown(skipped, end) : skipped;
        if (unknown > skipped) at = unknown;
      }
    }
    at = this.behindDual(at, end);
    const point = tail && tail.point.clock && head.point.clock ? withMeridiem(this.source, head.point, tail.point) : head.point;
    return {
      span: { start: from, end: at },
      start: point,
      end: tail?.point ?? null,
      zone: zone?.zone ?? head.zone ?? zuluOf(this.source, point),
      approximate,
    };
  }

  /** The date alone that begins at `start`, or null. */
  readDate(start: number, end: number): { readonly date: CivilDate; readonly span: Span } | null {
    const found = this.dates.read(this.skip(opening, start, end), end);
    return found ? { date: found.date, span: found.span } : null;
  }

  /** The first date in a stretch of prose, or null. */
  findDate(start: number, end: number): { readonly date: CivilDate; readonly span: Span } | null {
    for (let at = start; at < end; at++) {
      if (at > start && isWord(this.source.charCodeAt(at - 1))) continue;
      if (!mayBegin(this.source.charCodeAt(at))) continue;
      const found = this.dates.read(at, end);
      if (!found) continue;
      // "7 Nov / 8 Nov 2025"
      const later = found.date.year === null ? this.findDate(found.at, end) : null;
      return { date: { ...found.date, year: found.date.year ?? later?.date.year ?? null }, span: found.span };
    }
    return null;
  }

  /** The zone written behind the first time of day in a stretch of prose, or null. */
  findZone(start: number, end: number): Zone | null {
    for (let at = start; at < end; at++) {
      if (at > start && isWord(this.source.charCodeAt(at - 1))) continue;
      const code = this.source.charCodeAt(at);
      if (code < 48 || code > 57) continue;
      const found = this.clock(at, end);
      if (!found) continue;
      const zone = this.zone(this.skip(' \t', behind(hoursWord, this.source, found.at, end), end), end);
      if (zone) return zone.zone;
      at = found.at - 1;
    }
    return null;
  }

  /** The first range of two times of day in a stretch of prose, "from 2:00 PM to 6:00 PM (PST)", with the date before it, or null. */
  findRange(start: number, end: number): TimeExpression | null {
    let date: { readonly date: CivilDate; readonly span: Span } | null = null;
    for (let at = start; at < end; at++) {
      if (at > start && isWord(this.source.charCodeAt(at - 1))) continue;
      if (!isDigit(this.source.charCodeAt(at)) && !isDateWord(this.source, at)) continue;
      const found = this.read(at, end);
      if (!found) continue;
      if (found.start.clock && found.end?.clock) {
        return found.start.date || !date ? found : { ...found, start: { ...found.start, date: date.date, dateSpan: date.span } };
      }
      if (found.start.date && found.start.dateSpan) date = { date: found.start.date, span: found.start.dateSpan };
      at = Math.max(at, found.span.end - 1);
    }
    return null;
  }

  private skip(characters: string, at: number, end: number): number {
    while (at < end) {
      const code = this.source.charCodeAt(at);
      if ((code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || (code > 126 && code !== 0x2013 && code !== 0x2014) || !characters.includes(this.source[at] as string)) break;
      at++;
    }
    return at;
  }

  /** A digit or a sign, or a word that a date or an approximation may begin with. */
  private mayBeginAt(at: number, code: number): boolean {
    return mayBegin(code) && (code <= 57 || code > 122 || isDateWord(this.source, at) || mayApproximate(code));
  }

  /** The zone behind white space. */
  private zoneBehind(at: number, end: number): { at: number; zone: Zone } | null {
    const from = this.skip(' \t', at, end);
    const code = this.source.charCodeAt(from);
    // a capital, a bracket, a sign, or "local": most times are followed by none of them
    const possible = (code >= 65 && code <= 90) || code === 40 || code === 43 || (code === 45 && isDigit(this.source.charCodeAt(from + 1))) || code === 0x2212 || code === 108;
    return possible ? this.zone(from, end) : null;
  }

  /** Steps over `14:??`, `--:--` and `HH:mm`. */
  private behindUnknown(at: number, end: number): number {
    const code = this.source.charCodeAt(at);
    return isDigit(code) || code === 45 || code === 63 || (code | 32) === 104 ? behind(unknownClock, this.source, at, end) : at;
  }

  private behindDash(at: number, end: number): number {
    const from = this.skip(' \t', at, end);
    const code = this.source.charCodeAt(from);
    if (code === 45 || code === 0x2013 || code === 0x2014 || code === 126) {
      return this.source.charCodeAt(from + 1) === 62 ? behind(dash, this.source, at, end) : this.skip(' \t', from + 1, end);
    }
    // ISO 8601 parts the two ends of an interval by a slash
    if (code === 47 && from === at && isDigit(this.source.charCodeAt(at + 1)) && this.source.charCodeAt(at + 5) === 45) return at + 1;
    const letter = code | 32;
    const possible = code > 0x2000 || letter === 116 || letter === 117 || letter === 97 || letter === 98;
    return possible ? behind(dash, this.source, at, end) : at;
  }

  /** A date with a time, a time with a date, or one of the two. */
  private point(at: number, end: number): Point | null {
    const first = this.source.charCodeAt(at);
    if (!isDigit(first) && !mayBegin(first)) return null;
    const date = this.dates.read(at, end);
    if (date) {
      const behindDate = this.skip(closing, date.at, end);
      const isPlainGap = this.source.charCodeAt(behindDate) === 32 && isDigit(this.source.charCodeAt(behindDate + 1));
      const gap = isPlainGap ? behindDate + 1 : behind(between, this.source, behindDate, end);
      const from = this.skip(opening, mayApproximate(this.source.charCodeAt(gap)) ? behind(approximation, this.source, gap, end) : gap, end);
      const clock = this.clock(from, end) ?? this.shortHour(from, end) ?? this.fourDigits(from, end);
      if (clock) return { at: clock.at, point: { date: date.date, dateSpan: date.span, clock: clock.clock, clockSpan: clock.span } };
      const unknown = this.behindUnknown(gap, end);
      return { at: unknown > gap ? unknown : date.at, point: { date: date.date, dateSpan: date.span, clock: null, clockSpan: null } };
    }
    const clock = this.clock(at, end);
    if (!clock) return null;
    // "11:10 6th Nov 2023" and "12:45 PM PST Saturday Oct 30th"
    const zone = this.zoneBehind(clock.at, end);
    const gap = behind(beforeDate, this.source, zone ? zone.at : clock.at, end);
    const later = gap > clock.at && mayBegin(this.source.charCodeAt(gap)) ? this.dates.read(gap, end) : null;
    if (later && (later.date.year !== null || /[a-z]/i.test(this.source.slice(later.span.start, later.span.end)))) {
      return { at: later.at, point: { date: later.date, dateSpan: later.span, clock: clock.clock, clockSpan: clock.span }, ...(zone && { zone: zone.zone }) };
    }
    return { at: clock.at, point: { date: null, dateSpan: null, clock: clock.clock, clockSpan: clock.span } };
  }

  /** The end of "2200-2340". */
  private otherFourDigits({ point: { clockSpan } }: Point, at: number, end: number): Point | null {
    const clock = clockSpan !== null && /^\d{4}$/.test(this.source.slice(clockSpan.start, clockSpan.end)) ? this.fourDigits(at, end) : null;
    return clock && { at: clock.at, point: { date: null, dateSpan: null, clock: clock.clock, clockSpan: clock.span } };
  }

  /** `1p` behind a date. */
  private shortHour(at: number, end: number): { at: number; clock: Clock; span: Span } | null {
    const match = matchAt(shortHour, this.source, at, end);
    const value = match && clockOf(Number(match[1]), 0, null, match[2]);
    return match && value && { at: at + match[0].length, clock: value, span: { start: at, end: at + match[0].length } };
  }

  /** `0610` behind a date and set apart from what follows: elsewhere it is a year or a number. */
  private fourDigits(at: number, end: number): { at: number; clock: Clock; span: Span } | null {
    const match = matchAt(fourDigits, this.source, at, end);
    const value = match && clockOf(Number(match[1]), Number(match[2]), null, undefined);
    const upto = at + 4;
    const isApart = upto >= end || setApart.test(this.source.slice(upto, upto + 6));
    return value && isApart ? { at: upto, clock: value, span: { start: at, end: upto } } : null;
  }

  private clock(at: number, end: number): { at: number; clock: Clock; span: Span } | null {
    const code = this.source.charCodeAt(at);
    if (code < 48 || code > 57) return null;
    const plain = this.plainClock(at, end);
    if (plain) return plain;
    const match = matchAt(clock, this.source, at, end);
    if (match) {
      const [whole, hours, minutes, seconds, long, short] = match;
      const meridiem = long ?? short;
      if ((minutes as string).length === 1 && seconds === undefined) return null;
      // "07:7:47" is 07:47 with a digit too many
      const slipped = (minutes as string).length === 1;
      const value = slipped
        ? impossible(clockOf(Number(hours), Number(seconds), null, meridiem))
        : clockOf(Number(hours), Number(minutes), seconds === undefined ? null : Number(seconds), meridiem);
      const length = whole.trimEnd().length;
      return value && { at: at + length, clock: value, span: { start: at, end: at + length } };
    }
    const hour = matchAt(hourOnly, this.source, at, end);
    if (hour) {
      const value = clockOf(Number(hour[1]), 0, null, hour[2]);
      return value && { at: at + hour[0].length, clock: value, span: { start: at, end: at + hour[0].length } };
    }
    const marked = matchAt(hourMark, this.source, at, end) ?? matchAt(hoursWritten, this.source, at, end) ?? matchAt(japaneseClock, this.source, at, end);
    if (marked) {
      const value = clockOf(Number(marked[1]), Number(marked[2] ?? 0), null, undefined);
      return value && { at: at + marked[0].length, clock: value, span: { start: at, end: at + marked[0].length } };
    }
    return null;
  }

  /** `10:40`, `9:16` and `2:15 PM` with nothing else behind that belongs to the time: what most rows have. */
  private plainClock(at: number, end: number): { at: number; clock: Clock; span: Span } | null {
    const { source } = this;
    let hours = source.charCodeAt(at) - 48;
    let next = at + 1;
    if (isDigit(source.charCodeAt(next))) hours = hours * 10 + source.charCodeAt(next++) - 48;
    const minutes = source.charCodeAt(next) === 58 ? twoDigits(source, next + 1) : -1;
    let last = next + 3;
    if (minutes < 0 || minutes > 59 || hours > 23 || last > end) return null;
    if (last < end) {
      const behind = source.charCodeAt(last);
      const half = behind === 32 ? last + 1 : last;
      const letter = source.charCodeAt(half) | 32;
      // seconds and "Z" are read by the pattern
      if (behind === 58 || isDigit(behind) || letter === 122) return null;
      if (letter === 97 || letter === 112) {
        if (half === last && !isWord(source.charCodeAt(half + 1))) return null;
        if ((source.charCodeAt(half + 1) | 32) !== 109 || half + 2 > end || isWord(source.charCodeAt(half + 2)) || source.charCodeAt(half + 2) === 46 || hours < 1 || hours > 12) return null;
        hours = (hours % 12) + (letter === 112 ? 12 : 0);
        last = half + 2;
      }
    }
    return { at: last, clock: { second: hours * 3600 + minutes * 60, precision: 'minute', possible: true }, span: { start: at, end: last } };
  }

  private zone(at: number, end: number): { at: number; zone: Zone } | null {
    const match = matchAt(zoned, this.source, at, end);
    if (!match) return null;
    const name = match[1] as string;
    const start = at + match[0].indexOf(name);
    return { at: at + match[0].length, zone: { text: name, span: { start, end: start + name.length }, offset: zoneOffset(name) } };
  }

  /** `-07:00` right behind `2025-04-26T03:29`, and behind a blank where the document writes them so. */
  private westOffset({ at, point }: Point): { at: number; zone: Zone } | null {
    if (!point.clock) return null;
    if (this.source[point.dateSpan?.end ?? -1] !== 'T') {
      if (this.source.charCodeAt(at) !== 32 || this.source.charCodeAt(at + 4) !== 58) return null;
      this.partsByBlanks ??= partsOffsetsByBlanks(this.source);
      if (!this.partsByBlanks) return null;
      at++;
    }
    westOffset.lastIndex = at;
    const name = westOffset.exec(this.source)?.[0];
    return name === undefined ? null : { at: at + name.length, zone: { text: name, span: { start: at, end: at + name.length }, offset: zoneOffset(name) } };
  }

  /** Steps over the same time in another zone: "/ 16:15 PDT", "(17:14 UTC)", "(17:14–17:30 UTC)". */
  private behindDual(at: number, end: number): number {
    const code = this.source.charCodeAt(this.skip(' \t', at, end));
    if (code !== 47 && code !== 40) return at;
    const from = behind(dual, this.source, at, end);
    if (from === at) return at;
    const other = this.point(from, end);
    const upto = other ? this.behindDash(other.at, end) : from;
    const tail = other && upto > other.at && isDigit(this.source.charCodeAt(upto)) ? this.point(upto, end) : null;
    const zone = other && this.zone(this.skip(' \t', (tail ?? other).at, end), end);
    return zone ? this.skip(')', zone.at, end) : at;
  }
}

interface Point {
  readonly at: number;
  readonly point: TimePoint;
  /** Where it stands between the clock and the date. */
  readonly zone?: Zone;
}

/** A sign, or the first letter of a word such as "about" and "circa". */
const mayApproximate = (code: number): boolean => code === 126 || code === 0x2248 || (code > 57 && 'abcelr'.includes(String.fromCharCode(code | 32)));

const isWord = (code: number): boolean => (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);

/** A digit, a letter that begins a month, a weekday or an approximation, or one of its signs. */
function mayBegin(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 126 || code === 0x2248;
}

function clockOf(hours: number, minutes: number, seconds: number | null, meridiem: string | undefined): Clock | null {
  if (hours > 24 || minutes > 59 || (seconds ?? 0) > 59 || (hours === 24 && minutes > 0)) return null;
  const possible = meridiem === undefined || (hours >= 1 && hours <= 12);
  let hour = hours % 24;
  if (meridiem !== undefined && possible) hour = (hours % 12) + (/p/i.test(meridiem) ? 12 : 0);
  return { second: hour * 3600 + minutes * 60 + (seconds ?? 0), precision: seconds === null ? 'minute' : 'second', possible };
}

const impossible = (value: Clock | null): Clock | null => value && { ...value, possible: false };

/** "10:00-10:30 PM": the first time takes the meridiem of the second where it has none and then comes before it. */
function withMeridiem(source: string, start: TimePoint, end: TimePoint): TimePoint {
  const written = (point: TimePoint): string | undefined => /([ap])\.?m/i.exec(point.clockSpan ? source.slice(point.clockSpan.start, point.clockSpan.end) : '')?.[1];
  const half = 12 * 3600;
  const clock = start.clock as Clock;
  if (written(start) !== undefined || !/p/i.test(written(end) ?? '') || clock.second >= half) return start;
  const shifted = clock.second + half;
  return shifted <= (end.clock as Clock).second ? { ...start, clock: { ...clock, second: shifted } } : start;
}

function zuluOf(source: string, point: TimePoint): Zone | null {
  const span = point.clockSpan;
  if (!span || (source.charCodeAt(span.end - 1) | 32) !== 122) return null;
  return { text: 'Z', span: { start: span.end - 1, end: span.end }, offset: 0 };
}
