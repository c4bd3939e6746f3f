import type { ActionGroup, ActionItem } from '../../document/actions';
import type { IncidentDocument } from '../../document/document';
import type { Edit } from '../../rules/rule';

const box = /\[[ xX]\][ \t]+$/;
const number = /\d+(?=[.)][ \t])/;

/** What stands in front of an item's words: its indent, its marker with the blanks behind it, and its box. */
export interface Front {
  readonly marker: string;
  readonly box: string;
}

export function frontOf({ text, lines }: IncidentDocument, { line, checkbox, textSpan }: ActionItem): Front {
  const { start, contentStart, checkbox: inList } = lines[line] ?? { start: textSpan.start, contentStart: textSpan.start, checkbox: -1 };
  const whole = text.value.slice(start, checkbox >= 0 && inList < 0 ? textSpan.start : contentStart);
  const written = box.exec(whole)?.[0] ?? '';
  return { marker: whole.slice(0, whole.length - written.length), box: written };
}

/** Whether an item has lines of its own, that can be written elsewhere: not where it is a heading, or stands behind one. */
export const hasOwnLines = ({ lines }: IncidentDocument, { line }: ActionItem): boolean => lines[line] !== undefined && lines[line].kind !== 'heading';

/** The marker of an item behind another: numbers go on, where they go on in the list. */
export function nextMarker(document: IncidentDocument, group: ActionGroup): string {
  const last = group.items.at(-1);
  if (!last) return '- ';
  const { marker } = frontOf(document, last);
  const above = group.items.at(-2);
  const isRepeated = above && number.exec(frontOf(document, above).marker)?.[0] === number.exec(marker)?.[0];
  return isRepeated ? marker : marker.replace(number, (digits) => String(Number(digits) + 1));
}

/** Whether a blank line parts the items of a group. */
export function isLoose({ lines }: IncidentDocument, { items }: ActionGroup): boolean {
  const last = items.at(-1);
  return items.length > 1 && last !== undefined && lines[last.line - 1]?.kind === 'blank';
}

/** The edit that takes an item's lines away, and a blank line where one stands on either side. */
export function withoutLines({ text, lines }: IncidentDocument, { line, endLine }: ActionItem): Edit {
  const isBlank = (at: number) => lines[at] === undefined || lines[at].kind === 'blank';
  if (lines[endLine + 1] === undefined) return { span: { start: line > 0 ? text.lineEnd(line - 1) : 0, end: text.lineEnd(endLine) }, newText: '' };
  const last = isBlank(line - 1) && isBlank(endLine + 1) && lines[endLine + 2] !== undefined ? endLine + 1 : endLine;
  return { span: { start: text.lineStart(line), end: text.lineStart(last + 1) }, newText: '' };
}

/** The edits that close the gap that an item leaves in a list that is numbered on. */
export function renumbered(document: IncidentDocument, item: ActionItem): Edit[] {
  const { text } = document;
  const own = number.exec(frontOf(document, item).marker);
  const edits: Edit[] = [];
  if (!own) return edits;
  let expected = Number(own[0]) + 1;
  for (const next of item.group.items.slice(item.group.items.indexOf(item) + 1)) {
    const found = number.exec(frontOf(document, next).marker);
    // a change of length would move what stands below
    if (!found || Number(found[0]) !== expected || String(expected - 1).length !== found[0].length) break;
    const start = text.lineStart(next.line) + found.index;
    edits.push({ span: { start, end: start + found[0].length }, newText: String(expected - 1) });
    expected++;
  }
  return edits;
}
