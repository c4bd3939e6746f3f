import type { ActionGroup } from '../../document/actions';
import { dateOfDay, dayNumber } from '../../document/time';

/** When the items of a group are to be done, as its label says it. */
export interface Window {
  /** As written: "0-4 hours". */
  readonly text: string;
  /** How long after its beginning it ends; null where the label does not tell. */
  readonly end: { readonly seconds: number } | { readonly months: number } | null;
}

const units: readonly (readonly [name: RegExp, seconds: number])[] = [
  [/^min/i, 60], [/^(?:h|std|stund|hora|heure|時間)/i, 3_600], [/^(?:d|tag|día|dia|jour|日)/i, 86_400], [/^(?:w|semana|semaine|週)/i, 604_800],
];
const words: readonly string[] = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
const span = /(?:(\d{1,3})\s*(?:[-–—]|to|bis|a|à)\s*)?(\d{1,3}|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve)\b)(\+)?[ -]?(minutes?|mins?|hours?|hrs?|h|stunden?|horas?|heures?|時間|(?:business |working )?days?|d|tagen?|días?|dias?|jours?|日|weeks?|wks?|w|wochen?|semanas?|semaines?|週間?|months?|monaten?|mes(?:es)?|mois|か月|ヶ月)(?![\p{L}\d])(\+)?/u;
/** Later than what is named, or longer. */
const beyond = /[>≥]|\b(?:more than|over(?! the (?:next|coming))|after|beyond|at least)\b/i;
/** Words of a label that is about when, outside of brackets. */
const aboutWhen = /^(?:with)?in\b|^(?:the )?(?:next|first|coming)\b|^(?:up to|innerhalb|binnen|dans)\b/i;

/** The window of a group; null where its label names none. */
export function windowOf({ label, horizon }: ActionGroup): Window | null {
  const lower = label.toLowerCase();
  const bracket = /[([（]([^()[\]（）]*)[)\]）]/.exec(label);
  const inBracket = bracket?.[1] !== undefined && span.test(bracket[1].toLowerCase());
  if (!inBracket && horizon === null && !aboutWhen.test(label.trim())) return null;
  const text = inBracket ? (bracket?.[1] ?? '').trim() : label;
  const found = span.exec(inBracket ? text.toLowerCase() : lower);
  if (!found) return null;
  const written = inBracket ? text : label.slice(found.index, found.index + found[0].length);
  const [, , count = '', plus, unit = '', plusBehind] = found;
  const amount = words.includes(count) ? words.indexOf(count) : Number(count);
  if (plus || plusBehind || beyond.test(text) || /business|working/.test(unit)) return { text: written, end: null };
  if (/^(?:mo|mes|か|ヶ)/.test(unit)) return { text: written, end: { months: amount } };
  const seconds = units.find(([name]) => name.test(unit))?.[1];
  return { text: written, end: seconds === undefined ? null : { seconds: amount * seconds } };
}

/** The day (since 1970-01-01) on which a window ends that begins at a moment (day, and seconds since midnight). */
export function endOf({ end }: Window, { day, second }: { readonly day: number; readonly second: number | null }): number | null {
  if (!end) return null;
  if ('seconds' in end) return day + Math.floor(((second ?? 0) + end.seconds) / 86_400);
  const from = dateOfDay(day);
  const month = from.month - 1 + end.months;
  const [year, next] = [from.year + Math.floor(month / 12), (month % 12) + 1];
  // the 31st of a month that has none is its last day
  for (let last = from.day; last > 27; last--) {
    const found = dayNumber(year, next, last);
    if (found !== null) return found;
  }
  return dayNumber(year, next, from.day);
}
