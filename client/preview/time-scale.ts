/** A stretch of time, in seconds since 1970. */
export interface TimeSpan {
  readonly start: number;
  readonly end: number | null;
}

/** A part of the axis. In one that is a gap nothing happened, and it is as wide as any other gap. */
export interface Part {
  readonly from: number;
  readonly to: number;
  /** Pixels from the left. */
  readonly left: number;
  readonly right: number;
  readonly isGap: boolean;
}

export interface TimeScale {
  readonly parts: readonly Part[];
  /** Pixels. */
  readonly width: number;
  /** Where an instant is drawn. */
  at(seconds: number): number;
}

export interface Tick {
  readonly x: number;
  readonly seconds: number;
  /** Whether a day begins here. */
  readonly isDay: boolean;
}

const margin = 20;
const gapWidth = 60;
/** So that an entry that stands alone between two gaps can be seen. */
const narrowest = 16;
const day = 86_400;
const steps = [60, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, day, 2 * day, 7 * day, 28 * day, 91 * day, 364 * day];

/**
 * An axis on which the times of an incident can be told apart although a day passed between two of them: long silences are cut out, what
 * is left is drawn to one measure. `width` is what there is room for, in pixels; the axis is wider where that is not enough.
 */
export function timeScale(spans: readonly TimeSpan[], width: number): TimeScale {
  const clusters = clustersOf(spans);
  const happened = clusters.reduce((sum, { from, to }) => sum + (to - from), 0);
  const fixed = 2 * margin + (clusters.length - 1) * gapWidth + clusters.length * narrowest;
  const room = Math.max(width - fixed, clusters.length * narrowest);
  const parts: Part[] = [];
  let left = margin;
  for (const [index, { from, to }] of clusters.entries()) {
    const before = parts.at(-1);
    if (before) {
      parts.push({ from: before.to, to: from, left, right: left + gapWidth, isGap: true });
      left += gapWidth;
    }
    const right = left + narrowest + (happened > 0 ? ((to - from) / happened) * room : room / clusters.length);
    parts.push({ from, to, left: index === 0 && happened === 0 ? right / 2 : left, right, isGap: false });
    left = right;
  }
  const at = (seconds: number): number => {
    const part = parts.find(({ to, isGap }) => seconds <= to && !isGap) ?? parts.at(-1);
    if (!part) return margin;
    return part.to === part.from ? (part.left + part.right) / 2 : part.left + ((seconds - part.from) / (part.to - part.from)) * (part.right - part.left);
  };
  return { parts, width: left + margin, at };
}

/** What is drawn to measure: the spans together, apart from silences that are long beside everything else. */
function clustersOf(spans: readonly TimeSpan[]): { from: number; to: number }[] {
  const busy: { from: number; to: number }[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const to = Math.max(start, end ?? start);
    const last = busy.at(-1);
    if (last && start <= last.to) last.to = Math.max(last.to, to);
    else busy.push({ from: start, to });
  }
  const [first, last] = [busy[0], busy.at(-1)];
  if (!first || !last) return [];
  const silences = busy.slice(1).map((next, index) => next.from - (busy[index] as { to: number }).to).sort((a, b) => b - a);
  let rest = last.to - first.from;
  let shortestCut = Infinity;
  for (const [index, silence] of silences.entries()) {
    const others = rest - silence;
    const count = silences.length - index - 1;
    if (silence < 0.3 * rest || others <= 0 || silence < (4 * others) / Math.max(count, 1)) break;
    shortestCut = silence;
    rest = others;
  }
  const clusters: { from: number; to: number }[] = [];
  for (const { from, to } of busy) {
    const open = clusters.at(-1);
    if (open && from - open.to < shortestCut) open.to = to;
    else clusters.push({ from, to });
  }
  return clusters;
}

/** Where the axis is marked: at even times, `apart` pixels from one another at least, and in no gap. */
export function ticksOf({ parts }: TimeScale, apart: number): Tick[] {
  return parts.flatMap(({ from, to, left, right, isGap }) => {
    if (isGap || to === from) return [];
    const pixels = (right - left) / (to - from);
    const step = steps.find((seconds) => seconds * pixels >= apart) ?? Math.ceil(apart / pixels / (364 * day)) * 364 * day;
    const ticks: Tick[] = [];
    for (let seconds = Math.ceil(from / step) * step; seconds <= to; seconds += step) ticks.push({ seconds, x: left + (seconds - from) * pixels, isDay: seconds % day === 0 });
    return ticks;
  });
}

/** The days that begin on the axis, and the one that every part of it begins in; no nearer to one another than `apart` pixels. */
export function daysOf({ parts }: TimeScale, apart: number): Tick[] {
  const days: Tick[] = [];
  let shown = -1;
  for (const { from, to, left, right, isGap } of parts) {
    if (isGap) continue;
    const pixels = to === from ? 0 : (right - left) / (to - from);
    const first = Math.floor(from / day);
    if (first !== shown) days.push({ seconds: first * day, x: left, isDay: from % day === 0 });
    // far too many days for the room there is: those in between are passed over
    const stride = pixels === 0 ? 1 : Math.max(1, Math.ceil(apart / (day * pixels)));
    for (let next = first + stride; next * day <= to; next += stride) days.push({ seconds: next * day, x: left + (next * day - from) * pixels, isDay: true });
    shown = Math.floor(to / day);
  }
  let end = -Infinity;
  return days.filter(({ x }) => {
    const fits = x >= end;
    if (fits) end = x + apart;
    return fits;
  });
}

/** The time of day of an instant (seconds since 1970, as the clock of the axis shows it): "07:42". */
export function clockOf(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(11, 16);
}

/** Its day: "2026-03-11". */
export function dayOf(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 10);
}
