import type { Mention } from './actions';
import type { Anchors } from './anchors';
import { dueWord } from './item-due';
import { isSomebody, mention, mentionIn } from './item-mention';
import { person } from './item-owner';
import { firstTicket } from './item-tickets';
import type { Span } from './text';
import type { TimeReader } from './time-reader';

/** A name in brackets, with more behind a comma, at the end of an item or before its state and date. */
const bracketed = new RegExp(`[([](${person}(?: ?[/&+] ?${person})?)(?:, ([^()[\\]]{1,40}))?[)\\]](?=[.;]?\\s*$|\\s+(?:--?|[–—])\\s|\\s+by\\s)`, 'u');
/** "no hurry", "first time by 28 November": more than the word for a team. */
const remark = /^\p{Ll}[\p{L}'’]* \p{L}/u;
/** What stands in brackets behind every item of a plan and is no name. */
const grade = /^(?:high|medium|low|critical|urgent|major|minor|normal|must|should|could|optional|prevent|detect|mitigate|process|small|large)$/i;

/** Whether so many of a plan's items end with a name in brackets that a name there is an owner's: elsewhere it may be a system's. */
export function endInNames(contents: readonly string[]): boolean {
  const named = contents.filter((content) => nameInBrackets(content) !== null).length;
  return named >= 2 && named * 2 >= contents.length;
}

const inFront = new RegExp(`^(?:[☐☑☒]\\s*)?\\*{0,2}(${person}(?: (?:team|desk|ops)(?![\\p{L}]))?(?: ?[/&+] ?${person})?(?: \\([^()]{1,40}\\))?)\\*{0,2}:\\*{0,2}\\s+(?=\\S)`, 'u');

/** Whether most of a plan's items begin with a name and a colon, one of which the header gives to somebody: elsewhere it may be a theme. */
export function beginWithNames(contents: readonly string[], anchors: Anchors): boolean {
  const names = contents.flatMap((content) => inFront.exec(content)?.[1] ?? []);
  return names.length >= 2 && names.length * 2 >= contents.length && names.some((name) => anchors.namesPerson(name));
}

/** "Ana: write to the shops" */
export function ownerInFront(source: string, span: Span): Mention | null {
  const match = inFront.exec(source.slice(span.start, span.end));
  return match && isSomebody(match[1] as string) ? mentionIn(source, span.start, match) : null;
}

function nameInBrackets(content: string): RegExpExecArray | null {
  const match = content.includes(')') || content.includes(']') ? bracketed.exec(content) : null;
  return match && isSomebody(match[1] as string) && !grade.test(match[1] as string) ? match : null;
}

/** "(Ana)", "[Ana B., development]" and "(Ana / Ben, CR-12)" behind what is to be done: the name, and what is neither date nor ticket. */
export function ownerInBrackets(source: string, span: Span, reader: TimeReader): Mention | null {
  const match = nameInBrackets(source.slice(span.start, span.end));
  if (!match) return null;
  const [whole, written, more] = match as unknown as [string, string, string | undefined];
  const start = span.start + match.index + 1;
  const rest = start + written.length + 2;
  const behindBy = more === undefined ? 0 : (dueWord.exec(more)?.[0].length ?? 0);
  const isPart = more !== undefined && !remark.test(more) && !firstTicket.test(more) && !reader.readDate(rest + behindBy, rest + more.length);
  return reader.readDate(start, start + whole.length) ? null : mention(source, { start, end: isPart ? rest + more.length : start + written.length });
}
