import { SourceText } from '../../document/text';
import type { Edit } from '../../rules/rule';
import { rewrite } from './change';

/** The smallest edits that turn one text into another that has the same lines in the same order, blank ones aside. */
export function lineEdits(before: SourceText, after: SourceText): Edit[] {
  const edits: Edit[] = [];
  for (let line = 0, other = 0; line < before.lineCount || other < after.lineCount; line++, other++) {
    const [words, otherWords] = [behindBlanks(before, line), behindBlanks(after, other)];
    edits.push(...rewrite(before.value, before.lineStart(line), before.lineStart(words), after.value.slice(after.lineStart(other), after.lineStart(otherWords))));
    [line, other] = [words, otherWords];
    if (line < before.lineCount && other < after.lineCount) edits.push(...within(before, line, after.line(other)));
  }
  return edits;
}

/** The first line from one on that is not blank. */
function behindBlanks(text: SourceText, line: number): number {
  while (line < text.lineCount && text.line(line).trim() === '') line++;
  return line;
}

/** The edit of what differs within a line, without cutting a pair of surrogates. */
function within(text: SourceText, line: number, newText: string): Edit[] {
  let [start, end] = [text.lineStart(line), text.lineEnd(line)];
  let [from, to] = [0, newText.length];
  while (start < end && from < to && text.value[start] === newText[from]) [start, from] = [start + 1, from + 1];
  while (start < end && from < to && text.value[end - 1] === newText[to - 1]) [end, to] = [end - 1, to - 1];
  if (isHigh(text.value.charCodeAt(start - 1)) && from > 0) [start, from] = [start - 1, from - 1];
  if (isHigh(text.value.charCodeAt(end - 1)) && isLow(text.value.charCodeAt(end))) [end, to] = [end + 1, to + 1];
  return start === end && from === to ? [] : [{ span: { start, end }, newText: newText.slice(from, to) }];
}

const isHigh = (code: number): boolean => code >= 0xd800 && code <= 0xdbff;
const isLow = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff;
