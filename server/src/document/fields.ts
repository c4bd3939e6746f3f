import { readDuration } from './duration';
import type { Duration } from './duration';
import type { Line } from './lines';
import type { Roles } from './roles';
import type { SectionTree } from './sections';
import type { Table } from './tables';
import type { SourceText, Span } from './text';
import type { FieldKey } from './vocabulary';
import { bareLabel, bareValue, isIdentifier } from './words';

/** A fact stated as key and value, in any notation. */
export interface Field {
  /** 0-based line of the value. */
  readonly line: number;
  /** null where the label is none that we know. */
  readonly key: FieldKey | null;
  /** As written, without markup and colon. */
  readonly label: string;
  readonly labelSpan: Span;
  /** As written, without markup. */
  readonly value: string;
  readonly valueSpan: Span;
  readonly notation: 'line' | 'item' | 'row' | 'frontMatter' | 'heading' | 'title' | 'quote' | 'byline';
  /** What a field of the key `duration` states, where it is understood. */
  readonly duration?: Duration;
}

/** An identifier in a title: CE1000, INC-42, [ESC-4471], "record 5518". */
const titleId = /\b((?!(?:COVID|CVE|UTF|SHA|HTTP|IPV|SEV|ISO|RFC)-?\d)[A-Z]{2,10}-?\d{2,}(?:-\d+)*|[A-Z]{2,6}-(?=[A-F]*\d)[0-9A-F]{6,12})\b|\b(?:record|case|ticket|incident|escalation|coe|#)\s*(?:no\.?\s*|number\s*|#\s*)?(\d{3,})\b|^\W*\[(\d[\w-]{3,})\]/i;
/** "By the platform team" and "By Ana Lee", alone on a line. */
const byAlone = /^[*_]*[Bb]y ((?:the (?:\w+ ){1,3}team|\p{Lu}[\p{L}'’.-]+(?:,? (?:and |& )?\p{Lu}[\p{L}'’.-]+){1,5}))[*_]*(?: [|·•] .*)?$/u;
const byline = /^[*_]*(?:(?:created|written|authored|prepared|reported|compiled|filled in) by|(?:erstellt|verfasst|geschrieben) von|(?:rédigé|écrit) par|(?:escrito|redactado|elaborado) por):?\s+(\S.*)$/i;

/** Every fact of the document, in document order. Rows of timelines and of plans are no facts. */
export function readFields(text: SourceText, lines: readonly Line[], tree: SectionTree, tables: readonly Table[], roles: Roles): Field[] {
  const source = text.value;
  const fields: Field[] = [];
  const excluded = eventLines(tree, lines.length);
  /** The first section's line: what comes before it may state several facts a line. */
  const header = tree.sections[0]?.line ?? 30;
  const add = (line: number, label: Span, value: Span, notation: Field['notation'], key?: FieldKey): void => {
    if (value.end <= value.start) return;
    const words = text.slice(label);
    const stated = text.slice(value);
    const known = key ?? roles.fieldKey(words) ?? (recordKey.test(words) && recordId.test(stated) ? 'id' : null);
    const duration = known === 'duration' ? readDuration(stated) : null;
    fields.push({ line, key: known, label: words, labelSpan: label, value: stated, valueSpan: value, notation, ...(duration ? { duration } : {}) });
  };
  const addPair = (line: Line, start: number, notation: Field['notation']): void => {
    add(line.number, bareLabel(source, start, line.colon), bareValue(source, line.colon + 1, line.contentEnd), notation);
  };
  if (tree.title) {
    const match = titleId.exec(tree.title.text);
    const id = match?.slice(1).find((part) => part !== undefined);
    const at = id === undefined ? -1 : source.indexOf(id, tree.title.span.start);
    const above = lines.slice(0, tree.title.line).findLast(({ kind }) => kind !== 'blank');
    if (above?.kind === 'prose' && isIdentifier(source.slice(above.contentStart, above.contentEnd))) {
      const span = { start: above.contentStart, end: above.contentEnd };
      add(above.number, span, span, 'title', 'id');
    } else if (id !== undefined && at >= 0 && at < tree.title.span.end && (match?.[1] === undefined || /^[A-Z]/.test(id))) {
      const span = { start: at, end: at + id.length };
      add(tree.title.line, span, span, 'title', 'id');
    }
  }
  for (const line of lines) {
    switch (line.kind) {
      case 'frontMatter':
        readFrontMatter(text, lines, line, add);
        break;
      case 'field':
        if (line.number < Math.max(header, HEAD) && readPipes(roles, source, line, add)) break;
        if (line.number < header && readPairs(source, line, add)) break;
        if (line.number > header && mailKey.test(source.slice(line.contentStart, line.colon))) break;
        if (!isPartOfEvent(roles, source, line, excluded[line.number] as number)) addPair(line, line.contentStart, line.marker === null ? 'line' : 'item');
        break;
      case 'quote':
        readQuote(roles, source, line, add);
        break;
      case 'heading':
        if (excluded[line.number] !== inTimeline) readHeading(roles, source, line, tree, add);
        break;
      case 'prose': {
        // who wrote it stands at the top or at the bottom
        const content = line.number < 12 || line.number > lines.length - 6 ? source.slice(line.contentStart, line.contentEnd) : null;
        const match = content === null ? null : (byline.exec(content) ?? byAlone.exec(content));
        if (match) {
          const start = source.indexOf(match[1] as string, line.contentStart);
          const end = source.slice(start, line.contentEnd).search(/,\s+(?:last (?:modified|updated)|zuletzt|modifié|actualizado)|[*_]+$/i);
          add(line.number, { start: line.contentStart, end: start }, bareValue(source, start, end < 0 ? line.contentEnd : start + end), 'byline', 'authors');
        } else if (content !== null && published.test(content)) readPublished(source, line, add);
        else if (line.number < header) readColumns(roles, source, line, add);
        break;
      }
      default:
    }
  }
  for (const section of tree.all) {
    if (!section.isField) continue;
    let at = section.bodyLine;
    while (lines[at]?.kind === 'blank') at++;
    const value = lines[at] as Line;
    add(value.number, section.titleSpan, bareValue(source, value.contentStart, value.contentEnd), 'heading');
  }
  readBoldKeys(roles, source, lines, excluded, add);
  for (const table of tables) if (excluded[table.line] === 0) readTable(roles, text, table, add);
  return fields.sort((a, b) => a.valueSpan.start - b.valueSpan.start);
}

