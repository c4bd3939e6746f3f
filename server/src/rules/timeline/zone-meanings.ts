import type { Zone } from '../../document/time';
import { zoneOffsets } from '../../document/vocabulary';
import { offsetOn } from '../../document/zone';

/** A zone's name that holds for one half of the year at a place. */
export interface SeasonalZone {
  /** As IANA's data calls the place. */
  readonly place: string;
  readonly season: 'standard' | 'daylight';
  /** The name of the other half of the year. */
  readonly other: string;
  /** The name that holds all year, where there is one. */
  readonly general?: string;
}

/** The two names of a place, standard time first. */
const pairs: readonly (readonly [standard: string, daylight: string, place: string, general?: string])[] = [
  ['PST', 'PDT', 'America/Los_Angeles', 'PT'],
  ['MST', 'MDT', 'America/Denver', 'MT'],
  ['CST', 'CDT', 'America/Chicago', 'CT'],
  ['EST', 'EDT', 'America/New_York', 'ET'],
  ['AKST', 'AKDT', 'America/Anchorage'],
  ['WET', 'WEST', 'Europe/Lisbon'],
  ['CET', 'CEST', 'Europe/Berlin'],
  ['MEZ', 'MESZ', 'Europe/Berlin'],
  ['EET', 'EEST', 'Europe/Athens'],
  ['AEST', 'AEDT', 'Australia/Sydney'],
  ['NZST', 'NZDT', 'Pacific/Auckland'],
];

/** Standard times that are kept all year somewhere (Arizona, Queensland, Egypt …), or that also name other places. */
const allYear: ReadonlySet<string> = new Set(['MST', 'CST', 'AEST', 'EET', 'WET']);

const places = new Map<string, string>();
const seasonal = new Map<string, SeasonalZone>();
for (const [standard, daylight, place, general] of pairs) {
  const zone = (season: SeasonalZone['season'], other: string): SeasonalZone => ({ place, season, other, ...(general && { general }) });
  if (!allYear.has(standard)) seasonal.set(standard, zone('standard', daylight));
  seasonal.set(daylight, zone('daylight', standard));
  for (const name of [standard, daylight, general]) if (name) places.set(name, place);
}
for (const [name, general] of [['PACIFIC', 'PT'], ['MOUNTAIN', 'MT'], ['CENTRAL', 'CT'], ['EASTERN', 'ET']] as const) {
  for (const written of [name, `${name} TIME`]) places.set(written, places.get(general) as string);
}

/** Names whose meaning depends on where the writer is: minutes east of UTC and where that is, the likeliest first. */
export const ambiguousZones: Readonly<Record<string, readonly (readonly [offset: number, where: string])[]>> = {
  IST: [[330, 'India'], [60, 'Ireland'], [120, 'Israel']],
  BST: [[60, 'Britain'], [360, 'Bangladesh']],
  CST: [[-360, 'North America'], [480, 'China']],
  AST: [[-240, 'Atlantic'], [180, 'Arabia']],
};

/** What a name says about the season, or undefined where it says nothing for certain. */
export function seasonalZone(name: string): SeasonalZone | undefined {
  return seasonal.get(name);
}

/** The names that say something about the season. */
export const seasonalNames: readonly string[] = [...seasonal.keys()];

/** Asking IANA's data takes long, and the rows of a timeline are of few days. */
const offsets = new Map<string, number | null>();
const mostOffsets = 2000;

/** The offset at one of IANA's places on a day. */
function offsetAt(place: string, day: number): number | null {
  const key = `${place} ${day}`;
  let offset = offsets.get(key);
  if (offset === undefined) {
    if (offsets.size >= mostOffsets) offsets.clear();
    offset = offsetOn({ text: place, span: { start: 0, end: 0 }, offset: null }, day);
    offsets.set(key, offset);
  }
  return offset;
}

/** Whether a seasonal name is the wrong one on a day. Never on the days around a change. */
export function isOutOfSeason(name: string, day: number): boolean {
  const zone = seasonal.get(name);
  if (!zone) return false;
  const [before, after] = [offsetAt(zone.place, day - 1), offsetAt(zone.place, day + 1)];
  return before !== null && before === after && before !== zoneOffsets[name];
}

/** What tells two zones apart whatever the season: the place, else the offset, else the name. */
export function zoneIdentity({ text, offset }: Zone): string {
  const name = text.toUpperCase();
  return places.get(name) ?? (offset === null ? name : String(offset));
}

/** Every offset that a zone may mean on a day, in minutes east of UTC; empty where nothing is known of it. */
export function offsetsOf(zone: Zone, day: number): readonly number[] {
  const ambiguous = ambiguousZones[zone.text];
  if (ambiguous) return ambiguous.map(([offset]) => offset);
  const stated = offsetOn(zone, day);
  if (stated === null) return [];
  const season = seasonal.get(zone.text);
  // Who writes "PST" in summer means either the clock on the wall or what the name says.
  if (season && isOutOfSeason(zone.text, day)) return [offsetAt(season.place, day) as number, stated];
  return [stated];
}
