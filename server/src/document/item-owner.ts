import type { Mention } from './actions';
import { inMonth, roughly } from './item-due';
import { isSomebody, MAX_ITEM, mention, mentionIn } from './item-mention';
import type { Span } from './text';
import type { TimeReader } from './time-reader';
import { bareValue } from './words';

const handle = /(?<![\w.@/])@[\w][\w.-]*[\w]/;
/** What a name looks like, as the source of a pattern. */
export const person = "(?:(?:Mr|Mrs|Ms|Dr|Hr|Fr|Herr|Frau)\\.? )?\\p{Lu}[\\p{L}'’.-]*(?: \\p{Lu}[\\p{L}'’.-]*){0,2}";
const fullHandle = /^@\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}'’-]+)+/u;
const ownerLabel = /(?:^|[\s([,;|*。、，（])(?:owner|owned by|assignee|assigned to|responsible|dri|who|lead|verantwortlich|zuständig|responsable|responsável|encargado|担当者?|責任者)\*{0,2}\s*[:=：]\s*\*{0,2}\s*([^,;()[\]|\n、，。（）]{2,60}?)\s*(?=$|[,;)\]|、，。）]|(?<!\b(?:Dr|Mr|Mrs|Ms|Hr|Fr|Prof|[A-Z]))\.\s|\.$|\s[-–—/]\s|\*\*|\b(?:due|eta|by|ticket|fällig|frist|bis|plazo|fecha|échéance|prazo)\b)/i;
const mayBeLabelled = /[:=：]/;
/** `[[Ana Mora]]`, as notebooks link people. */
const wikiLink = /\[\[([^\][|\n]{2,60})(?:\|[^\]\n]*)?\]\]/;
/** ", owner Ana," without a colon, where it is set apart */
const ownerWord = new RegExp(`[,;(–—-]\\s?(?:owner|assignee|responsible|dri|lead) (@?${person})(?=\\s*(?:$|[,;)]|\\.\\s*$))`, 'u');
/** ", Pavel with the venues, due Friday" */
const beforeDue = /,\s+(\p{Lu}[\p{L}'’.-]*(?: [\p{L}'’.-]+){0,3}), due\b/u;
/** "Platform team: review the design" */
const teamFirst = /^((?:[A-Z][\w&/-]*\s){1,3}[Tt]eam)\s?:\s/;
/** A part that is nothing but a name. */
export const name = /^(?:\p{Lu}[\p{L}'’.&-]*)(?:\s(?:\p{Lu}[\p{L}'’.&-]*|van|von|de|der|da|di|la|and|&|of|team|\+|(?:with|\+)\s\p{L}+)){0,6}(?: \([^)]*\)?)?$/u;

/** The owner whom an item's words name: behind a label, as a team in front, as a link or a handle. */
export function ownerIn(source: string, span: Span): Mention | null {
  const content = source.slice(span.start, span.end);
  const labelled = mayBeLabelled.test(content) ? ownerLabel.exec(content) : null;
  if (labelled) {
    const start = span.start + labelled.index + labelled[0].lastIndexOf(labelled[1] as string);
    const found = mention(source, bareValue(source, start, start + (labelled[1] as string).length));
    return isSomebody(found.value) ? found : null;
  }
  const set = content.length <= MAX_ITEM ? ownerWord.exec(content) : null;
  if (set) return mention(source, { start: span.start + set.index + set[0].length - (set[1] as string).length, end: span.start + set.index + set[0].length });
  const listed = content.length <= MAX_ITEM && content.includes(', due') ? beforeDue.exec(content) : null;
  if (listed && isSomebody(listed[1] as string)) return mentionIn(source, span.start, listed);
  const team = teamFirst.exec(content);
  if (team) return mentionIn(source, span.start, team);
  const linked = content.includes('[[') ? wikiLink.exec(content) : null;
  if (linked && name.test(linked[1] as string)) return mentionIn(source, span.start, linked);
  const at = content.includes('@') ? handle.exec(content) : null;
  if (!at) return null;
  const start = span.start + at.index;
  const whole = fullHandle.exec(content.slice(at.index))?.[0];
  // "@Ana Mora" is said more than once in a document, "@Ana Add" is not
  const isName = whole !== undefined && source.indexOf(whole.slice(1)) !== source.lastIndexOf(whole.slice(1));
  return mention(source, { start, end: start + (isName ? whole.length : at[0].length) });
}

const atEnd = new RegExp(`([,:])\\s(${person}),\\s(?:(?:by|until|till|due|before|done|from|bis|ab)\\s)?(?=[\\p{L}\\d])`, 'gu');

/** "… after upgrades, K. Mora, 2026-01-16" and "Test the login: Ana, until 30 May": a name and a date that end the item. Behind a comma one word may be anything. */
export function ownerBeforeDate(source: string, span: Span, reader: TimeReader): Mention | null {
  const content = source.slice(span.start, span.end);
  if (!content.includes(',') || content.length > MAX_ITEM) return null;
  for (const match of content.matchAll(atEnd)) {
    const [whole, mark, written] = match as unknown as [string, string, string];
    if ((mark === ',' && !written.includes(' ')) || !isSomebody(written)) continue;
    const start = span.start + match.index + whole.length;
    const behind = source.slice(reader.readDate(start, span.end)?.span.end ?? start, span.end);
    if (behind.length < span.end - start ? /^[.\s]*$/.test(behind) : roughly.test(behind) || inMonth.test(behind)) return mention(source, { start: span.start + match.index + 2, end: span.start + match.index + 2 + written.length });
  }
  return null;
}
