import type { IncidentDocument } from '../../document/document';
import type { Line } from '../../document/lines';

/** Items of one kind that stand below each other at one indentation. */
export interface List {
  readonly marker: 'bullet' | 'number';
  readonly items: readonly Line[];
  /** The line behind the last item with what belongs to it. */
  readonly end: number;
}

interface OpenList {
  readonly marker: 'bullet' | 'number';
  readonly indent: number;
  readonly items: Line[];
}

/** The lists of a document, the inner ones before the one that they stand in. What is a heading is no item. */
export function listsOf({ lines }: IncidentDocument): List[] {
  const lists: List[] = [];
  const open: OpenList[] = [];
  const close = (indent: number, end: number): void => {
    while (open.length > 0 && (open.at(-1) as OpenList).indent >= indent) {
      const { marker, items } = open.pop() as OpenList;
      lists.push({ marker, items, end });
    }
  };
  for (const line of lines) {
    if (line.kind === 'blank') continue;
    const { marker, indent, number } = line;
    if (marker !== null && (line.kind === 'item' || line.kind === 'field')) {
      close(indent + 1, number);
      const last = open.at(-1);
      if (last?.indent === indent && last.marker === marker) last.items.push(line);
      else {
        close(indent, number);
        open.push({ marker, indent, items: [line] });
      }
    } else if (line.kind === 'heading') close(0, number);
    // words right below an item go on with it wherever they stand
    else if (line.kind !== 'prose' || lines[number - 1]?.kind === 'blank') close(indent, number);
  }
  close(0, lines.length);
  return lists;
}
