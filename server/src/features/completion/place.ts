import { builtIn } from '../../document/built-in-roles';
import type { IncidentDocument } from '../../document/document';
import type { LineKind } from '../../document/lines';
import type { Section } from '../../document/sections';
import type { Table } from '../../document/tables';
import type { Span } from '../../document/text';
import { actionColumns, fieldPhrases, phrases } from '../../document/vocabulary';
import type { FieldKey } from '../../document/vocabulary';
import { plainText, wordsOf } from '../../document/words';

/** What a place is for: the value of a key, or a detail of an action item. */
export type PlaceRole = 'ticket' | 'due' | 'progress' | FieldKey;

/** A place for a value, with the part of it that stands between its beginning and the cursor. */
export interface Place {
  readonly role: PlaceRole;
  readonly span: Span;
  /** Where it is a cell below a header: the table and the column, from 0. */
  readonly cell?: { readonly table: Table; readonly column: number };
}

/** Names stand behind these words wherever a line begins with them, and over columns. */
const names = new Map<string, PlaceRole>([
  ...phrases(actionColumns.ticket).map((phrase) => [phrase, 'ticket'] as const),
  ...[fieldPhrases.authors, fieldPhrases.owner, actionColumns.owner].flatMap(phrases).map((phrase) => [phrase, 'owner'] as const),
]);
/** These words say so in a plan alone. */
const planned = new Map<string, PlaceRole>([
  ...phrases(actionColumns.status).map((phrase) => [phrase, 'progress'] as const),
  ...phrases(actionColumns.due).map((phrase) => [phrase, 'due'] as const),
]);

/** No name is longer, nor what stands before it on its line. */
const longestName = 60;
const longestLine = 600;

const notRead: ReadonlySet<LineKind> = new Set(['fence', 'code', 'comment']);
/** Marks before a label that begins its line. */
const marks = /^[\s>|*_+-]*(?:\d{1,3}[.)]\s)?(?:\[[ xX]?\]\s)?[*_\s]*$/;
const labelled = /([\p{L}][\p{L} ]{1,40}?)[*_]{0,2}\s?[:：][*_]{0,2}[ \t]*([^:：|]*)$/u;
const handle = /(?<![\w.@/])@[\w.-]*(?: \p{Lu}?[\p{L}'’.-]*)?$/u;

/** The place for a value that an offset lies in: a cell, behind a label, or a handle in a plan. Null in prose. */
export function placeAt(document: IncidentDocument, offset: number): Place | null {
  const { text, lines } = document;
  const line = text.lineAt(offset);
  const start = text.lineStart(line);
  if (notRead.has(lines[line]?.kind ?? 'blank') || offset - start > longestLine) return null;
  const before = text.value.slice(start, offset);
  return cellAt(document, line, before, offset) ?? behindLabel(document, line, before, offset) ?? handleAt(document, line, before, offset);
}

function cellAt(document: IncidentDocument, line: number, before: string, offset: number): Place | null {
  const { text, tables } = document;
  const table = tables.find((candidate) => line > candidate.line && line <= candidate.endLine) ?? tables.find((candidate) => candidate.line === line);
  const bar = before.replaceAll('\\|', '  ').lastIndexOf('|');
  if (!table || bar < 0) return null;
  const column = before.replaceAll('\\|', '  ').replace(/^\s*\|/, '').split('|').length - 1;
  const header = table.hasHeader && line !== table.line ? table.rows[0]?.cells[column] : undefined;
  const label = column === 1 ? table.rows.find((row) => row.line === line)?.cells[0] : undefined;
  const words = header && wordsOf(text.slice(header));
  const ofColumn = words === undefined ? undefined : (names.get(words) ?? (isPlanned(document, line) ? planned.get(words) : undefined));
  const role = ofColumn ?? (label && keyOf(document, line, text.slice(label)));
  const place = role ? placeIn(role, before.slice(bar + 1), offset) : null;
  return place && ofColumn ? { ...place, cell: { table, column } } : place;
}

function behindLabel(document: IncidentDocument, line: number, before: string, offset: number): Place | null {
  const match = labelled.exec(before);
  if (!match) return null;
  const [, words, rest] = match as unknown as [string, string, string];
  const inPlan = isPlanned(document, line);
  const parts = words.split(' ');
  for (let from = 0; from < parts.length; from++) {
    const label = parts.slice(from).join(' ');
    const role = names.get(wordsOf(label)) ?? (inPlan ? planned.get(wordsOf(label)) : undefined);
    if (!role) continue;
    const begins = marks.test(before.slice(0, before.length - (match[0].length - (words.length - label.length))));
    return begins || inPlan ? placeIn(role, rest, offset) : null;
  }
  const key = marks.test(before.slice(0, match.index)) ? keyOf(document, line, words) : undefined;
  return key ? placeIn(key, rest, offset) : null;
}

/** The key that a label states; undefined in timelines and plans, where labels belong to entries and items, and where nobody knows it. */
function keyOf({ fields, text, timelines, plan }: IncidentDocument, line: number, label: string): FieldKey | undefined {
  const isIn = ({ line: first, endLine }: Section): boolean => line > first && line <= endLine;
  if (plan.sections.some(isIn) || timelines.some(({ section }) => isIn(section))) return undefined;
  // a team's own words are known where they state something
  return fields.find((field) => field.line === line && text.slice(field.labelSpan) === label)?.key ?? builtIn.fieldKey(plainText(label)) ?? undefined;
}

function handleAt(document: IncidentDocument, line: number, before: string, offset: number): Place | null {
  const match = handle.exec(before);
  return match && isPlanned(document, line) ? { role: 'owner', span: { start: offset - match[0].length, end: offset } } : null;
}

/** Of these several may stand in a place. */
const several: ReadonlySet<PlaceRole> = new Set(['owner', 'authors', 'ticket']);

/** The value in a place, or the last of several, as far as it is written. */
function placeIn(role: PlaceRole, written: string, offset: number): Place | null {
  const value = (several.has(role) ? (written.split(/[,;&/+]/).at(-1) as string) : written).trimStart();
  return value.length > longestName || /[.!?]\s/.test(value) ? null : { role, span: { start: offset - value.length, end: offset } };
}

function isPlanned({ plan }: IncidentDocument, line: number): boolean {
  return plan.sections.some((section) => line > section.line && line <= section.endLine);
}
