import type { MutableLine } from './lines';
import type { Roles } from './roles';
import type { SourceText } from './text';
import { bareLabel } from './words';

/** A heading without markup is at most this long. */
export const MAX_LABEL = 80;
const MAX_LABEL_WORDS = 8;

/** Words that say what kind of document a title names. */
export const kindWords = /post-?\s?mortem|incident|escalation|outage|relatório de|informe de|rapport d|bericht\b/i;

/** Makes a line a heading. */
export function setHeading(line: MutableLine, notation: NonNullable<MutableLine['notation']>, level: number): void {
  line.kind = 'heading';
  line.notation = notation;
  line.level = level;
}

/** Whether a line is words, with or without a key. */
export const isText = (line: MutableLine | undefined): boolean => line !== undefined && (line.kind === 'prose' || (line.kind === 'field' && line.marker === null));

/** The words of a line, without markup. */
export const label = (text: SourceText, line: MutableLine): string => text.slice(bareLabel(text.value, line.contentStart, line.contentEnd));

/** Whether a label has a mark that only sentences have. */
export function hasSentenceMark(words: string): boolean {
  for (let at = 0; at < words.length; at++) {
    const code = words.charCodeAt(at);
    if (code === 44 || code === 46 || code === 59 || code === 63 || code === 33 || code === 124) return true;
  }
  return false;
}

/** A label begins with a capital (or a script without case) and is no sentence. */
export function isLabelLike(words: string): boolean {
  return words.split(/\s+/).length <= MAX_LABEL_WORDS && /^[^\p{Ll}]/u.test(words);
}

/** "The following steps", "To fix this we will": a sentence that leads into a list. */
export const isLeadIn = (words: string): boolean => /^(?:to|then|in|by|for|with|let's|here)\s|\b(?:following|follows|below|these|this|that|we|i|they|it|is|are|was|were|will|should|must|has|have|had|can)\b/i.test(words);

/** Whether a label is in capitals, and long enough to mean it. */
export function isCapitals(roles: Roles, words: string): boolean {
  return words.length >= 3 && words === words.toUpperCase() && /\p{Lu}{3,}/u.test(words) && !/[.,;]$/.test(words) && !/^[\d\W]*$/.test(words) && words !== words.toLowerCase()
    && (words.split(/\s+/).length >= 2 || roles.ofHeading(words).length > 0) && !/[=<>{}()[\]|$\\_\t]/.test(words);
}

/** Whether the whole line is in bold. */
export const isBoldOnly = (content: string): boolean => /^(\*\*|__)(?!\s)[^*_\n]{2,}?(?:[*_](?![*_])[^*_\n]*)*:?\1:?$/.test(content) && !/^(\*\*|__).*\1.*\1.*\1$/.test(content);

/** Whether a character is a lower-case letter of ASCII. */
export const isLowerCase = (code: number): boolean => code >= 97 && code <= 122;

/** Whether a line behind this one begins a block. */
export function opensBlock(before: MutableLine | undefined): boolean {
  if (!before) return true;
  const { kind, contentStart, contentEnd } = before;
  // an empty bullet parts as a blank line does
  return contentStart === contentEnd || kind === 'blank' || kind === 'heading' || kind === 'underline' || kind === 'rule' || kind === 'frontMatter' || kind === 'comment';
}
