import { weigh } from './detect';
import { Roles } from './roles';
import { headerPhrases, weighedSections } from './vocabulary';
import type { FieldKey, SectionRole } from './vocabulary';

const MAX_LINES = 200;
const MAX_LENGTH = 32 * 1024;
/** A heading, a label or a title is never longer; the rest of a line is not looked at. */
const MAX_HEAD = 120;
/** The title stands among the first lines that have anything on them, or is the first marked-up heading. */
const TITLE_LINES = 4;
/** A bare line that is a heading is never longer. */
const MAX_BARE = 48;

/** Marks before a line's words: quote, heading, list, table, emphasis, numbering, checkbox, rulers, emoji and shortcodes. */
const marks = /^(?:[\s>#*+_|`=~\-–—•·▪\p{Extended_Pictographic}]|\ufe0f|\u200d|\ufeff|\d{1,2}[.)]\s|\[[ xX]\]\s|:[a-z_]+:)+/u;
/** A line that is marked up as a heading, or as a bold label. */
const markedUp = /^\s*(?:#{1,6}\s|(?:[-*]\s+)?\*\*|__|==|--)/;
const bullet = /^\s*[-*+•]\s/;
const trailingMarks = /[\s*_#|=~\-–—:：]+$/;
/** A key with its colon, or the first cells of a table row. */
const key = /^([^:：|]{2,48}?)[*_\s]*[:：|]/;
/** A line that begins with an hour or a date. */
const timed = /^[`[(~≈]?(?:\d{1,4}[-:/.h年月時]\d|\d{1,2} ?[ap]\.?m\b|\d{1,2}(?:st|nd|rd|th)? [a-z]{3}|[a-z]{3,9},? \d)/i;

/** Of keys and headings only those that weigh: the extension's entry carries them. */
const known = new Roles(headerPhrases, weighedSections);

/**
 * Whether a text might be an incident document: the cheap look that decides whether the language server is worth starting.
 * Weighs what the detection weighs, with every line that could be a heading taken for one. Reads at most the first 200 lines or
 * 32 KB, in linear time.
 */
export function glance(text: string, fileName = ''): boolean {
  const limit = Math.min(text.length, MAX_LENGTH);
  const roles = new Set<SectionRole>();
  const keys = new Set<FieldKey | null>();
  const titles: string[] = [''];
  let entries = 0;
  for (let at = 0, line = 0; at < limit && line < MAX_LINES; line++) {
    let end = at;
    while (end < limit && !isLineEnd(text.charCodeAt(end))) end++;
    const raw = text.slice(at, Math.min(end, at + MAX_HEAD));
    const isWhole = end - at <= MAX_HEAD;
    at = end + (text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? 2 : 1);
    const content = raw.replace(marks, '');
    if (content === '') continue;
    const isMarked = markedUp.test(raw);
    const isSentence = /[.!?,;]$/.test(content);
    if (!isSentence && (titles.length <= TITLE_LINES || raw.startsWith('# '))) titles.push(content);
    if (timed.test(content)) entries++;
    const label = key.exec(content)?.[1];
    if (label !== undefined) {
      const fact = known.fieldKey(label);
      if (fact !== null) keys.add(fact);
      for (const role of known.ofHeading(label)) roles.add(role);
    }
    const isBare = content.length <= MAX_BARE && !isSentence && !bullet.test(raw);
    const words = content.replace(trailingMarks, '');
    if (isWhole && (isMarked || isBare)) for (const role of known.ofHeading(words)) roles.add(role);
    // "## Status" over its value is a fact
    if (isMarked || isBare) keys.add(known.fieldKey(words));
  }
  return titles.some((title) => weigh({ title, fileName, roles, keys, entries, items: 2 }).isIncident);
}

function isLineEnd(code: number): boolean {
  return code === 10 || code === 13;
}
