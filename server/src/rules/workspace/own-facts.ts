import type { IncidentDocument } from '../../document/document';
import type { FieldKey } from '../../document/vocabulary';
import { wordsOf } from '../../document/words';

const label = /^\p{L}[\p{L}\p{N} &/()'’-]{1,38}[\p{L}\p{N})]$/u;
/** A document with more labels of its own has a list of things. */
const most = 40;

/** A label that no key is known for, as a fact: the team's own. */
export function labelFact(written: string): string {
  return `"${wordsOf(written)}"`;
}

/** Labels of the document's fields that no key is known for, as written, each once. */
export function labelsIn({ fields }: IncidentDocument): string[] {
  const labels = new Map<string, string>();
  for (const { key, label: written, notation, value } of fields) {
    if (key !== null || value === '' || notation === 'frontMatter' || notation === 'quote' || !label.test(written)) continue;
    const fact = labelFact(written);
    if (!labels.has(fact)) labels.set(fact, written);
    if (labels.size === most) break;
  }
  return [...labels.values()];
}

/** The keys of the facts that a document states, each once. */
export function keysIn({ fields }: IncidentDocument): FieldKey[] {
  return [...new Set(fields.flatMap(({ key }) => (key ? [key] : [])))];
}
