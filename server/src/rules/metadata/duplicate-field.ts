import type { IncidentDocument } from '../../document/document';
import type { Field } from '../../document/fields';
import type { FieldKey } from '../../document/vocabulary';
import { wordsOf } from '../../document/words';
import { t } from '../../l10n';
import { excerpt } from '../anchor';
import { defineRule } from '../rule';
import type { Fix } from '../rule';

/** A fact is stated once. */
export const duplicateField = defineRule({
  id: 'duplicate-field',
  group: 'metadata',
  summary: 'A fact is not stated twice with different values',
  severity: 'warning',
  *check(document) {
    let perLine: Map<number, number> | undefined;
    for (const fields of sameFacts(document)) {
      const [first, second] = fields;
      // three and more are a log or a list
      if (!first || !second || fields.length > 2 || wordsOf(first.value) === wordsOf(second.value)) continue;
      perLine ??= fieldsPerLine(document);
      yield {
        span: second.valueSpan,
        message: t('"{0}" is stated twice, as "{1}" above: keep one of the two.', excerpt(second.label, 24), excerpt(first.value, 28)),
        related: [{ span: first.valueSpan, message: t('It is stated here first.') }],
        fixes: isAlone(document, first, perLine) && isAlone(document, second, perLine) ? [keep(document, second, first), keep(document, first, second)] : [],
      };
    }
  },
});

/** Facts that an incident has one of. */
const single: ReadonlySet<FieldKey | null> = new Set<FieldKey>([
  'status', 'priority', 'severity', 'escalationLevel', 'customer', 'created', 'escalated', 'started', 'detected', 'acknowledged', 'mitigated', 'resolved', 'closed',
]);

/** The fields of one name in one place: the record at the top, or a section. What stands apart may be about different things. */
function sameFacts(document: IncidentDocument): Iterable<Field[]> {
  const places = new Map<string, Field[]>();
  const seen = new Set<FieldKey | null>();
  const repeated = new Set<FieldKey | null>();
  for (const { key } of document.fields) (seen.has(key) ? repeated : seen).add(key);
  for (const field of document.fields) {
    if (!single.has(field.key) || !repeated.has(field.key) || field.notation === 'heading' || field.notation === 'title') continue;
    const place = `${sectionAt(document, field.line)}|${field.notation}|${field.label.toLowerCase()}`;
    const others = places.get(place);
    if (others) others.push(field);
    else places.set(place, [field]);
  }
  return places.values();
}

/** The number of the innermost section that holds a line, or -1. */
function sectionAt({ allSections }: IncidentDocument, line: number): number {
  let [low, high] = [0, allSections.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((allSections[middle]?.line ?? 0) <= line) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function fieldsPerLine({ fields }: IncidentDocument): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { line } of fields) counts.set(line, (counts.get(line) ?? 0) + 1);
  return counts;
}

/** Whether a field has its line for itself, so that it can be removed with it. */
function isAlone({ text }: IncidentDocument, { labelSpan, line }: Field, perLine: ReadonlyMap<number, number>): boolean {
  return labelSpan.start >= text.lineStart(line) && perLine.get(line) === 1;
}

function keep({ text }: IncidentDocument, removed: Field, kept: Field): Fix {
  return { title: t('Keep "{0}"', excerpt(kept.value)), kind: 'suggested', edits: [{ span: text.lineSpan(removed.line), newText: '' }] };
}
