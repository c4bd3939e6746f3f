import type { IncidentDocument } from '../../document/document';
import type { Section } from '../../document/sections';
import type { Timeline } from '../../document/timeline';
import { t } from '../../l10n';
import { entryNow } from '../entry-now';
import type { Completion, CompletionQuery } from './completion';

/** What may stand before the cursor where an entry begins. Nobody who types its time is interrupted. */
const beginning = /^\s*(?:[-*+•]\s*|\|\s*|#{1,6} )?(?:\*\*|`|\[)?$/;

/** The present at the beginning of an entry of a timeline, written as the other entries are. */
export function* nextEntryNow(document: IncidentDocument, { offset, now, timeZone, reading }: CompletionQuery): Generator<Completion> {
  const { text, lines } = document;
  const line = text.lineAt(offset);
  const start = text.lineStart(line);
  const before = text.value.slice(start, offset);
  if (!beginning.test(before) || text.value.slice(offset, text.lineEnd(line)).trim() !== '') return;
  const kind = lines[line]?.kind;
  if (kind === 'fence' || kind === 'code' || kind === 'comment' || kind === 'frontMatter') return;
  const over = timelineOver(document, line);
  if (!over) return;
  const entry = entryNow(document, over.timeline, { line, now, timeZone, reading });
  if (!entry) return;
  const indent = /^\s*/.exec(entry.line)?.[0].length ?? 0;
  // deeper than the entries it is a detail of one
  if (before.trim() !== '' && (/^\s*/.exec(before)?.[0].length ?? 0) > indent + 1) return;
  const zone = over.timeline?.zone?.text;
  yield {
    label: entry.time, newText: entry.line, role: 'time', span: { start, end: offset }, filter: before + entry.line,
    detail: zone ? t('now ({0})', zone) : t('now'), documentation: t('A timeline entry that begins now, in the notation and the zone of this timeline.'),
  };
}

/** The timeline that a line stands in, or stands behind with nothing but blank lines between. */
function timelineOver({ timelines, allSections, lines }: IncidentDocument, line: number): { readonly timeline: Timeline | null } | null {
  const holds = ({ line: first, endLine }: Section): boolean => {
    if (line <= first) return false;
    for (let at = endLine + 1; at < line; at++) if (lines[at]?.kind !== 'blank') return false;
    return true;
  };
  const timeline = timelines.findLast(({ section }) => holds(section));
  if (timeline) return { timeline };
  return allSections.some((section) => section.roles.includes('timeline') && holds(section)) ? { timeline: null } : null;
}
