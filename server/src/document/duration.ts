const units: readonly (readonly [name: string, seconds: number])[] = [
  ['weeks?|wks?|w|semanas?|wochen?|semaines?|週間', 604_800],
  ['days?|d|días?|dias?|tage?n?|jours?|日', 86_400],
  ['hours?|hrs?|hr|h|std|stunden?|horas?|heures?|時間', 3_600],
  ['minutes?|mins?|min|m|minuten?|minutos?|分', 60],
  ['seconds?|secs?|sec|s|sekunden?|segundos?|secondes?|秒', 1],
];
const unitOf = units.map(([names, seconds]) => [new RegExp(`^(?:${names})$`, 'i'), seconds] as const);
const numberWords: Readonly<Record<string, number>> = { a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, half: 0.5 };

const iso = /\bP(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?(?![\w])/;
const clockLike = /^\s*(\d{1,3}):([0-5]\d)(?::([0-5]\d))?\s*(?:h|hrs?|hours|std\.?)?\s*$/i;
const part = /(?:(\d+(?:[.,]\d+)?)|\b(an?|one|two|three|four|five|six|seven|eight|nine|ten|half)\b)[ \t-]*(?:an[ \t]+)?([\p{L}]{1,8})\b\.?/giu;
/** What may stand between two parts of one duration: "3 hours and 38 minutes", "1 day, 2 hours". */
const between = /^[ \t,.]*(?:and|und|y|et|e|&)?[ \t,]*$/i;

/** Longer texts are no statement of a length of time. */
const MAX_LENGTH = 400;

/** A length of time as it is written. */
export interface Duration {
  readonly seconds: number;
  readonly approximate: boolean;
}

/**
 * The length of time that a text states first, or null: `0h 16m`, `3h 45m`, `1 day, 2 hours, 3 minutes`, `~4 hours and 38 minutes`,
 * `47 minutes from 4:14 pm to 5:01 pm`, `3:45 h`, `PT3H45M`. A range of clocks alone is none.
 */
export function readDuration(text: string): Duration | null {
  if (text.length > MAX_LENGTH) return null;
  const approximate = /[~≈]|\b(?:about|approx\w*|around|ca|circa|roughly|almost|nearly|over|more than|less than|some)\b/i.test(text.slice(0, 40));
  const standard = iso.exec(text);
  if (standard && standard[0].length > 1) {
    const [, days, hours, minutes, seconds] = standard;
    if (days ?? hours ?? minutes ?? seconds) return { seconds: Number(days ?? 0) * 86_400 + Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0), approximate };
  }
  const clock = clockLike.exec(text);
  if (clock) return { seconds: Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3] ?? 0), approximate };
  let total: number | null = null;
  let end = 0;
  let smallest = Infinity;
  for (const match of text.matchAll(part)) {
    const seconds = unitOf.find(([name]) => name.test(match[3] as string))?.[1];
    if (seconds === undefined) continue;
    if (total !== null && (!between.test(text.slice(end, match.index)) || seconds >= smallest)) break;
    const amount = match[1] === undefined ? (numberWords[(match[2] as string).toLowerCase()] as number) : Number(match[1].replace(',', '.'));
    total = (total ?? 0) + amount * seconds;
    smallest = seconds;
    end = match.index + match[0].length;
  }
  return total === null ? null : { seconds: Math.round(total), approximate };
}
