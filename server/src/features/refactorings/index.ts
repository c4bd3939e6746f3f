import type { IncidentDocument } from '../../document/document';
import { applyEdits } from '../../rules/apply-fixes';
import { agreeOn } from '../statements';
import { addMissingSections } from './add-missing-sections';
import { assignOwners } from './assign-owners';
import { convertNotation } from './convert-notation';
import { convertTimes } from './convert-times';
import { extractAction } from './extract-action';
import { insertMetrics } from './insert-metrics';
import { normaliseTimeline } from './normalise-timeline';
import { planTable } from './plan-table';
import { planToChecklist } from './plan-to-checklist';
import type { Change, Refactoring, RefactoringQuery, Refusal } from './refactoring';
import { sortTimeline } from './sort-timeline';
import { timelineTable } from './timeline-table';

export type { RefactoringQuery };

/** Every refactoring, in the order in which they are offered. */
const all: readonly Refactoring[] = [sortTimeline, convertTimes, normaliseTimeline, addMissingSections, planToChecklist, assignOwners, timelineTable, planTable, extractAction, insertMetrics, convertNotation];

/** Their kinds; `only` of a request may name them or any of their parents. */
export const refactoringKinds: readonly string[] = [...new Set(all.map(({ kind }) => kind))];

/** What is offered, with its kind. */
export type Refactored = (Change | Refusal) & { readonly kind: string };

/**
 * What can be done to the notation and the order of what the span touches, for the kinds that are wanted. A change is offered only
 * where the document says the same afterwards, and where it changes anything.
 */
export function refactorings(document: IncidentDocument, query: RefactoringQuery, wanted: (kind: string) => boolean): Refactored[] {
  return all.filter(({ kind }) => wanted(kind)).flatMap((refactoring) =>
    [...refactoring.offers(document, query)].filter((offer) => 'refused' in offer || holds(document, query, refactoring, offer)).map((offer) => ({ ...offer, kind: refactoring.kind })));
}

function holds(document: IncidentDocument, { read }: RefactoringQuery, { keeps }: Refactoring, { edits }: Change): boolean {
  if (edits.every(({ span, newText }) => document.text.slice(span) === newText)) return false;
  return agreeOn(keeps, document, read(applyEdits(document.text.value, edits)));
}
