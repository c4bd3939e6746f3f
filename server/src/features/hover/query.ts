import type { IncidentDocument } from '../../document/document';
import type { Milestone } from '../../document/milestones';
import type { Span } from '../../document/text';
import type { IncidentIndex } from '../../workspace/incident-index';

/** What a hover may be about: a document, a place in it, and what surrounds it. */
export interface HoverQuery {
  readonly uri: string;
  readonly document: IncidentDocument;
  /** In UTF-16 code units. */
  readonly offset: number;
  /** The incident documents of the workspace, this one among them. */
  readonly index: Pick<IncidentIndex, 'bearing' | 'ownedBy'>;
  /** The IANA name of the zone that the reader lives in. */
  readonly timeZone: string;
}

/** Whether a span holds an offset. */
export const holds = ({ start, end }: Span, offset: number): boolean => start <= offset && offset < end;

/** What times are counted from: when the incident started, else when it was detected; null where neither is known. */
export function beginning({ milestones: { started, detected } }: IncidentDocument): (Milestone & { readonly isStart: boolean }) | null {
  const from = started ?? detected;
  return from ? { ...from, isStart: from === started } : null;
}
