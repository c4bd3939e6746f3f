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

/** A time in UTC, in its own zone and in that of the reader, and what is missing where that cannot be told. */
export function timeFacts(dated: Dated, end: Moment | null, approximate: boolean, timeZone: string): Block[] {
  const { at, zone } = dated;
  const sign = approximate ? '≈ ' : '';
  if (at.second === null) return at.day === null ? [] : [{ kind: 'facts', rows: [[t('Date'), [sign + span(at, end, 0)]]] }, ...bothWays(at)];
  const meanings = zone ? meaningsOf(zone, at) : [];
  if (meanings.length === 0) return [{ kind: 'facts', rows: [[zone ? zone.text : t('As written'), [sign + span(at, end, 0)]]] }, ...bothWays(at), text(missing(dated))];
  const [only, ...others] = meanings;
  const rows: [string, string][] = others.length > 0
    ? [[zone?.text ?? '', span(at, end, 0)], ...meanings.map(({ offset, where }): [string, string] => [where === null ? t('UTC') : t('UTC, if this is the time of {0}', where), span(at, end, -offset)])]
    : inZones(at, end, zone as Zone, only?.offset as number, timeZone);
  return [
    { kind: 'facts', rows: rows.map(([name, value]) => [name, [sign + value]]) },
    ...bothWays(at),
    ...(at.day === null ? [text(sentence(t('The date is not known, so the day and your local time are not known either.')))] : []),
    ...(others.length > 0 ? [text(sentence(t('{0} means more than one time, so your local time is not certain.'), zone?.text ?? ''))] : []),
  ];
}

/** What a zone's name may mean at a moment: minutes east of UTC, and whose time that is where the name does not say. */
function meaningsOf(zone: Zone, { day, second }: Moment): readonly { readonly offset: number; readonly where: string | null }[] {
  const places = ambiguousZones[zone.text];
  if (places) return places.map(([offset, where]) => ({ offset, where }));
  if (day === null) return zone.offset === null ? [] : [{ offset: zone.offset, where: null }];
  const [clock, stated] = offsetsOf(zone, day);
  // "PST" in summer: the clock on the wall there, or what the name says
  if (clock !== undefined && stated !== undefined) return [{ offset: clock, where: t('the clocks there on that day') }, { offset: stated, where: t('what {0} says all year', zone.text) }];
  const offset = offsetThen(zone, day, second ?? 0);
  return offset === null ? [] : [{ offset, where: null }];
}

/** In UTC, in the document's zone and locally; those that are the same in one row. */
function inZones(at: Moment, end: Moment | null, zone: Zone, offset: number, timeZone: string): [string, string][] {
  const zones: [name: string, offset: number][] = [[t('UTC'), 0]];
  if (!/^(?:UTC|GMT|Z)$/i.test(zone.text)) zones.push([zone.text, offset]);
  const local = at.day === null ? null : offsetAt(timeZone, (at.day * DAY + (at.second ?? 0) - offset * 60) * 1000);
  if (local !== null) zones.push([t('Local ({0})', timeZone), local]);
  const names = new Map<number, string[]>();
  for (const [name, east] of zones) names.set(east, [...(names.get(east) ?? []), name]);
  return [...names].map(([east, same]) => [same.join(', '), span(at, end, east - offset)]);
}

/** A moment, or the time from one to another, so many minutes later. */
function span(from: Moment, to: Moment | null, shift: number): string {
  const [start, end] = [moved(from, shift), to && moved(to, shift)];
  if (!end) return shown(start, true) + dayShift(from, shift);
  const length = from.day !== null && to !== null && to.day !== null && from.second !== null && to.second !== null ? (to.day - from.day) * DAY + to.second - from.second : null;
  return `${shown(start, true)}–${shown(end, end.day !== start.day)}${dayShift(from, shift)}${length !== null && length > 0 ? ` (${durationText(length)})` : ''}`;
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
  return at.day === null ? sentence(t('The date is not known, and so not what {0} is on that day.'), zone.text) : sentence(t('{0} does not tell how far it is from UTC.'), zone.text);
}
