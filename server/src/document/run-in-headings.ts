import { isCapitals, isLowerCase, MAX_LABEL, opensBlock, setHeading } from './heading-words';
import type { MutableLine } from './lines';
import { isRoleAlone } from './role-alone';
import type { Roles } from './roles';
import type { SourceText } from './text';
import { bareLabel } from './words';

/** What stands above a line: the last heading, how many labels opened their paragraphs; and whether the document has marked-up headings. */
interface Above {
  readonly heading: MutableLine | null;
  readonly runIns: number;
  readonly isMarkedUp: boolean;
}

/** Where the label ends that opens the text of its section on the line itself, or -1. */
export function endOfRunIn(roles: Roles, text: SourceText, lines: readonly MutableLine[], line: MutableLine, { heading, runIns, isMarkedUp }: Above): number {
  if (line.kind === 'field' && isRunIn(roles, text, lines, line, heading, runIns)) return line.colon;
  return isMarkedUp ? -1 : Math.max(endOfBoldRunIn(text, lines, line), endOfWideRunIn(roles, text, lines, line));
}

/** Makes a line the heading of the text that follows its label. */
export function setRunIn(line: MutableLine, labelEnd: number, level: number): void {
  setHeading(line, 'runIn', level);
  line.contentEnd = labelEnd;
}

/** Words behind a label that are a text rather than a fact. */
const LEAST_TEXT = 25;
const MOST_KEY_WORDS = 5;

/** In a document that is nothing but labelled paragraphs, a line each, the labels are its headings. */
export function markRunInSiblings(roles: Roles, text: SourceText, lines: readonly MutableLine[]): void {
  if (lines.some(({ kind, notation }) => kind === 'heading' && notation !== 'title')) return;
  const labelled = lines.filter((line) => line.kind === 'field' && line.marker === null && line.indent === 0 && line.contentEnd - line.colon > LEAST_TEXT);
  const keyOf = (line: MutableLine): string => text.slice(bareLabel(text.value, line.contentStart, line.colon));
  const texts = labelled.filter((line) => roles.fieldKey(keyOf(line)) === null && keyOf(line).split(/\s+/).length <= MOST_KEY_WORDS);
  const first = texts.find((line) => roles.ofHeading(keyOf(line)).length > 0);
  const named = new Set(texts.flatMap((line) => roles.ofHeading(keyOf(line))));
  if (!first || named.size < 3) return;
  for (const line of texts) if (line.number >= first.number) setRunIn(line, line.colon, 2);
}

/** "Stand: 08.07.2025", "Related: [[disk]]": a date or a link is no text. */
const asOf = /^[*_ ]{0,3}(?:\d|\[|http)/;

/** `SUMMARY: The web server was down …`: a label that opens a paragraph of its own. */
function isRunIn(roles: Roles, text: SourceText, lines: readonly MutableLine[], line: MutableLine, heading: MutableLine | null, runIns: number): boolean {
  if (line.marker !== null || line.indent > 0) return false;
  const before = lines[line.number - 1];
  const after = lines[line.number + 1];
  if ((before && before.kind !== 'blank') || (after && after.kind !== 'blank' && after.kind !== 'prose')) return false;
  const key = text.slice(bareLabel(text.value, line.contentStart, line.colon));
  if (key.split(/\s+/).length > 5 || roles.fieldKey(key) !== null || line.contentEnd - line.colon < 40 || asOf.test(text.value.slice(line.colon + 1, line.colon + 5))) return false;
  // under a heading of its own "Impact: …" is a fact of that section
  if (!isCapitals(roles, key) && heading && heading.notation !== 'title' && heading.notation !== 'runIn' && heading.level > 1 && !(text.value.startsWith('**', line.contentStart) && runIns >= fewestRunIns)) return false;
  return roles.ofHeading(key).length > 0 && (isCapitals(roles, key) || text.value.startsWith('**', line.contentStart) || before?.kind === 'blank');
}

/** So many labels that open their paragraphs are the way of a document. */
const fewestRunIns = 3;

const boldRunIn = /^\*\*([^*\n]{2,60}?)[.:?!]\*\*(?=\s|$)/;

/** Where the label of `**Bottom line.** They could not publish …` ends, or -1: a label in bold with its full stop, at a block's beginning. */
function endOfBoldRunIn(text: SourceText, lines: readonly MutableLine[], line: MutableLine): number {
  if ((line.kind !== 'prose' && line.kind !== 'field') || line.marker !== null || !text.value.startsWith('**', line.contentStart) || !opensBlock(lines[line.number - 1])) return -1;
  const match = boldRunIn.exec(text.value.slice(line.contentStart, line.contentEnd));
  const words = match?.[1];
  if (!match || words === undefined || !/[.?!]\*\*$/.test(match[0]) || words.split(/\s+/).length > 8) return -1;
  return line.contentStart + 2 + words.length;
}

const wideRunIn = /^(\p{Lu}[\p{Lu} ]{2,40}?)(?: {3,}|\t+)\S/u;

/** Where the label of `CUSTOMER MOOD      tense, but fair` ends, be it parted by blanks or a tab; or -1. */
function endOfWideRunIn(roles: Roles, text: SourceText, lines: readonly MutableLine[], line: MutableLine): number {
  const before = lines[line.number - 1];
  if (line.kind !== 'prose' || line.marker !== null || isLowerCase(text.value.charCodeAt(line.contentStart + 1)) || !(opensBlock(before) || (before && before.indent > line.indent))) return -1;
  const words = wideRunIn.exec(text.value.slice(line.contentStart, Math.min(line.contentEnd, line.contentStart + MAX_LABEL)))?.[1];
  return words !== undefined && isRoleAlone(roles, words) && roles.fieldKey(words) === null ? line.contentStart + words.length : -1;
}
