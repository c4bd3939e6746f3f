import type { IncidentDocument } from '../../document/document';
import type { Field } from '../../document/fields';
import type { Span } from '../../document/text';
import { wordsOf } from '../../document/words';
import { applyEdits } from '../../rules/apply-fixes';
import { insertField } from '../../rules/metadata/record';
import { insertAt, type Edit } from '../../rules/rule';
import { stageOf, statedStatus } from '../../rules/status';
import { caseLike, caseOf, statusValues } from '../completion/stated-values';
import { placeAt } from '../completion/place';
import { isMarkdown } from '../notation/is-markdown';
import type { Read } from '../read';

/** A status that the document can be given. */
export interface StatusChoice {
  /** In the case of the document. */
  readonly value: string;
  /** What it says of the incident. */
  readonly meaning: string;
  readonly isCurrent: boolean;
  /** What gives it to the document: none where it has it. */
  readonly edits: readonly Edit[];
}

/**
 * The statuses of the document's kind with the smallest edits that state them: in place of the words of the status that is stated, whose
 * qualifier stays, in the place that is left for one, or as a field like the others. Without those that the document would not be read to
 * have then.
 */
export function statusChoices(document: IncidentDocument, read: Read): StatusChoice[] {
  const place = placeOf(document);
  const others = otherFacts(document);
  return statusValues(document).flatMap(({ value, meaning }): StatusChoice[] => {
    const written = place.inCase(value);
    if (wordsOf(place.words) === wordsOf(written)) return [{ value: written, meaning, isCurrent: true, edits: [] }];
    const edits = place.write(written);
    const after = read(applyEdits(document.text.value, edits));
    return isStated(after, written) && otherFacts(after) === others ? [{ value: written, meaning, isCurrent: false, edits }] : [];
  });
}

/** Where the status is written, and what stands there. */
interface StatusPlace {
  readonly words: string;
  readonly inCase: (value: string) => string;
  readonly write: (value: string) => readonly Edit[];
}

function placeOf(document: IncidentDocument): StatusPlace {
  const { text } = document;
  const field = statedStatus(document)?.field ?? document.fields.find(({ key }) => key === 'status');
  if (field) {
    const { span, words } = wordsIn(field);
    const inCase = /^\p{L}[\p{L} -]+$/u.test(words) ? caseLike([words]) : caseOf(document, { span });
    // what is said in place of a status stays, behind it
    return { words, inCase, write: (value) => [{ span, newText: span.end > span.start ? value : `${value} – ` }] };
  }
  const empty = emptyPlace(document);
  if (empty) return { words: '', inCase: caseOf(document, { span: empty.span }), write: (value) => [{ span: empty.span, newText: empty.pad(value) }] };
  const [model] = insertField(document, 'Status', '');
  const span = model?.edits[0]?.span ?? { start: text.value.length, end: text.value.length };
  return { words: '', inCase: caseOf(document, { span }), write: (value) => insertField(document, 'Status', value)[0]?.edits ?? [belowTitle(document, value)] };
}

/** What follows the words of a status: "Mitigated (cause pending)", "In Progress – waiting for a part". */
const qualifier = /\s*[(（,;]|\s+[-–—]+\s|\s*<!--/;
/** A status in a few words; and what a template has in its place. */
const fewWords = /^\p{L}[\p{L}’'-]*(?: [\p{L}’'-]+){0,3}$/u;
const choices = /^(?:\[[^\]]*\]|<[^>]*>|\{[^}]*\}|[\p{L} -]+(?:[|/][\p{L} -]+)+)$/u;

/**
 * The words of a stated status, without what stands before them, such as a coloured dot, and what qualifies them: nothing where the value is
 * a sentence that begins with no status.
 */
function wordsIn({ value, valueSpan }: Field): { readonly span: Span; readonly words: string } {
  const found = (start: number, length: number) => ({ words: value.slice(start, start + length), span: { start: valueSpan.start + start, end: valueSpan.start + start + length } });
  if (choices.test(value)) return found(0, value.length);
  const start = /^[^\p{L}\d]*/u.exec(value)?.[0].length ?? 0;
  const end = value.slice(start).search(qualifier);
  const head = end > 0 ? value.slice(start, start + end) : value.slice(start);
  if (fewWords.test(head)) return found(start, head.length);
  const [first = ''] = /^\p{L}+(?: \p{L}+)?/u.exec(head) ?? [];
  const known = [first, first.split(' ')[0] as string].find((words) => words !== '' && stageOf(wordsOf(words)) !== null);
  return found(start, known?.length ?? 0);
}

/** Where a status is asked for and none is stated: behind a label, or in the cell beside one. */
function emptyPlace(document: IncidentDocument): { readonly span: Span; readonly pad: (value: string) => string } | null {
  const { text, lines } = document;
  for (const line of lines) {
    const written = text.value.slice(line.start, line.end);
    const cell = /\|([ \t]*)\|[ \t]*$/.exec(written);
    const width = cell?.[1]?.length ?? 0;
    const at = cell ? line.start + cell.index + 1 : line.end;
    const place = placeAt(document, at);
    if (place?.role !== 'status' || place.span.end > place.span.start) continue;
    if (cell) return { span: { start: at, end: at + width }, pad: (value) => ` ${value} `.padEnd(width) };
    return { span: { start: at, end: at }, pad: (value) => (/[ \t]$/.test(written) ? value : ` ${value}`) };
  }
  return null;
}

/** A field of its own below the title, or at the top where there is none. */
function belowTitle(document: IncidentDocument, value: string): Edit {
  const { text: { eol }, text, lines, title } = document;
  const field = isMarkdown(document) ? `**Status:** ${value}` : `Status: ${value}`;
  if (!title) return insertAt(0, field + eol + eol);
  const last = lines[title.line + 1]?.kind === 'underline' ? title.line + 1 : title.line;
  const at = text.lineEnd(last);
  const isCrowded = lines[last + 1] !== undefined && lines[last + 1]?.kind !== 'blank';
  return insertAt(at, eol + eol + field + (isCrowded ? eol : ''));
}

const isStated = ({ fields }: IncidentDocument, status: string): boolean => fields.some(({ key, value }) => key === 'status' && wordsOf(value).startsWith(wordsOf(status)));

/** Everything else that a document states. */
const otherFacts = ({ fields, timelines }: IncidentDocument): string =>
  JSON.stringify([timelines.flatMap(({ entries }) => entries).length, ...fields.filter(({ key }) => key !== 'status').map(({ label, value }) => [label, value])]);
