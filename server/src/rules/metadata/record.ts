import type { IncidentDocument } from '../../document/document';
import type { Field } from '../../document/fields';
import type { FieldKey } from '../../document/vocabulary';
import { t } from '../../l10n';
import { hasRole } from '../roles';
import { insertAt, type Fix } from '../rule';

/** Facts that only the record of an incident states. */
const ofRecords: ReadonlySet<FieldKey | null> = new Set<FieldKey>([
  'id', 'customer', 'status', 'priority', 'severity', 'escalationLevel', 'created', 'escalated', 'started', 'detected', 'acknowledged',
  'mitigated', 'resolved', 'closed', 'owner', 'contact', 'services',
]);
/** Facts that any document may state of itself. */
const ofDocuments: ReadonlySet<FieldKey | null> = new Set<FieldKey>(['date', 'authors']);

/**
 * Whether the document keeps a record of facts about its incident, so that one that is missing was forgotten: an escalation
 * always does, a post-mortem where it states two facts, so many of them such as only records state. A blog's post does not.
 */
export function keepsRecord({ kind, fields }: IncidentDocument, fewest = 1): boolean {
  if (kind === 'escalation') return true;
  const stated = new Set<FieldKey>();
  let ofRecord = 0;
  for (const { key, notation } of fields) {
    if (key === null || notation === 'title' || stated.has(key)) continue;
    if (ofRecords.has(key)) ofRecord++;
    else if (!ofDocuments.has(key) || notation === 'frontMatter') continue;
    stated.add(key);
  }
  return ofRecord >= fewest && stated.size > 1;
}

/** Whether the document has the main parts of a post-mortem, written for those who work on it: no page of a site. */
export function followsTemplate(document: IncidentDocument): boolean {
  const { kind, lines, timelines, plan } = document;
  return kind === 'postmortem' && lines[0]?.kind !== 'frontMatter' && timelines.length > 0 && plan.sections.length > 0
    && hasRole(document, 'rootCause') && hasRole(document, 'summary');
}

/** Whether a field has the key, or one that we do not know is called so. */
export function statesFact({ fields }: IncidentDocument, keys: readonly FieldKey[], label: RegExp): boolean {
  return fields.some((field) => (field.key === null ? label.test(field.label) : keys.includes(field.key)));
}

const models: readonly FieldKey[] = ['status', 'priority', 'severity', 'created', 'escalated', 'started', 'detected', 'resolved', 'date', 'id', 'customer', 'owner'];

/** Inserts a field in front of one of the document's, in its notation; empty where none has a line of its own that can be copied. */
export function insertField(document: IncidentDocument, label: string, value: string): Fix[] {
  const { text } = document;
  const model = models.flatMap((key) => document.fields.find((field) => field.key === key) ?? []).find((field) => isModel(document, field));
  if (!model) return [];
  const at = text.lineStart(model.line);
  const line = text.value.slice(at, text.lineEnd(model.line));
  const newText = line.slice(0, model.labelSpan.start - at) + likeCase(model.label, label)
    + line.slice(model.labelSpan.end - at, model.valueSpan.start - at) + value + line.slice(model.valueSpan.end - at) + text.eol;
  return [{ title: t('Insert the field "{0}"', label), kind: 'suggested', edits: [insertAt(at, newText)] }];
}

/** Whether the field is all that its line says, in English: what a field beside it can be modelled on. */
function isModel({ text, fields }: IncidentDocument, field: Field): boolean {
  const { notation, line, label, labelSpan, valueSpan } = field;
  if (notation === 'title' || notation === 'heading' || notation === 'byline' || !/^[A-Za-z /-]+$/.test(label)) return false;
  return labelSpan.start >= text.lineStart(line) && labelSpan.end < valueSpan.start && !fields.some((other) => other !== field && other.line === line);
}

function likeCase(model: string, word: string): string {
  if (model.length > 1 && model === model.toUpperCase()) return word.toUpperCase();
  return model === model.toLowerCase() ? word.toLowerCase() : word;
}
