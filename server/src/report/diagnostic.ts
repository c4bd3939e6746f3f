import type { SourceText, Span } from '../document/text';
import type { CheckedFinding } from '../rules/check';
import type { OtherPlace, Severity } from '../rules/rule';
import type { CheckedFile } from './checked-file';

/** A place in a document. Lines and columns count from 1, columns in UTF-16 code units; the end is exclusive. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A finding as the command line reports it. */
export interface Diagnostic extends Place {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
}

/** From the gravest on. */
export const gravity: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

export function placeOf(text: SourceText, { start, end }: Span): Place {
  const line = text.lineAt(start);
  const endLine = text.lineAt(end);
  return { line: line + 1, column: start - text.lineStart(line) + 1, endLine: endLine + 1, endColumn: end - text.lineStart(endLine) + 1 };
}

export function diagnosticOf(text: SourceText, { rule, severity, span, message }: CheckedFinding): Diagnostic {
  return { rule, severity, ...placeOf(text, span), message };
}

/** A line of another document that belongs to a finding. */
export interface PlaceElsewhere {
  readonly file: string;
  /** Counts from 1. */
  readonly line: number;
  readonly message: string;
}

/** The lines of other documents that belong to a finding, the documents as the user would name them. */
export function placesElsewhere({ nameOf }: CheckedFile, { elsewhere = [] }: { readonly elsewhere?: readonly OtherPlace[] }): PlaceElsewhere[] {
  return elsewhere.map(({ uri, line, message }) => ({ file: nameOf?.(uri) ?? uri, line: line + 1, message }));
}
