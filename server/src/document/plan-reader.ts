import { beginWithNames, endInNames } from './plan-names';
import { Item } from './action-item';
import type { ActionGroup, ActionItem } from './actions';
import type { Anchors } from './anchors';
import { detailsBelow, isDetail } from './detail-lines';
import { horizonOf } from './horizons';
import { markerEnd } from './line-shape';
import type { Line } from './lines';
import { PlanColumns } from './plan-columns';
import type { Roles } from './roles';
import type { Section } from './sections';
import { tableAt } from './tables';
import type { Table, TableRow } from './tables';
import type { SourceText, Span } from './text';
import type { TimeReader } from './time-reader';
import { bareLabel, bareValue } from './words';

type MutableGroup = { -readonly [Key in keyof ActionGroup]: Key extends 'items' ? ActionItem[] : ActionGroup[Key] };

/** Numbers and letters in front of a heading's words. */
const numbered = /^(?:\d{1,2}[.)]|[a-z]\)|step \d+)\s/i;

/** What somebody is going to do, in the words of a paragraph. */
const commitment = /\b(?:we|they|i|team)(?:['’]ll| will| shall| plan| intend| aim| hope| need to| are (?:also |now |currently )?(?:going|looking|planning|working|hoping|adding|introducing|changing|investigating))\b|\bwill (?:also )?(?:be|have) \w+(?:ed|en|t)\b/i;

const lettered = /^[a-z][.)]\s/;

/** `☑ Buy a disk`, as word processors write a box. */
const isBoxed = (source: string, line: Line): boolean => '☐☑☒'.includes(source[line.contentStart] as string);
/** `[x] Buy a disk` without a bullet, as people write it in plain text. */
const bareBox = /^\[[ xX]\]\s+(?=\S)/;

/** Words to the reader, and no plan. */
const address = /^(?:we )?(?:hope|thank|please|if you|apologi[sz]e|would like to)\b/i;

/** "N/A" and "None." stand for a plan that is empty. */
const nothing = /^(?:n\/?a|none|nothing|nil|-+|keine|aucune?|ninguna?|なし)\W*$/i;

/** Where the words of a letter or a mail end. */
const closing = /^(?:yours (?:sincerely|faithfully|truly)|sincerely|(?:kind |best |warm )?regards|mit freundlichen grüßen|cordialement|saludos|atentamente)\b.{0,20}$/i;

/** Reads the sections of a plan into groups of items. */
export class PlanReader {
  readonly groups: MutableGroup[] = [];
  readonly text: SourceText;
  readonly times: TimeReader;
  readonly anchors: Anchors;
  private readonly lines: readonly Line[];
  private readonly tables: readonly Table[];
  private readonly roles: Roles;
  private endInNames: boolean | undefined;
  private beginWithNames: boolean | undefined;

  constructor(text: SourceText, lines: readonly Line[], tables: readonly Table[], times: TimeReader, anchors: Anchors, roles: Roles) {
    this.text = text;
    this.lines = lines;
    this.tables = tables;
    this.times = times;
    this.anchors = anchors;
    this.roles = roles;
  }

  get namesInBrackets(): boolean {
    return (this.endInNames ??= endInNames(this.contents()));
  }

  get namesInFront(): boolean {
    return (this.beginWithNames ??= beginWithNames(this.contents(), this.anchors));
  }

  private contents(): string[] {
    return this.groups.flatMap(({ items }) => items.map(({ textSpan }) => this.text.slice(textSpan)));
  }

  /** Reads a section's own lines into a group of its heading's name, then its children into groups of theirs. */
  readSection(section: Section, top: Section): void {
    const group = this.addGroup(section.title, section.titleSpan, section.line, section.endLine, top);
    const ownEnd = section.children[0] ? section.children[0].line - 1 : section.endLine;
    this.readLines(section.bodyLine, ownEnd, group);
    for (const child of section.children) {
      const before = this.groups.length;
      this.readSection(child, top);
      // "### a) Validate the file before every reload" over an explanation is an action itself
      if (numbered.test(child.title) && this.groups.slice(before).every((inner) => inner.items.length === 0)) this.addHeading(child, group);
    }
  }

  private addHeading(section: Section, group: MutableGroup): void {
    const line = this.lines[section.line] as Line;
    group.items.push(new Item({
      line: section.line, endLine: section.endLine, span: section.span, content: { start: line.contentStart, end: line.contentEnd },
      textSpan: section.titleSpan, checkbox: -1, notation: 'line', group,
    }, this));
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
        const table = tableAt(this.tables, number);
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
      if (line.kind === 'prose' && (isBoxed(this.text.value, line) || this.isBareBox(line))) {
        const end = this.lastOfBox(line, last);
        this.addBox(line, end, group);
        found = true;
        number = end;
        continue;
      }
      if (line.kind === 'prose' && /[:：]\s*\**$/.test(this.text.value.slice(line.contentStart, line.contentEnd))) {
        const span = bareLabel(this.text.value, line.contentStart, line.contentEnd);
        const horizon = horizonOf(this.text.slice(span));
        if (horizon) {
          if (group !== home) group.endLine = this.lastFilled(number - 1);
          group = this.addGroup(this.text.slice(span), span, number, last, home.section);
        }
      }
    }
    if (!found) this.readBareLines(first, last, home);
    if (home.section.notation === 'runIn' && home.line === home.section.line) this.addRunIn(home);
  }

  private lastFilled(line: number): number {
    while (this.lines[line]?.kind === 'blank') line--;
    return line;
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
    if (nested.every((other) => isDetail(this.text, other))) return null;
    const span = bareLabel(this.text.value, line.contentStart, line.contentEnd);
    const label = this.text.slice(span);
    const isLabel = /[:：]\s*\**$/.test(content) || (horizonOf(label) !== null && label.length <= 50) || (/^\*\*[^*]+\*\*$/.test(content) && nested.length > 1);
    return isLabel && label.length <= 80 ? span : null;
  }

  private addItem(line: Line, endLine: number, group: MutableGroup): void {
    const source = this.text.value;
    const own = this.ownEnd(line, endLine);
    const textSpan = bareValue(source, line.contentStart, line.contentEnd);
    if (textSpan.end <= textSpan.start || nothing.test(source.slice(textSpan.start, textSpan.end))) return;
    const notation = line.checkbox >= 0 ? 'checkbox' : line.marker === 'number' ? 'number' : 'bullet';
    let start = line.start;
    while (source.charCodeAt(start) <= 32) start++;
    group.items.push(new Item({
      line: line.number, endLine, span: { start, end: (this.lines[endLine] as Line).end }, content: { start: line.contentStart, end: own }, textSpan,
      checkbox: line.checkbox, notation, group, below: endLine > line.number ? detailsBelow(this.text, this.lines, line.number + 1, endLine) : null,
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
    const columns = new PlanColumns(this.text, table);
    if (columns.action < 0) return false;
    for (const row of table.rows.slice(1)) this.addRow(table, row, columns, group);
    return table.rows.length > 1;
  }

  private addRow(table: Table, row: TableRow, columns: PlanColumns, group: MutableGroup): void {
    const cell = row.cells[columns.action];
    if (!cell || cell.end <= cell.start) return;
    const line = this.lines[row.line] as Line;
    const textSpan = bareValue(this.text.value, cell.start, cell.end);
    group.items.push(new Item({
      line: row.line, endLine: row.line, span: { start: line.contentStart, end: line.contentEnd }, content: cell, textSpan, checkbox: -1, notation: 'row', group, place: { table, row, columns },
    }, this));
  }

  /** Sentences that stand one a line, without markers: at least two, each beginning like a sentence. */
  private readBareLines(first: number, last: number, group: MutableGroup): void {
    const candidates: Line[] = [];
    const paragraphs: Line[][] = [];
    let block: Line[] = [];
    const close = (): void => {
      if (block.length >= 2 && block.every((line) => this.beginsSentence(line))) candidates.push(...block);
      else if (this.isCommitment(block)) paragraphs.push(block);
      else if (block.length === 1 && candidates.length > 0 && this.beginsSentence(block[0] as Line)) candidates.push(block[0] as Line);
      block = [];
    };
    for (let number = first; number <= last; number++) {
      const line = this.lines[number] as Line;
      if (line.kind === 'prose' && closing.test(this.text.value.slice(line.contentStart, line.contentEnd))) break;
      if (line.kind === 'prose' || this.isTitled(line)) block.push(line);
      else close();
    }
    close();
    const lettered = this.letteredItems(first, last);
    if (lettered.length >= 2) {
      for (const lines of lettered) this.addParagraph(lines, group);
      return;
    }
    for (const line of candidates) if (this.isActionSentence(line)) this.addLine(line, group);
    if (group.items.length === 0) for (const lines of paragraphs) this.addParagraph(lines, group);
  }

  /** `a) Lint every file` with the lines that go on with it. */
  private letteredItems(first: number, last: number): Line[][] {
    const items: Line[][] = [];
    for (let number = first; number <= last; number++) {
      const line = this.lines[number] as Line;
      const isFirst = lettered.test(this.text.value.slice(line.contentStart, line.contentStart + 4));
      if (isFirst && line.marker === null) items.push([line]);
      else if (line.kind === 'prose' || line.kind === 'field') items.at(-1)?.push(line);
      else if (line.kind !== 'blank') return [];
    }
    return items;
  }

  /** Whether a paragraph says what somebody is going to do. */
  private isCommitment(block: readonly Line[]): boolean {
    const [first, last] = [block[0], block.at(-1)];
    if (first === undefined || last === undefined || !this.beginsSentence(first)) return false;
    const words = this.text.value.slice(first.contentStart, last.contentEnd);
    return commitment.test(words) && !address.test(words);
  }

  private addParagraph(block: readonly Line[], group: MutableGroup): void {
    const [first, last] = [block[0] as Line, block.at(-1) as Line];
    group.items.push(this.itemOf({ ...first, contentEnd: last.contentEnd }, last.number, group));
  }

  /** `Improved monitoring: Add …`, which is a field by its shape and none by its key. */
  private isTitled(line: Line): boolean {
    return line.kind === 'field' && line.marker === null && line.indent === 0 && this.roles.fieldKey(this.text.value.slice(line.contentStart, line.colon)) === null;
  }

  private beginsSentence(line: Line): boolean {
    return /^(?:[✅✔🔄⏳🚧⬜❌]\ufe0f?\s*)?[*_`"'(~]*[\p{Lu}\p{Lo}\d]/u.test(this.text.value.slice(line.contentStart, line.contentEnd));
  }

  /** `ACTIONS: Lint every file before it is deployed.` */
  private addRunIn(group: MutableGroup): void {
    const line = this.lines[group.line] as Line;
    let start = line.contentEnd;
    while (start < line.end && ' \t.:：?!*_'.includes(this.text.value[start] as string)) start++;
    const behind = markerEnd(this.text.value, start, line.end);
    if (start >= line.end || (group.items.length > 0 && behind < 0)) return;
    const last = group.items.length > 0 ? line : this.lastOfWords(line);
    group.items.unshift(this.itemOf({ ...line, contentStart: behind < 0 ? start : behind + 1, contentEnd: last === line ? line.end : last.contentEnd }, last.number, group));
  }

  /** A closing remark or a lead-in is no action, nor is a paragraph of several sentences. */
  private isActionSentence(line: Line): boolean {
    const words = this.text.value.slice(line.contentStart, line.contentEnd);
    return !/[:：]$/.test(words) && !/^(?:overall|in conclusion|to summari[sz]e|in summary|finally, the incident|the following|these|this|we have learned)\b/i.test(words)
      && words.split(/\s+/).length <= 40 && !/[.!?]\s+\p{Lu}[^.!?]*[.!?]\s+\p{Lu}/u.test(words);
  }

  private isBareBox(line: Line): boolean {
    return bareBox.test(this.text.value.slice(line.contentStart, Math.min(line.contentEnd, line.contentStart + 12)));
  }

  /** The last line of the words behind a box: the lines below that stand deeper. */
  private lastOfBox(line: Line, limit: number): number {
    let last = line.number;
    while (last < limit && this.lines[last + 1]?.kind === 'prose' && (this.lines[last + 1] as Line).indent > line.indent) last++;
    return last;
  }

  private addBox(line: Line, endLine: number, group: MutableGroup): void {
    const box = bareBox.exec(this.text.value.slice(line.contentStart, line.contentEnd));
    const content = { start: line.contentStart + (box?.[0].length ?? 0), end: (this.lines[endLine] as Line).contentEnd };
    group.items.push(new Item({
      line: line.number, endLine, span: { start: line.contentStart, end: content.end }, content,
      textSpan: bareValue(this.text.value, content.start, Math.min(content.end, line.contentEnd)), checkbox: box ? line.contentStart + 1 : -1, notation: box ? 'checkbox' : 'line', group,
    }, this));
  }

  private addLine(line: Line, group: MutableGroup): void {
    group.items.push(this.itemOf(line, line.number, group));
  }

  private itemOf({ number, contentStart: start, contentEnd: end }: Line, endLine: number, group: MutableGroup): Item {
    const span = { start, end };
    return new Item({ line: number, endLine, span, content: span, textSpan: bareValue(this.text.value, start, end), checkbox: -1, notation: 'line', group }, this);
  }

  /** The last line of the paragraph that a line begins. */
  private lastOfWords(line: Line): Line {
    let last = line;
    for (let next = this.lines[line.number + 1]; next?.kind === 'prose'; next = this.lines[next.number + 1]) last = next;
    return last;
  }
}
