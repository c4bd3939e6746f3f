import type { IncidentDocument } from '../document/document';
import type { Field } from '../document/fields';
import { phrases, statusStages } from '../document/vocabulary';
import type { StatusStage } from '../document/vocabulary';
import { wordsOf } from '../document/words';
import { perDocument } from './per-document';

const stages = new Map<string, StatusStage>();
for (const [stage, list] of Object.entries(statusStages) as [StatusStage, string][]) {
  for (const phrase of phrases(list)) stages.set(phrase, stage);
}

/** No phrase has more characters. */
const longest = Math.max(...[...stages.keys()].map(({ length }) => length));

/** How far the incident is by the document's first status that we know, a qualifier in parentheses left aside; or null. */
export function statusStage(document: IncidentDocument): StatusStage | null {
  return statedStatus(document)?.stage ?? null;
}

/** A status is said in its first words. */
const farthest = 200;

/** The document's first status that we know, or null. */
export const statedStatus = perDocument(({ fields }): { readonly field: Field; readonly stage: StatusStage } | null => {
  for (const field of fields) {
    if (field.key !== 'status') continue;
    const stage = stageOf(wordsOf(field.value.slice(0, farthest).replace(/\(.*$/, '')));
    if (stage) return { field, stage };
  }
  return null;
});

/** The stage of the whole value, or of its first words ("Resolved on Friday", "In progress – waiting for a part"). */
export function stageOf(words: string): StatusStage | null {
  const whole = words.length <= longest ? words.length : words.lastIndexOf(' ', longest);
  for (let end = whole; end > 0; end = words.lastIndexOf(' ', end - 1)) {
    const stage = stages.get(words.slice(0, end));
    if (stage) return stage;
  }
  return null;
}

/** Whether the document is still being written or its incident still being worked on. */
export function isUnfinished(document: IncidentDocument): boolean {
  const stage = statusStage(document);
  return stage === 'draft' || stage === 'open';
}
