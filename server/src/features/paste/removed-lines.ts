import type { IncidentDocument } from '../../document/document';
import type { Span } from '../../document/text';
import type { Edit } from '../../rules/rule';

/** Whole lines with their endings; of two blank lines that would meet, one. */
export function wholeLines({ text, lines }: IncidentDocument, { start, end }: Span): Span {
  const first = text.lineAt(start);
  // a selection that ends where a line begins does not reach into it
  const last = end > start && text.lineAt(end) > first && text.lineStart(text.lineAt(end)) === end ? text.lineAt(end) - 1 : text.lineAt(end);
  const isBlank = (line: number): boolean => line < 0 || lines[line]?.kind === 'blank';
  if (last + 1 >= text.lineCount) return { start: first > 0 ? text.lineEnd(first - 1) : 0, end: text.value.length };
  const both = isBlank(first - 1) && isBlank(last + 1) && last + 2 < text.lineCount;
  return { start: text.lineStart(first), end: text.lineStart(last + (both ? 2 : 1)) };
}

/** Edits of the text without some lines as edits of the text with them. */
export function withRemoval(edits: readonly Edit[], gone: Span): Edit[] {
  const length = gone.end - gone.start;
  const here = edits.find(({ span }) => span.start === gone.start);
  const moved = edits.filter((edit) => edit !== here).map(({ span, newText }) => {
    const shift = span.start > gone.start ? length : 0;
    return { span: { start: span.start + shift, end: span.end + shift }, newText };
  });
  return [...moved, { span: gone, newText: here?.newText ?? '' }].sort((a, b) => a.span.start - b.span.start);
}
