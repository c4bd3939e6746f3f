import { readDetails } from './action-details';
import type { ActionDetails, DetailCells } from './action-details';
import type { Anchors } from './anchors';
import type { Line } from './lines';
import { sectionsWithRole } from './sections';
import type { Section } from './sections';
import type { Table, TableRow } from './tables';
import type { SourceText, Span } from './text';
import type { TimeReader } from './time';
import { actionColumns, doneWords, horizonPhrases, openWords, phrases } from './vocabulary';
import type { Horizon } from './vocabulary';
import { bareLabel, bareValue, plainText, remembered, wordsOf } from './words';

/** A piece of an action item as written. */
export interface Mention {
  readonly value: string;
  readonly span: Span;
}

/** `untracked`: nothing in the document says whether it is done. */
export type ActionState = 'open' | 'done' | 'untracked';

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
  /** Offset of the character between the brackets of its checkbox, or -1. */
  readonly checkbox: number;
  readonly owner: Mention | null;
  /** The due date: `date` in ISO 8601 where it is a calendar date. */
  readonly due: (Mention & { readonly date: string | null }) | null;
  readonly tickets: readonly Mention[];
  readonly notation: 'checkbox' | 'bullet' | 'number' | 'row' | 'line';
  readonly group: ActionGroup;
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

type MutableGroup = { -readonly [Key in keyof ActionGroup]: Key extends 'items' ? ActionItem[] : ActionGroup[Key] };

const horizons = (Object.entries(horizonPhrases) as [Horizon, string][]).flatMap(([horizon, list]) => phrases(list).map((phrase) => [phrase, horizon] as const));
const done = new Set(phrases(doneWords));
const open = new Set(phrases(openWords));
const columns = Object.entries(actionColumns).map(([name, list]) => [name as keyof typeof actionColumns, new Set(phrases(list))] as const);

/** Reads the plan: every section whose role is `actions`, with its groups and items. */
export function readPlan(text: SourceText, lines: readonly Line[], sections: readonly Section[], tables: readonly Table[], reader: TimeReader, anchors: Anchors): ActionPlan {
  const tops = sectionsWithRole(sections, 'actions');
  const plan = new PlanReader(text, lines, tables, reader, anchors);
  for (const section of tops) plan.readSection(section, section);
  const groups = plan.groups.filter((group) => group.items.length > 0);
  return { sections: tops, groups, items: groups.flatMap((group) => group.items) };
}

/** The horizon that a label names, or null. */
export const horizonOf = remembered((label: string): Horizon | null => {
  const words = ` ${wordsOf(label.replace(/\([^)]*\)/g, ' '))} `;
  return horizons.find(([phrase]) => words.includes(` ${phrase} `) && words.length <= phrase.length + 24)?.[1] ?? null;
});

/** Where an item stands; its words are read when somebody asks for them. */
interface ItemPlace {
  readonly line: number;
  readonly endLine: number;
  readonly span: Span;
  /** What the item says, with its continuation lines. */
  readonly content: Span;
  readonly textSpan: Span;
  readonly checkbox: number;
  readonly notation: ActionItem['notation'];
  readonly group: ActionGroup;
  /** The cells of its row that hold details, by their columns. */
  readonly cells?: DetailCells;
}

class Item implements ActionItem {
  readonly line: number;
  readonly endLine: number;
  readonly span: Span;
  readonly textSpan: Span;
  readonly checkbox: number;
  readonly notation: ActionItem['notation'];
  readonly group: ActionGroup;
  private readonly content: Span;
  private readonly cells: DetailCells | undefined;
  private readonly reader: PlanReader;
  private foundState: ActionState | undefined;
  private foundDetails: ActionDetails | undefined;

  constructor(place: ItemPlace, reader: PlanReader) {
    this.line = place.line;
    this.endLine = place.endLine;
    this.span = place.span;
    this.textSpan = place.textSpan;
    this.checkbox = place.checkbox;
    this.notation = place.notation;
    this.group = place.group;
    this.content = place.content;
    this.cells = place.cells;
    this.reader = reader;
  }

  get text(): string {
    return plainText(this.reader.text.slice(this.content));
  }

  get state(): ActionState {
    return (this.foundState ??= this.readState());
  }

