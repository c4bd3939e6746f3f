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
