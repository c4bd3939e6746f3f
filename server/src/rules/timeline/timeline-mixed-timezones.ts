import type { Zone } from '../../document/time';
import type { Timeline } from '../../document/timeline';
import { offsetOn } from '../../document/zone';
import { t } from '../../l10n';
import { defineRule } from '../rule';
import { zoneIdentity } from './zone-meanings';

/** The entries of a timeline are in one zone. */
export const timelineMixedTimezones = defineRule({
  id: 'timeline-mixed-timezones',
  group: 'timeline',
  summary: 'A timeline keeps to one time zone',
  severity: 'warning',
  judges: 'timelines',
  *check({ timelines }) {
    for (const timeline of timelines) {
      const [first, second, ...others] = zonesOf(timeline);
      if (!first || !second) continue;
      yield {
        span: timeline.section.titleSpan,
        message: t('These times are in several zones, {0} and {1} among them: give them all in one, best in UTC.', first.text, second.text),
        related: [first, second, ...others].map(({ text, span }) => ({ span, message: t('The first time in {0}.', text) })),
      };
    }
  },
});

/** More than these need not be told of. */
const most = 5;

/** The zones that the entries are in, where they differ from each other on the entries' days. */
function zonesOf({ entries }: Timeline): Zone[] {
  const found = new Map<string, Zone>();
  for (const { zone, start } of entries) {
    if (!zone || start.second === null) continue;
    const identity = zoneIdentity(zone);
    if (found.has(identity)) continue;
    // "GMT" and "UTC", "ET" and "-04:00" are the same on their day.
    const offset = start.day === null ? zone.offset : offsetOn(zone, start.day);
    const same = [...found.values()].some((other) => offset !== null && (start.day === null ? other.offset : offsetOn(other, start.day)) === offset);
    if (!same) found.set(identity, zone);
    if (found.size === most) break;
  }
  return [...found.values()];
}
