import type { IncidentDocument } from '../../document/document';
import type { Span } from '../../document/text';
import type { Timeline } from '../../document/timeline';
import type { CheckedFinding } from '../../rules/check';
import type { Edit } from '../../rules/rule';
import type { Read } from '../read';
import type { Statement } from '../statements';

/** What a refactoring may know beside the document. */
export interface RefactoringQuery {
  /** Where the cursor stands, or what is selected. */
  readonly span: Span;
  readonly read: Read;
  /** What is found in the document, or in what one of its changes would make of it. */
  readonly check: (document: IncidentDocument) => readonly CheckedFinding[];
  /** The IANA name of the zone that the user works in. */
  readonly timeZone: string;
  /** The zone that times are to be converted to, in place of those that are offered unasked: a name of IANA's, or one that documents use. */
  readonly target?: string | undefined;
}

/** A change of notation or order that the user may choose. Its edits do not overlap and are in document order. */
export interface Change {
  readonly title: string;
  readonly edits: readonly Edit[];
  /** The same edits as snippets, with places to fill in, for clients that know them. */
  readonly snippets?: readonly Edit[];
  /** The zone that it converts times to. */
  readonly timeZone?: string;
}

/** A change that cannot be made here, and why. */
export interface Refusal {
  readonly title: string;
  readonly refused: string;
}

export interface Refactoring {
  readonly kind: string;
  /** What of the document is the same afterwards. A change of which this does not hold is not offered. */
  readonly keeps: readonly Statement[];
  offers(document: IncidentDocument, query: RefactoringQuery): Iterable<Change | Refusal>;
}

/**
 * The timeline that a refactoring is about: the first with entries that the span touches. One alone, as every change is checked by reading
 * the whole document again.
 */
export function timelineAt({ timelines }: IncidentDocument, span: Span): Timeline | undefined {
  return timelines.find(({ section, entries }) => entries.length > 0 && touches(section.span, span));
}

/** Whether two spans touch. */
export const touches = (a: Span, b: Span): boolean => a.start <= b.end && b.start <= a.end;
