import type { IncidentDocument } from '../../document/document';
import type { Timeline } from '../../document/timeline';
import { t } from '../../l10n';
import { defineRule } from '../rule';
import type { Fix } from '../rule';
import { isUnfinished } from '../status';
import { countsFromZero } from './entry-order';

/** The times of a timeline say which zone they are in. */
export const timelineMissingTimezone = defineRule({
  id: 'timeline-missing-timezone',
  group: 'timeline',
  summary: 'A timeline says which time zone it is in',
  severity: 'warning',
  judges: 'timelines',
  *check(document) {
    const [first, ...others] = document.timelines.filter((timeline) => lacksZone(document, timeline));
    if (!first) return;
    yield {
      span: first.section.titleSpan,
      message: t('These times are in no time zone: state it in the heading, as in "Timeline (UTC)".'),
      related: others.map(({ section }) => ({ span: section.titleSpan, message: t('These times neither.') })),
      fixes: [stateUtc(first)],
      ...(isUnfinished(document) && { severity: 'information' as const }),
    };
  },
});

/** Words of a heading or an introduction that name a zone in a way that we do not read. */
const otherStatement = /\btime\s?zones?\b|\blocal\b|\b[Aa]ll times\b|\b[Tt]imes(?:tamps)? (?:are|in|shown|given)\b|\b[A-Z][a-z]+ (?:local )?time\b(?! ?line)|\((?!TL)[A-Z]{2,5}\)|\b(?:in|as) [A-Z]{2,4}T\b|\bOrtszeit\b|\bheure locale\b|\bhora local\b/;
/** Letters right behind the time. */
const zoneLike = /^[ \t]?[([]?([A-Z]{2,4}T|[A-Z]{2,5}[+-]\d{1,2})\b/;
/** An introduction is not longer. */
const introduction = 600;

function lacksZone({ text }: IncidentDocument, { section, entries }: Timeline): boolean {
  const clocks = entries.filter(({ start }) => start.second !== null);
  const [first] = clocks;
  if (clocks.length < 2 || !first || countsFromZero(entries) || clocks.some(({ zone }) => zone !== null)) return false;
  const head = text.value.slice(section.titleSpan.start, Math.min(first.time.span.start, section.titleSpan.start + introduction));
  if (otherStatement.test(head)) return false;
  return clocks.filter(({ time }) => zoneLike.test(text.value.slice(time.span.end, time.span.end + 10))).length * 2 < clocks.length;
}

function stateUtc({ section: { titleSpan } }: Timeline): Fix {
  return { title: t('Add "(UTC)" to the heading'), kind: 'suggested', edits: [{ span: { start: titleSpan.end, end: titleSpan.end }, newText: ' (UTC)' }] };
}
