import type { IncidentDocument } from '../../document/document';
import { absolute, secondsBetween, type Milestone } from '../../document/milestones';
import { isoMoment } from '../../document/time';
import { offsetThen } from '../../document/zone';
import type { ActionPlanModel } from '../../protocol';
import { statusStage } from '../../rules/status';
import { localTime } from '../written-time';

/** The present: milliseconds since the epoch, and the IANA name of the zone that clocks without one are read in. */
export interface Present {
  readonly now: number;
  readonly timeZone: string;
}

const DAY = 86_400;

/** The day of the present, in days since 1970-01-01. */
export function todayOf({ now, timeZone }: Present): number {
  return localTime(now, null, timeZone)?.day ?? Math.floor(now / 1000 / DAY);
}

/**
 * How long the incident has been going on, or how long it was where it has ended. Null where its beginning, its end, or whether it has ended
 * is not known: a post-mortem that does not say so is mostly of something that is over.
 */
export function ageOf(document: IncidentDocument, present: Present): ActionPlanModel['age'] {
  const { kind, milestones, fields } = document;
  const created = fields.find(({ key }) => key === 'created');
  const since = milestones.started ?? milestones.detected ?? (created && document.momentIn(created)) ?? milestones.escalated;
  if (!since || since.at.day === null || since.at.otherDay !== undefined) return null;
  const stage = statusStage(document);
  const found = { since: isoMoment(since.at), line: since.line };
  const resolved = milestones.resolved;
  const isOver = stage === 'resolved' || stage === 'closed';
  if (resolved && stage !== 'open' && stage !== 'mitigated') {
    const seconds = secondsBetween(since, resolved) ?? daysBetween(since, resolved);
    return seconds === null ? null : { ...found, seconds, ended: true };
  }
  if (isOver) {
    const stated = fields.find(({ duration }) => duration)?.duration;
    return stated ? { ...found, seconds: stated.seconds, ended: true } : null;
  }
  if (stage !== 'open' && stage !== 'mitigated' && !(kind === 'escalation' && stage === null)) return null;
  const seconds = secondsUntil(since, present);
  return seconds === null || seconds < 0 ? null : { ...found, seconds, ended: false };
}

/** Whole days in seconds where only one of two moments says the time of day; else null. */
function daysBetween({ at: from }: Milestone, { at: to }: Milestone): number | null {
  const isRough = (from.second === null) !== (to.second === null) && from.otherDay === undefined && to.otherDay === undefined;
  return isRough && from.day !== null && to.day !== null && to.day >= from.day ? (to.day - from.day) * DAY : null;
}

/** Seconds from a moment of day precision or better until now; null where the clocks cannot be compared. */
function secondsUntil({ at, zone }: Pick<Milestone, 'at' | 'zone'>, { now, timeZone }: Present): number | null {
  const isKnown = zone !== null && at.day !== null && offsetThen(zone, at.day, at.second ?? DAY / 2) !== null;
  const from = absolute(at, isKnown ? zone : null);
  if (from === null) return null;
  if (isKnown) return Math.floor(now / 1000) - from;
  const local = localTime(now, null, timeZone);
  return local && local.day * DAY + local.second - from;
}

const label = /^next (?:\w+ ){0,2}?(?:update|call|review|briefing|brief|meeting|check-?in|sync|mail|report|contact)\b/i;
/** "Next update at 16:00 UTC", "The next update is due on Friday" */
const sentence = /\bnext (?:\w+ )?update(?: is| will be| follows| comes)?(?: (?:due|sent|given|expected|planned|promised))?(?:\s*[:–-]\s*| (?=(?:at|on|by|before|tomorrow|today|in)\b))(.{2,80}?)(?=[.;]?\s*$|[.;]\s)/i;
/** No line is searched any further. */
const LONGEST = 1_000;

/** When somebody is told more, as written: a field, else the first sentence that says so. Overdue where its time has passed and nothing says that the incident is over. */
export function nextUpdateOf(document: IncidentDocument, present: Present): ActionPlanModel['nextUpdate'] {
  const { fields, lines, text } = document;
  const field = fields.find((known) => label.test(known.label));
  const said = field ? { line: field.line, start: field.valueSpan.start, end: field.valueSpan.end } : sentenceIn(document);
  if (!said) return null;
  const written = text.value.slice(said.start, said.end);
  const from = said.start + (/^(?:(?:at|on|by|before)\s+)?/i.exec(written)?.[0].length ?? 0);
  const time = document.times.read(from, said.end) ?? document.times.read(said.start, said.end);
  const at = time?.start.date ? document.momentOf(time.start) : null;
  const stage = statusStage(document);
  const left = at && at.otherDay === undefined ? secondsUntil({ at, zone: time?.zone ?? document.zone }, present) : null;
  // of a day alone the whole day is meant
  const overdue = stage !== 'resolved' && stage !== 'closed' && left !== null && left > (at?.second == null ? DAY : 0);
  return { text: written.trim(), line: lines[said.line]?.number ?? said.line, overdue };
}

function sentenceIn({ lines, text, timelines }: IncidentDocument): { readonly line: number; readonly start: number; readonly end: number } | null {
  if (!/next (?:\w+ )?update/i.test(text.value)) return null;
  const told = timelines.map(({ section }) => section);
  for (const { number, kind, contentStart, contentEnd } of lines) {
    if ((kind !== 'prose' && kind !== 'item' && kind !== 'field') || told.some(({ line, endLine }) => line <= number && number <= endLine)) continue;
    const match = sentence.exec(text.value.slice(contentStart, Math.min(contentEnd, contentStart + LONGEST)));
    if (!match?.[1]) continue;
    const start = contentStart + match.index + match[0].length - match[1].length;
    return { line: number, start, end: start + match[1].length };
  }
  return null;
}
