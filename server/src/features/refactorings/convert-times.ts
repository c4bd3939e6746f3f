import type { IncidentDocument } from '../../document/document';
import type { Span } from '../../document/text';
import { isoDay, type Moment, type TimePoint, two, type Zone, zoneOffset } from '../../document/time';
import type { Timeline, TimelineEntry } from '../../document/timeline';
import { offsetAt, offsetThen } from '../../document/zone';
import { t } from '../../l10n';
import { applyEdits } from '../../rules/apply-fixes';
import { insertAt, type Edit } from '../../rules/rule';
import { rewriteDate } from '../../rules/timeline/rewrite-date';
import { isOutOfSeason } from '../../rules/timeline/zone-meanings';
import { clockStyle, clockText } from './clock-text';
import { timelineAt, type Refactoring, type RefactoringQuery } from './refactoring';

const DAY = 86_400;
/** A day of 2024, in days since 1970-01-01: long ago offsets had seconds. */
const RECENT = 20_000;

/**
 * Tells the times of a timeline in another zone: UTC, each that the document uses, and the user's; or in the one that is asked for.
 * Dates shift where midnight is crossed, and are written where they would not be known otherwise. A second action keeps what was
 * written in parentheses.
 */
export const convertTimes: Refactoring = {
  kind: 'refactor.rewrite.incidentDocs.convertTimes',
  keeps: ['instants', 'items', 'fields', 'outline'],
  *offers(document, query) {
    const timeline = timelineAt(document, query.span);
    if (!timeline) return;
    const asked = query.target === undefined ? null : nameAsWritten(query.target);
    const targets = asked === null ? targetsOf(document, timeline, query.timeZone) : [asked];
    if (targets.length === 0) return;
    const reason = (asked === null ? null : objection(timeline, asked)) ?? doubt(document, timeline);
    for (const target of targets) {
      const title = t('Convert the times to {0}', target);
      if (reason !== null) yield { title, refused: reason };
      else for (const kept of [false, true]) {
        const edits = conversion(document, timeline, target, kept, query);
        if (edits) yield { title: kept ? t('Convert the times to {0}, keeping the original in parentheses', target) : title, edits, timeZone: target };
      }
    }
  },
};

/** Abbreviations stand in capitals. */
const nameAsWritten = (zone: string): string => (zone.includes('/') ? zone.trim() : zone.trim().toUpperCase());

/** Why the times cannot be told in the zone that is asked for; null where nothing speaks against it. */
function objection({ entries }: Timeline, target: string): string | null {
  const timed = entries.filter(({ start }) => start.second !== null);
  if (offsetIn(target, timed[0]?.start.day ?? RECENT, 0) === null) return t('“{0}” is no time zone that is known, such as Europe/Berlin, CET or UTC+2.', target);
  if (timed.every((entry) => isIn(entry, target))) return t('The times are told in {0} already.', target);
  return timed.some(({ start }) => start.day !== null && isOutOfSeason(target, start.day)) ? t('{0} is not in use at that time of the year.', target) : null;
}

/** The zones that the times are not all in yet, by name. */
function targetsOf({ zone }: IncidentDocument, { entries }: Timeline, timeZone: string): string[] {
  const used = [zone, ...entries.map((entry) => entry.zone)].filter((found) => found !== null && /^[A-Za-z]{2}/.test(found.text)).map((found) => (found as Zone).text);
  const names = [...new Set(['UTC', ...used, ...(/^(?:Etc\/)?(?:UTC|GMT)$/.test(timeZone) ? [] : [timeZone])])];
  const timed = entries.filter(({ start }) => start.second !== null);
  return names.filter((name) => timed.some((entry) => !isIn(entry, name)) && timed.every(({ start }) => start.day === null || offsetIn(name, start.day, start.second ?? 0) !== null));
}

function isIn({ zone }: TimelineEntry, name: string): boolean {
  return zone !== null && (zone.text === name || (name === 'UTC' && zone.offset === 0 && /^(?:Z|GMT|UTC.*|[+-]0{2}:?0{2})$/.test(zone.text)));
}

/** Minutes east of UTC in a zone at a moment of UTC. */
function offsetIn(name: string, day: number, second: number): number | null {
  const stated = zoneOffset(name);
  if (stated !== null) return stated;
  const zone = { text: name, span: { start: 0, end: 0 }, offset: null };
  return name.includes('/') ? offsetAt(name, (day * DAY + second) * 1000) : offsetThen(zone, day, second);
}