/** Of a mail that is quoted below. */
const mailKey = /^[*_]*(?:from|sent|von|gesendet|de|enviado)[*_]*\s*$/i;

/** Lines that may state several facts each, whatever heads them. */
const HEAD = 15;

/** Keys whose value is an id only where it looks like one: "Incident: INC-42", and not "Incident: the disk was full". */
const recordKey = /^(?:incident|escalation|eskalation|vorgang|incidencia|escalación|issue|key|number|our (?:reference|ref)|report)$/i;
const recordId = /^\[?[A-Z][A-Za-z/-]{0,12}[\w/.-]*\d[\w/.-]*\]?$/;

const dots = /^(\p{L}[\p{L} ]{1,30}?)(?:[ ]?\.{3,}[ ]*|[ ]\.\.[ ])(?=\S)/u;

const boldKey = /^(\*\*|__)([^*_\n:]{2,30})\1[ \t]+(?=[^\s:–—-])/;
/** So many keys in bold are a head and no words that somebody stressed. */
const fewestBoldKeys = 3;

/** `- **Customer** Norwind`: keys in bold, without a colon. */
function readBoldKeys(roles: Roles, source: string, lines: readonly Line[], excluded: Uint8Array, add: Add): void {
  const found: [Line, Span, number][] = [];
  for (const line of lines) {
    if ((line.kind !== 'item' && line.kind !== 'prose') || excluded[line.number] !== 0) continue;
    const sign = source.charCodeAt(line.contentStart);
    if (sign !== source.charCodeAt(line.contentStart + 1) || (sign !== 42 && sign !== 95)) continue;
    const match = boldKey.exec(source.slice(line.contentStart, line.contentEnd));
    if (!match || roles.fieldKey(match[2] as string) === null) continue;
    found.push([line, { start: line.contentStart + 2, end: line.contentStart + 2 + (match[2] as string).length }, line.contentStart + match[0].length]);
  }
  if (found.length < fewestBoldKeys) return;
  for (const [line, label, start] of found) add(line.number, label, bareValue(source, start, line.contentEnd), line.kind === 'item' ? 'item' : 'line');
}

/** `customer ........ Norwind`, and `Status   Open      Priority   High`: dot leaders, and two facts a line in columns. */
function readColumns(roles: Roles, source: string, line: Line, add: Add): void {
  const content = source.slice(line.contentStart, line.contentEnd);
  const led = content.includes('..') ? dots.exec(content) : null;
  if (led) {
    add(line.number, { start: line.contentStart, end: line.contentStart + (led[1] as string).length }, bareValue(source, line.contentStart + led[0].length, line.contentEnd), 'line');
    return;
  }
  if (source.charCodeAt(line.start) === 58) readAttribute(roles, source, line, add);
  if (!content.includes('  ') && !content.includes('\t')) return;
  const cells: Span[] = [];
  for (const match of content.matchAll(/\S+(?: \S+)*/g)) cells.push({ start: line.contentStart + match.index, end: line.contentStart + match.index + match[0].length });
  const third = cells[2];
  // "ESC-2218  (parent INC-90412)" is one value
  if (cells.length === 3 && third && source.charCodeAt(third.start) === 40) cells.splice(1, 2, { start: (cells[1] as Span).start, end: third.end });
  if (cells.length < 2 || cells.length % 2 > 0) return;
  for (let index = 0; index < cells.length; index += 2) {
    const label = cells[index] as Span;
    if (roles.fieldKey(source.slice(label.start, label.end)) !== null) add(line.number, label, cells[index + 1] as Span, 'line');
  }
}

