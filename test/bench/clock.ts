/** The least time of some rounds, in milliseconds: what the work takes when nothing else disturbs it. */
export function leastTime(work: () => void, budget = 1200): number {
  let least = Infinity;
  const until = performance.now() + budget;
  for (let round = 0; round < 5 || performance.now() < until; round++) {
    const start = performance.now();
    work();
    least = Math.min(least, performance.now() - start);
    if (round > 400) break;
  }
  return least;
}

/** One pass over the characters of a text: about what decoding the file costs, and the unit of the figures (CC). */
export function charCodePass(text: string): number {
  let lines = 0;
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) === 10) lines++;
  return lines;
}
