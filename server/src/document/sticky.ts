/** A sticky pattern's match at an offset that does not reach past `end`, or null. */
export function matchAt(pattern: RegExp, source: string, at: number, end: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  const match = pattern.exec(source);
  return match && at + match[0].length <= end ? match : null;
}

/** The offset behind such a match, or the offset itself where there is none. */
export function behind(pattern: RegExp, source: string, at: number, end: number): number {
  const match = matchAt(pattern, source, at, end);
  return match ? at + match[0].length : at;
}

export const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** The number that two digits write, or -1. */
export function twoDigits(source: string, at: number): number {
  const tens = source.charCodeAt(at);
  const ones = source.charCodeAt(at + 1);
  return isDigit(tens) && isDigit(ones) ? (tens - 48) * 10 + ones - 48 : -1;
}