const published = /^[*_]*(?:published|posted|written)(?: on)? ([\w ,.-]{0,20}\d[\w ,.-]{0,10}?) by (?=\S)/i;

/** `Published July 3, 2025 by the platform team` */
function readPublished(source: string, line: Line, add: Add): void {
  const match = published.exec(source.slice(line.contentStart, line.contentEnd)) as RegExpExecArray;
  const date = line.contentStart + match[0].indexOf(match[1] as string);
  const label = { start: line.contentStart, end: date };
  add(line.number, label, bareValue(source, date, date + (match[1] as string).length), 'byline', 'date');
  add(line.number, label, bareValue(source, line.contentStart + match[0].length, line.contentEnd), 'byline', 'authors');
}

/** `:severity: 1` in the header of an AsciiDoc text. */
function readAttribute(roles: Roles, source: string, line: Line, add: Add): void {
  const match = /^:([\w-]{2,30}):\s+/.exec(source.slice(line.start, line.contentEnd));
  const label = { start: line.start + 1, end: line.start + 1 + (match?.[1] ?? '').length };
  if (match && (roles.fieldKey(match[1] as string) !== null || recordKey.test(match[1] as string))) add(line.number, label, bareValue(source, line.start + match[0].length, line.contentEnd), 'line');
}

const nextKey = /\s{2,}(?=\S(?:[^:\s]| (?! )){1,30}:\s)/;

/** `Number:   CSM-1      State:   Open`: true where the line states several facts in columns. */
function readPairs(source: string, line: Line, add: Add): boolean {
  const content = source.slice(line.contentStart, line.contentEnd);
  if (line.marker !== null || !content.includes('  ')) return false;
  const parts = content.split(nextKey);
  if (parts.length < 2) return false;
  let start = line.contentStart;
  for (const part of parts) {
    start = source.indexOf(part, start);
    const colon = start + part.indexOf(':');
    add(line.number, bareLabel(source, start, colon), bareValue(source, colon + 1, start + part.length), 'line');
    start += part.length;
  }
  return true;
}

const separator = / [|·•] /;

/** `Account: Norwind | Severity: 1 | Owner: Ana`: true where the line states several facts and all were read. */
function readPipes(roles: Roles, source: string, line: Line, add: Add): boolean {
  const content = source.slice(line.contentStart, line.contentEnd);
  if (!separator.test(content)) return false;
  const found: [Span, Span][] = [];
  let start = line.contentStart;
  for (const part of content.split(separator)) {
    const colon = part.indexOf(':');
    if (colon < 1) return false;
    const label = bareLabel(source, start, start + colon);
    if (roles.fieldKey(source.slice(label.start, label.end)) !== null) found.push([label, bareValue(source, start + colon + 1, start + part.length)]);
    start += part.length + 3;
  }
  for (const [label, value] of found) add(line.number, label, value, 'line');
  return found.length > 0;
}

type Add = (line: number, label: Span, value: Span, notation: Field['notation'], key?: FieldKey) => void;

const milestoneKeys: ReadonlySet<FieldKey | null> = new Set(['started', 'detected', 'acknowledged', 'mitigated', 'resolved', 'closed', 'escalated', 'created']);

/** Whether a field's line belongs to an entry or an item. A footer below a plan or a timeline does not. */
function isPartOfEvent(roles: Roles, source: string, line: Line, events: number): boolean {
  if (events === 0) return false;
  if (line.marker !== null || line.indent > 0) return true;
  return events === inTimeline && milestoneKeys.has(roles.fieldKey(source.slice(line.contentStart, line.colon)));
}

const inPlan = 1;
const inTimeline = 2;

/** Lines of timelines and plans: what looks like a fact there belongs to an entry or an item. */
function eventLines(tree: SectionTree, count: number): Uint8Array {
  const marks = new Uint8Array(count);
  for (const section of tree.all) {
    if (!section.roles.includes('timeline') && !section.roles.includes('actions')) continue;
    marks.fill(section.roles.includes('timeline') ? inTimeline : inPlan, section.line, section.endLine + 1);
    for (const child of section.children) {
      if (child.roles.length > 0 && !child.roles.includes('timeline') && !child.roles.includes('actions')) marks.fill(0, child.line, child.endLine + 1);
    }
  }
  return marks;
}

