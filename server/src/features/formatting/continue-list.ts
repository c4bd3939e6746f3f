import type { IncidentDocument } from '../../document/document';
import type { Line } from '../../document/lines';
import type { Edit } from '../../rules/rule';

const marks = /^[ \t]*(?:(\d{1,9})([.)])|[-*+•◦·●–])([ \t]+)(?:\[[ xX]\]([ \t]+|$))?/;

/**
 * What a new line below an item gets: the item's indentation and marker, the next number, an empty checkbox. An item of nothing but its
 * marker goes instead, and the list is over. `offset` is where the cursor stands, on the line that has just been begun.
 */
export function continueList({ text, lines }: IncidentDocument, offset: number): Edit[] {
  const number = text.lineAt(offset);
  const [item, line] = [lines[number - 1], lines[number]];
  if (!item || !line || (item.kind !== 'item' && item.kind !== 'field') || item.marker === null || line.marker !== null || line.kind === 'code') return [];
  const match = marks.exec(`${text.value.slice(item.start, item.end)} `);
  if (!match) return [];
  if (isEmpty(text.value, item)) return [{ span: { start: item.start, end: line.start }, newText: '' }];
  const [marker, digits, delimiter, gap] = match;
  const indent = /^[ \t]*/.exec(marker)?.[0] ?? '';
  const bullet = digits === undefined ? (marker.trimStart()[0] as string) : `${Number(digits) + 1}${delimiter}`;
  const newText = `${indent}${bullet}${gap}${item.checkbox >= 0 ? '[ ] ' : ''}`;
  return [{ span: { start: line.start, end: line.contentStart }, newText }];
}

/** Whether an item is its marker, and its checkbox where it has one, alone. */
const isEmpty = (source: string, { contentStart, contentEnd }: Line): boolean => source.slice(contentStart, contentEnd).trim() === '';
