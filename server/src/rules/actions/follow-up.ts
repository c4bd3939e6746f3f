import type { ActionItem } from '../../document/actions';
import type { IncidentDocument } from '../../document/document';
import { plainText } from '../../document/words';
import { isClosed } from './closed';
import { plannedItems } from './planned-items';
import { stemsOf } from './word-stems';

/** Of fewer words an action says too little to be known again. */
const fewest = 3;
/** What follows every incident, and is open for a while after each. */
const ofReviews = /\bpost-?\s?mortem|\bretrospective|\breview meeting|\b(?:this|the|an?) (?:incident|rca|root cause)\b|\binvestigat|\broot cause/i;

/** Words that only introduce who does it, until when and under which number. */
const introductions = /\b(?:owners?|owned by|assignee|assigned to|responsible|due(?: date| by| on)?|eta|deadline|target(?: date)?|until|tickets?|jira|tracked in)\b/gi;

/** An item that is still to be done. */
export interface FollowUp {
  readonly item: ActionItem;
  /** What it is about: the same words whoever does it until when, and in whatever order they stand. */
  readonly words: string;
}

/** The open actions of a document that say enough to be known again in another one. */
export function followUpsIn(document: IncidentDocument): FollowUp[] {
  const closed = isClosed(document);
  return plannedItems(document).open.flatMap((item) => {
    if ((closed && item.state === 'untracked') || ofReviews.test(item.text.slice(0, 600))) return [];
    const words = wordsOf(item);
    return words === '' ? [] : [{ item, words }];
  });
}

function wordsOf({ text, owner, due, tickets }: ActionItem): string {
  let said = text.slice(0, 600);
  for (const mention of [owner, due, ...tickets]) if (mention) said = said.replace(plainText(mention.value), ' ');
  const stems = [...stemsOf(said.replace(introductions, ' '))];
  return stems.length < fewest ? '' : stems.sort().join(' ');
}
