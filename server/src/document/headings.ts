import { isBoldOnly, isCapitals, isText, kindWords, label, MAX_LABEL, setHeading } from './heading-words';
import type { MutableLine } from './lines';
import type { Roles } from './roles';
import type { SourceText } from './text';
import { markMarkup } from './other-markup';
import { markOutlinedItems } from './outline-numbers';
import { markRunInSiblings } from './run-in-headings';
import { markCapitalSiblings, markNumberedSiblings, markUnmarked, nestLabels } from './unmarked-headings';
import { isIdentifier } from './words';

/** A paragraph longer than this over a line of dashes is a paragraph over a divider. */
const MAX_SETEXT_LINES = 3;
const MAX_SETEXT_LENGTH = 160;

/**
 * Finds the headings that the scanner could not see in one line: underlined, between rules, bold, capitals, labels
 * ("Timeline:"), bare role words, and the title. Sets kind, notation, level and content of their lines.
 */
export function findHeadings(roles: Roles, text: SourceText, lines: MutableLine[]): void {
  markUnderlined(roles, text, lines);
  markMarkup(text, lines);
  markTitle(roles, text, lines);
  markUnmarked(roles, text, lines);
  markRunInSiblings(roles, text, lines);
  markNumberedSiblings(text, lines);
  nestLabels(lines);
  markCapitalSiblings(text, lines);
  markOutlinedItems(text, lines);
}

/** Setext headings, whatever the underline's length, and underlines that turn out to be rules. */
function markUnderlined(roles: Roles, text: SourceText, lines: MutableLine[]): void {
  for (const underline of lines) {
    if (underline.kind !== 'underline' || underline.paragraph < 0) continue;
    const first = firstOfTitle(roles, text, lines, underline);
    if (first < 0) {
      underline.kind = underline.contentEnd - underline.contentStart < 3 ? 'prose' : 'rule';
      continue;
    }
    const heading = lines[first] as MutableLine;
    setHeading(heading, 'setext', text.value.charCodeAt(underline.contentStart) === 61 ? 1 : 2);
    heading.contentEnd = (lines[underline.number - 1] as MutableLine).contentEnd;
    for (let between = first + 1; between < underline.number; between++) {
      const line = lines[between] as MutableLine;
      line.kind = 'underline';
    }
  }
}

/** The first line of the title above an underline, or -1 where what stands there is none. */
function firstOfTitle(roles: Roles, text: SourceText, lines: readonly MutableLine[], underline: MutableLine): number {
  const tail = lines[underline.number - 1] as MutableLine;
  const isFirst = tail.number === underline.paragraph && (tail.kind === 'item' || tail.kind === 'field');
  if (!isText(tail) && !isFirst) return -1;
  const dashes = text.value.charCodeAt(underline.contentStart) === 45;
  if (dashes && underline.contentEnd - underline.contentStart === 2 && isSignature(text, tail, underline)) return -1;
  let first = tail.number;
  while (first > underline.paragraph && underline.number - first <= MAX_SETEXT_LINES && (isText(lines[first - 1]) || first - 1 === underline.paragraph)) first--;
  const isOfFacts = dashes && tail.kind === 'field'
    && (roles.fieldKey(text.value.slice(tail.contentStart, tail.colon)) !== null || severalFacts.test(text.value.slice(tail.contentStart, tail.contentEnd)));
  const isLong = tail.contentEnd - (lines[first] as MutableLine).contentStart > MAX_SETEXT_LENGTH || underline.number - first > MAX_SETEXT_LINES;
  if (!isOfFacts && !isLong) return first;
  // only the line right above can still be meant: "Priority: High" and prose are not, a short label is
  return isOfFacts || tail.contentEnd - tail.contentStart > MAX_LABEL || roles.ofHeading(label(text, tail)).length === 0 ? -1 : tail.number;
}

/** `Printed by: Ana      Printed on: 1 May` */
const severalFacts = /\S {3,}\S[^:]{1,40}:\s/;

/** "-- " under the greeting of a mail is its signature's first line. */
const isSignature = (text: SourceText, tail: MutableLine, underline: MutableLine): boolean =>
  underline.end > underline.contentEnd || /[,.!]$/.test(text.value.slice(tail.contentStart, tail.contentEnd));

const mailKey = /^\s*(?:from|to|cc|subject|sent|reply-to)\s*$/i;

/** A first line that stands by itself and says what the document is. */
function markTitle(roles: Roles, text: SourceText, lines: MutableLine[]): void {
  const top = lines.find((line) => line.kind !== 'blank' && line.kind !== 'frontMatter' && line.kind !== 'comment' && line.kind !== 'rule');
  if (!top) return;
  const first = isLetterhead(roles, text, top, lines[top.number + 1]) ? (lines[top.number + 1] as MutableLine) : top;
  if (!first || !isText(first) || first.marker !== null || first.indent > 3) return;
  const length = first.contentEnd - first.contentStart;
  if (length < 3 || length > 120) return;
  const words = text.value.slice(first.contentStart, first.contentEnd);
  if (!/\p{L}/u.test(words)) return;
  if (/[.!?;,]$/.test(words) && !/[.!?]{3}$/.test(words)) return;
  const colon = first.colon;
  const key = colon < 0 ? '' : text.value.slice(first.contentStart, colon);
  if (roles.fieldKey(key) !== null || mailKey.test(key)) return;
  if (roles.ofHeading(label(text, first)).length > 0 && !kindWords.test(words)) return;
  const next = lines[first.number + 1];
  if (!next) return;
  // a line of prose right below makes it the beginning of a paragraph, unless its words say otherwise
  if (/^\(|https?:/.test(words)) return;
  if (isBoldOnly(words) && kindWords.test(words)) {
    setHeading(first, 'title', 1);
    return;
  }
  if (next.kind === 'prose' && madeBy.test(text.value.slice(next.contentStart, next.contentEnd))) {
    setHeading(first, 'title', 1);
    return;
  }
  const nextIsLabel = isText(next) && next.colon === next.contentEnd - 1;
  if (next.kind === 'prose' && !nextIsLabel && !isCapitals(roles, words) && (!kindWords.test(words) || length > 60 || next.contentEnd - next.contentStart > 100)) return;
  if (next.kind !== 'blank' && next.kind !== 'field' && next.kind !== 'rule' && !nextIsLabel && length > 80) return;
  setHeading(first, 'title', 1);
}

/** The line below a title that says who printed it and when. */
const madeBy = /^(?:posted by|written by|exported|generated|printed|created|prepared|downloaded|last (?:updated|modified)|as of|status as of)\b/i;

/** A firm's name over a title that says what the document is, or its number over any. */
function isLetterhead(roles: Roles, text: SourceText, top: MutableLine, next: MutableLine | undefined): boolean {
  if (!isText(top) || !next || !isText(next) || top.kind !== 'prose' || next.kind !== 'prose') return false;
  const words = label(text, next);
  if (isIdentifier(label(text, top))) return true;
  return kindWords.test(words) && isCapitals(roles, words) && !kindWords.test(label(text, top));
}
