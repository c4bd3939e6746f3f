import { phrases } from '../../document/vocabulary';
import { wordsOf } from '../../document/words';

/** The scales whose levels have names of their own. */
export type Scale = 'SEV' | 'P';

const levels: readonly (readonly [scale: Scale, pattern: RegExp])[] = [
  ['SEV', /\bsev(?:erity)?[ -]?[0-5]\b/i],
  ['P', /\b(?:p|prio(?:rity)?[ -]?)[0-5]\b/i],
];

/** The scale that a severity is stated on; null for words and bare numbers, which go with any, and for one that is stated on both. */
export function scaleOf(value: string): Scale | null {
  const [scale, ...others] = levels.flatMap(([name, pattern]) => (pattern.test(value) ? [name] : []));
  return scale !== undefined && others.length === 0 ? scale : null;
}

/** Words of which one is a severity or a priority. */
const severityWords = new Set(phrases(`critical|crit|blocker|blocking|urgent|emergency|highest|high|hi|major|severe|significant|serious|medium|med|moderate|middle|normal|average
  |standard|minor|low|lo|lowest|lower|higher|trivial|cosmetic|negligible|informational|information|info|none|unknown|undetermined|minimal|limited|extreme|extremely|catastrophic
  |disaster|disastrous|warning|error|fatal|red|orange|amber|yellow|green|blue|black|white|gold|silver|bronze|one|two|three|four|five|i|ii|iii|iv|v|important
  |immediate|elevated|material|internal|partial|full|total|complete|outage|degraded|degradation|disruption|down|asap|top|showstopper|notable|disruptive|tolerable|nil
  |alta|media|baja|hoch|mittel|niedrig|kritisch|gering|normale|haute|moyenne|basse|faible|elevee|critique|majeure|mineure|alto|medio|baixo|baixa|critica|critico|grave|leve`));

const level = /^(?:(?:sev(?:erity)?|p|prio(?:rity)?|s|l|level|tier)[ -]?)?[0-5]$/i;

/** Whether a text is a level of any scale, and nothing else. */
export function isSeverity(text: string): boolean {
  if (level.test(text)) return true;
  const words = wordsOf(text).split(' ');
  return words.length <= 2 && words.every((word) => severityWords.has(word));
}

/** What a misspelt severity may have been meant to be. */
export const usualSeverities: readonly string[] = ['critical', 'blocker', 'urgent', 'high', 'major', 'medium', 'moderate', 'normal', 'minor', 'low', 'trivial'];

const beyond = /^(?:sev(?:erity)?|p|prio(?:rity)?)[ -]?(?:[6-9]|\d{2,3})$/i;

/** Whether a value cannot be a level of any scale. Sentences, numbers and what is left to fill in are not judged. */
export function isNoSeverity(value: string): boolean {
  if (beyond.test(value.trim())) return true;
  if (!/^[A-Za-z -]{3,30}$/.test(value)) return false;
  const words = wordsOf(value).split(' ');
  return words.length <= 2 && !words.some((word) => severityWords.has(word) || /^(?:tb[adc]|na|todo|pending|sev|no|not|very)$/.test(word));
}
