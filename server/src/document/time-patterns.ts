import { zoneNames, zoneOffsets } from './vocabulary';

export const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** The first three letters of the words that a date may begin with. */
const dateWords = [...monthNames, 'mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun', 'die', 'mit', 'don', 'fre', 'sam', 'son', 'mo ', 'di ', 'mi ', 'do ', 'fr ', 'sa ', 'so ', 'mo,', 'di,', 'mi,', 'do,', 'fr,', 'sa,', 'so,', 'mo.', 'di.', 'mi.', 'do.', 'fr.', 'sa.', 'so.'];
const dateWordKeys = new Set(dateWords.map((word) => keyOf(word, 0)));

/** Whether a word that a date may begin with stands at an offset. */
export const isDateWord = (source: string, at: number): boolean => dateWordKeys.has(keyOf(source, at));

/** Three ASCII characters, letters in lower case, as a number; 0 for others. */
function keyOf(source: string, at: number): number {
  const one = source.charCodeAt(at);
  const two = source.charCodeAt(at + 1);
  const three = source.charCodeAt(at + 2);
  return (one | two | three) > 127 ? 0 : ((one | 32) << 16) | ((two | 32) << 8) | (three | 32);
}

const month = '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
export const weekday = /(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend|(?:mo|di|mi|do|fr|sa|so)(?=\.?,? \d))\.?,?[ \t]+/iy;

/** The first two letters of the weekdays from Sunday on, in English and in German. */
export const weekdayNames = ['su', 'mo', 'tu', 'we', 'th', 'fr', 'sa', 'so', 'mo', 'di', 'mi', 'do', 'fr', 'sa'];

export const isoDate = /(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?![\d])/y;
/** An offset from the start in front of the wall clock, "T+01:35   23:15", or an emoji in front of the time. */
export const prefix = /(?:T[ ]?[+-]\d{1,3}(?::\d{2}){0,2}[ ]?(?:min|m|h)?[ \t]+(?=\d)|(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200d|\ufe0f|\s)+(?=[*_`~\d\p{L}]))/uy;
export const japaneseDate = /(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日/y;
export const numericDate = /(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/y;
export const shortDate = /(\d{2})[-/](\d{2})(?=[ ,]+\d{1,2}:\d{2})/y;
export const slashDate = /(\d{1,2})\/(\d{1,2})(?![\d/])/y;
export const dotDate = /(\d{1,2})\.(\d{1,2})\.(?!\d)/y;
export const dayMonth = new RegExp(`(\\d{1,2})(?:st|nd|rd|th)?\\.?[ -](?:of )?${month}\\b\\.?(?:,?[ -](\\d{4})(?!\\d|:\\d)|,? '(\\d{2})\\b)?`, 'iy');
export const monthDay = new RegExp(`${month}\\.?[ -](\\d{1,2})(?:st|nd|rd|th)?(?![\\d:])(?:,?[ -](\\d{4})(?!\\d|:\\d)|,? '(\\d{2})\\b|,[ ](\\d{2})(?=,))?`, 'iy');
export const clock = /(\d{1,2})[:](\d{1,2})(?::(\d{1,2})(?:[.,]\d{1,6})?)?(?!\d|:\d)(?:[ \t]?([ap])\.?m\b\.?|([ap])\b|(Z)\b)?/iy;
export const japaneseClock = /(\d{1,2})時(?:(\d{1,2})分)?/y;
export const hourOnly = /(\d{1,2})[ \t]?([ap])\.?m\b\.?/iy;
export const hourMark = /(\d{1,2})h(\d{2})(?!\w)/iy;
export const hoursWritten = /([01]\d|2[0-3])([0-5]\d)[ \t]?(?:hrs?|hours|h)\b/iy;
export const shortHour = /(\d{1,2})([ap])\b/iy;
export const unknownClock = /(?:\d{1,2}|--|HH|\?\?):(?:\?\?|--|mm)/iy;
export const zoned = new RegExp(
  `\\(?((?:UTC|GMT)[ ]?[+−-]\\d{1,2}(?::?\\d{2})?|(?:${Object.keys(zoneOffsets).filter((name) => name !== 'Z').join('|')}|${zoneNames})(?![\\w+])|\\+\\d{2}:?\\d{2}(?!\\d)|[-−]\\d{4}(?!\\d))(?:[ ]?[([](?:UTC|GMT)[ ]?[+−-]?\\d{0,2}(?::?\\d{2})?[)\\]])?\\)?`,
  'y',
);
/** Behind an ISO 8601 time only: elsewhere "05:00-06:00" is a range. */
export const westOffset = /[-−]\d{2}:\d{2}(?!\d)/y;
export const approximation = /(?:~|≈|ca?\.?[ ]|circa[ ]|about[ ]|around[ ]|approx(?:imately|\.)?[ ]|roughly[ ]|early[ ]|late[ ]|before[ ]|after[ ]|by[ ]|between[ ])[ \t]*/iy;
export const hoursWord = /[ \t]*(?:hours|hrs)\b/iy;
export const dash = /[ \t]*(?:-|–|—|−|~|〜|～|→|->|\bto\b|\buntil\b|\btill\b|\band\b)[ \t]*/iy;
export const beforeDate = /[ \t]*(?:,|\bon\b)?[ \t]*/iy;
export const dual = /[ \t]*[/(][ \t]*/y;
export const between = /(?:T(?=\d)|[ \t]*(?:,|@|\bat\b|-|–|—|\/|\|)?[ \t]*)/iy;
export const opening = '*_`[("~ \t';
export const closing = '*_`])"';
