import type { IncidentDocument } from '../../document/document';
import { milestoneKeys } from '../../document/milestone-marks';
import { evidenceIn } from '../../document/milestones';
import type { Metrics } from '../../document/milestones';
import type { Span } from '../../document/text';
import type { Moment } from '../../document/time';
import type { TimelineEntry } from '../../document/timeline';
import type { MilestoneKey } from '../../document/vocabulary';
import { plainText } from '../../document/words';
import { t } from '../../l10n';
import { durationText } from '../duration-text';
import { shorten } from '../shorten';
import { lineLink, sentence } from './card';
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

export const measureOf = (metric: keyof Metrics): Measure => measures.find((measure) => measure.metric === metric) as Measure;

type Row = readonly [name: string, words: Words];

/** The words of an entry that a milestone was found by. */
export function milestoneCard(query: HoverQuery): Card | null {
  const { document, offset } = query;
  const entry = document.timelines.flatMap(({ entries }) => entries).find(({ textSpan }) => holds(textSpan, offset));
  for (const key of entry?.milestones ?? []) {
    const span = evidenceOf(document, entry as TimelineEntry, key);
    if (span && holds(span, offset)) return { span, blocks: told(query, ofEntry(query, entry as TimelineEntry, key)) };
  }
  return null;
}

/** What an entry is evidence of: by which words, and what is measured to it and from it. */
export function milestoneBlocks(query: HoverQuery, entry: TimelineEntry): Block[] {
  const found = entry.milestones.flatMap((key) => ofEntry(query, entry, key));
  const isMitigation = query.document.milestones.mitigated?.line === entry.line && !entry.milestones.includes('mitigated');
  return told(query, isMitigation ? [...found, { key: 'mitigated', counts: true, words: sentence(t('nothing else tells of it, so the resolution counts')) }] : found);
}

/** What a time is that states a milestone outright, in a field or in the summary. */
export function statedMilestones(query: HoverQuery, line: number, at: Moment): Block[] {
  const keys = milestoneKeys.filter((key) => {
    const milestone = query.document.milestones[key];
    return milestone?.line === line && milestone.at.day === at.day && milestone.at.second === at.second;
  });
  return told(query, keys.map((key) => ({ key, counts: true, words: sentence(t('this time states it')) })));
}

/** What makes an entry a milestone, and whether it is the one that counts. */
interface Finding {
  readonly key: MilestoneKey;
  readonly counts: boolean;
  readonly words: Words;
}

function ofEntry({ document, uri }: HoverQuery, entry: TimelineEntry, key: MilestoneKey): Finding[] {
  const span = evidenceOf(document, entry, key);
  const evidence = span ? shorten(plainText(document.text.slice(span))) : '';
  const known = document.milestones[key];
  if (!known) return [];
  if (known.line === entry.line) return [{ key, counts: true, words: sentence(t('found by “{0}”'), evidence) }];
  return [{ key, counts: false, words: sentence(t('“{0}” tells of it, but {1} counts'), evidence, lineLink(uri, known.line)) }];
}

/** Of what is measured. */
const mostRows = 6;

function told({ document, uri }: HoverQuery, findings: readonly Finding[]): Block[] {
  const keys = new Set(findings.flatMap(({ key, counts }) => (counts ? [key] : [])));
  const measured = measures.flatMap((measure) => measuredTo(document, uri, measure, keys)).slice(0, mostRows);
  const blocks: Block[] = [
    { kind: 'facts', rows: findings.map(({ key, words }): Row => [milestoneNames[key](), words]) },
    { kind: 'facts', rows: measured },
  ];
  return blocks.filter((block) => block.kind === 'facts' && block.rows.length > 0);
}

/** What is measured to one of the milestones, and from one of them where its end is known. */
function measuredTo({ milestones, metrics }: IncidentDocument, uri: string, { metric, name, from, to }: Measure, keys: ReadonlySet<MilestoneKey>): Row[] {
  const begin = from.find((key) => milestones[key]);
  const [start, end, seconds] = [begin && milestones[begin], milestones[to], metrics[metric]];
  if (!keys.has(to)) return begin && keys.has(begin) && seconds !== null && end ? [[name(), sentence(t('{0} (to {1})'), durationText(seconds), lineLink(uri, end.line))]] : [];
  if (seconds !== null) return [[name(), start ? sentence(t('{0} (from {1})'), durationText(seconds), lineLink(uri, start.line)) : [durationText(seconds)]]];
  if (start) return [[name(), sentence(t('not known: {0} cannot be compared with this'), lineLink(uri, start.line))]];
  return [[name(), [from.length > 1 ? t('not known: neither start nor detection are found') : from[0] === 'started' ? t('not known: no start is found') : t('not known: no detection is found')]]];
}

function evidenceOf(document: IncidentDocument, { textSpan }: TimelineEntry, key: MilestoneKey): Span | null {
  const words = evidenceIn(document.text.slice(textSpan), key);
  return words && { start: textSpan.start + words.start, end: textSpan.start + words.end };
}
