import type { CheckedFinding } from './check';
import type { Edit } from './rule';

/** How often a text is fixed and checked again before what is left is left alone. */
const passes = 10;

/**
 * The edits of the first safe fix of every finding, in document order. Where two fixes touch, the later one waits for another
 * check: it may no longer be right.
 */
export function safeEdits(findings: readonly CheckedFinding[]): Edit[] {
  const taken: Edit[] = [];
  for (const { fixes } of findings) {
    const fix = fixes?.find(({ kind }) => kind === 'safe');
    if (fix && !fix.edits.some((edit) => taken.some((other) => touch(edit, other)))) taken.push(...fix.edits);
  }
  return taken.sort((a, b) => a.span.start - b.span.start);
}

function touch(a: Edit, b: Edit): boolean {
  return a.span.start <= b.span.end && b.span.start <= a.span.end;
}

/** The text with the edits made, which do not overlap and stand in document order. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const { span, newText } of edits) {
    result += text.slice(at, span.start) + newText;
    at = span.end;
  }
  return result + text.slice(at);
}

/** The text with all safe fixes made, checking again after each round until none is left. */
export function fixAll(text: string, findingsOf: (text: string) => readonly CheckedFinding[]): string {
  let fixed = text;
  for (let pass = 0; pass < passes; pass++) {
    const next = applyEdits(fixed, safeEdits(findingsOf(fixed)));
    if (next === fixed) break;
    fixed = next;
  }
  return fixed;
}
