import assert from 'node:assert/strict';

/** The least processor time of some runs, in milliseconds: what the work takes, whoever else uses the machine. */
export function leastCpuTime(work: () => void, runs = 3): number {
  const spent = () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  };
  let least = Infinity;
  for (let run = 0; run < runs; run++) {
    const start = spent();
    work();
    least = Math.min(least, spent() - start);
  }
  return least;
}

/**
 * Asserts that work takes no square of the length of what it is done on, and half a second for 100 KB at most.
 * @param prepare what is done on a text of so many characters
 */
export function assertNoSquare(prepare: (length: number) => () => void): void {
  const least = (length: number, runs?: number) => leastCpuTime(prepare(length), runs);
  let large = least(100_000);
  // Eight times the text: a square would take sixty-four times as long. Below a few milliseconds the clock says little.
  if (large < 6) return;
  const small = least(12_500);
  // What is met for the first time is compiled, which counts as well: in doubt the large text is tried until that is done.
  if (large / small >= 36) large = least(100_000, 12);
  assert.ok(large / small < 36, `${small.toFixed(1)} ms for 12.5 KB, ${large.toFixed(1)} ms for 100 KB`);
  assert.ok(large < 500, `${large.toFixed(1)} ms for 100 KB`);
}
