/** How the status speaks of the server's reasons: the most telling first, each by the phrase that the server has for it. */
const signals: readonly (readonly [reason: RegExp, brief: string, full: string])[] = [
  [/^chosen by the user$/, 'your word', 'your word'],
  [/^included by the settings$/, 'settings', 'the settings'],
  [/^declared$/, 'language mode', 'its language mode'],
  [/^title /, 'title', 'its title'],
  [/^sections: (.+)$/, 'sections', 'its sections ({0})'],
  [/^timeline of (\d+) entries$/, 'timeline', 'a timeline of {0} entries'],
  [/^facts: (.+)$/, 'facts', 'its facts ({0})'],
  [/^log of (\d+) lines$/, 'log', 'a log of {0} lines'],
  [/^measures of an incident: (\d+)$/, 'measures', '{0} measures of an incident'],
  [/^plan of (\d+) actions$/, 'plan', 'a plan of {0} actions'],
  [/^file name /, 'file name', 'its file name'],
  [/^date /, 'date', 'a date in its title or file name'],
  [/^recognised before$/, 'what it was before', 'what it was before'],
];

/** Each reason as a sentence of its own, in place of the server's stable English. */
const sentences: readonly (readonly [reason: RegExp, sentence: string])[] = [
  [/^title names a post-mortem/, 'Its title names a post-mortem or an incident'],
  [/^title names an escalation$/, 'Its title names an escalation'],
  [/^title tells of a failure$/, 'Its title tells of a failure'],
  [/^against: title /, 'Its title names a process, a list or notes'],
  [/^file name /, 'Its file name names an incident'],
  [/^date /, 'There is a date in its title or its file name'],
  [/^against: file name /, 'Its file name is that of an overview'],
  [/^sections: (.+)$/, 'It has sections: {0}'],
  [/^facts: (.+)$/, 'It states facts: {0}'],
  [/^timeline of (\d+) entries$/, 'It has a timeline of {0} entries'],
  [/^log of (\d+) lines$/, 'It has a log of {0} lines'],
  [/^measures of an incident: (\d+)$/, 'It states {0} measures of an incident'],
  [/^plan of (\d+) actions$/, 'It has a plan of {0} actions'],
];

/** The editor has one line for the status, and cuts what is longer. */
const MOST_SIGNALS = 3;

/** Looks up the translation of an English sentence, and fills in `{0}`. */
export type Translate = (sentence: string, ...values: string[]) => string;

/** The most telling of what the detection went by: "title, sections, timeline". What spoke against it is left out. */
export function inBrief(reasons: readonly string[], t: Translate): string {
  return found(reasons).slice(0, MOST_SIGNALS).map(({ brief }) => t(brief)).join(', ');
}

/** One reason, for or against, as a sentence. */
export function inSentence(reason: string, t: Translate): string {
  for (const [pattern, sentence] of sentences) {
    const match = pattern.exec(reason);
    if (match) return match[1] === undefined ? t(sentence) : t(sentence, listed(match[1], t));
  }
  return reason;
}

/** All that the detection went by: "its title, its sections (timeline, root cause), a plan of 7 actions". What spoke against it is left out. */
export function inFull(reasons: readonly string[], t: Translate): string {
  return found(reasons).map(({ full, value }) => (value === '' ? t(full) : t(full, listed(value, t)))).join(', ');
}

/** Names of roles and facts, or a number. */
function listed(value: string, t: Translate): string {
  return /^\d+$/.test(value) ? value : value.split(', ').map((name) => t(name)).join(', ');
}

function found(reasons: readonly string[]): { brief: string; full: string; value: string }[] {
  return signals.flatMap(([pattern, brief, full]) => {
    const match = reasons.map((reason) => pattern.exec(reason)).find((candidate) => candidate !== null);
    return match ? [{ brief, full, value: match[1] ?? '' }] : [];
  });
}
