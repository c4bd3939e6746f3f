import type { SourceText } from '../../document/text';
import type { Edit } from '../../rules/rule';

/** Stands for one blank line where there is none beside it yet. */
export const gap = { gap: true } as const;
export type NewLine = string | typeof gap;

/** What becomes of each line of a text: nothing, itself, or others. Without line endings. */
export type NewLines = readonly (readonly NewLine[])[];

/** The edits that put the new lines in the place of the old ones, in document order. */
export function editsTo(text: SourceText, newLines: NewLines): Edit[] {
  const settled = settle(newLines);
  const edits: Edit[] = [];
  let isFirst = true;
  settled.forEach((lines, number) => {
    const [start, end] = [text.lineStart(number), text.lineEnd(number)];
    if (lines.length > 0) {
      const newText = lines.join(text.eol);
      const mark = text.value.charCodeAt(start) === 0xfeff ? 1 : 0;
      if (newText !== text.value.slice(start + mark, end)) edits.push({ span: { start: start + mark, end }, newText });
      isFirst = false;
    } else if (isFirst) edits.push({ span: text.lineSpan(number), newText: '' });
    // with the ending of the line before, so that a last line without one leaves none behind
    else edits.push({ span: { start: text.lineEnd(number - 1), end }, newText: '' });
  });
  return edits;
}

/** The same with blank lines for gaps, but beside other blank lines and at both ends. */
function settle(newLines: NewLines): string[][] {
  const flat = newLines.flatMap((lines, number) => lines.map((line) => ({ number, line })));
  const settled: string[][] = newLines.map(() => []);
  let isBlank = true;
  flat.forEach(({ number, line }, index) => {
    const next = flat[index + 1]?.line;
    const isNeeded = !isBlank && typeof next === 'string' && next.trim() !== '';
    if (typeof line !== 'string' && !isNeeded) return;
    const words = typeof line === 'string' ? line : '';
    (settled[number] as string[]).push(words);
    isBlank = words.trim() === '';
  });
  return settled;
}
