import type { IncidentDocument } from '../../document/document';
import type { Milestone } from '../../document/milestones';
import { t } from '../../l10n';
import type { IncidentClock } from '../../protocol';
import { statusStage } from '../../rules/status';
import type { Present } from '../action-plan/header';
import { durationText } from '../duration-text';
import { milestoneNames } from '../hover/milestone';
import { CertainOffsets } from '../paste/certain-offset';
import { instantIn, type ClockTime } from './clock-time';
import { nextUpdate } from './next-update';

/**
 * How long the incident goes on by now: since its impact began, else since it was detected, since the first entry of the timeline, or since
 * it was opened or escalated. It has ended where its status says so, or, where none is stated, where its timeline does.
 */
export function readClock(document: IncidentDocument, { now, timeZone }: Present): IncidentClock {
  const clock: ClockTime = { now: Math.floor(now / 1000), offsets: new CertainOffsets(timeZone) };
  const start = startOf(document, clock);
  const stage = statusStage(document);
  if (stage === 'resolved' || stage === 'closed' || (stage === null && document.milestones.resolved)) {
    const { resolved } = document.milestones;
    const end = resolved && instantIn(clock, resolved.at, resolved.zone);
    return { state: 'ended', took: start && end && end >= start.instant ? durationText(end - start.instant) : null };
  }
  if (!start) return { state: 'unknown' };
  const elapsed = clock.now - start.instant;
  const next = nextUpdate(document, clock, start.instant);
  const due = next && next.instant - clock.now;
  return {
    state: 'running',
    elapsed: durationText(elapsed - (elapsed % 60)),
    start: { line: start.line, name: start.name },
    nextUpdate: next && due !== null ? { line: next.line, isOverdue: due <= 0, in: durationText((due <= 0 ? Math.floor(-due / 60) : Math.ceil(due / 60)) * 60) } : null,
    changesIn: Math.min(60 - (elapsed % 60), due === null ? 60 : due > 0 ? ((due - 1) % 60) + 1 : 60 - (-due % 60)),
  };
}

interface Start {
  readonly instant: number;
  readonly line: number;
  readonly name: string;
}

/** The first beginning that is known to the minute and is not to come. */
function startOf(document: IncidentDocument, clock: ClockTime): Start | null {
  for (const { at, zone, line, name } of beginnings(document)) {
    const instant = instantIn(clock, at, zone);
    if (instant !== null && instant <= clock.now) return { instant, line, name };
  }
  return null;
}

function* beginnings(document: IncidentDocument): Generator<Milestone & { readonly name: string }> {
  const { milestones, timelines, fields } = document;
  for (const key of ['started', 'detected'] as const) {
    const milestone = milestones[key];
    if (milestone) yield { ...milestone, name: milestoneNames[key]() };
  }
  const entries = timelines.flatMap((timeline) => (timeline.newestFirst ? timeline.entries.toReversed() : timeline.entries));
  const first = entries.find(({ start }) => start.second !== null);
  if (first) yield { at: first.start, zone: first.zone, line: first.line, name: t('First entry of the timeline') };
  for (const key of ['created', 'escalated'] as const) {
    const field = fields.find((candidate) => candidate.key === key);
    const moment = field && document.momentIn(field);
    if (moment) yield { ...moment, name: field.label };
  }
}
