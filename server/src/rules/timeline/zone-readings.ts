import type { TimelineEntry } from '../../document/timeline';
import type { Timed } from './entry-order';
import { offsetsOf } from './zone-meanings';

/** An entry's time as one reading of the zones has it. */
export type ZoneReading = (entry: TimelineEntry) => Timed;

const asWritten: readonly ZoneReading[] = [(entry) => entry];

/** More names or readings tell nothing for certain. */
const most = 12;

/**
 * Every way to read the zones of entries that may mean several offsets (IST, or PST in summer), for entries that are in
 * different zones; one reading where there is nothing to choose. Empty where there are too many.
 */
export function zoneReadings(entries: readonly TimelineEntry[]): readonly ZoneReading[] {
  const names = new Map<string, readonly number[]>();
  for (const { zone, start } of entries) {
    if (names.size > most) break;
    if (zone && !names.has(zone.text)) names.set(zone.text, start.day === null ? [] : offsetsOf(zone, start.day));
  }
  const doubtful = names.size > 1 && names.size <= most ? [...names].filter(([, offsets]) => offsets.length > 1) : [];
  if (doubtful.length === 0) return asWritten;
  let choices: ReadonlyMap<string, number>[] = [new Map()];
  for (const [name, offsets] of doubtful) {
    choices = choices.flatMap((choice) => offsets.map((offset) => new Map([...choice, [name, offset]])));
    if (choices.length > most) return [];
  }
  return choices.map((choice) => (entry) => {
    const offset = entry.zone ? choice.get(entry.zone.text) : undefined;
    return entry.zone && offset !== undefined ? { start: entry.start, time: entry.time, zone: { ...entry.zone, offset } } : entry;
  });
}
