/** The word of a list that is nearest to what was written, or null where none is near enough to be meant. */
export function nearest(written: string, words: readonly string[]): string | null {
  let best: string | null = null;
  let least = Math.max(2, Math.floor(written.length / 3)) + 1;
  for (const word of words) {
    const distance = word.startsWith(written) && written.length > 3 ? 1 : editDistance(written.slice(0, 64), word);
    if (distance < least) {
      least = distance;
      best = word;
    }
  }
  return best;
}

/** How many characters must be inserted, removed or replaced to turn one word into the other. */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    for (let j = 1; j <= to.length; j++) {
      const replaced = (row[j - 1] as number) + (from[i - 1] === to[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    row = next;
  }
  return row[to.length] as number;
}
