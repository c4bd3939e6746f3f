import type { Mention } from './mentions';

/** Whether a mention stands between quotation marks of its line: somebody else's words. */
export function isQuoted({ span, line: { start, words } }: Mention): boolean {
  const at = span.start - start;
  if (at > farthest) return false;
  let marks = 0;
  for (let index = words.indexOf('"'); index >= 0 && index < at; index = words.indexOf('"', index + 1)) marks++;
  if (marks % 2 === 1 && words.includes('"', at)) return true;
  const open = words.lastIndexOf('“', at);
  return open >= 0 && words.lastIndexOf('”', at) < open;
}

/** Behind so many characters of one line the marks are no longer counted. */
const farthest = 1000;

/** What a line says before a mention, as far back as matters to a pattern. */
export const before = ({ span, line: { start, words } }: Mention, length = 80): string => words.slice(Math.max(0, span.start - start - length), span.start - start);

/** What a line says behind a mention. */
export const behind = ({ span, line: { start, words } }: Mention, length = 80): string => words.slice(span.end - start, span.end - start + length);