  get owner(): ActionItem['owner'] {
    return this.details.owner;
  }

  get due(): ActionItem['due'] {
    return this.details.due;
  }

  get tickets(): ActionItem['tickets'] {
    return this.details.tickets;
  }

  private get details(): ActionDetails {
    return (this.foundDetails ??= readDetails(this.reader.text, this.content, this.reader.times, this.reader.anchors, this.cells));
  }

  private readState(): ActionState {
    const { text } = this.reader;
    if (this.checkbox >= 0) return text.value[this.checkbox] === ' ' ? 'open' : 'done';
    const status = this.cells?.status ?? this.cells?.ticket;
    const stated = (status && stateOfCell(text.slice(status))) ?? stateInWords(text.slice(this.content));
    return stated ?? (done.has(wordsOf(this.group.label)) ? 'done' : 'untracked');
  }
}

class PlanReader {
  readonly groups: MutableGroup[] = [];
  readonly text: SourceText;
  readonly times: TimeReader;
  readonly anchors: Anchors;
  private readonly lines: readonly Line[];
  private readonly tables: readonly Table[];

  constructor(text: SourceText, lines: readonly Line[], tables: readonly Table[], times: TimeReader, anchors: Anchors) {
    this.text = text;
    this.lines = lines;
    this.tables = tables;
    this.times = times;
    this.anchors = anchors;
  }

  /** Reads a section's own lines into a group of its heading's name, then its children into groups of theirs. */
  readSection(section: Section, top: Section): void {
    const group = this.addGroup(section.title, section.titleSpan, section.line, section.endLine, top);
    const ownEnd = section.children[0] ? section.children[0].line - 1 : section.endLine;
    this.readLines(section.bodyLine, ownEnd, group);
    for (const child of section.children) {
      this.readSection(child, top);
    }
  }

  private addGroup(label: string, labelSpan: Span, line: number, endLine: number, section: Section): MutableGroup {
    const group: MutableGroup = { label, labelSpan, line, endLine, horizon: horizonOf(label), section, items: [] };
    this.groups.push(group);
    return group;
  }

  private readLines(first: number, last: number, home: MutableGroup): void {
    let group = home;
    let found = false;
    for (let number = first; number <= last; number++) {
      const line = this.lines[number] as Line;
      if (line.kind === 'row') {
        const table = this.tables.find((candidate) => candidate.line === number);
        if (table) {
          found = this.readTable(table, group) || found;
          number = table.endLine;
        }
        continue;
      }
      if (line.marker !== null && line.kind !== 'heading') {
        const end = this.lastOfItem(line, last);
        const label = this.categoryLabel(line, end);
        if (label) {
          group = this.addGroup(this.text.slice(label), label, number, end, home.section);
          const inner = this.addItems(number + 1, end, group);
          if (!inner) this.addItem(line, end, group);
          group = inner ? home : group;
        } else this.addItem(line, end, group);
        found = true;
        number = end;
        continue;
      }
      if (line.kind === 'prose' && /[:：]\s*\**$/.test(this.text.value.slice(line.contentStart, line.contentEnd))) {
        const span = bareLabel(this.text.value, line.contentStart, line.contentEnd);
        const horizon = horizonOf(this.text.slice(span));
        if (horizon) group = this.addGroup(this.text.slice(span), span, number, last, home.section);
      }
    }
    if (!found) this.readBareLines(first, last, home);
    if (home.section.notation === 'runIn' && home.line === home.section.line && home.items.length === 0) this.addRunIn(home);
  }

  /** The items between two lines that stand at the outermost indent there. True where there are any. */
  private addItems(first: number, last: number, group: MutableGroup): boolean {
    let any = false;
    for (let number = first; number <= last; number++) {
      const line = this.lines[number] as Line;
      if (line.marker === null) continue;
      const end = this.lastOfItem(line, last);
      this.addItem(line, end, group);
      any = true;
      number = end;
    }
    return any;
  }

