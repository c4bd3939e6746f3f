import type { Zone } from './time';

/** What a zone's common name means where its offset changes with the season, as IANA calls it. */
const places: Readonly<Record<string, string>> = {
  PT: 'America/Los_Angeles', 'PACIFIC TIME': 'America/Los_Angeles', PACIFIC: 'America/Los_Angeles',
  MT: 'America/Denver', 'MOUNTAIN TIME': 'America/Denver',
  CT: 'America/Chicago', 'CENTRAL TIME': 'America/Chicago',
  ET: 'America/New_York', 'EASTERN TIME': 'America/New_York', EASTERN: 'America/New_York',
};

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

/**
 * A zone's offset in minutes east of UTC on a day (days since 1970-01-01, at noon UTC): what its name states, or what IANA's data
 * says of the place that it names. Null where neither tells.
 */
export function offsetOn(zone: Zone, day: number): number | null {
  if (zone.offset !== null) return zone.offset;
  const name = places[zone.text.toUpperCase()] ?? (zone.text.includes('/') ? zone.text : null);
  const written = name && formatOf(name)?.formatToParts(day * 86_400_000 + 43_200_000).find(({ type }) => type === 'timeZoneName')?.value;
  if (!written) return null;
  const match = /^GMT(?:([+-])(\d{2}):(\d{2}))?$/.exec(written);
  if (!match) return null;
  return match[1] === undefined ? 0 : (match[1] === '+' ? 1 : -1) * (Number(match[2]) * 60 + Number(match[3]));
}
