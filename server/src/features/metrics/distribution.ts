/** How values are spread. There is no mean: one long incident would move it further than all the others. */
export interface Distribution {
  /** How many values there are. */
  readonly known: number;
  readonly minimum: number | null;
  readonly firstQuartile: number | null;
  readonly median: number | null;
  readonly thirdQuartile: number | null;
  /** Nine in ten are no longer. */
  readonly p90: number | null;
  readonly maximum: number | null;
}

export function distributionOf(values: readonly number[]): Distribution {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number): number | null => quantile(sorted, share);
  return { known: sorted.length, minimum: at(0), firstQuartile: at(0.25), median: at(0.5), thirdQuartile: at(0.75), p90: at(0.9), maximum: at(1) };
}

/** Between the two nearest values where it falls between them (R-7, as spreadsheets do); null of nothing. */
function quantile(sorted: readonly number[], share: number): number | null {
  if (sorted.length === 0) return null;
  const place = (sorted.length - 1) * share;
  const [below, above] = [sorted[Math.floor(place)] as number, sorted[Math.ceil(place)] as number];
  return below + (above - below) * (place - Math.floor(place));
}