function readFrontMatter(text: SourceText, lines: readonly Line[], line: Line, add: Add): void {
  if (line.indent > 0) return;
  const source = text.value;
  const colon = line.contentStart + source.slice(line.contentStart, line.contentEnd).search(/[:=]/);
  if (colon < line.contentStart || colon >= line.contentEnd || source.charCodeAt(line.contentStart) === 35) return;
  const label = bareLabel(source, line.contentStart, colon);
  let value = bareYaml(source, colon + 1, line.contentEnd);
  let number = line.number;
  if (value.end === value.start) {
    const next = lines[number + 1];
    if (!next || next.kind !== 'frontMatter' || source.charCodeAt(next.contentStart) !== 45 || next.contentEnd - next.contentStart < 3) return;
    value = bareYaml(source, next.contentStart + 1, next.contentEnd);
    number = next.number;
  }
  add(number, label, value, 'frontMatter');
}

/** A YAML scalar or flow list without quotes and brackets. */
function bareYaml(source: string, start: number, end: number): Span {
  const skipped = ' \t"\'[]';
  while (start < end && skipped.includes(source[start] as string)) start++;
  while (end > start && skipped.includes(source[end - 1] as string)) end--;
  return { start, end };
}

function readQuote(roles: Roles, source: string, line: Line, add: Add): void {
  const match = /^>\s*(?:[-*]\s+)?(\*{0,2}[\p{L}][\p{L} ()/-]{1,40}\*{0,2}\s*:\*{0,2})\s+\S/u.exec(source.slice(line.contentStart, line.contentEnd));
  if (!match) return;
  const start = source.indexOf(match[1] as string, line.contentStart);
  const label = bareLabel(source, start, start + (match[1] as string).length);
  // what is quoted of an older mail is not this document's
  if (/^(?:from|sent|date|to|subject)$/i.test(source.slice(label.start, label.end))) return;
  if (roles.fieldKey(source.slice(label.start, label.end)) !== null) {
    add(line.number, label, bareValue(source, start + (match[1] as string).length, line.contentEnd), 'quote');
  }
}

/** `## Date: July 27, 2020` */
function readHeading(roles: Roles, source: string, line: Line, tree: SectionTree, add: Add): void {
  if (tree.title?.line === line.number) return;
  let colon = line.contentStart;
  while (colon < line.contentEnd && source.charCodeAt(colon) !== 58 && source.charCodeAt(colon) !== 0xff1a) colon++;
  if (colon === line.contentStart || colon >= line.contentEnd - 1) return;
  const label = bareLabel(source, line.contentStart, colon);
  if (roles.fieldKey(source.slice(label.start, label.end)) === null) return;
  add(line.number, label, bareValue(source, colon + 1, line.contentEnd), 'heading');
}

/** `| Customer: Norwind | Priority: 1 |`: cells that state a fact each. */
function readCell(roles: Roles, source: string, { start, end }: Span, line: number, add: Add): void {
  const colon = source.indexOf(':', start);
  if (colon < 0 || colon >= end || colon - start > 40 || !/[\s*_]/.test(source[colon + 1] ?? '')) return;
  const label = bareLabel(source, start, colon);
  if (roles.fieldKey(source.slice(label.start, label.end)) !== null) add(line, label, bareValue(source, colon + 1, end), 'row');
}

/** So many rows of four cells with a key in the third are two pairs a row. */
const fewestPairs = 2;

/** Two columns are key and value a row, four are twice that; a header of keys over one row is the same, turned. */
function readTable(roles: Roles, text: SourceText, table: Table, add: Add): void {
  const keyOf = (span: Span): FieldKey | null => roles.fieldKey(text.slice(bareLabel(text.value, span.start, span.end)));
  const addPair = (line: number, key: Span | undefined, value: Span | undefined): void => {
    if (key && value && keyOf(key) !== null) add(line, bareLabel(text.value, key.start, key.end), bareValue(text.value, value.start, value.end), 'row');
  };
  const [header, second] = table.rows;
  if (!header) return;
  const turned = table.hasHeader && table.rows.length === 2 && header.cells.filter((cell) => keyOf(cell) !== null).length >= (header.cells.length > 2 ? 1 : 2);
  if (turned && second) {
    header.cells.forEach((cell, column) => addPair(second.line, cell, second.cells[column]));
    return;
  }
  const isPaired = table.rows.filter(({ cells: [first, , third, ...more] }) => first && third && more.length <= 1 && keyOf(third) !== null).length >= fewestPairs;
  for (const row of table.rows) {
    for (const cell of row.cells) readCell(roles, text.value, cell, row.line, add);
    const [key, value, secondKey, secondValue] = row.cells;
    // cells beyond the header's are no part of a table
    const width = table.hasHeader ? Math.min(row.cells.length, header.cells.length) : row.cells.length;
    if (isPaired || width === 2) addPair(row.line, key, value);
    if (isPaired) addPair(row.line, secondKey, secondValue);
  }
}
