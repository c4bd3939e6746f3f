/** How the status speaks of the server's reasons: the most telling first, each by the phrase that the server has for it. */
const signals: readonly (readonly [reason: RegExp, brief: string, full: string])[] = [
  [/^declared$/, 'language mode', 'its language mode'],
  [/^title /, 'title', 'its title'],
  [/^sections: (.+)$/, 'sections', 'its sections ({0})'],
  [/^timeline of (\d+) entries$/, 'timeline', 'a timeline of {0} entries'],
  [/^facts: (.+)$/, 'facts', 'its facts ({0})'],
  [/^plan of (\d+) actions$/, 'plan', 'a plan of {0} actions'],
  [/^file name /, 'file name', 'its file name'],
  [/^date /, 'date', 'a date in its title or file name'],
  [/^recognised before$/, 'what it was before', 'what it was before'],
];

/** The editor has one line for the status, and cuts what is longer. */
const MOST_SIGNALS = 3;

/** Looks up the translation of an English sentence, and fills in `{0}`. */
export type Translate = (sentence: string, ...values: string[]) => string;

/** The most telling of what the detection went by: "title, sections, timeline". What spoke against it is left out. */
export function inBrief(reasons: readonly string[], t: Translate): string {
  return found(reasons).slice(0, MOST_SIGNALS).map(({ brief }) => t(brief)).join(', ');
}

/** All that the detection went by: "its title, its sections (timeline, root cause), a plan of 7 actions". What spoke against it is left out. */
export function inFull(reasons: readonly string[], t: Translate): string {
  const listed = (value: string): string => value.split(', ').map((name) => (isNumber(name) ? name : t(name))).join(', ');
  return found(reasons).map(({ full, value }) => (value === '' ? t(full) : t(full, listed(value)))).join(', ');
}

const isNumber = (name: string): boolean => /^\d+$/.test(name);

function found(reasons: readonly string[]): { brief: string; full: string; value: string }[] {
  return signals.flatMap(([pattern, brief, full]) => {
    const match = reasons.map((reason) => pattern.exec(reason)).find((candidate) => candidate !== null);
    return match ? [{ brief, full, value: match[1] ?? '' }] : [];
  });
}
