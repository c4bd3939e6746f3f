import type { PastedEntry, PastedText, PastedTime } from './format';
import { soleDay } from './stamp';

/** The line or lines over a message. */
export interface MessageHead {
  readonly time: PastedTime;
  /** Null where it is that of the message before. */
  readonly author: string | null;
  /** What stands behind it on its line. */
  readonly rest: string;
  /** How many lines it takes. */
  readonly lines: number;
}

export interface ChatDialect {
  headAt(text: PastedText, line: number): MessageHead | null;
  /** Lines of the program itself. */
  readonly noise: RegExp;
}

/** Reads messages under their heads, and the days between them. Null where the text does not begin with a head. */
export function readChat(text: PastedText, { headAt, noise }: ChatDialect): PastedEntry[] | null {
  const entries: PastedEntry[] = [];
  let day: PastedTime['day'] = null;
  let head = null as MessageHead | null;
  let author: string | null = null;
  let words: string[] = [];
  const isTwelveHours = halfOfDay.test(text.value);
  const finish = (): void => {
    const said = words.join(' ').trim();
    if (head && said !== '') entries.push({ time: head.time, author, text: said });
    words = [];
  };
  for (let number = 0; number < text.lines.length; number++) {
    const line = (text.lines[number] as string).trim();
    if (line === '') continue;
    const next = headAt(text, number);
    if (next) {
      finish();
      const last: PastedTime | null = head?.time ?? null;
      const isNextOne = isTwelveHours && next.author === null && !halfOfDay.test(line);
      head = { ...next, time: dayOf(isNextOne && last ? soonestBehind(next.time, last) : next.time, day) };
      author = next.author ?? author;
      if (author === null) return null;
      words = [next.rest.trim()];
      number += next.lines - 1;
      continue;
    }
    const stated = soleDay(line, text.order);
    if (stated) {
      finish();
      day = stated;
      // what stands under a day and before the next head is nobody's
      if (head) head = { ...head, time: { ...head.time, day: null } };
    } else if (head) {
      if (!noise.test(line)) words.push(line);
    } else if (!noise.test(line)) return null;
  }
  finish();
  return entries.length > 0 ? entries : null;
}

const HALF_DAY = 12 * 3600;

const halfOfDay = /\d[ \u00a0\u202f]?[AP]M\b/i;

const dayOf = (time: PastedTime, day: PastedTime['day']): PastedTime => ({ ...time, day: time.day ?? day });

/** A further message of one person states no half of the day: the one that comes next is meant. */
function soonestBehind(time: PastedTime, last: PastedTime): PastedTime {
  const wait = (second: number): number => (second - last.second + 2 * HALF_DAY) % (2 * HALF_DAY);
  const other = (time.second + HALF_DAY) % (2 * HALF_DAY);
  return wait(other) < wait(time.second) ? { ...time, second: other } : time;
}

/** At most so many characters make a name. */
const MAX_NAME = 60;
/** With what a program adds to it. */
const MAX_LINE = 200;
const badge = /\s+(?:APP|WORKFLOW|BOT)$/;

/** A person's or a program's name as it stands over a message; null for what is rather a sentence. */
export function nameIn(words: string): string | null {
  if (words.length > MAX_LINE) return null;
  const name = words.trim().replace(badge, '').replace(/^:[a-z0-9_+-]+:\s*|\s*:[a-z0-9_+-]+:$/g, '').trim();
  if (name.length === 0 || name.length > MAX_NAME || !/^[\p{L}@#_(]/u.test(name) || /[.!?:;|<>]$|[\t|<>]|https?:/.test(name) || name.split(/\s+/).length > 6) return null;
  const half = name.length / 2;
  // the picture's name and the name itself
  return Number.isInteger(half) && half > 2 && name.slice(0, half) === name.slice(half) ? name.slice(0, half) : name;
}
