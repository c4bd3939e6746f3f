import { secondsApart } from '../../document/milestones';
import type { Dated } from '../../document/milestones';
import type { Moment, Zone } from '../../document/time';
import { isoMoment, weekdayOf } from '../../document/time';
import { offsetAt, offsetThen } from '../../document/zone';
import { t } from '../../l10n';
import { ambiguousZones, offsetsOf } from '../../rules/timeline/zone-meanings';
import { durationText } from '../duration-text';
import { sentence, text } from './card';
import type { Block } from './card';

const DAY = 86_400;
const weekdays = (): readonly string[] => [t('Sun'), t('Mon'), t('Tue'), t('Wed'), t('Thu'), t('Fri'), t('Sat')];

/** A time in UTC, in its own zone and in that of the reader, and what is missing where that cannot be told. `written`: as it stands in the document. */
export function timeFacts(found: Dated, end: Moment | null, { written, approximate, timeZone }: { written: string; approximate: boolean; timeZone: string }): Block[] {
  const { at, zone } = found;
  if (at.second === null) return at.day === null ? [] : [facts([[t('Date'), span(found, end, 0)]], approximate), ...bothWays(at)];
  const meanings = zone ? meaningsOf(zone, at) : [];
  const [only, ...others] = meanings;
  if (!zone || !only) return [facts([[zone?.text ?? t('As written'), at.day === null ? written : span(found, end, 0)]], approximate), ...bothWays(at), text(missing(found))];
  if (others.length > 0) {
    const rows = meanings.map(({ offset, name }): NamedTime => [name, span(found, end, -offset)]);
    return [facts([[zone.text, span(found, end, 0)], ...rows], approximate), ...bothWays(at), text(sentence(t('What {0} is on that day is not certain, and so not your local time.'), zone.text))];
  }
  const undated = at.day === null ? [text(sentence(t('The date is not known, so the day and your local time are not known either.')))] : [];
  return [facts(inZones(found, end, zone, only.offset, timeZone), approximate), ...bothWays(at), ...undated];
}

type NamedTime = readonly [name: string, time: string];

const facts = (rows: readonly NamedTime[], approximate: boolean): Block => ({ kind: 'facts', rows: rows.map(([name, time]) => [name, [approximate ? `≈ ${time}` : time]]) });

/** Whether it is certain how far two times are apart: a zone that may mean several things means the same in both of them. */
export function isCertain(one: Dated, other: Dated): boolean {
  return one.zone?.text === other.zone?.text || [one, other].every(({ zone, at }) => !zone || meaningsOf(zone, at).length <= 1);
}

/** What a zone's name may mean at a moment: minutes east of UTC, and the name of UTC under that reading. */
function meaningsOf(zone: Zone, { day, second }: Moment): readonly { readonly offset: number; readonly name: string }[] {
  const places = ambiguousZones[zone.text];
  if (places) return places.map(([offset, where]) => ({ offset, name: t('UTC, if {0} is the time of {1}', zone.text, where) }));
  if (day === null) return zone.offset === null ? [] : [{ offset: zone.offset, name: t('UTC') }];
  const [clock, stated] = offsetsOf(zone, day);
  // "PST" in summer: the clock on the wall there, or what the name says
  if (clock !== undefined && stated !== undefined) return [{ offset: clock, name: t('UTC, by the clocks there on that day') }, { offset: stated, name: t('UTC, by the name {0}', zone.text) }];
  const offset = offsetThen(zone, day, second ?? 0);
  return offset === null ? [] : [{ offset, name: t('UTC') }];
}

/** In UTC, in the document's zone and locally; those that are the same in one row. */
function inZones(found: Dated, end: Moment | null, zone: Zone, offset: number, timeZone: string): NamedTime[] {
  const { at } = found;
  const zones: [name: string, offset: number][] = [[t('UTC'), 0]];
  if (!/^(?:UTC|GMT|Z)$/i.test(zone.text)) zones.push([zone.text, offset]);
  const local = at.day === null ? null : offsetAt(timeZone, (at.day * DAY + (at.second ?? 0) - offset * 60) * 1000);
  if (local !== null) zones.push([t('Local ({0})', timeZone), local]);
  const names = new Map<number, string[]>();
  for (const [name, east] of zones) names.set(east, [...(names.get(east) ?? []), name]);
  return [...names].map(([east, same]) => [same.join(', '), span(found, end, east - offset)]);
}

/** A moment, or the time from one to another, so many minutes later. */
function span({ at, zone }: Dated, to: Moment | null, shift: number): string {
  const [start, end] = [moved(at, shift), to && moved(to, shift)];
  if (!to || !end) return shown(start, true) + dayShift(at, shift);
  const length = at.day === null ? null : secondsApart({ at, zone }, { at: to, zone });
  return `${shown(start, true)}–${shown(end, end.day !== start.day)}${dayShift(at, shift)}${length !== null && length > 0 ? ` (${durationText(length)})` : ''}`;
}

function shown(moment: Moment, withDay: boolean): string {
  const day = moment.day === null || !withDay ? '' : `${weekdays()[weekdayOf(moment.day)]} `;
  return day + isoMoment(withDay ? moment : { ...moment, day: null }).replace('T', day === '' ? '' : ' ');
}

/** Of a clock without a date, where it is on another day there. */
function dayShift({ day, second }: Moment, shift: number): string {
  if (day !== null || second === null) return '';
  const days = Math.floor((second + shift * 60) / DAY);
  return days === 0 ? '' : ` ${days < 0 ? t('(the day before)') : t('(the day after)')}`;
}

function moved(moment: Moment, minutes: number): Moment {
  if (moment.second === null) return moment;
  const seconds = moment.second + minutes * 60;
  return { ...moment, day: moment.day === null ? null : moment.day + Math.floor(seconds / DAY), second: ((seconds % DAY) + DAY) % DAY };
}

function bothWays({ day, otherDay }: Moment): Block[] {
  return day === null || otherDay === undefined ? [] : [text(sentence(t('The date can be read both ways; the other way round it is {0}.'), isoMoment({ day: otherDay, second: null, precision: 'day' })))];
}

function missing({ zone, at }: Dated): ReturnType<typeof sentence> {
  if (!zone) return at.day === null ? sentence(t('Neither date nor time zone are stated, so this time cannot be told in UTC.')) : sentence(t('No time zone is stated, so this time cannot be told in UTC.'));
  return at.day === null ? sentence(t('The date is not known, and so not what “{0}” is on that day.'), zone.text) : sentence(t('“{0}” does not tell how far it is from UTC.'), zone.text);
}
