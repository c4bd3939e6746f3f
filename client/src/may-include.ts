/**
 * Whether a pattern as in `.gitignore` might name a file: whether all of its words are in the path. Cheap, and never wrong where it says no;
 * the server knows it exactly.
 */
export function mayInclude(patterns: unknown, path: string): boolean {
  const file = path.toLowerCase();
  return Array.isArray(patterns) && patterns.some((pattern) => wordsOf(String(pattern)).every((word) => file.includes(word)));
}

function wordsOf(pattern: string): string[] {
  const plain = pattern.toLowerCase().replace(/\[.*\]|\\./g, '*');
  return plain.split(/[^\p{L}\p{N}]+/u);
}
