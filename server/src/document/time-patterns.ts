import { zoneNames, zoneOffsets } from './vocabulary';

/** The names of the months, each in English, German, French, Spanish and Portuguese, and what people shorten them to. */
const months: readonly string[] = [
  'january|jan|januar|jänner|janvier|janv|enero|janeiro', 'february|feb|februar|février|févr|febrero|fevereiro', 'march|mar|märz|mars|marzo|março', 'april|apr|avril|avr|abril|abr',
  'may|mai|mayo|maio', 'june|jun|juni|juin|junio|junho', 'july|jul|juli|juillet|juil|julio|julho', 'august|aug|août|agosto|ago',
  'september|sept|sep|septembre|septiembre|setembro', 'october|oct|oktober|okt|octobre|octubre|outubro', 'november|nov|novembre|noviembre|novembro', 'december|dec|dezember|dez|décembre|déc|diciembre|dic|dezembro',
];
const monthNumbers = new Map(months.flatMap((names, index) => names.split('|').map((name) => [name, index + 1] as const)));

/** The number of a month by its name in any case, 1 for January; 0 for no month. */
export const monthOf = (name: string): number => monthNumbers.get(name.toLowerCase()) ?? 0;

/** The first letters, three at most, of the words that a date may begin with. */
const dateWords = [
  ...monthNumbers.keys(),
  'mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun', 'die', 'mit', 'don', 'fre', 'sam', 'son', 'mo ', 'di ', 'mi ', 'do ', 'fr ', 'sa ', 'so ', 'mo,', 'di,', 'mi,', 'do,', 'fr,', 'sa,', 'so,', 'mo.', 'di.', 'mi.', 'do.', 'fr.', 'sa.', 'so.',
  'lun', 'mar', 'mer', 'jeu', 'ven', 'dim', 'mié', 'jue', 'vie', 'sáb', 'dom', 'seg', 'ter', 'qua', 'qui', 'sex',
];
const dateWordKeys = new Set(dateWords.map((word) => keyOf(word, 0)));

/** Whether a word that a date may begin with stands at an offset. */
export const isDateWord = (source: string, at: number): boolean => dateWordKeys.has(keyOf(source, at));

/** Three characters of Latin 1, letters in lower case, as a number; 0 for others. */
function keyOf(source: string, at: number): number {
  const one = source.charCodeAt(at);
  const two = source.charCodeAt(at + 1);
  const three = source.charCodeAt(at + 2);
  return (one | two | three) > 255 ? 0 : ((one | 32) << 16) | ((two | 32) << 8) | (three | 32);
}

/** The longest names first, as the first that fits is taken. */
const month = `(${[...monthNumbers.keys()].sort((a, b) => b.length - a.length).join('|')})`;
export const weekday = /(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|(?:segunda|terça|quarta|quinta|sexta)(?:-feira)?|(?:mo|di|mi|do|fr|sa|so)(?=\.?,? \d))\.?,?[ \t]+/iy;

/** The first two letters of the weekdays from Sunday on, in English and in German. */
export const weekdayNames = ['su', 'mo', 'tu', 'we', 'th', 'fr', 'sa', 'so', 'mo', 'di', 'mi', 'do', 'fr', 'sa'];

export const isoDate = /(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?![\d])/y;
/** An offset from the start in front of the wall clock, "T+01:35   23:15", or an emoji in front of the time. */
export const prefix = /(?:\([a-z]{1,3}\)[ \t]+(?=\d|[A-Z])|T[ ]?[+-]\d{1,3}(?::\d{2}){0,2}[ ]?(?:min|m|h)?[ \t]+(?=\d)|(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200d|\ufe0f|\s)+(?=[*_`~\d\p{L}]))/uy;
export const japaneseDate = /(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日/y;
export const numericDate = /(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/y;
export const shortDate = /(\d{2})[-/](\d{2})(?=[ ,]+\d{1,2}:\d{2})/y;
export const slashDate = /(\d{1,2})\/(\d{1,2})(?![\d/])/y;
export const dotDate = /(\d{1,2})\.(\d{1,2})\.(?!\d)/y;
export const dayMonth = new RegExp(`(\\d{1,2})(?:st|nd|rd|th|er|º)?\\.?[ /-](?:of |de )?${month}(?![\\wà-ÿ])\\.?(?:,?[ /-](?:de )?((?:19|20)\\d{2})(?!\\d|:\\d)|(?:,? '|[/-])(\\d{2})(?![\\d:]))?`, 'iy');
export const monthDay = new RegExp(`${month}\\.?[ -](\\d{1,2})(?:st|nd|rd|th)?(?!\\d|:\\d)(?:,?[ -]((?:19|20)\\d{2})(?!\\d|:\\d)|,? '(\\d{2})\\b|,[ ](\\d{2})(?=,))?`, 'iy');
export const clock = /(\d{1,2})[:](\d{1,2})(?::(\d{1,2})(?:[.,]\d{1,6})?)?(?!\d|:\d)(?:[ \t]?([ap])\.?m\b\.?|([ap])\b|(Z)\b)?/iy;
export const japaneseClock = /(\d{1,2})時(?:(\d{1,2})分)?/y;
export const hourOnly = /(\d{1,2})[ \t]?([ap])\.?m\b\.?/iy;
export const hourMark = /(\d{1,2})h(\d{2})(?!\w)/iy;
export const hoursWritten = /([01]\d|2[0-3])([0-5]\d)[ \t]?(?:hrs?|hours|h|Z)\b/iy;
/** `0610`: where a date stands in front of it. */
export const fourDigits = /([01]\d|2[0-3])([0-5]\d)(?![\d:.,])/y;
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
export const dash = /[ \t]*(?:-|–|—|−|~|〜|～|→|->|\bto\b|\buntil\b|\btill\b|\band\b|\bbis\b)[ \t]*/iy;
export const beforeDate = /[ \t]*(?:,|\bon\b)?[ \t]*/iy;
export const dual = /[ \t]*[/(][ \t]*/y;
export const between = /(?:T(?=\d)|[ \t]*(?:,|@|\bat\b|\bfrom\b|-|–|—|\/|\|)?[ \t]*)/iy;
export const opening = '*_`[("~–— \t';
export const closing = '*_`])"';
