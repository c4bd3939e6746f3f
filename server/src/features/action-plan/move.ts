import type { ActionGroup, ActionItem } from '../../document/actions';
import type { IncidentDocument } from '../../document/document';
import { insertAt, type Edit } from '../../rules/rule';
import { frontOf, hasOwnLines, isLoose, nextMarker, renumbered, withoutLines } from './item-lines';

/** Whether an item can be written behind those of another group: a row in a table of the same columns, a list's item in any list. */
export function canMove(document: IncidentDocument, item: ActionItem, group: ActionGroup): boolean {
  const last = group.items.at(-1);
  if (group === item.group || !last || !hasOwnLines(document, item) || !hasOwnLines(document, last)) return false;
  // a label in a list, or words beside the only item, would be items themselves without it
  if (item.group.items.length === 1 && !standsAlone(document, item)) return false;
  const family = familyOf(document, item);
  // bare lines are items by their neighbours
  return family !== 'line' && family === familyOf(document, last) && (family !== 'row' || sameColumns(document, item, last));
}

/** Whether an item is all that stands under its heading. */
function standsAlone({ lines }: IncidentDocument, { line, endLine, group }: ActionItem): boolean {
  const others = lines.slice(group.line + 1, group.endLine + 1).filter(({ number, kind }) => (number < line || number > endLine) && kind !== 'blank' && kind !== 'underline');
  return lines[group.line]?.kind === 'heading' && others.length === 0;
}

/** What an item stands among: bullets and numbers with and without boxes go together, boxes without a marker do not go with bare lines. */
function familyOf({ text, lines }: IncidentDocument, { notation, line, checkbox }: ActionItem): 'row' | 'list' | 'box' | 'line' {
  if (notation === 'row') return 'row';
  if (lines[line]?.marker) return 'list';
  return checkbox >= 0 || '☐☑☒'.includes(text.value[lines[line]?.contentStart ?? 0] as string) ? 'box' : 'line';
}

function sameColumns(document: IncidentDocument, one: ActionItem, other: ActionItem): boolean {
  const header = ({ place }: ActionItem) => place?.table.rows[0]?.cells.map((cell) => document.text.slice(cell)).join('|');
  return header(one) === header(other);
}

/** The edits that may move an item behind those of another group, the likeliest first. */
export function* moves(document: IncidentDocument, item: ActionItem, group: ActionGroup): Generator<readonly Edit[]> {
  if (!canMove(document, item, group)) return;
  const { text } = document;
  const last = group.items.at(-1) as ActionItem;
  const at = text.lineEnd(last.endLine);
  const written = item.notation === 'row' ? text.line(item.line) : linesFor(document, item, group);
  const loose = isLoose(document, group);
  for (const gap of item.notation === 'row' ? [text.eol] : loose ? [text.eol + text.eol, text.eol] : [text.eol, text.eol + text.eol]) {
    const edits = [insertAt(at, gap + written), withoutLines(document, item), ...renumbered(document, item)];
    yield edits.sort((a, b) => a.span.start - b.span.start);
  }
}

/** An item's lines with the marker and the indent of another group. */
function linesFor(document: IncidentDocument, item: ActionItem, group: ActionGroup): string {
  const { text } = document;
  const own = frontOf(document, item);
  const marker = nextMarker(document, group);
  const shift = marker.length - own.marker.length;
  const lines = [marker + own.box + text.value.slice(text.lineStart(item.line) + own.marker.length + own.box.length, text.lineEnd(item.line))];
  for (let number = item.line + 1; number <= item.endLine; number++) {
    const line = text.line(number);
    const indent = /^ */.exec(line)?.[0].length ?? 0;
    lines.push(line.trim() === '' || (shift > 0 && indent === 0) ? line : shift > 0 ? ' '.repeat(shift) + line : line.slice(Math.min(indent, -shift)));
  }
  return lines.join(text.eol);
}
