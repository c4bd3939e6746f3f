import type { IncidentDocument } from '../document/document';
import { readDuration } from '../document/duration';
import { secondsBetween } from '../document/milestones';
import type { MilestoneKey } from '../document/vocabulary';
import { clockedTimeline, toleranceOf } from '../rules/consistency/clocked-timeline';
import { metricMismatch } from '../rules/consistency/metric-mismatch';
import { durationAtStart, measureOf, statedDurations, type Measure, type StatedDuration } from '../rules/consistency/stated-durations';
import { lexiconOf } from '../rules/mentions';
import { matchesIn, proseLine } from '../rules/prose';

/** A length of time that the document claims, and what its milestones say instead. */
export interface DisputedDuration {
  readonly claim: StatedDuration;
  readonly seconds: number;
  readonly from: MilestoneKey;
  readonly to: MilestoneKey;
}

type Reading = readonly [from: MilestoneKey, to: MilestoneKey];

/** Between which milestones a claim may have been measured; the first is what it should have been. */
const readings: Readonly<Record<Measure, readonly [Reading, ...Reading[]]>> = {
  total: [['started', 'resolved'], ['started', 'mitigated'], ['detected', 'resolved'], ['detected', 'mitigated']],
  resolve: [['started', 'resolved'], ['detected', 'resolved'], ['acknowledged', 'resolved'], ['started', 'mitigated'], ['detected', 'mitigated']],
  detect: [['started', 'detected'], ['started', 'declared']],
  acknowledge: [['detected', 'acknowledged'], ['started', 'acknowledged']],
  mitigate: [['started', 'mitigated'], ['detected', 'mitigated']],
};

/**
 * The claims that agree with no reading of the document's milestones, beyond rounding. None where a milestone comes from a timeline that
 * is out of order, not wholly understood, or has no times of day.
 */
export function disputedDurations(document: IncidentDocument): DisputedDuration[] {
  const claims = claimedDurations(document);
  if (claims.length === 0) return [];
  const { milestones, timelines } = document;
  const rows = new Set(timelines.flatMap(({ entries }) => entries.map(({ line }) => line)));
  const trusted = clockedTimeline(document) !== null;
  const between = ([from, to]: Reading): number | null => {
    const ends = [milestones[from], milestones[to]];
    return ends.some((end) => end && rows.has(end.line) && !trusted) ? null : secondsBetween(milestones[from], milestones[to]);
  };
  return claims.flatMap((claim) => {
    const [[from, to]] = readings[claim.measure];
    const seconds = between([from, to]);
    const tolerance = toleranceOf(claim.seconds, claim.approximate);
    const agrees = readings[claim.measure].map(between).some((length) => length !== null && Math.abs(length - claim.seconds) <= tolerance);
    return seconds === null || agrees ? [] : [{ claim, seconds, from, to }];
  });
}

const naming = [metricMismatch];

/** What fields, rows and sentences claim, in document order. */
function claimedDurations(document: IncidentDocument): StatedDuration[] {
  const mentions = lexiconOf(naming).mentionsIn(document)[0] ?? [];
  const stated = statedDurations(document, mentions);
  const known = new Set(stated.map(({ span }) => span.start));
  const told = mentions.flatMap(({ word, span, line }) => {
    const later = line.words.slice(span.end - line.start, span.end - line.start + 160);
    const named = measureOf(word, later);
    const verb = named && is.exec(later.slice(named.length));
    const claim = verb && claimAt(document, line.line, span.end + named.length + verb[0].length, named.measure);
    return claim && !known.has(claim.span.start) ? [claim] : [];
  });
  return [...stated, ...told, ...lasting(document)].sort((a, b) => a.span.start - b.span.start);
}

/** "The time to detect was 11 minutes", "a downtime of 3 hours". */
const is = /^(?: \([^()]{1,40}\))? (?:was|is|of|came to) /;
const lasted = /\b(?:outage|incident|downtime|disruption|impact|degradation) (?:had )?lasted (?:for )?(?:a total of )?/gi;

/** "The outage lasted 3 hours and 20 minutes". */
function lasting(document: IncidentDocument): StatedDuration[] {
  if (!document.text.value.includes('lasted')) return [];
  return document.lines.flatMap(({ number }) => {
    const line = proseLine(document, number);
    if (!line?.words.includes('lasted')) return [];
    return matchesIn(lasted, line.words).flatMap(({ index, 0: { length } }) => claimAt(document, number, line.start + index + length, 'total') ?? []);
  });
}

/** What limits a duration to a part of the incident. */
const limited = /^ ?(?:per|of|for|in|on|at|during|each)\b/;

function claimAt({ text }: IncidentDocument, line: number, start: number, measure: Measure): StatedDuration | null {
  const rest = text.value.slice(start, Math.min(start + 160, text.lineEnd(line)));
  const length = durationAtStart.exec(rest)?.[0].replace(/\.$/, '').length ?? 0;
  const duration = length > 0 && !limited.test(rest.slice(length)) ? readDuration(rest.slice(0, length)) : null;
  return duration && duration.seconds > 0 ? { measure, line, span: { start, end: start + length }, ...duration } : null;
}
