import type { DayOrder } from '../../document/day-order';
import type { CivilDate, Zone } from '../../document/time';

/** A day by its place in the week or before the present one, as chats name it. Weekdays count from 0 for Sunday. */
export type SpokenDay = { readonly daysAgo: number } | { readonly weekday: number };

/** A time of day as a text states it; what the text leaves to its reader is null. */
export interface PastedTime {
  readonly day: CivilDate | SpokenDay | null;
  /** Seconds since midnight in `zone`. */
  readonly second: number;
  readonly precision: 'minute' | 'second';
  readonly zone: Zone | null;
}

/** What somebody said or a machine wrote down, and when. */
export interface PastedEntry {
  readonly time: PastedTime;
  /** The person, or the host and the program; null where none is named. */
  readonly author: string | null;
  /** On one line. */
  readonly text: string;
}

/** A text that may be a chat, a log or a table. */
export interface PastedText {
  readonly value: string;
  /** Without line endings and white space at their ends. */
  readonly lines: readonly string[];
  /** How dates in figures are written that could be read both ways; null where nothing tells. */
  readonly order: DayOrder;
}

/** A way in which programs hand over what was said or logged. */
export interface PasteFormat {
  readonly id: string;
  /** As people call it. */
  readonly name: string;
  /** A text of this format, which only this one reads. */
  readonly example: string;
  /** The entries in the order of the text; null where it is not wholly of this format. Linear in its length. */
  read(text: PastedText): PastedEntry[] | null;
}
