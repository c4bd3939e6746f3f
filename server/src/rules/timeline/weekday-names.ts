/** The names of the days from Sunday on, by language. */
const languages: readonly (readonly string[])[] = [
  ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
  ['Sonntag', 'Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag'],
];
/** English names are also written short, as in "Tue" and "Thurs". */
const short: readonly (readonly string[])[] = [['Sun'], ['Mon'], ['Tue', 'Tues'], ['Wed', 'Weds'], ['Thu', 'Thur', 'Thurs'], ['Fri'], ['Sat']];

interface Weekday {
  /** From 0 for Sunday. */
  readonly index: number;
  readonly language: readonly string[];
  readonly isShort: boolean;
}

const known = new Map<string, Weekday>();
for (const language of languages) for (const [index, name] of language.entries()) known.set(name.toLowerCase(), { index, language, isShort: false });
for (const [index, names] of short.entries()) for (const name of names) known.set(name.toLowerCase(), { index, language: languages[0] as readonly string[], isShort: true });

/** Every name of a weekday, in lower case. */
export const weekdayNames: readonly string[] = [...known.keys()];

/** Which day a name means, from 0 for Sunday; -1 for another word. */
export function weekdayNamed(name: string): number {
  return known.get(name.toLowerCase())?.index ?? -1;
}

/** The name of another weekday, in the same language, as short and in the same case. */
export function renameWeekday(name: string, index: number): string {
  const old = known.get(name.toLowerCase());
  const full = (old?.language ?? (languages[0] as readonly string[]))[index] as string;
  const written = old?.isShort ? full.slice(0, 3) : full;
  if (name === name.toUpperCase()) return written.toUpperCase();
  return name === name.toLowerCase() ? written.toLowerCase() : written;
}

/** The English name of a weekday. */
export function nameOfWeekday(index: number): string {
  return languages[0]?.[index] as string;
}
