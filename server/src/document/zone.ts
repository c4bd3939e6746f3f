import type { Zone } from './time';

/** What a zone's common name means where its offset changes with the season, as IANA calls it. */
const places: Readonly<Record<string, string>> = {
  PT: 'America/Los_Angeles', 'PACIFIC TIME': 'America/Los_Angeles', PACIFIC: 'America/Los_Angeles',
  MT: 'America/Denver', MOUNTAIN: 'America/Denver', 'MOUNTAIN TIME': 'America/Denver',
  CT: 'America/Chicago', CENTRAL: 'America/Chicago', 'CENTRAL TIME': 'America/Chicago',
  ET: 'America/New_York', 'EASTERN TIME': 'America/New_York', EASTERN: 'America/New_York',
};

let cities: ReadonlySet<string> | undefined;

/** Whether a zone of IANA's data is named after a city. */
export function isCity(name: string): boolean {
  cities ??= new Set(Intl.supportedValuesOf('timeZone').map((zone) => zone.slice(zone.lastIndexOf('/') + 1)));
  return cities.has(name);
}

const formats = new Map<string, Intl.DateTimeFormat | null>();

/** The format that tells a zone's offset; null for a name that IANA's data does not know. */
function formatOf(name: string): Intl.DateTimeFormat | null {
  let format = formats.get(name);
  if (format === undefined) {
    try {
      format = new Intl.DateTimeFormat('en-US', { timeZone: name, timeZoneName: 'longOffset' });
    } catch {
      format = null;
    }
    formats.set(name, format);
  }
  return format;
}

/** The place that a zone names whose offset changes with the season, as IANA calls it; or null. */
const placeOf = ({ text }: Zone): string | null => places[text.toUpperCase()] ?? (text.includes('/') ? text : null);

/** The offset in minutes east of UTC at one of IANA's places at an instant (milliseconds since the epoch); null where it is none. */
export function offsetAt(place: string, instant: number): number | null {
  const written = formatOf(place)?.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value;
  const match = written ? /^GMT(?:([+-])(\d{2}):(\d{2}))?$/.exec(written) : null;
  if (!match) return null;
  return match[1] === undefined ? 0 : (match[1] === '+' ? 1 : -1) * (Number(match[2]) * 60 + Number(match[3]));
}

/**
 * A zone's offset in minutes east of UTC on a day (days since 1970-01-01, at noon UTC): what its name states, or what IANA's data
 * says of the place that it names. Null where neither tells.
 */
export function offsetOn(zone: Zone, day: number): number | null {
  if (zone.offset !== null) return zone.offset;
  const place = placeOf(zone);
  return place === null ? null : offsetAt(place, day * 86_400_000 + 43_200_000);
}

/**
 * The offset of a zone in minutes east of UTC at a time of day there (days since 1970-01-01, seconds since midnight): on the day of a
 * change the clock tells which side of it is meant. Null where the zone does not tell.
 */
export function offsetThen(zone: Zone, day: number, second: number): number | null {
  const place = zone.offset === null ? placeOf(zone) : null;
  const noon = offsetOn(zone, day);
  return place === null || noon === null ? noon : offsetAt(place, (day * 86_400 + second - noon * 60) * 1000);
}
