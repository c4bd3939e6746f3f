import type { Zone } from '../../document/time';
import { offsetAt, offsetThen } from '../../document/zone';
import { offsetsOf } from '../../rules/timeline/zone-meanings';

const DAY = 86_400;

/** Where people live who mean their own zone by a name that others have for theirs, by the names of IANA's places. */
const homes: Readonly<Record<string, RegExp>> = {
  IST: /^(?:Asia\/(?:Kolkata|Calcutta|Jerusalem|Tel_Aviv)|Europe\/Dublin)$/, CST: /^(?:America|US|Asia)\//, AST: /^(?:America|Atlantic|Asia)\//, BST: /^(?:Europe\/London|Asia\/Dhaka)$/,
};

/** Tells offsets from UTC. A name that means several things means what holds where the reader lives, or nothing is known. */
export class CertainOffsets {
  private readonly home: string;
  private readonly known = new Map<string, number | null>();

  /** `home`: the IANA name of the reader's zone. */
  constructor(home: string) {
    this.home = home;
  }

  /** Minutes east of UTC at a time of day there (days since 1970-01-01, seconds since midnight); null where that is not certain. No zone is the reader's. */
  on(zone: Zone | null, day: number, second: number): number | null {
    if (zone?.offset === 0) return 0;
    const name = zone && !/^local/i.test(zone.text) ? zone.text : this.home;
    // No place changes its offset within a quarter of an hour.
    const key = `${name} ${day} ${Math.floor(second / 900)}`;
    let offset = this.known.get(key);
    if (offset === undefined) this.known.set(key, (offset = this.find(zone && name === zone.text ? zone : this.homeZone, day, second)));
    return offset;
  }

  /** Seconds since the epoch at a time of day there; where that is not certain, by an offset that is taken for it (in minutes), or null. */
  instant(zone: Zone | null, day: number, second: number, taken: number | null = null): number | null {
    const offset = this.on(zone, day, second) ?? taken;
    return offset === null ? null : day * DAY + second - offset * 60;
  }

  /** Days since 1970-01-01 and seconds since midnight in a zone at an instant (seconds since the epoch); null where that is not certain. */
  at(zone: Zone | null, instant: number): { readonly day: number; readonly second: number } | null {
    let offset = 0;
    // The first step finds the day, the second the clock on the day of a change.
    for (let step = 0; step < 3; step++) {
      const local = instant + offset * 60;
      const day = Math.floor(local / DAY);
      const found = this.on(zone, day, local - day * DAY);
      if (found === null) return null;
      if (found === offset) return { day, second: local - day * DAY };
      offset = found;
    }
    return null;
  }

  private get homeZone(): Zone {
    return { text: this.home, span: { start: 0, end: 0 }, offset: /^(?:Etc\/)?(?:UTC|GMT)$/.test(this.home) ? 0 : null };
  }

  private find(zone: Zone, day: number, second: number): number | null {
    const home = (): number | null => offsetAt(this.home, (day * DAY + second) * 1000);
    if (zone.text === this.home) return offsetThen(zone, day, second) ?? home();
    const meanings = offsetsOf(zone, day);
    if (meanings.length <= 1) return meanings.length === 0 ? null : offsetThen(zone, day, second);
    const here = homes[zone.text]?.test(this.home) === false ? null : home();
    return here !== null && meanings.includes(here) ? here : null;
  }
}
