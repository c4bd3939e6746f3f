import { findDayOrder } from './day-order';
import type { DayOrder } from './day-order';
import { behind, isDigit, matchAt, twoDigits } from './sticky';
import type { Span } from './text';
import { dayNumber, weekdayOf } from './time';
import type { CivilDate } from './time';
import { dayMonth, dotDate, isDateWord, isoDate, japaneseDate, monthDay, monthNames, numericDate, shortDate, slashDate, weekday, weekdayNames } from './time-patterns';

/** A date, and where the text goes on. */
export interface DateAt {
  readonly at: number;
  readonly date: CivilDate;
  readonly span: Span;
}

/** Reads dates. Knows how the document writes its numeric ones. */
export class DateReader {
  private readonly source: string;
  private foundOrder: DayOrder | undefined;

  constructor(source: string, order?: DayOrder) {
    this.source = source;
    this.foundOrder = order;
  }

  /** Looked for when the first date asks for it that can be read both ways. */
  private get order(): DayOrder {
    if (this.foundOrder === undefined) this.foundOrder = findDayOrder(this.source);
    return this.foundOrder;
  }

  /** The date that begins at an offset, its weekday in front of it or not, or null. */
  read(at: number, end: number): DateAt | null {
    let first = this.source.charCodeAt(at);
    let named = -1;
    if (first > 57) {
      if (!isDateWord(this.source, at)) return null;
      const from = at;
      at = behind(weekday, this.source, at, end);
      if (at > from) named = weekdayNames.indexOf(this.source.slice(from, from + 2).toLowerCase()) % 7;
      first = this.source.charCodeAt(at);
    }
    if (!isDigit(first)) return isDateWord(this.source, at) ? this.inWords(at, end) : null;
    const second = this.source.charCodeAt(at + 1);
    // "10:40" and "9:16" are times
    if (second === 58 || (isDigit(second) && this.source.charCodeAt(at + 2) === 58)) return null;
    return this.plainDate(at, end) ?? this.inNumbers(at, end, named);
  }

  /** `May 10, 2023` */
  private inWords(at: number, end: number): DateAt | null {
    const match = matchAt(monthDay, this.source, at, end);
    return match && dateAt(match, civilDate(match[3] ?? match[4] ?? match[5], monthOf(match[1] as string), Number(match[2])));
  }

  /** Every other date, which begins with a digit. `weekday`: the one in front of it, 0 for Sunday, -1 for none. */
  private inNumbers(at: number, end: number, weekday: number): DateAt | null {
    const { source } = this;
    let match: RegExpExecArray | null;
    if ((match = matchAt(isoDate, source, at, end))) {
      const [, year, second, third] = match;
      return dateAt(match, civilDate(year, Number(second), Number(third)) ?? civilDate(year, Number(third), Number(second)));
    }
    if ((match = matchAt(japaneseDate, source, at, end))) return dateAt(match, civilDate(match[1], Number(match[2]), Number(match[3])));
    if ((match = matchAt(numericDate, source, at, end))) {
      const order = this.order ?? (match[2] === '.' ? 'dayFirst' : null);
      return dateAt(match, onWeekday(eitherWay(match[4], Number(match[1]), Number(match[3]), order, 'dayFirst'), weekday));
    }
    if ((match = matchAt(dayMonth, source, at, end))) return dateAt(match, civilDate(match[3] ?? match[4], monthOf(match[2] as string), Number(match[1])));
    if ((match = matchAt(shortDate, source, at, end) ?? matchAt(slashDate, source, at, end))) {
      return dateAt(match, eitherWay(undefined, Number(match[1]), Number(match[2]), this.order, 'monthFirst'));
    }
    if ((match = matchAt(dotDate, source, at, end))) return dateAt(match, civilDate(undefined, Number(match[2]), Number(match[1])));
    return null;
  }

  /** `2025-04-26`: what most dates are. */
  private plainDate(at: number, end: number): DateAt | null {
    const { source } = this;
    if (at + 10 > end || source.charCodeAt(at + 4) !== 45 || source.charCodeAt(at + 7) !== 45 || isDigit(source.charCodeAt(at + 10))) return null;
    let year = 0;
    for (let digit = 0; digit < 4; digit++) {
      const code = source.charCodeAt(at + digit);
      if (!isDigit(code)) return null;
      year = year * 10 + code - 48;
    }
    const monthNumber = twoDigits(source, at + 5);
    const day = twoDigits(source, at + 8);
    if (monthNumber < 1 || monthNumber > 12 || day < 1 || day > 31) return null;
    return { at: at + 10, date: { year, month: monthNumber, day }, span: { start: at, end: at + 10 } };
  }
}

/** A match and what it says; null where that is no date. */
const dateAt = ({ 0: { length }, index: at }: RegExpExecArray, date: CivilDate | null): DateAt | null =>
  date && { at: at + length, date, span: { start: at, end: at + length } };

const monthOf = (name: string): number => monthNames.indexOf(name.slice(0, 3).toLowerCase()) + 1;

function civilDate(year: string | undefined, monthNumber: number, day: number): CivilDate | null {
  if (monthNumber < 1 || monthNumber > 12 || day < 1 || day > 31) return null;
  const full = year === undefined ? null : year.length === 2 ? 2000 + Number(year) : Number(year);
  return { year: full, month: monthNumber, day };
}

/** Two numbers that are a day and a month: in the document's order, or in the usual one, and marked, where that is not known. */
function eitherWay(year: string | undefined, one: number, two: number, order: DayOrder, usual: DayOrder): CivilDate | null {
  if (one > 12) return civilDate(year, two, one);
  if (two > 12) return civilDate(year, one, two);
  const date = (order ?? usual) === 'dayFirst' ? civilDate(year, two, one) : civilDate(year, one, two);
  return date && order === null && one !== two ? { ...date, ambiguous: true } : date;
}

/** The weekday before a date decides which of its two readings is meant, where it is that of one alone. 0 is Sunday, -1 none. */
function onWeekday(date: CivilDate | null, weekday: number): CivilDate | null {
  if (!date?.ambiguous || date.year === null || weekday < 0) return date;
  const { year, month, day } = date;
  const isOn = (one: number, two: number): boolean => weekdayOf(dayNumber(year, one, two) ?? 0) === weekday;
  if (isOn(month, day) === isOn(day, month)) return date;
  return isOn(month, day) ? { year, month, day } : { year, month: day, day: month };
}
