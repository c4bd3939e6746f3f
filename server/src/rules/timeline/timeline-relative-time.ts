import type { IncidentDocument } from '../../document/document';
import type { Span } from '../../document/text';
import { two } from '../../document/time';
import type { Timeline } from '../../document/timeline';
import { t } from '../../l10n';
import { excerpt } from '../anchor';
import type { Mention } from '../mentions';
import { defineRule } from '../rule';
import type { Fix } from '../rule';
import { rowsLike } from './row-shape';

/** An entry says when it was by the clock. */
export const timelineRelativeTime = defineRule({
  id: 'timeline-relative-time',
  group: 'timeline',
  summary: 'Every entry of a timeline says when it was by the clock',
  severity: 'information',
  words: ['later', 'after', 'afterwards', 'thereafter', 'next', 'following'],
  judges: 'words',
  *check(document, _options, { mentions }) {
    for (const timeline of document.timelines) {
      if (timeline.entries.filter(({ start }) => start.second !== null).length < 2) continue;
      const [first, ...others] = relativeRows(document, timeline, mentions);
      if (!first) continue;
      yield {
        span: first.span,
        message: t('Readers cannot place "{0}": write the date or the time of day.', excerpt(document.text.slice(first.span))),
        related: others.map(({ span }) => ({ span, message: t('"{0}" is no better.', excerpt(document.text.slice(span))) })),
        fixes: byTheClock(document, timeline, first),
      };
    }
  },
});

interface RelativeRow {
  readonly line: number;
  /** The words that stand for the time. */
  readonly span: Span;
  /** How long after the entry above, in seconds, where the words say it in numbers. */
  readonly after: number | null;
}

const number = '\\d{1,3}|an?|one|two|three|four|five|six|ten|fifteen|twenty|thirty|half an|a few|a couple of|several|some';
const part = '(?:morning|day|evening|afternoon|night|week)';
/** At the beginning of a row, with the separator behind it. Groups: the words, a number, its unit. */
const relative = new RegExp(
  `[|*_([~ \\t]*((?:(?:about|around|roughly|approximately|approx\\.?|~) ?)?(?:(${number}) ?(minutes?|mins?|hours?|hrs?|days?) (?:later|after|afterwards)`
  + `|(?:the )?(?:next|following) ${part}|later (?:that|the same|in the) ${part}|(?:shortly|soon|some ?time|a (?:bit|while|little)|moments|minutes|hours) (?:later|after|afterwards|thereafter)))[*_)\\] \\t]*[-–—:,|]`,
  'iy',
);
const seconds: Readonly<Record<string, number>> = { m: 60, h: 3600 };

function relativeRows(document: IncidentDocument, timeline: Timeline, mentions: readonly Mention[]): RelativeRow[] {
  const { text, lines } = document;
  const { section, entries } = timeline;
  const rows: RelativeRow[] = [];
  const timed = new Set(entries.map(({ line }) => line));
  const isRow = rowsLike(document, timeline);
  let last = -1;
  for (const { line: { line: at } } of mentions) {
    if (at < section.bodyLine || at > section.endLine || at === last || timed.has(at)) continue;
    last = at;
    const line = lines[at];
    if (!line || !isRow(line)) continue;
    relative.lastIndex = line.contentStart;
    const match = relative.exec(text.value);
    if (!match || relative.lastIndex > line.end) continue;
    const [whole, words = '', amount, unit = ''] = match;
    const start = match.index + whole.indexOf(words);
    const each = seconds[unit.charAt(0).toLowerCase()];
    rows.push({ line: at, span: { start, end: start + words.length }, after: each && /^\d+$/.test(amount ?? '') && /^\d/.test(words) ? Number(amount) * each : null });
  }
  return rows;
}

/** Writes the time that the words amount to, as the entry above writes its own. */
function byTheClock({ text }: IncidentDocument, { entries }: Timeline, { line, span, after }: RelativeRow): Fix[] {
  const above = entries.findLast((entry) => entry.line < line);
  const { clockSpan, dateSpan } = above?.time.start ?? {};
  if (after === null || !above || !clockSpan || above.start.second === null || above.time.approximate || above.time.end || above.endLine >= line) return [];
  const at = above.start.second + after;
  const written = text.slice(clockSpan);
  if (at >= 86_400 || !/^\d\d:\d\d$/.test(written)) return [];
  const date = dateSpan && dateSpan.end <= clockSpan.start ? text.value.slice(dateSpan.start, clockSpan.start) : '';
  const newText = `${date}${two(Math.floor(at / 3600))}:${two(Math.floor(at / 60) % 60)}`;
  return [{ title: t('Change {0} to {1}', excerpt(text.slice(span)), newText), kind: 'suggested', edits: [{ span, newText }] }];
}
