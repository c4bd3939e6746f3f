import type { IncidentDocument } from '../../document/document';
import type { StatusStage } from '../../document/vocabulary';
import { wordsOf } from '../../document/words';
import { t } from '../../l10n';
import { isSeverity } from '../../rules/metadata/severity-scale';
import { stageOf } from '../../rules/status';
import { fieldGuidance, statusMeaning } from '../hover/field-guidance';
import type { Completion, PlacedQuery } from './completion';
import type { Place } from './place';

/** Statuses that readers know, in the order in which an incident goes through them. */
const statuses = {
  escalation: ['Open', 'In Progress', 'Mitigated', 'Monitoring', 'Resolved', 'Closed'],
  postmortem: ['Draft', 'In Review', 'Investigating', 'Identified', 'Mitigated', 'Monitoring', 'Resolved', 'Closed'],
} as const;
const progress = ['Open', 'In Progress', 'Blocked', 'Done'];

/** Scales of words, told apart by what only they have. */
const words: readonly (readonly string[])[] = [
  ['Critical', 'High', 'Medium', 'Low'],
  ['Critical', 'Major', 'Minor'],
  ['Urgent', 'High', 'Normal', 'Low'],
  ['Critical', 'Major', 'Moderate', 'Minor'],
];
const levels = [0, 1, 2, 3, 4, 5];

/** The values of status, priority and severity: on the scale and in the case of the document. */
export function* statedValues(document: IncidentDocument, { offset, place }: PlacedQuery): Generator<Completion> {
  if (!place) return;
  const { text } = document;
  const values = valuesOf(document, place);
  if (values.length === 0) return;
  const written = text.slice(place.span);
  // a value that is there already is replaced by whichever is chosen
  const isWhole = values.some(({ value }) => wordsOf(value) === wordsOf(written));
  const rest = /^[\p{L}\d]*/u.exec(text.value.slice(offset, text.lineEnd(text.lineAt(offset))))?.[0].length ?? 0;
  const inCase = caseOf(document, place);
  for (const { value, detail, documentation } of values) {
    const label = inCase(value);
    yield {
      label, newText: label, detail, role: 'value', span: { start: place.span.start, end: offset + rest }, filter: isWhole ? written : label,
      ...(documentation && { documentation }), ...(wordsOf(value) === wordsOf(written) && { current: true }),
    };
  }
}

interface Value {
  readonly value: string;
  readonly detail: string;
  readonly documentation?: string;
}

/** The statuses of the document's kind, in the order in which an incident goes through them, each with what it says. */
export function statusValues({ kind }: IncidentDocument): { readonly value: string; readonly meaning: string }[] {
  return statuses[kind === 'escalation' ? 'escalation' : 'postmortem'].map((value) => ({ value, meaning: statusMeaning[stageOf(wordsOf(value)) as StatusStage]() }));
}

function valuesOf(document: IncidentDocument, place: Place): Value[] {
  switch (place.role) {
    case 'status':
      return statusValues(document).map(({ value, meaning }) => ({ value, detail: fieldGuidance.status().name, documentation: meaning }));
    case 'progress': {
      const own = ownOf(document, place);
      const known = new Set(own.map(wordsOf));
      return [...own, ...progress.filter((value) => !known.has(wordsOf(value)))].map((value) => ({ value, detail: t('how far the item is') }));
    }
    case 'severity':
    case 'priority': {
      const { name, expects } = fieldGuidance[place.role]();
      return scaleOf(document, place).map((value) => ({ value, detail: name, documentation: expects }));
    }
    default:
      return [];
  }
}

/** What stands in the other cells of a column, the first first. */
function ownOf({ text }: IncidentDocument, { cell, span }: Place): string[] {
  if (!cell) return [];
  const found = new Map<string, string>();
  for (const { cells } of cell.table.rows.slice(1)) {
    const at = cells[cell.column];
    const value = at && (at.start > span.end || at.end < span.start) ? text.slice(at) : '';
    if (/^\p{L}[\p{L} ]{1,20}$/u.test(value) && !found.has(wordsOf(value))) found.set(wordsOf(value), value);
  }
  return [...found.values()];
}

const numbered = /\b(sev(?:erity)?|p)([ -]?)([0-5])\b/i;

/** The levels of the scale that the document's other values are on; of the usual ones where there is none. */
function scaleOf({ text, fields }: IncidentDocument, { role, span }: Place): readonly string[] {
  const stated = fields.filter(({ key, valueSpan }) => (key === 'severity' || key === 'priority') && valueSpan.start !== span.start);
  const own = stated.filter(({ key }) => key === role);
  for (const { value } of own) {
    const match = numbered.exec(value);
    if (match) return levels.map((level) => `${match[1]}${match[2]}${level}`);
    const scale = isSeverity(value) ? words.find((list) => list.some((word) => wordsOf(word) === wordsOf(value))) : undefined;
    if (scale) return scale;
  }
  // elsewhere in the document only a level in figures is surely one
  const elsewhere = (role === 'severity' ? /\b(sev)([ -]?)[0-5]\b/i : /\b(P)([ -]?)[0-5]\b/).exec(text.value);
  const scale = elsewhere && levels.map((level) => `${elsewhere[1]}${elsewhere[2]}${level}`);
  if (role === 'priority') return [...(scale ?? []), ...(words[0] as string[]), ...(scale ? [] : ['P1', 'P2', 'P3', 'P4'])];
  return scale ?? ['SEV1', 'SEV2', 'SEV3', 'SEV4', ...(words[1] as string[])];
}

/** Puts words in the case of the document's other values; in front matter, where there is none, in small letters. */
export function caseOf({ fields, lines, text }: IncidentDocument, { span, cell }: Pick<Place, 'span' | 'cell'>): (value: string) => string {
  if (cell) return (value) => value;
  const values = fields.filter(({ key, value, valueSpan }) =>
    (key === 'status' || key === 'priority' || key === 'severity') && valueSpan.start !== span.start && /^\p{L}[\p{L} -]+$/u.test(value)).map(({ value }) => value);
  if (values.length === 0 && lines[text.lineAt(span.start)]?.kind === 'frontMatter') return small;
  return caseLike(values);
}

/** Puts words in the case that all of some values have; as they are where these differ. */
export function caseLike(values: readonly string[]): (value: string) => string {
  const all = (change: (value: string) => string): boolean => values.length > 0 && values.every((value) => change(value) === value);
  if (all((value) => value.toUpperCase())) return (value) => value.toUpperCase();
  if (all((value) => value.toLowerCase())) return small;
  return all((value) => value.charAt(0) + value.slice(1).toLowerCase()) && values.some((value) => value.includes(' ')) ? sentenceCase : (value) => value;
}

const small = (value: string): string => (/\d/.test(value) ? value : value.toLowerCase());
const sentenceCase = (value: string): string => (/\d/.test(value) ? value : value.charAt(0) + value.slice(1).toLowerCase());
