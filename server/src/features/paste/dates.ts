import { dateOfDay, dayNumber, daysToOtherReading, passesMidnight, weekdayOf } from '../../document/time';
import type { CivilDate } from '../../document/time';
import { t } from '../../l10n';
import type { CertainOffsets } from './certain-offset';
import type { PastedEntry, PastedTime } from './format';

/** An entry at its instant. */
export interface DatedEntry {
  /** Seconds since 1970-01-01 in UTC. */
  readonly instant: number;
  readonly precision: 'minute' | 'second';
  readonly author: string | null;
  readonly text: string;
}

/** What a text leaves to its reader. */
export interface Present {
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** The day of the incident, since 1970-01-01, or null. */
  readonly day: number | null;
  readonly offsets: CertainOffsets;
}

export interface Dated {
  readonly entries: readonly DatedEntry[];
  /** Whether a zone was missing and the reader's taken. */
  readonly zoneAssumed: boolean;
  /** The day that was taken where none was stated, since 1970-01-01; else null. */
  readonly dayAssumed: number | null;
}

const DAY = 86_400;

/** Gives every entry its instant, from the oldest on. A sentence says why where that cannot be done for certain. */
export function dated(pasted: readonly PastedEntry[], present: Present): Dated | { readonly refused: string } {
  const entries = runsBackwards(pasted) ? pasted.toReversed() : pasted;
  const today = present.offsets.at(null, Math.floor(present.now / 1000))?.day ?? Math.floor(present.now / 1000 / DAY);
  const states = entries.some(({ time }) => time.day !== null);
  let day = states ? null : (present.day ?? today);
  const first = entries[0] as PastedEntry;
  // What was said on a day that nobody stated was not said in the future.
  if (!states && present.day === null && (present.offsets.instant(first.time.zone, today, first.time.second) ?? 0) * 1000 > present.now) day = today - 1;
  const dayAssumed = states ? null : day;
  // Entries above the first day are of the day before it, or of that day: nobody can tell.
  if (states && first.time.day === null) return { refused: t('The first entries of the text state no date, and later ones do.') };
  let last: PastedTime | null = null;
  const read: DatedEntry[] = [];
  for (const { time, author, text } of entries) {
    const repeated = last !== null && JSON.stringify(last.day) === JSON.stringify(time.day);
    if (time.day !== null && (!repeated || 'month' in time.day)) {
      const stated = dayOf(time.day, present.day, today);
      if (stated === null) return { refused: t('Whether the dates of the text begin with the day or with the month is not certain: the setting “incidentDocs.dateOrder” can say it.') };
      day = stated;
    }
    const falls = last !== null && passesMidnight(last.second, time.second);
    if (falls && (time.day === null || (repeated && !('month' in time.day)))) day = (day as number) + 1;
    const instant = present.offsets.instant(time.zone, day as number, time.second);
    if (instant === null) return { refused: t('“{0}” does not tell for certain how far it is from UTC.', time.zone?.text ?? '') };
    read.push({ instant, precision: time.precision, author, text });
    last = time;
  }
  return { entries: read.sort((a, b) => a.instant - b.instant), zoneAssumed: entries.some(({ time }) => time.zone === null), dayAssumed };
}

/** The day meant, since 1970-01-01: a weekday is the last of its name. Null where a date can be read both ways and nothing tells. */
function dayOf(day: NonNullable<PastedTime['day']>, incident: number | null, today: number): number | null {
  if ('daysAgo' in day) return today - day.daysAgo;
  if ('weekday' in day) return today - ((weekdayOf(today) - day.weekday + 7) % 7);
  if (day.year === null) return withYear(day, incident, today);
  const read = dayNumber(day.year, day.month, day.day);
  const shift = daysToOtherReading(day, day.year);
  if (read === null || shift === 0) return read;
  if (incident === null) return null;
  const near = [read, read + shift].filter((reading) => Math.abs(reading - incident) <= 7);
  return near.length === 1 ? (near[0] as number) : null;
}

/** In the year that brings it nearest to the incident; where that is not known, the last that is not to come. */
function withYear({ month, day }: CivilDate, incident: number | null, today: number): number | null {
  const { year } = dateOfDay(incident ?? today);
  const candidates = [year - 1, year, year + 1].flatMap((of) => dayNumber(of, month, day) ?? []);
  if (incident === null) return candidates.filter((candidate) => candidate <= today + 1).at(-1) ?? null;
  return candidates.sort((a, b) => Math.abs(a - incident) - Math.abs(b - incident))[0] ?? null;
}

/** Whether a log has its newest entry first. */
function runsBackwards(entries: readonly PastedEntry[]): boolean {
  let [back, forth] = [0, 0];
  const value = ({ day, second }: PastedTime): number => (day && 'month' in day ? (((day.year ?? 0) * 12 + day.month) * 31 + day.day) * DAY : 0) + second;
  for (let index = 1; index < entries.length; index++) {
    const [before, after] = [(entries[index - 1] as PastedEntry).time, (entries[index] as PastedEntry).time];
    const step = value(after) - value(before);
    const crosses = !(after.day && 'month' in after.day) && passesMidnight(before.second, after.second);
    if (step < 0 && !crosses) back++;
    else if (step !== 0) forth++;
  }
  return back > forth;
}
