import type { ActionItem } from '../../document/actions';
import type { IncidentDocument } from '../../document/document';
import { plainText, wordsOf } from '../../document/words';

/** The words of an item's row below a header of one of the names; null where there are none. */
export function wordsBelow(document: IncidentDocument, item: ActionItem, names: ReadonlySet<string>): string | null {
  if (!item.place) return null;
  const header = item.place.table.rows[0]?.cells ?? [];
  const index = header.findIndex((cell) => names.has(wordsOf(document.text.slice(cell))));
  const cell = index < 0 ? undefined : item.place.row.cells[index];
  const words = cell ? plainText(document.text.slice(cell)) : '';
  return words === '' || /^[-–—?]+$/.test(words) ? null : words;
}