/** Why nobody can tell what the times are elsewhere; null where it is certain. */
function doubt({ text }: IncidentDocument, { entries, unread }: Timeline): string | null {
  if (unread > 0) return t('Some entries begin with a time that cannot be read.');
  for (const { start, end, time, zone, span, textSpan, line } of entries) {
    if (start.otherDay !== undefined) return t('Some times can be read in two ways.');
    if (start.second === null) continue;
    if (start.day === null || time.start.clock?.possible === false || (end && end.second === null)) return t('The times of some entries are not known.');
    if (zone === null || offsetThen(zone, start.day, start.second) === null || isOutOfSeason(zone.text, start.day)) return t('The zone of some times is not known.');
    if (/^\s?[([/]\s?(?:UTC|GMT|[A-Z]{2,4})\b/.test(text.value.slice(zone.span.end, zone.span.end + 8))) return t('Some times are told in two zones already.');
    const rest = [time.zone?.span, time.start.dateSpan, time.start.clockSpan, time.end?.dateSpan, time.end?.clockSpan].reduce<string>((left, part) => (part ? blank(left, part, time.span.start) : left), text.slice(time.span));
    if (/\d|[A-Z]/.test(rest.replace(/T/, ''))) return t('Some times are told in two zones already.');
    const words = `${text.value.slice(textSpan.start, Math.max(textSpan.end, span.end))}`;
    if (looseClock.test(words)) return t('Line {0} tells another time in its words.', line + 1);
  }
  return null;
}

/** A time of day that no zone follows. */
const looseClock = /(?<![\d:.])\d{1,2}:\d{2}(?![\d:])(?!\s?(?:[ap]\.?m\.?)?\s?\(?(?:UTC|GMT|Z\b|[A-Z]{2,4}T\b))|(?<![\d:.])\d{1,2}\s?[ap]m\b(?!\s(?:UTC|GMT|[A-Z]{2,4}T\b))/i;

const blank = (text: string, { start, end }: Span, from: number): string =>
  start < from || end > from + text.length ? text : text.slice(0, start - from) + ' '.repeat(end - start) + text.slice(end - from);

/** A moment in another zone. */
function moved(at: Moment, zone: Zone, target: string): { readonly day: number; readonly second: number; readonly offset: number } | null {
  if (at.day === null || at.second === null) return null;
  const from = offsetThen(zone, at.day, at.second);
  if (from === null) return null;
  const utc = at.day * DAY + at.second - from * 60;
  const offset = offsetIn(target, Math.floor(utc / DAY), ((utc % DAY) + DAY) % DAY);
  if (offset === null) return null;
  const local = utc + offset * 60;
  return { day: Math.floor(local / DAY), second: ((local % DAY) + DAY) % DAY, offset };
}

/** How often the days of the entries are looked at again before every one that is still wrong gets a date. */
const ROUNDS = 4;

/** The edits that convert a timeline; dates are added where the days of the entries would not be the right ones without. Null where that does not help. */
function conversion(document: IncidentDocument, timeline: Timeline, target: string, kept: boolean, { read }: RefactoringQuery): Edit[] | null {
  const { text } = document;
  const place = document.timelines.indexOf(timeline);
  const dated = new Set<TimelineEntry>();
  for (let round = 0; round <= ROUNDS + 1; round++) {
    const edits = editsOf(document, timeline, target, kept, dated);
    const after = edits && read(applyEdits(text.value, edits)).timelines[place];
    if (!edits || after?.entries.length !== timeline.entries.length) return null;
    const days = timeline.entries.map(({ start, zone }, index) => start.second === null || !zone || moved(start, zone, target)?.day === after.entries[index]?.start.day);
    if (days.every((isRight) => isRight)) return edits;
    for (const [index, entry] of timeline.entries.entries()) {
      // what follows on the same day may be right once the first has its date
      const follows = round < ROUNDS && days[index - 1] === false && timeline.entries[index - 1]?.start.day === entry.start.day;
      if (days[index] || follows) continue;
      if (entry.time.start.date !== null || dated.has(entry)) return null;
      dated.add(entry);
    }
  }
  return null;
}

function editsOf(document: IncidentDocument, timeline: Timeline, target: string, kept: boolean, dated: ReadonlySet<TimelineEntry>): Edit[] | null {
  const { text } = document;
  const padded = !timeline.entries.some(({ time: { start } }) => start.clockSpan && /^\d(?:\D|$)/.test(text.slice(start.clockSpan)));
  const edits = zoneEdits(timeline, target);
  for (const entry of timeline.entries) {
    const { time, zone, start, end } = entry;
    if (start.second === null) continue;
    const first = zone && moved(start, zone, target);
    const last = zone && end && moved(end, zone, target);
    if (!zone || !first || (end && !last)) return null;
    const own = pointEdits(text.slice.bind(text), time.start, start, first, padded);
    const other = time.end && end && last ? pointEdits(text.slice.bind(text), time.end, end, last, padded) : [];
    if (!own || !other) return null;
    edits.push(...own, ...other);
    if (dated.has(entry)) edits.push(insertAt(time.start.clockSpan?.start ?? time.span.start, `${dateLike(document, timeline, first.day)} `));
    const inside = time.zone && time.zone.span.start >= time.span.start && time.zone.span.end <= time.span.end ? time.zone : null;
    if (inside) edits.push(...zoneOf(inside, target, first.offset));
    const changes = own.length > 0 || other.length > 0 || (inside !== null && inside.text !== target);
    if (kept && changes) edits.push(insertAt(time.span.end, ` (${original(document, entry, first.day)} ${nameOf(zone)})`));
  }
  return edits.filter(({ span, newText }) => text.slice(span) !== newText).sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** Date and time of day of one end of a time, where they change; null where a notation is not understood. */
function pointEdits(slice: (span: Span) => string, { date, dateSpan, clockSpan }: TimePoint, at: Moment, to: { day: number; second: number; offset: number }, padded: boolean): Edit[] | null {
  const edits: Edit[] = [];
  if (date && dateSpan && to.day !== at.day) {
    const newText = rewriteDate(slice(dateSpan), date, to.day);
    if (newText === null) return null;
    edits.push({ span: dateSpan, newText });
  }
  if (clockSpan) {
    const style = clockStyle(slice(clockSpan));
    if (!style) return null;
    const written = style.behind.endsWith('Z') && to.offset !== 0 ? { ...style, behind: style.behind.slice(0, -1) + offsetText(to.offset, ':') } : style;
    edits.push({ span: clockSpan, newText: clockText(to.second, at.precision === 'second', { ...written, padded: written.halves ? written.padded : padded }) });
  }
  return edits.filter(({ span, newText }) => slice(span) !== newText);
}

/** A zone in an entry: an offset stays one, a name becomes the other name. */
function zoneOf({ text, span }: Zone, target: string, offset: number): Edit[] {
  if (text === 'Z' || text === 'z') return [];
  const numeric = /^[+−-]\d{2}(:?)\d{2}$/.exec(text);
  return [{ span, newText: numeric ? offsetText(offset, numeric[1] ?? '') : target }];
}

function offsetText(offset: number, mark: string): string {
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(Math.abs(offset) / 60))}${mark}${two(Math.abs(offset) % 60)}`;
}

/** What the timeline says of the zone of all its times, changed or added behind its heading. */
function zoneEdits(timeline: Timeline, target: string): Edit[] {
  const { section: { span, titleSpan }, entries } = timeline;
  const stated = new Map<number, Zone>();
  let outside = false;
  for (const { zone, time, start } of entries) {
    if (!zone || start.second === null || time.zone) continue;
    if (zone.span.start >= span.start && zone.span.end <= span.end) stated.set(zone.span.start, zone);
    else outside = true;
  }
  const rows = new Set(entries.flatMap(({ time }) => time.zone?.span.start ?? []));
  const edits = [...stated.values()].filter(({ span: { start } }) => !rows.has(start)).map((zone): Edit => ({ span: zone.span, newText: target }));
  const own = timeline.zone;
  if (own && own.span.start >= span.start && own.span.end <= span.end && !stated.has(own.span.start) && !rows.has(own.span.start)) edits.push({ span: own.span, newText: target });
  return outside ? [...edits, insertAt(titleSpan.end, ` (${target})`)] : edits;
}

/** A day in the notation of the timeline's dates. */
function dateLike({ text }: IncidentDocument, { entries }: Timeline, day: number): string {
  const model = entries.find(({ time }) => time.start.date?.year != null && time.start.dateSpan)?.time.start;
  return (model?.date && model.dateSpan && rewriteDate(text.slice(model.dateSpan), model.date, day)) ?? isoDay(day);
}

/** A time as it was written, with its date where the day is another one now. */
function original({ text }: IncidentDocument, { time: { start, end }, start: { day } }: TimelineEntry, now: number): string {
  const clock = start.clockSpan ?? { start: 0, end: 0 };
  const from = day !== now && start.dateSpan && start.dateSpan.start < clock.start ? start.dateSpan.start : clock.start;
  return text.value.slice(from, end?.clockSpan?.end ?? clock.end).replace(/Z$/, '');
}

const nameOf = ({ text }: Zone): string => (text === 'Z' ? 'UTC' : /^[+−-]/.test(text) ? `UTC${text}` : text);
