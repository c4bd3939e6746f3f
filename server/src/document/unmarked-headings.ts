import { horizonOf } from './horizons';
import { hasSentenceMark, isBoldOnly, isCapitals, isLabelLike, isLeadIn, isLowerCase, label, MAX_LABEL, opensBlock, setHeading } from './heading-words';
import type { MutableLine } from './lines';
import { isImperative } from './imperatives';
import { isRoleAlone } from './role-alone';
import type { Roles } from './roles';
import type { SourceText } from './text';
import { endOfRunIn, setRunIn } from './run-in-headings';
import { bareLabel, withoutNumbering } from './words';

const ruled = /^(\+?[-=*~_#]{2,})\s*(\S.*?\S)\s*\1?[-=*~_#]{2,}\+?$/;
const PLUS = 43;

/** Bold-only lines, `--- Label ---`, CAPS, `Label:` and bare role words. */
export function markUnmarked(roles: Roles, text: SourceText, lines: MutableLine[]): void {
  const isMarkedUp = lines.reduce((count, line) => count + (line.notation === 'atx' ? 1 : 0), 0) >= 2;
  let marked = 1; // the level of the marked-up heading in force
  let last: MutableLine | null = null;
  let runIns = 0;
  for (const line of lines) {
    if (line.kind === 'heading') {
      marked = line.level;
      last = line;
      continue;
    }
    if (line.kind === 'item' && line.indent <= 3) {
      if (line.marker === 'number' && line.indent === 0 && isNumberedHeading(roles, text, lines, line)) setHeading(line, 'numbered', marked + 1);
      if (line.marker === 'bullet' && isBulletHeading(roles, text, lines, line)) setHeading(line, 'bold', marked + 1);
      continue;
    }
    const runIn = endOfRunIn(roles, text, lines, line, { heading: last, runIns, isMarkedUp });
    if (runIn >= 0) {
      runIns++;
      setRunIn(line, runIn, marked + 1);
      last = line;
      continue;
    }
    if ((line.kind !== 'prose' && line.kind !== 'field') || line.marker !== null || line.indent > 3) continue;
    const isPart = line.kind === 'prose' ? disciplineOf(text, lines, line) : null;
    if (isPart !== null) {
      setHeading(line, 'numbered', marked + (isPart ? 2 : 1));
      last = line;
      continue;
    }
    if (line.kind === 'prose' && isOutlined(text, lines, line)) {
      setHeading(line, 'numbered', marked + 2);
      last = line;
      continue;
    }
    const length = line.contentEnd - line.contentStart;
    if (length < 2 || length > MAX_LABEL + 8) continue;
    const notation = unmarkedNotation(roles, text, lines, line, isMarkedUp);
    if (notation === null) continue;
    setHeading(line, notation, marked + 1);
    last = line;
  }
}

function unmarkedNotation(roles: Roles, text: SourceText, lines: MutableLine[], line: MutableLine, isMarkedUp: boolean): MutableLine['notation'] {
  const source = text.value;
  const first = source.charCodeAt(line.contentStart);
  if (line.kind === 'prose' && (first === PLUS || source.charCodeAt(line.contentStart + 1) === first) && isRuled(source, line)) return 'ruled';
  const mayBeBold = first === 42 || first === 95;
  if (isDayOfItems(text, lines, line)) return 'label';
  if (line.kind === 'field' && !mayBeBold) return appendix.test(source.slice(line.contentStart, line.contentEnd)) && opensBlock(lines[line.number - 1]) && bodyFollows(lines, line) ? 'label' : null;
  if (!opensBlock(lines[line.number - 1])) return !isMarkedUp && interrupts(roles, text, lines, line) ? 'label' : null;
  if (!bodyFollows(lines, line)) return null;
  const span = bareLabel(source, line.contentStart, line.contentEnd);
  const words = source.slice(span.start, span.end);
  if (words.length < 2 || words.length > MAX_LABEL || words.startsWith('[^')) return null;
  if (mayBeBold && isBoldOnly(source.slice(line.contentStart, line.contentEnd).replace(trailingEmoji, '').replace(trailingBrackets, ''))) {
    // a question below an item is one of five whys
    return (!/[.!?]$/.test(words) || (line.indent === 0 && roles.ofHeading(words).length > 0)) && words.split(/\s+/).length <= 14 ? 'bold' : null;
  }
  if (words.length > MAX_BARE && !mayBeCapitals(words) && source.charCodeAt(line.contentEnd - 1) !== 58) return null;
  const bare = words.endsWith(')') ? words.replace(trailingBrackets, '') : words;
  const core = withoutNumbering(mayBeCapitals(bare) ? bare.replace(trailingRemark, '$1') : bare);
  if (isDayLine.test(words) && isTimed(text, lines, line)) return 'label';
  if (line.kind === 'field' || hasSentenceMark(core)) return null;
  const behind = source.charCodeAt(span.end);
  const hasColon = span.end < line.contentEnd && (behind === 58 || behind === 0xff1a);
  if (hasColon && isLowerCase(words.charCodeAt(0)) && !isMarkedUp && isTerseLabel(roles, text, lines, line, words)) return 'label';
  if (hasColon) return isLabel(roles, words, isMarkedUp) || (!isMarkedUp && words !== bare && isLabel(roles, bare, false)) ? 'label' : null;
  const isItalic = mayBeBold && source.charCodeAt(line.contentEnd - 1) === first;
  if (!isMarkedUp && isItalic && span.start - line.contentStart === 1 && words.split(/\s+/).length <= 6) return 'bold';
  if (isCapitals(roles, core)) return 'caps';
  // a bare line is a heading where it is nothing but a role's words
  if (appendix.test(words)) return 'label';
  if (startsLikeHeading.test(words)) return isRoleAlone(roles, words) || ((isTitleCase(words) || isBrief(words)) && !isImperative(words) && roles.ofHeading(words).length > 0) ? 'label' : null;
  return isLowerCase(words.charCodeAt(0)) && isRoleAlone(roles, words) && (isAlone(lines, line) || isTerse(roles, text, lines)) ? 'label' : null;
}

/** So many roles in lower case on lines of their own are no accident. */
const fewestRoles = 3;
const terse = new WeakMap<readonly MutableLine[], boolean>();

/** Whether a text without capitals has its headings so, each below a blank line and right above its words. */
function isTerse(roles: Roles, text: SourceText, lines: readonly MutableLine[]): boolean {
  const known = terse.get(lines);
  if (known !== undefined) return known;
  let found = 0;
  for (const line of lines) {
    const { kind, number, contentStart, contentEnd, marker } = line;
    if ((kind !== 'prose' && kind !== 'field') || marker !== null || contentEnd - contentStart > MAX_BARE || lines[number - 1]?.kind !== 'blank' || !isLowerCase(text.value.charCodeAt(contentStart))) continue;
    if (isRoleAlone(roles, label(text, line)) && ++found === fewestRoles) break;
  }
  terse.set(lines, found >= fewestRoles);
  return found >= fewestRoles;
}

/** `whats broken:` between blank lines, in a text without capitals. */
function isTerseLabel(roles: Roles, text: SourceText, lines: readonly MutableLine[], { number }: MutableLine, words: string): boolean {
  return lines[number - 1]?.kind === 'blank' && lines[number + 1]?.kind === 'blank' && words.split(/\s+/).length <= 5 && isTerse(roles, text, lines);
}

/** "Monday 17 November 2025", "Tue, 4 March", "November 17, 2025": nothing but a day. */
const isDayLine = /^(?:\p{Lu}\p{L}{1,9}\.?,? )?(?:\d{1,2}(?:st|nd|rd|th|\.|º|er)? (?:de )?\p{L}{3,10}(?: de)?|\p{Lu}\p{L}{2,9} \d{1,2}(?:st|nd|rd|th)?|\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{2,4}),?(?: \d{4})?$/u;

/** Whether the next filled line begins with a clock: then a day above it is the heading of a part of a timeline. */
function isTimed(text: SourceText, lines: readonly MutableLine[], line: MutableLine): boolean {
  let next = line.number + 1;
  while (lines[next]?.kind === 'blank') next++;
  const below = lines[next];
  return below !== undefined && lines[line.number - 1]?.kind === 'blank' && /^[*_[(~`]*\d{1,2}:\d{2}/.test(text.value.slice(below.contentStart, below.contentStart + 10));
}

const fewestOfDay = 5;
const mostOfDay = 40;

/** `Thu May 15:` right above items that begin with a clock. */
function isDayOfItems(text: SourceText, lines: readonly MutableLine[], line: MutableLine): boolean {
  const length = line.contentEnd - line.contentStart;
  const below = lines[line.number + 1];
  if (length < fewestOfDay || length > mostOfDay || below?.kind !== 'item' || !isDayLine.test(label(text, line))) return false;
  return /^[*_[(~`]*\d{1,2}(?::\d{2}|\s?[ap]m\b)/i.test(text.value.slice(below.contentStart, below.contentStart + 12));
}

/** Whether blank lines stand around a line of several words, or one above it and a list below: then it may be a heading in lower case. */
const isAlone = (lines: readonly MutableLine[], { number, contentStart, contentEnd }: MutableLine): boolean =>
  lines[number - 1]?.kind === 'blank' && (lines[number + 1]?.kind === 'item' || (contentEnd - contentStart > 8 && lines[number + 1]?.kind === 'blank'));

/** In texts of one sentence a line, a role's words alone are a heading even right below a sentence. */
function interrupts(roles: Roles, text: SourceText, lines: readonly MutableLine[], line: MutableLine): boolean {
  const before = lines[line.number - 1] as MutableLine;
  if (before.kind !== 'prose' && before.kind !== 'field') return false;
  const words = label(text, line);
  const hasColon = line.colon === line.contentEnd - 1;
  if (words.length > MAX_LABEL || !startsLikeHeading.test(words) || hasSentenceMark(words) || (!hasColon && lines[line.number + 1]?.kind !== 'blank')) return false;
  if (!bodyFollows(lines, line)) return false;
  const endsSentence = /[.!?]$/.test(text.value.slice(before.contentStart, before.contentEnd));
  return isRoleAlone(roles, words) || (hasColon && endsSentence && isLabelLike(words.replace(/\s*\([^)]*\)$/, '')) && !isLeadIn(words) && roles.ofHeading(words).length > 0);
}

/** `--- Label ---`: takes the rulers off the line's content. */
function isRuled(source: string, line: MutableLine): boolean {
  const first = source.charCodeAt(line.contentStart);
  if (first !== 45 && first !== 61 && first !== 42 && first !== 126 && first !== PLUS) return false;
  const content = source.slice(line.contentStart, line.contentEnd);
  const match = ruled.exec(content);
  if (!match || !startsLikeHeading.test(match[2] as string) || /^[-=*~_#|+\s]*$/.test(match[2] as string) || (first === 42 && (match[1] as string).length === 2)) return false;
  line.contentStart += content.indexOf(match[2] as string);
  line.contentEnd = line.contentStart + (match[2] as string).length;
  return true;
}

/** A heading that is nothing but a role's words is at most this long. */
const MAX_BARE = 56;

/** Whether the second letter of the first word is a capital too, or there is none. */
function mayBeCapitals(words: string): boolean {
  const second = words.charCodeAt(1);
  return !(second >= 97 && second <= 122);
}

/** "Incident Timeline", "Impact on Customers": a few words, each but the small ones with a capital. */
const isTitleCase = (words: string): boolean => /^\p{Lu}[\p{L}’'-]+(?: (?:\p{Lu}[\p{L}’'-]+|&|of|on|and|for|the|to|in)){1,4}$/u.test(words) && !/ (?:of|on|and|for|the|to|in|&)$/.test(words);

/** "Customer impact": a word or two more than those of a role, and no verb of a sentence. */
const isBrief = (words: string): boolean => /^\p{Lu}[\p{L}’'-]+ [\p{L}’'-]+(?: [\p{L}’'-]+)?$/u.test(words) && !isLeadIn(words);

const trailingEmoji = /\s*[\p{Extended_Pictographic}\ufe0f\u200d]+$/u;
/** "(acct team, 14-Mar)" behind a heading's words. */
const trailingBrackets = /\s*\([^()]*\)$/;
/** "CASE NOTES - times are Pacific" */
const trailingRemark = /^(\p{Lu}[\p{Lu} ]{3,40}) [-–—] .*$/u;
const appendix = /^(?:Appendix|Annex|Annexe|Anhang|Anexo|Apéndice)\s+[A-Z\d]\b/;
const startsLikeHeading = /^\p{Lu}|^[^\x00-\x7f]/u;

const asking = /^(?:What|How|Why|Who|Where|When) /;

/** The words in front of a colon that stands alone. */
function isLabel(roles: Roles, words: string, isMarkedUp: boolean): boolean {
  if (!isLabelLike(words)) return false;
  if (isRoleAlone(roles, words) || horizonOf(words) !== null) return true;
  if (isLeadIn(words)) return asking.test(words) && roles.ofHeading(words).length > 0;
  // beside marked-up headings a label of no role leads into a list or a command
  return roles.ofHeading(words).length > 0 || (!isMarkedUp && words.split(/\s+/).length <= 5);
}

/** Something stands under the line before the next marked-up heading. */
function bodyFollows(lines: readonly MutableLine[], line: MutableLine): boolean {
  let next = line.number + 1;
  while (lines[next]?.kind === 'blank') next++;
  const after = lines[next];
  return after !== undefined && after.kind !== 'heading' && after.kind !== 'rule';
}

/** `- **Key events**` over a nested list or text; the words of a role with a colon, over any text. */
function isBulletHeading(roles: Roles, text: SourceText, lines: readonly MutableLine[], line: MutableLine): boolean {
  const after = lines[line.number + 1];
  if (line.checkbox >= 0 || !after || after.kind === 'blank') return false;
  const content = text.value.slice(line.contentStart, line.contentEnd);
  if (!isBoldOnly(content)) return false;
  const words = label(text, line);
  return after.indent > line.indent ? roles.ofHeading(words).length > 0 : after.kind === 'prose' && content.includes(':') && isRoleAlone(roles, words);
}

/** `2. Root Cause` at the left margin with a text of its own below; a list whose items are role words is rare, a list of groups is not. */
function isNumberedHeading(roles: Roles, text: SourceText, lines: MutableLine[], line: MutableLine): boolean {
  const words = label(text, line);
  if (words.length > MAX_LABEL || line.checkbox >= 0) return false;
  const before = lines[line.number - 1];
  const after = lines[line.number + 1];
  if (before && before.kind !== 'blank' && before.kind !== 'rule' && before.kind !== 'heading' && before.kind !== 'underline') return false;
  if (after === undefined || (after.marker !== null && after.indent > line.indent && !isCapitals(roles, words))) return false;
  const next = lines[line.number + 2];
  if (after.kind === 'blank' && next && next.indent > 0 && next.marker !== null) return false;
  if (after.kind === 'item' && after.marker === 'number') return false;
  return (isCapitals(roles, words) && words.length > 4) || (roles.ofHeading(withoutNumbering(words)).length > 0 && isLabelLike(words) && words.split(/\s+/).length <= 5 && !isLeadIn(words) && !/[.]$/.test(words));
}

const discipline = /^D[0-8](\.\d{1,2})?(?: ?\+ ?D[0-8])?[ \t:–-]+\p{L}/u;

/** `D4  Root cause analysis` between blank lines: one of the eight disciplines of a report of that name. Whether it is a part of one, as D4.1; null for other lines. */
function disciplineOf(text: SourceText, lines: readonly MutableLine[], line: MutableLine): boolean | null {
  if (text.value.charCodeAt(line.contentStart) !== 68 || line.contentEnd - line.contentStart > MAX_LABEL || line.indent > 0) return null;
  const match = discipline.exec(text.value.slice(line.contentStart, line.contentEnd));
  return match && opensBlock(lines[line.number - 1]) && lines[line.number + 1]?.kind === 'blank' && bodyFollows(lines, line) ? match[1] !== undefined : null;
}

const outlined = /^\d{1,2}(?:\.\d{1,2}){1,3}\.?\s+(?=\S)/;

/** `4.1 Cause` between blank lines, in a document whose sections are numbered. */
function isOutlined(text: SourceText, lines: readonly MutableLine[], line: MutableLine): boolean {
  const code = text.value.charCodeAt(line.contentStart);
  if (code < 48 || code > 57 || line.contentEnd - line.contentStart > MAX_LABEL) return false;
  const content = text.value.slice(line.contentStart, line.contentEnd);
  const match = outlined.exec(content);
  if (!match || !opensBlock(lines[line.number - 1]) || !bodyFollows(lines, line)) return false;
  const words = content.slice(match[0].length);
  return /^\p{L}/u.test(words) && isLabelLike(words) && !hasSentenceMark(words) && !/[()]/.test(words);
}

/** Where several headings are in capitals, so is one of a single word. */
export function markCapitalSiblings(text: SourceText, lines: MutableLine[]): void {
  const found = lines.filter((line) => line.notation === 'caps');
  if (found.length < 2) return;
  const level = (found[0] as MutableLine).level;
  for (const line of lines) {
    if (line.kind !== 'prose' || line.marker !== null || line.contentEnd - line.contentStart > 24 || !opensBlock(lines[line.number - 1]) || !bodyFollows(lines, line)) continue;
    if (/^\p{Lu}{4,}:?$/u.test(text.value.slice(line.contentStart, line.contentEnd))) setHeading(line, 'caps', level);
  }
}

/** A question is a heading up to this many words. */
const MAX_QUESTION = 14;

/**
 * Where "1) Summary" and "3) Impact" are headings, so is "2) Closure" between blank lines; and where a form numbers its questions,
 * each over its answer, these are.
 */
export function markNumberedSiblings(text: SourceText, lines: MutableLine[]): void {
  const found = lines.filter((line) => line.notation === 'numbered');
  const alone = lines.filter((line) => line.marker === 'number' && line.kind === 'item' && line.indent === 0 && line.contentEnd - line.contentStart <= MAX_LABEL
    && lines[line.number + 1]?.kind === 'blank' && lines[line.number - 1]?.kind === 'blank' && bodyFollows(lines, line));
  const questions = alone.filter((line) => isQuestion(label(text, line)));
  if (found.length < 2 && found.length + questions.length < 3) return;
  const level = found[0]?.level ?? 2;
  for (const line of alone) {
    const words = label(text, line);
    if ((isLabelLike(words) && !/[.!?]$/.test(words)) || questions.includes(line)) setHeading(line, 'numbered', level);
  }
}

/** So many numbered headings are the sections of a document. */
const fewestNumbered = 3;

/** Where the sections are numbered, labels without a number stand below them. */
export function nestLabels(lines: readonly MutableLine[]): void {
  const numbered = lines.filter(({ notation, marker }) => notation === 'numbered' && marker === 'number');
  const [first] = numbered;
  if (!first || numbered.length < fewestNumbered) return;
  for (const line of lines) if (line.notation === 'label' && line.number > first.number && line.level === first.level) line.level++;
}

/** "What happened? (max. 5 lines)" */
function isQuestion(words: string): boolean {
  return /^\p{Lu}[^?]*\?/u.test(words) && words.split(/\s+/).length <= MAX_QUESTION;
}
