/** How many of the first values are not behind something; those that are come last. */
export function firstBehind<Value>(values: readonly Value[], isBehind: (value: Value) => boolean): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBehind(values[middle] as Value)) high = middle;
    else low = middle + 1;
  }
  return low;
}
