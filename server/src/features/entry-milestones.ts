import type { IncidentDocument } from '../document/document';
import { milestoneKeys } from '../document/milestone-marks';
import type { TimelineEntry } from '../document/timeline';
import type { MilestoneKey } from '../document/vocabulary';
import { t } from '../l10n';

/**
 * The milestones of the document by the entries that they are: those that they were read from, and where a field states one, the
 * first entry whose words are evidence of it at that very time. In the order in which an incident comes to them.
 */
export function milestonesByEntry({ timelines, milestones }: IncidentDocument): ReadonlyMap<TimelineEntry, readonly MilestoneKey[]> {
  const entries = timelines.flatMap((timeline) => timeline.entries);
  const byLine = new Map(entries.map((entry) => [entry.line, entry]));
  const found = new Map<TimelineEntry, MilestoneKey[]>();
  for (const key of milestoneKeys) {
    const milestone = milestones[key];
    const entry = milestone && (byLine.get(milestone.line) ?? entries.find(({ start, milestones: evidence }) =>
      start.second !== null && start.second === milestone.at.second && start.day === milestone.at.day && evidence.includes(key)));
    if (entry) found.set(entry, [...(found.get(entry) ?? []), key]);
  }
  return found;
}

/** A milestone in the reader's language. */
export function milestoneWord(key: MilestoneKey): string {
  return words[key]();
}

const words: Readonly<Record<MilestoneKey, () => string>> = {
  started: () => t('started'),
  detected: () => t('detected'),
  acknowledged: () => t('acknowledged'),
  declared: () => t('declared'),
  escalated: () => t('escalated'),
  identified: () => t('identified'),
  mitigated: () => t('mitigated'),
  resolved: () => t('resolved'),
};
