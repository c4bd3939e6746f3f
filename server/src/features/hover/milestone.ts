import type { IncidentDocument } from '../../document/document';
import { evidenceIn } from '../../document/milestones';
import type { Metrics } from '../../document/milestones';
import type { Span } from '../../document/text';
import type { Moment } from '../../document/time';
import type { TimelineEntry } from '../../document/timeline';
import type { MilestoneKey } from '../../document/vocabulary';
import { t } from '../../l10n';
import { durationText } from '../duration-text';
import { shorten } from '../shorten';
import { lineLink, sentence, text } from './card';
import type { Block, Card, Words } from './card';
import { holds } from './query';
import type { HoverQuery } from './query';

/** What a milestone is, for a person. */
export const milestoneNames: Readonly<Record<MilestoneKey, () => string>> = {
  started: () => t('Start of the impact'),
  detected: () => t('Detection'),
  acknowledged: () => t('Acknowledgement'),
  declared: () => t('Declaration of the incident'),
  escalated: () => t('Escalation'),
  identified: () => t('Identification of the cause'),
  mitigated: () => t('Mitigation'),
  resolved: () => t('Resolution'),
};

interface Measure {
  readonly metric: keyof Metrics;
  readonly name: () => string;
  /** The milestones that it begins with, the first that is known; and the one that it ends with. */
  readonly from: readonly MilestoneKey[];
  readonly to: MilestoneKey;
}

/** What is measured between milestones. */
export const measures: readonly Measure[] = [
  { metric: 'timeToDetect', name: () => t('Time to detect'), from: ['started'], to: 'detected' },
  { metric: 'timeToAcknowledge', name: () => t('Time to acknowledge'), from: ['detected'], to: 'acknowledged' },
  { metric: 'timeToDeclare', name: () => t('Time to declare'), from: ['detected'], to: 'declared' },
  { metric: 'timeToEscalate', name: () => t('Time to escalate'), from: ['detected'], to: 'escalated' },
  { metric: 'timeToIdentify', name: () => t('Time to identify'), from: ['detected'], to: 'identified' },
  { metric: 'timeToMitigate', name: () => t('Time to mitigate'), from: ['started', 'detected'], to: 'mitigated' },
  { metric: 'timeToResolve', name: () => t('Time to resolve'), from: ['started', 'detected'], to: 'resolved' },
];

/** The words of an entry that a milestone was found by. */
export function milestoneCard(query: HoverQuery): Card | null {
  const { document, offset } = query;
  const entry = document.timelines.flatMap(({ entries }) => entries).find(({ textSpan }) => holds(textSpan, offset));
  for (const key of entry?.milestones ?? []) {
    const span = evidenceOf(document, entry as TimelineEntry, key);
    if (span && holds(span, offset)) return { span, blocks: milestoneBlocks(query, entry as TimelineEntry) };
  }
  return null;
}

/** What an entry is evidence of: by which words, and what is measured to it and from it. */
export function milestoneBlocks(query: HoverQuery, entry: TimelineEntry): Block[] {
  const { milestones } = query.document;
  const blocks = entry.milestones.flatMap((key) => ofEntry(query, entry, key));
  if (milestones.mitigated?.line !== entry.line || entry.milestones.includes('mitigated')) return blocks;
  return [...blocks, text(sentence(t('{0}: nothing else speaks of it, so the resolution counts.'), milestoneNames.mitigated())), ...measured(query, 'mitigated')];
}

/** What a time is that states a milestone outright, in a field or in the summary. */
export function statedMilestones(query: HoverQuery, line: number, at: Moment): Block[] {
  const keys = (Object.keys(milestoneNames) as MilestoneKey[]).filter((key) => {
    const milestone = query.document.milestones[key];
    return milestone?.line === line && milestone.at.day === at.day && milestone.at.second === at.second;
  });
  return keys.flatMap((key) => [text(sentence(t('{0}: this time states it.'), milestoneNames[key]())), ...measured(query, key)]);
}

function ofEntry(query: HoverQuery, entry: TimelineEntry, key: MilestoneKey): Block[] {
  const { document, uri } = query;
  const span = evidenceOf(document, entry, key);
  const words = span ? shorten(document.text.slice(span)) : '';
  const counts = document.milestones[key];
  const name = milestoneNames[key]();
  if (counts?.line === entry.line) return [text(sentence(t('{0}: found by the words “{1}”.'), name, words)), ...measured(query, key)];
  return counts ? [text(sentence(t('{0}: the words “{1}” speak of it, but {2} is what counts.'), name, words, lineLink(uri, counts.line)))] : [];
}

/** What is measured to and from a milestone that the document has. */
function measured({ document, uri }: HoverQuery, key: MilestoneKey): Block[] {
  const rows = measures.filter(({ from, to }) => to === key || from.includes(key)).flatMap((measure): (readonly [string, Words])[] => {
    const begin = measure.from.find((candidate) => document.milestones[candidate]);
    const seconds = document.metrics[measure.metric];
    const end = document.milestones[measure.to];
    const start = begin && document.milestones[begin];
    if (measure.to !== key) return begin === key && seconds !== null && end ? [[measure.name(), sentence(t('{0} (to {1})'), durationText(seconds), lineLink(uri, end.line))]] : [];
    if (seconds !== null) return [[measure.name(), start ? sentence(t('{0} (from {1})'), durationText(seconds), lineLink(uri, start.line)) : [durationText(seconds)]]];
    if (start && begin) return [[measure.name(), sentence(t('not known: {0} and this cannot be compared'), lineLink(uri, start.line))]];
    return [[measure.name(), sentence(t('not known: nothing tells of the {0}'), measure.from.length > 1 ? t('start or the detection') : measure.from[0] === 'started' ? t('start') : t('detection'))]];
  });
  return rows.length > 0 ? [{ kind: 'facts', rows }] : [];
}

function evidenceOf(document: IncidentDocument, { textSpan }: TimelineEntry, key: MilestoneKey): Span | null {
  const words = evidenceIn(document.text.slice(textSpan), key);
  return words && { start: textSpan.start + words.start, end: textSpan.start + words.end };
}
