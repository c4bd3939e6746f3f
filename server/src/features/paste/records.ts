import { zoneIn } from '../../document/anchors';
import type { DayOrder } from '../../document/day-order';
import { dateOfDay } from '../../document/time';
import { phrases, timeColumns } from '../../document/vocabulary';
import type { PastedEntry, PastedTime } from './format';
import { soleDay, soleStamp } from './stamp';

/** What keys and columns are called, the likeliest first. */
const names = {
  time: ['@timestamp', 'timestamp', 'ts', 'time', 'datetime', 'date_time', 'date time', '_time', 'eventtime', 'event_time', 'created_at', 'createdat', 'created', 'occurred_at', ...phrases(timeColumns)],
  text: ['message', 'msg', 'text', 'event', 'what happened', 'what', 'description', 'summary', 'details', 'content', 'body', 'log', 'action', 'entry'],
  author: ['user', 'author', 'username', 'user_name', 'name', 'from', 'sender', 'who', 'actor', 'agent', 'person', 'by', 'host', 'hostname', 'source', 'service'],
} as const;

/** Which of the keys of a record say when, what and who; null where none says when, or none what. */
export interface RecordKeys {
  readonly time: string;
  /** A key of days beside one of times of day. */
  readonly day: string | null;
  readonly text: string;
  readonly author: string | null;
}

const bare = (key: string): string => (key.toLowerCase().split('(')[0] as string).trim();

export function keysOf(keys: readonly string[]): RecordKeys | null {
  const byName = new Map(keys.map((key) => [bare(key), key]));
  const first = (wanted: readonly string[]): string | null => byName.get(wanted.find((name) => byName.has(name)) ?? '') ?? null;
  const text = first(names.text);
  const [date, clock] = [byName.get('date') ?? byName.get('day'), byName.get('time')];
  const time = date !== undefined && clock !== undefined ? clock : first(names.time);
  return time === null || text === null ? null : { time, day: time === clock ? (date ?? null) : null, text, author: first(names.author) };
}

/** An entry of a record's values; undefined where it says nothing, null where its time is none. */
export function entryOf(keys: RecordKeys, value: (key: string) => unknown, order: DayOrder): PastedEntry | undefined | null {
  const text = wordsIn(value(keys.text));
  const written = wordsIn(value(keys.time));
  if (text === '' && written === '') return undefined;
  const read = timeIn(written, order);
  if (!read) return null;
  const day = keys.day === null ? null : soleDay(wordsIn(value(keys.day)), order);
  if (keys.day !== null && !day && !read.day) return null;
  if (text === '') return undefined;
  const zone = read.zone ?? zoneIn(keys.time, 0, keys.time.length);
  const author = keys.author === null ? '' : wordsIn(value(keys.author));
  return { time: { ...read, day: day ?? read.day, zone }, author: author === '' ? null : author, text };
}

/** On one line; of an object what it calls itself. */
function wordsIn(value: unknown): string {
  if (typeof value === 'object' && value !== null) {
    const { name, summary } = value as { name?: unknown; summary?: unknown };
    return typeof name === 'string' ? name : typeof summary === 'string' ? summary : '';
  }
  return typeof value === 'string' || typeof value === 'number' ? String(value).replace(/\s+/g, ' ').trim() : '';
}

const epoch = /^(\d{10})(?:\.\d{1,9}|(\d{3})(?:\.\d{1,9}|\d{3}|\d{6})?)?$/;

function timeIn(written: string, order: DayOrder): PastedTime | null {
  const match = epoch.exec(written);
  return match ? timeOfEpoch(Number(match[1])) : soleStamp(written, order);
}

const DAY = 86_400;

/** A time in UTC, of seconds since 1970-01-01. */
export function timeOfEpoch(seconds: number): PastedTime {
  const day = Math.floor(seconds / DAY);
  return { day: dateOfDay(day), second: seconds - day * DAY, precision: 'second', zone: { text: 'UTC', span: { start: 0, end: 0 }, offset: 0 } };
}
