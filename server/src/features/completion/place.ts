import type { IncidentDocument } from '../../document/document';
import type { LineKind } from '../../document/lines';
import type { Span } from '../../document/text';
import { actionColumns, fieldPhrases, phrases } from '../../document/vocabulary';
import { wordsOf } from '../../document/words';

/** A place for an owner or a ticket, with the part of it that stands between its beginning and the cursor. */
export interface Place {
  readonly role: 'owner' | 'ticket';
  readonly span: Span;
}

const labels = new Map<string, Place['role']>([
  ...phrases(actionColumns.ticket).map((phrase) => [phrase, 'ticket'] as const),
  ...[fieldPhrases.authors, fieldPhrases.owner, actionColumns.owner].flatMap(phrases).map((phrase) => [phrase, 'owner'] as const),
]);

/** No name is longer, nor what stands before it on its line. */
const longestName = 60;
const longestLine = 600;

const notRead: ReadonlySet<LineKind> = new Set(['fence', 'code', 'comment']);
/** Marks before a label that begins its line. */
const marks = /^[\s>|*_+-]*(?:\d{1,3}[.)]\s)?(?:\[[ xX]?\]\s)?[*_\s]*$/;
const labelled = /([\p{L}][\p{L} ]{1,40}?)[*_]{0,2}\s?[:：][*_]{0,2}[ \t]*([^:：|]*)$/u;
const handle = /(?<![\w.@/])@[\w.-]*(?: \p{Lu}?[\p{L}'’.-]*)?$/u;

/** The place for an owner or a ticket that an offset lies in: a cell, behind a label, or a handle in a plan. Null in prose. */
export function placeAt(document: IncidentDocument, offset: number): Place | null {
  const { text, lines } = document;
  const line = text.lineAt(offset);
  const start = text.lineStart(line);
  if (notRead.has(lines[line]?.kind ?? 'blank') || offset - start > longestLine) return null;
  const before = text.value.slice(start, offset);
  return cellAt(document, line, before, offset) ?? behindLabel(document, line, before, offset) ?? handleAt(document, line, before, offset);
}

function cellAt({ text, tables, fields }: IncidentDocument, line: number, before: string, offset: number): Place | null {
  const table = tables.find((candidate) => line > candidate.line && line <= candidate.endLine) ?? tables.find((candidate) => candidate.line === line);
  const bar = before.replaceAll('\\|', '  ').lastIndexOf('|');
  if (!table || bar < 0) return null;
  const column = before.replaceAll('\\|', '  ').replace(/^\s*\|/, '').split('|').length - 1;
  const header = table.hasHeader && line !== table.line ? table.rows[0]?.cells[column] : undefined;
  const stated = fields.find((field) => field.notation === 'row' && field.line === line && field.key === 'owner');
  const role = (header && labels.get(wordsOf(text.slice(header)))) ?? (stated && column === 1 ? 'owner' : undefined);
  return role ? placeIn(role, before.slice(bar + 1), offset) : null;
}

function behindLabel(document: IncidentDocument, line: number, before: string, offset: number): Place | null {
  const match = labelled.exec(before);
  if (!match) return null;
  const [, words, rest] = match as unknown as [string, string, string];
  const parts = words.split(' ');
  for (let from = 0; from < parts.length; from++) {
    const label = parts.slice(from).join(' ');
    const role = labels.get(wordsOf(label));
    if (!role) continue;
    const begins = marks.test(before.slice(0, before.length - (match[0].length - (words.length - label.length))));
    return begins || isPlanned(document, line) ? placeIn(role, rest, offset) : null;
  }
  // a label of the team's own
  const stated = document.fields.some(({ key, labelSpan, line: at }) => key === 'owner' && at === line && labelSpan.end <= offset - rest.length);
  return stated ? placeIn('owner', rest, offset) : null;
}

function handleAt(document: IncidentDocument, line: number, before: string, offset: number): Place | null {
  const match = handle.exec(before);
  return match && isPlanned(document, line) ? { role: 'owner', span: { start: offset - match[0].length, end: offset } } : null;
}

/** The last of the names that stand in a place, as far as it is written. */
function placeIn(role: Place['role'], written: string, offset: number): Place | null {
  const name = (written.split(/[,;&/+]/).at(-1) as string).trimStart();
  return name.length > longestName || /[.!?]\s/.test(name) ? null : { role, span: { start: offset - name.length, end: offset } };
}

function isPlanned({ plan }: IncidentDocument, line: number): boolean {
  return plan.sections.some((section) => line > section.line && line <= section.endLine);
}