  /** The last line of a list item with its continuation lines and nested items. */
  private lastOfItem(item: Line, limit: number): number {
    let last = item.number;
    for (let number = item.number + 1; number <= limit; number++) {
      const line = this.lines[number] as Line;
      if (line.kind === 'heading' || line.kind === 'rule') break;
      if (line.kind === 'blank') {
        const after = this.lines[number + 1];
        if (!after || after.kind === 'blank' || after.indent <= item.indent) break;
        continue;
      }
      if (line.marker !== null && line.indent <= item.indent) break;
      if (line.indent <= item.indent && line.kind !== 'prose' && line.kind !== 'field') break;
      last = number;
    }
    return last;
  }

  /** The label of an item that only names its nested items: "1. Immediate (0-4 hours):". Null for an action with details. */
  private categoryLabel(line: Line, end: number): Span | null {
    if (line.checkbox >= 0) return null;
    if (end === line.number) return null;
    const nested = this.lines.slice(line.number + 1, end + 1).filter((other) => other.marker !== null && other.indent > line.indent);
    const content = this.text.value.slice(line.contentStart, line.contentEnd);
    if (nested.length === 0) return null;
    const span = bareLabel(this.text.value, line.contentStart, line.contentEnd);
    const label = this.text.slice(span);
    const isLabel = /[:：]\s*\**$/.test(content) || (horizonOf(label) !== null && label.length <= 50) || (/^\*\*[^*]+\*\*$/.test(content) && nested.length > 1);
    return isLabel && label.length <= 80 ? span : null;
  }

  private addItem(line: Line, endLine: number, group: MutableGroup): void {
    const source = this.text.value;
    const own = this.ownEnd(line, endLine);
    const textSpan = bareValue(source, line.contentStart, line.contentEnd);
    if (textSpan.end <= textSpan.start) return;
    const notation = line.checkbox >= 0 ? 'checkbox' : line.marker === 'number' ? 'number' : 'bullet';
    let start = line.start;
    while (source.charCodeAt(start) <= 32) start++;
    group.items.push(new Item({
      line: line.number, endLine, span: { start, end: (this.lines[endLine] as Line).end }, content: { start: line.contentStart, end: own }, textSpan,
      checkbox: line.checkbox, notation, group,
    }, this));
  }

  /** Where an item's own words end: before its nested items. */
  private ownEnd(line: Line, endLine: number): number {
    let end = line.contentEnd;
    for (let number = line.number + 1; number <= endLine; number++) {
      const next = this.lines[number] as Line;
      if (next.marker !== null || next.kind === 'blank' || next.kind === 'fence' || next.kind === 'row') break;
      end = next.contentEnd;
    }
    return end;
  }

  private readTable(table: Table, group: MutableGroup): boolean {
    const header = table.hasHeader ? (table.rows[0] as TableRow) : null;
    if (!header) return false;
    const place: Partial<Record<keyof typeof actionColumns, number>> = {};
    header.cells.forEach((cell, index) => {
      const words = wordsOf(this.text.slice(cell));
      for (const [name, set] of columns) if (set.has(words) && place[name] === undefined) {
        place[name] = index;
        break;
      }
    });
    const action = place.action ?? (Object.keys(place).length > 0 ? widestColumn(table, Object.values(place)) : -1);
    if (action < 0) return false;
    for (const row of table.rows.slice(1)) this.addRow(row, place, action, group);
    return table.rows.length > 1;
  }

  private addRow(row: TableRow, place: Partial<Record<keyof typeof actionColumns, number>>, action: number, group: MutableGroup): void {
    const cell = row.cells[action];
    if (!cell || cell.end <= cell.start) return;
    const line = this.lines[row.line] as Line;
    const source = this.text.value;
    const textSpan = bareValue(source, cell.start, cell.end);
    const at = (name: keyof typeof actionColumns): Span | null => {
      const index = place[name];
      const span = index === undefined ? undefined : row.cells[index];
      return span && span.end > span.start ? bareValue(source, span.start, span.end) : null;
    };
    const cells = { owner: at('owner'), due: at('due'), ticket: at('ticket'), status: at('status') };
    group.items.push(new Item({
      line: row.line, endLine: row.line, span: { start: line.contentStart, end: line.contentEnd }, content: cell, textSpan, checkbox: -1, notation: 'row', group, cells,
    }, this));
  }

