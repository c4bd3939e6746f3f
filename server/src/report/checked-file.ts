import type { IncidentDocument } from '../document/document';
import type { CheckedFinding } from '../rules/check';

/** A document with what was found in it. */
export interface CheckedFile {
  /** As the user named it, or below the folder that the user named; with forward slashes. */
  readonly file: string;
  readonly document: IncidentDocument;
  readonly findings: readonly CheckedFinding[];
}
