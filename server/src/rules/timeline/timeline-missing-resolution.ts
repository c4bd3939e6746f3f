import type { IncidentDocument } from '../../document/document';
import type { TimelineEntry } from '../../document/timeline';
import { t } from '../../l10n';
import { defineRule } from '../rule';
import { statusStage } from '../status';
import { entryWords } from './entry-words';

/** A timeline goes on until the incident is over. */
export const timelineMissingResolution = defineRule({
  id: 'timeline-missing-resolution',
  group: 'timeline',
  summary: 'A timeline goes on until the incident is over',
  severity: 'hint',
  judges: 'timelines',
  *check(document) {
    const stage = statusStage(document);
    if (stage === 'draft' || stage === 'open') return;
    const last = document.timelines.flatMap(({ entries, newestFirst }) => entries.at(newestFirst ? 0 : -1) ?? []).at(-1);
    if (!last || isOver(document)) return;
    const over = stage === 'resolved' || stage === 'closed';
    yield {
      span: last.time.span,
      message: over
        ? t('The incident is over, and the timeline does not say when: add the entry.')
        : t('The timeline does not say when the incident was over: add the entry, or what is still open.'),
      ...(over && { severity: 'warning' as const }),
    };
  },
});

const fewestEntries = 3;
/** Words that say, in one way or another, that things were good again. */
const better = /\b(?:complet\w*|success\w*|clos(?:ed?|es|ing)|works?|working|worked|normal\w*|recover\w*|restor\w*|fix(?:ed|es|ing)?|back|healthy|stable|stabil\w*|end(?:ed|s|ing)?|over|clear(?:ed|s)?|operational|green|resum\w*|resolv\w*|resolution|solved?|mitigat\w*|revert\w*|roll(?:ed|s|ing)?[ -]?back|rollback|available|live|online|up|deploy\w*|repair\w*|gone|stop(?:s|ped)?|ceas\w*|merged?|releas\w*|patch\w*|restart\w*|replac\w*|updated?|upgrad\w*|remov\w*|drop(?:s|ped)?|confirm\w*|100 ?%|finali[sz]\w*|finish\w*|done|sync\w*|no longer|no more|again|safe\w*|secur\w*|(?<!as soon as )possible|return\w*|publish\w*|postmortem|post-mortem|disclos\w*|announc\w*|wieder\w*|behoben|gelöst|beendet|erledigt|resuelt\w*|solucionad\w*|restablec\w*|recuperad\w*|résolu\w*|rétabli\w*|corrig\w*|termin\w*|resolvid\w*|normali[sz]\w*|funktioniert|läuft)(?![a-z])/i;

/** Whether an entry says, in one way or another, that things were good again. */
export const saysItIsOver = ({ text }: IncidentDocument, entry: TimelineEntry): boolean => better.test(entryWords(text, entry));

/** Japanese and others, whose words for it we do not know. */
const otherScript = /[^\x00-\u02ff\u2000-\u2bff]{4}/;

/** Whether a field or one of the later entries says that the incident is over, or might. */
function isOver(document: IncidentDocument): boolean {
  const { fields, timelines } = document;
  if (fields.some(({ key }) => key === 'resolved' || key === 'mitigated' || key === 'closed')) return true;
  const entries = timelines.flatMap((timeline) => (timeline.newestFirst ? timeline.entries.toReversed() : timeline.entries));
  if (entries.length < fewestEntries) return true;
  return later(entries).some((entry) => saysItIsOver(document, entry) || otherScript.test(entryWords(document.text, entry)));
}

const later = (entries: readonly TimelineEntry[]): TimelineEntry[] => entries.slice(Math.floor(entries.length / 2)).toReversed();

/** Whether a timeline goes on until one of its later entries says that things were good again. */
export function showsEnd(document: IncidentDocument): boolean {
  return document.timelines.some(({ entries, newestFirst }) => entries.length >= fewestEntries && later(newestFirst ? entries.toReversed() : entries).some((entry) => saysItIsOver(document, entry)));
}
