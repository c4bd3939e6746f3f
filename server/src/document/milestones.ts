import type { Field } from './fields';
import type { Line } from './lines';
import { marksIn, milestoneKeys } from './milestone-marks';
import type { Section } from './sections';
import type { Span } from './text';
import type { Moment, TimePoint, Zone } from './time';
import { offsetThen } from './zone';
import type { TimeReader } from './time-reader';
import { dayNumber, daysToOtherReading, momentOn } from './time';
import type { Anchors } from './anchors';
import type { Timeline, TimelineEntry } from './timeline';
import type { MilestoneKey } from './vocabulary';

/** When a milestone was reached, and the line that says so. */
export interface Milestone {
  /** 0-based. */
  readonly line: number;
  readonly at: Moment;
  readonly zone: Zone | null;
}

export type Milestones = Readonly<Partial<Record<MilestoneKey, Milestone>>>;

/** Durations in seconds between milestones; null where one of the two is unknown or the timeline is out of order. */
export interface Metrics {
  readonly timeToDetect: number | null;
  readonly timeToAcknowledge: number | null;
  readonly timeToDeclare: number | null;
  readonly timeToEscalate: number | null;
  readonly timeToIdentify: number | null;
  readonly timeToMitigate: number | null;
  readonly timeToResolve: number | null;
}

