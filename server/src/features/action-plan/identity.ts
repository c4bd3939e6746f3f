import type { ActionGroup, ActionItem } from '../../document/actions';
import type { IncidentDocument } from '../../document/document';

/** What a gesture names the items and groups of a plan by. */
export interface Identities {
  readonly items: ReadonlyMap<ActionItem, string>;
  readonly groups: ReadonlyMap<ActionGroup, string>;
}

/** Names each item after its words and each group after its label, and those of equal words after their order, so that an id outlives edits elsewhere. */
export function identify({ plan }: IncidentDocument): Identities {
  return { items: named(plan.items, ({ text }) => text), groups: named(plan.groups, ({ label }) => label) };
}

function named<Part>(parts: readonly Part[], wordsOf: (part: Part) => string): ReadonlyMap<Part, string> {
  const occurrences = new Map<string, number>();
  const ids = new Map<Part, string>();
  for (const part of parts) {
    const hash = hashOf(wordsOf(part));
    const occurrence = (occurrences.get(hash) ?? 0) + 1;
    occurrences.set(hash, occurrence);
    ids.set(part, `${hash}-${occurrence}`);
  }
  return ids;
}

/** A short name for a text: FNV-1a over UTF-16 code units, with the length against chance collisions. */
export function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return `${(hash >>> 0).toString(36)}.${text.length.toString(36)}`;
}
