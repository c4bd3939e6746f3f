import type { ChoiceOfItems } from './arrangement';
import { element, type Tree } from './tree';
import { fill, type Strings } from './words';

/** How the plan is to be drawn, beside what is in it. Rows are items and headings of groups, by their keys. */
export interface Look {
  readonly strings: Strings;
  /** Why nothing can be changed, or null. */
  readonly readOnly: string | null;
  /** Whether the page stays with its document; null where it cannot follow another. */
  readonly locked: boolean | null;
  /** Keys of the groups that start folded. */
  readonly collapsed: ReadonlySet<string>;
  readonly choice: ChoiceOfItems;
  readonly form: OpenForm | null;
  /** The row whose controls the Tab key goes to; the first one where it is not there. */
  readonly current: string | null;
  /** The line (0-based) of the cursor in the text. */
  readonly cursor: number | null;
  readonly strip: Strip;
  /** How many items of a group are drawn, by its key, where it is not the number of `firstItems`. */
  readonly limits: ReadonlyMap<string, number>;
  /** What was drawn of items before. It is written to. */
  readonly drawn: Map<string, { readonly signature: string; readonly cells: readonly Tree[] }>;
}

/** How the timeline is drawn: `width` in pixels where it is not zoomed, `entry` is the index of the one that the Tab key goes to. */
export interface Strip {
  readonly width: number;
  readonly zoom: number;
  readonly entry: number;
}

/** The form that is open: to change what stands in a row, or to add an item to a group or (null) to the plan. */
export type OpenForm = { readonly kind: 'owner' | 'due' | 'move'; readonly row: string } | { readonly kind: 'add'; readonly group: string | null };

/** More are drawn on request: a page of ten thousand rows is of use to nobody. */
export const firstItems = 500;

/** A button for a gesture of the page, whose name is its key unless another is given. */
export function button(gesture: string, className: string, content: string | readonly Tree[], more: Readonly<Record<string, string>> = {}, key = gesture): Tree {
  return element('button', key, { type: 'button', class: className, 'data-gesture': gesture, ...more }, content);
}

/** A button that goes to a line (0-based) of the text. */
export function lineButton(key: string, className: string, line: number, { strings }: Pick<Look, 'strings'>, content: string | readonly Tree[]): Tree {
  return button('reveal', className, content, { 'data-line': String(line), title: fill(strings.reveal, line + 1) }, key);
}

/** Words for those who do not see the page. */
export function unseen(key: string, text: string): Tree {
  return element('span', key, { class: 'hidden' }, text);
}