  /** Sentences that stand one a line, without markers: at least two, each beginning like a sentence. */
  private readBareLines(first: number, last: number, group: MutableGroup): void {
    const candidates: Line[] = [];
    let block: Line[] = [];
    const close = (): void => {
      if (block.length >= 2 && block.every((line) => this.beginsSentence(line))) candidates.push(...block);
      else if (block.length === 1 && candidates.length > 0 && this.beginsSentence(block[0] as Line)) candidates.push(block[0] as Line);
      block = [];
    };
    for (let number = first; number <= last; number++) {
      const line = this.lines[number] as Line;
      if (line.kind === 'prose') block.push(line);
      else close();
    }
    close();
    for (const line of candidates) if (this.isActionSentence(line)) this.addLine(line, group);
  }

  private beginsSentence(line: Line): boolean {
    return /^[*_`"'(]*[\p{Lu}\p{Lo}\d]/u.test(this.text.value.slice(line.contentStart, line.contentEnd));
  }

  /** `ACTIONS: Lint every file before it is deployed.` */
  private addRunIn(group: MutableGroup): void {
    const line = this.lines[group.line] as Line;
    this.addLine({ ...line, contentStart: line.colon + 1, contentEnd: this.text.lineEnd(line.number) }, group);
  }

  /** A closing remark or a lead-in is no action, nor is a paragraph of several sentences. */
  private isActionSentence(line: Line): boolean {
    const words = this.text.value.slice(line.contentStart, line.contentEnd);
    return !/[:：]$/.test(words) && !/^(?:overall|in conclusion|to summari[sz]e|in summary|finally, the incident|the following|these|this|we have learned)\b/i.test(words)
      && words.split(/\s+/).length <= 40 && !/[.!?]\s+\p{Lu}[^.!?]*[.!?]\s+\p{Lu}/u.test(words);
  }

  private addLine(line: Line, group: MutableGroup): void {
    const span = { start: line.contentStart, end: line.contentEnd };
    group.items.push(new Item({
      line: line.number, endLine: line.number, span, content: span, textSpan: bareValue(this.text.value, span.start, span.end), checkbox: -1, notation: 'line', group,
    }, this));
  }
}

/** The column with the most text among those without a meaning of their own. */
function widestColumn(table: Table, taken: readonly number[]): number {
  let best = -1;
  let most = 0;
  (table.rows[0] as TableRow).cells.forEach((_, index) => {
    if (taken.includes(index)) return;
    const width = table.rows.reduce((sum, row) => sum + ((row.cells[index]?.end ?? 0) - (row.cells[index]?.start ?? 0)), 0);
    if (width > most) [best, most] = [index, width];
  });
  return best;
}

function stateOfCell(cell: string): ActionState | null {
  const words = wordsOf(cell);
  if (done.has(words)) return 'done';
  if (open.has(words)) return 'open';
  const first = words.split(' ')[0] ?? '';
  return stateInWords(cell) ?? (done.has(first) ? 'done' : open.has(first) ? 'open' : null);
}

/** A strike-through, an emoji, or a status word that stands apart from the sentence. */
function stateInWords(content: string): ActionState | null {
  const trimmed = content.trim();
  if (/^~~.*~~[.!]?$/s.test(trimmed)) return 'done';
  if (/[✅✔☑]/u.test(trimmed)) return 'done';
  if (/[🔄⏳🚧⬜☐❌]/u.test(trimmed)) return 'open';
  const apart = /[([]\s*(?:status:\s*)?([\p{L} ]{3,14})\s*[)\]](?:\([^)]*\))?\s*[.!]?$/iu.exec(trimmed) ?? /^[*_]*([\p{Lu} ]{3,14})[*_]*\s*[:\-–—]/u.exec(trimmed)
    ?? /\s[-–—:]\s*[*_]*([\p{L} ]{3,14})[*_]*[.!]?$/u.exec(trimmed) ?? /[*_]{2}([\p{L} ]{3,14})[*_]{2}[.!]?$/u.exec(trimmed) ?? /^[*_]{2}([\p{L} ]{3,14})[*_]{2}/u.exec(trimmed);
  const words = apart ? wordsOf(apart[1] as string) : '';
  if (done.has(words)) return 'done';
  return open.has(words) ? 'open' : null;
}
