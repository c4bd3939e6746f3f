import type { DocumentKind } from '../document/detect';
import type { IncidentDocument } from '../document/document';
import type { SourceText } from '../document/text';
import type { CheckedFinding } from '../rules/check';

/** A file with what was found in it: an incident document, or settings in which something is wrong. */
export interface CheckedFile {
  /** As the user named it, or below the folder that the user named; with forward slashes. */
  readonly file: string;
  readonly kind: DocumentKind | 'settings';
  readonly text: SourceText;
  readonly findings: readonly CheckedFinding[];
  /** Another document that a finding names, as the user would. */
  readonly nameOf?: (uri: string) => string;
}

/** A document with what was found in it. */
export interface CheckedDocument extends CheckedFile {
  readonly document: IncidentDocument;
}
