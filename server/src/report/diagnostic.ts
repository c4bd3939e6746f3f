import type { SourceText, Span } from '../document/text';
import type { CheckedFinding } from '../rules/check';
import type { Severity } from '../rules/rule';

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
