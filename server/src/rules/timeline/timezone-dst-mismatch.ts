import type { IncidentDocument } from '../../document/document';
import type { Span } from '../../document/text';
import { dayNumber, isoDay } from '../../document/time';
import type { TimeReader } from '../../document/time-reader';
import { t } from '../../l10n';
import type { Mention } from '../mentions';
import { defineRule } from '../rule';
import type { Fix } from '../rule';
import { isOutOfSeason, seasonalNames, seasonalZone } from './zone-meanings';

/** A zone's name fits the season of its dates. */
export const timezoneDstMismatch = defineRule({
  id: 'timezone-dst-mismatch',
  group: 'timeline',
  summary: 'The name of a time zone fits the time of the year',
  severity: 'warning',
  words: seasonalNames.map((name) => name.toLowerCase()),
  *check(document, _options, { mentions }) {
    const { text } = document;
    for (const [name, places] of byName(document, mentions)) {
      const zone = seasonalZone(name);
      const wrong = places.filter(({ days }) => days.size > 0 && [...days].every((day) => isOutOfSeason(name, day)));
      const [first, ...others] = wrong;
      if (!zone || !first || elsewhere[name]?.test(text.value)) continue;
      const date = isoDay([...first.days][0] as number);
      yield {
        span: first.span,
        message: zone.season === 'standard'
          ? t('{0} is standard time, but {1} is in daylight saving time: write {2}, or give the times in UTC.', name, date, zone.other)
          : t('{0} is daylight saving time, but {1} is in standard time: write {2}, or give the times in UTC.', name, date, zone.other),
        related: others.map(({ span }) => ({ span, message: t('{0} is written here as well.', text.slice(span)) })),
        fixes: [zone.other, ...(zone.general ? [zone.general] : [])].map((other) => rename(wrong, name, other)),
      };
    }
  },
});

/** Places whose standard time has the same name and is kept all year. */
const elsewhere: Readonly<Record<string, RegExp>> = {
  PST: /\b(?:philippines?|manila)\b/i,
  EST: /\b(?:panama|jamaica|canc[uú]n|brisbane|sydney|melbourne)\b/i,
  CET: /\b(?:algeria|algiers|tunisia|tunis)\b/i,
};

/** A zone's name in the text, and the days that it is said of. */
interface Place {
  readonly span: Span;
  readonly days: Set<number>;
}

/** Where the document writes a seasonal zone, in document order, by the zone's name. */
function byName(document: IncidentDocument, mentions: readonly Mention[]): ReadonlyMap<string, Place[]> {
  const { text, timelines } = document;
  const places = new Map<number, Place & { readonly name: string }>();
  const note = (name: string, span: Span, day: number | null): void => {
    let place = places.get(span.start);
    if (!place) places.set(span.start, (place = { name, span, days: new Set() }));
    if (day !== null) place.days.add(day);
  };
  for (const { entries } of timelines) {
    for (const { zone, start } of entries) if (zone && seasonalZone(zone.text)) note(zone.text, zone.span, start.day);
  }
  for (const mention of mentions) {
    const name = text.slice(mention.span);
    if (name !== name.toUpperCase() || places.has(mention.span.start) || !behindTime.test(text.value.slice(Math.max(mention.line.start, mention.span.start - 12), mention.span.start))) continue;
    note(name, mention.span, dayBefore(document.times, mention));
  }
  const found = new Map<string, Place[]>();
  for (const place of [...places.values()].sort((a, b) => a.span.start - b.span.start)) {
    const others = found.get(place.name);
    if (others) others.push(place);
    else found.set(place.name, [place]);
  }
  return found;
}

const behindTime = /\d\s?(?:[ap]\.?m\.?)?\s?\(?$/i;
/** Longer sentences tell little about what belongs together. */
const reach = 200;

/** The day of the last full date in front of a mention, on its line. */
function dayBefore(reader: TimeReader, { span, line }: Mention): number | null {
  let day: number | null = null;
  let at = Math.max(line.start, span.start - reach);
  for (let found = reader.findDate(at, span.start); found; found = reader.findDate(at, span.start)) {
    const { year, month, day: ofMonth, ambiguous } = found.date;
    day = year === null || ambiguous ? null : dayNumber(year, month, ofMonth);
    at = found.span.end;
  }
  return day;
}

function rename(places: readonly Place[], name: string, other: string): Fix {
  const title = places.length === 1 ? t('Change {0} to {1}', name, other) : t('Change {0} to {1} in {2} places', name, other, places.length);
  return { title, kind: 'suggested', edits: places.map(({ span }) => ({ span, newText: other })) };
}
