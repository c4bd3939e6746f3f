import type { Anchors } from './anchors';
import type { Line } from './lines';
import type { PlanColumns } from './plan-columns';
import { PlanReader } from './plan-reader';
import type { Roles } from './roles';
import { sectionsOf } from './sections';
import type { Section } from './sections';
import type { Table, TableRow } from './tables';
import type { SourceText, Span } from './text';
import type { TimeReader } from './time-reader';
import type { Horizon } from './vocabulary';

/** A piece of an action item as written. */
export interface Mention {
  readonly value: string;
  readonly span: Span;
}

/** `untracked`: nothing in the document says whether it is done. */
export type ActionState = 'open' | 'done' | 'untracked';

/** What says that an item is done or open. */
export interface StateMark {
  /** `cell`: words in the cell of a row. `word`: a status word apart from the sentence. `heading`: the heading of the group, `span` is that of the label. */
  readonly kind: 'box' | 'cell' | 'strike' | 'sign' | 'word' | 'heading';
  /** The mark alone, without brackets and emphasis around it; of a strike-through what is struck, with its tildes. */
  readonly span: Span;
}

/** A follow-up. Lines are 0-based. */
export interface ActionItem {
  readonly line: number;
  /** The last line of the item with its continuation lines. */
  readonly endLine: number;
  /** From the item's first character (its list marker included) to the end of `endLine`. */
  readonly span: Span;
  /** What is to be done, on one line, without markup; owner, due date and tickets stay in it as written. */
  readonly text: string;
  readonly textSpan: Span;
  readonly state: ActionState;
  /** Null where the item is untracked. */
  readonly mark: StateMark | null;
  /** Offset of the character between the brackets of its checkbox, or -1. */
  readonly checkbox: number;
  readonly owner: Mention | null;
  /** The due date: `date` in ISO 8601 where it is a calendar date. */
  readonly due: (Mention & { readonly date: string | null }) | null;
  readonly tickets: readonly Mention[];
  readonly notation: 'checkbox' | 'bullet' | 'number' | 'row' | 'line';
  readonly group: ActionGroup;
  /** The row of an item in a table, and what its columns hold; null elsewhere. */
  readonly place: { readonly table: Table; readonly row: TableRow; readonly columns: PlanColumns } | null;
}

/** Items that stand together under a horizon, a category, or the plan's own heading. */
export interface ActionGroup {
  /** In the document's own words, without markup and trailing colon; the section's title where items stand right under it. */
  readonly label: string;
  readonly labelSpan: Span;
  /** 0-based. */
  readonly line: number;
  /** The last line of the group. */
  readonly endLine: number;
  readonly horizon: Horizon | null;
  readonly section: Section;
  readonly items: readonly ActionItem[];
}

export interface ActionPlan {
  /** The top-most sections whose role is `actions`. */
  readonly sections: readonly Section[];
  /** In document order; groups without items are left out. */
  readonly groups: readonly ActionGroup[];
  readonly items: readonly ActionItem[];
}

/** Reads the plan: every section whose role is `actions`, with its groups and items. */
export function readPlan(text: SourceText, lines: readonly Line[], sections: readonly Section[], tables: readonly Table[], reader: TimeReader, anchors: Anchors, roles: Roles): ActionPlan {
  const tops = sectionsOf(sections, 'actions');
  const plan = new PlanReader(text, lines, tables, reader, anchors, roles);
  for (const section of tops) plan.readSection(section, section);
  const groups = plan.groups.filter((group) => group.items.length > 0);
  return { sections: tops, groups, items: groups.flatMap((group) => group.items) };
}