/** What an entry's words are evidence of, and what takes the evidence back. Lower case is compared. */
const cues: Readonly<Record<MilestoneKey, { readonly says: RegExp; readonly unless?: RegExp }>> = {
  started: {
    says: /\b(?:impact (?:starts|started|begins|began)|incident (?:starts|started|begins|began)|outage (?:starts|started|begins|began)|first (?:errors?|failures?|500s?)\b|began failing|started failing|errors? (?:began|started)|went down|starts? to fail)/,
    unless: /\b(?:investigat\w+ (?:began|started)|restarted)\b/,
  },
  detected: {
    says: /\b(?:detect(?:ed|s)|alert(?:s|ed)? (?:fired|fires|triggered|received|goes off|went off)|(?:were|was|got|is|are) (?:alerted|paged)|on-?call (?:is |was |gets |got )?paged|pages? on-?call|noticed|notices|alarm|reported by|(?:customer|user|client)s? (?:reports?|reported|complain\w*)|complaints|(?:opens?|opened|raises?|raised) (?:the |a )?(?:\w+ )?ticket|ticket (?:is |was )?(?:opened|raised)|first notice|received (?:an? )?(?:\w+ )?alerts?)\b/,
    unless: /\b(?:no alerts?|not (?:been )?(?:detected|noticed)|never noticed|nobody|undetected)\b/,
  },
  acknowledged: {
    says: /\b(?:acknowledge[sd]?|ack(?:'?ed|s)?|receives? alert|begins? triage|began (?:triage|investigat\w+|looking)|beg[iau]n (?:an |the )?investigat\w+|begins? investigat\w+|start(?:ed|s)? (?:an |the )?investigat\w+|investigation (?:began|begins|started|starts|initiated)|picks? (?:it )?up|picked (?:it )?up|joined the (?:bridge|call)|on-?call (?:responds|responded|sees))\b/,
    unless: /\b(?:customers?|clients?) (?:has |have )?acknowledge/,
  },
  declared: {
    says: /\b(?:incident (?:is |was )?(?:declared|opened)|declar(?:ed|es|ing) (?:an? |the )?(?:\w+ )?incident|sev-?\d (?:is |was )?(?:declared|opened)|declared (?:a )?sev|war room (?:is |was )?opened|major incident (?:is |was )?(?:raised|declared)|ticket goes to p[01])\b/,
  },
  escalated: {
    says: /\bescalat(?:ed|es)\b|\bpaged in\b|\bhanded over to\b/,
    unless: /\bde-?escalat|\bescalation call ended\b|\bnot escalated\b/,
  },
  identified: {
    says: /\b(?:identif(?:ied|ies)|root cause (?:is |was )?(?:found|identified|confirmed|known)|found the (?:root )?cause|diagnosed|isolated to|traced (?:it )?(?:back )?to|cause (?:is |was )?(?:confirmed|found)|confirmed that .{1,60} caused|(?:was|were) found to)\b/,
    unless: /\b(?:not (?:yet )?identified|unidentified|to be identified|identified (?:the )?affected)\b/,
  },
  mitigated: {
    says: /\b(?:mitigated|mitigation (?:is |was )?(?:applied|in place|deployed)|workaround (?:\w+ )?(?:applied|in place|deployed)|roll(?:ed|s|ing)? ?back|rollback (?:completed?|done|finished)|failed over|traffic (?:was |is )?shifted|stabili[sz]ed|stability (?:was |is )?(?:observed|restored)|interim stability|contained|partial(?:ly)? (?:restored?|recovered))\b/,
    unless: /\b(?:planned|proposed|not mitigated|prepar\w+ (?:to|the|a) roll|decid\w+ to roll|start(?:ed|s)? (?:to )?roll)/,
  },
  resolved: {
    says: /\b(?:resolved|resolves|fixed|restored|recovered|recovers|fully operational|fully functional|back to normal|returned to normal|back online|back up|service (?:is |was )?healthy|no longer experienc\w+|all clear|incident closed|works? again|operational again)\b/,
    unless: /\bpartial(?:ly)?\b|\b(?:zoom |escalation )?call (?:was )?(?:closed|ended)|\bissue occurs\b|\b(?:will|should|to) be (?:resolved|fixed|restored)|\bunresolved\b/,
  },
};

/** Words right before a cue that take it back: nothing happened yet. */
const negation = /\b(?:not|no|never|fail(?:ed|ing|s)? to|attempt(?:ed|ing|s)? (?:to|at)|tr(?:y|ied|ying) to|unable to|could(?:n't| not)|can(?:not|'t)|before|until|unless|if|pending|to be|will|would|should|without|wait(?:ing|ed|s)? (?:for|until))\b[^.;,]{0,30}$/;
const relapse = /\b(?:another|again|second|new|re-?occur\w*|recurr\w*|relapse\w*)\b[^.;]{0,40}\b(?:failures?|crash\w*|outages?|errors?|duplicates?|occurs?|down)\b|\b(?:fails?|failed|crashe?[sd]?|down|occurs?) again\b|\bre-?occur|\bsame issue came back\b/;

/** Most entries have no cue at all. */
const anyCue = new RegExp(`\\b(?:${Object.values(cues).map(({ says }) => says.source.replace(/^\\b/, '')).join('|')})`);

/** The milestones that the words of an entry are evidence of, beside those that it is marked as. Wishes, attempts and negations are none. */
export function milestonesIn(text: string, marked: readonly MilestoneKey[] = []): MilestoneKey[] {
  const lower = text.toLowerCase();
  if (!anyCue.test(lower)) return milestoneKeys.filter((key) => marked.includes(key));
  return milestoneKeys.filter((key) => marked.includes(key) || cueOf(key, lower) !== null);
}

/** The mark of a milestone, or else the words that are evidence of it, as offsets into the text of an entry; null where it has none. */
export function evidenceIn(text: string, key: MilestoneKey): Span | null {
  const mark = marksIn(text).find((other) => other.key === key);
  if (mark) return mark.span;
  const lower = text.toLowerCase();
  const cue = lower.length === text.length ? cueOf(key, lower) : null;
  return cue && { start: cue.index, end: cue.index + cue[0].length };
}

function cueOf(key: MilestoneKey, lower: string): RegExpExecArray | null {
  const { says, unless } = cues[key];
  const match = says.exec(lower);
  if (!match || unless?.test(lower)) return null;
  return negation.test(lower.slice(Math.max(0, match.index - 45), match.index)) ? null : match;
}

/** Fields state a milestone outright. */
const stated: readonly MilestoneKey[] = ['started', 'detected', 'acknowledged', 'escalated', 'mitigated', 'resolved'];

/**
 * The document's milestones: a field beats an entry's mark, which beats any entry's words; of entries the first counts, for `identified`
 * and `resolved` the last, for `mitigated` the last that is marked, or the first behind the last relapse. Entries that go back in time
 * give no evidence.
 */
export function readMilestones(
  fields: readonly Field[], timelines: readonly Timeline[], summary: Section | undefined, lines: readonly Line[], reader: TimeReader, anchors: Anchors,
): Milestones {
  const found: Partial<Record<MilestoneKey, Milestone>> = {};
  const entries = timelines.flatMap((timeline) => inOrder(timeline));
  const of = (entry: TimelineEntry, at: Moment = entry.start): Milestone => ({ line: entry.line, at, zone: entry.zone });
  const isMarked = (key: MilestoneKey) => (entry: TimelineEntry): boolean => entry.marked.includes(key);
  const first = (key: MilestoneKey): TimelineEntry | undefined => entries.find(isMarked(key)) ?? entries.find((entry) => entry.milestones.includes(key));
  const last = (key: MilestoneKey): TimelineEntry | undefined => entries.findLast(isMarked(key)) ?? entries.findLast((entry) => entry.milestones.includes(key));
  for (const key of ['started', 'detected', 'acknowledged', 'declared', 'escalated'] as const) {
    const entry = first(key);
    if (entry) found[key] = of(entry);
  }
  const identified = last('identified');
  if (identified) found.identified = of(identified);
  const again = lastRelapse(entries);
  const resolved = last('resolved');
  if (resolved && (isMarked('resolved')(resolved) || entries.indexOf(resolved) >= again)) found.resolved = of(resolved, resolved.end ?? resolved.start);
  const mitigated = entries.findLast(isMarked('mitigated')) ?? entries.slice(Math.max(again, 0)).find((entry) => entry.milestones.includes('mitigated'))
    ?? (resolved && entries.slice(Math.max(again, 0)).find((entry) => entry.milestones.includes('resolved')));
  if (mitigated) found.mitigated = of(mitigated, mitigated.end ?? mitigated.start);
  const range = summary && rangeIn(summary, lines, reader, anchors);
  if (range) found.started ??= range;
  for (const key of stated) {
    const field = fields.find((candidate) => candidate.key === key);
    const moment = field && momentIn(field, reader, anchors);
    if (moment) found[key] = moment;
  }
  return found;
}

/** The last entry that tells of a relapse behind the first recovery; before that there is nothing to relapse into. -1 for none. */
function lastRelapse(entries: readonly TimelineEntry[]): number {
  const recovery = entries.findIndex(({ milestones }) => milestones.includes('mitigated') || milestones.includes('resolved'));
  if (recovery < 0) return -1;
  let index = entries.length - 1;
  while (index > recovery && !relapse.test((entries[index] as TimelineEntry).text.toLowerCase())) index--;
  return index > recovery ? index : -1;
}

/** The entries without those that go back in time; a newest-first timeline turned round. */
function inOrder(timeline: Timeline): readonly TimelineEntry[] {
  const entries = timeline.newestFirst ? timeline.entries.toReversed() : timeline.entries;
  let latest = -Infinity;
  return entries.filter((entry) => {
    const at = absolute(entry.start, entry.zone);
    if (at === null) return true;
    if (at < latest) return false;
    latest = at;
    return true;
  });
}

/** "from 2:00 PM to 6:00 PM" in the summary: when the impact began. */
function rangeIn(section: Section, lines: readonly Line[], reader: TimeReader, anchors: Anchors): Milestone | null {
  for (let number = section.bodyLine; number <= Math.min(section.endLine, section.bodyLine + 20); number++) {
    const line = lines[number] as Line;
    if (line.kind !== 'prose' && line.kind !== 'item') continue;
    const found = reader.findRange(line.contentStart, line.contentEnd);
    const at = found && momentOf(found.start, anchors);
    if (at) return { line: number, at, zone: found.zone ?? anchors.zone() };
  }
  return null;
}

/** The moment that a field states, in the document's zone where it names none; null where it states none. */
export function momentIn({ line, valueSpan }: Field, reader: TimeReader, anchors: Anchors): Milestone | null {
  const time = reader.read(valueSpan.start, valueSpan.end);
  const at = time && momentOf(time.start, anchors);
  return time && at ? { line, at, zone: time.zone ?? anchors.zone() } : null;
}

/** When a point is in time, with the date and the year that the document lends it; null where neither date nor clock is known. */
export function momentOf({ date, clock }: TimePoint, anchors: Anchors): Moment | null {
  const year = date ? (date.year ?? anchors.year()) : null;
  const day = date ? (year === null ? null : dayNumber(year, date.month, date.day)) : anchors.day();
  if (day === null && clock === null) return null;
  return momentOn(day, clock, date ? daysToOtherReading(date, year) : anchors.dayShift());
}

const NOON = 43_200;

/** Seconds since 1970 in UTC as far as the zone is known, or null without a date. A moment of day precision is its midnight. */
export function absolute(at: Moment, zone: Zone | null): number | null {
  return at.day === null ? null : at.day * 86_400 + (at.second ?? 0) - ((zone && offsetThen(zone, at.day, at.second ?? NOON)) ?? 0) * 60;
}

/**
 * Seconds from one milestone to another; null where one is missing, they cannot be compared, the second is earlier, or a date that
 * can be read both ways makes it uncertain.
 */
export function secondsBetween(from: Milestone | undefined, to: Milestone | undefined): number | null {
  const seconds = from && to ? secondsApart(from, to) : null;
  return seconds !== null && seconds >= 0 ? seconds : null;
}

/** A point in time with the zone that it is stated in. */
export type Dated = Pick<Milestone, 'at' | 'zone'>;

/**
 * Seconds from one point in time to another, less than 0 where the second is earlier; null where they cannot be compared, or a date
 * that can be read both ways makes it uncertain. Of two clocks without a date the second is not earlier.
 */
export function secondsApart(from: Dated, to: Dated): number | null {
  const seconds = secondsAsRead(from, to);
  if (seconds === null || (from.at.otherDay === undefined && to.at.otherDay === undefined)) return seconds;
  return secondsAsRead(otherWay(from), otherWay(to)) === seconds ? seconds : null;
}

/** A document writes its dates in one order: all of them are the other way round, or none. */
const otherWay = ({ at, zone }: Dated): Dated => ({ zone, at: { ...at, day: at.otherDay ?? at.day } });

function secondsAsRead(from: Dated, to: Dated): number | null {
  if ((from.at.second === null) !== (to.at.second === null)) return null;
  const sameZone = from.zone?.text === to.zone?.text;
  if (from.at.day === null || to.at.day === null) {
    if (from.at.day !== to.at.day || !sameZone || from.at.second === null || to.at.second === null) return null;
    return to.at.second >= from.at.second ? to.at.second - from.at.second : null;
  }
  const fromOffset = from.zone && offsetThen(from.zone, from.at.day, from.at.second ?? NOON);
  const toOffset = to.zone && offsetThen(to.zone, to.at.day, to.at.second ?? NOON);
  const known = fromOffset !== null && toOffset !== null;
  if (!sameZone && !known && from.zone && to.zone) return null;
  const shift = known ? (fromOffset - toOffset) * 60 : 0;
  return (to.at.day - from.at.day) * 86_400 + (to.at.second ?? 0) - (from.at.second ?? 0) + shift;
}

/** The durations between milestones. Where the start is unknown, detection stands for it, except in the time to detect. */
export function metricsOf(milestones: Milestones, created: Milestone | undefined): Metrics {
  const { started, detected, acknowledged, declared, escalated, identified, mitigated, resolved } = milestones;
  const begin = started ?? detected;
  return {
    timeToDetect: secondsBetween(started, detected),
    timeToAcknowledge: secondsBetween(detected, acknowledged),
    timeToDeclare: secondsBetween(detected, declared),
    timeToEscalate: secondsBetween(detected ?? created, escalated),
    timeToIdentify: secondsBetween(detected, identified),
    timeToMitigate: secondsBetween(begin, mitigated),
    timeToResolve: secondsBetween(begin, resolved),
  };
}
