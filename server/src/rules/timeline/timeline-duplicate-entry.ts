import type { TimelineEntry } from '../../document/timeline';
import { wordsOf } from '../../document/words';
import { t } from '../../l10n';
import { defineRule } from '../rule';

/** No entry is there twice. */
export const timelineDuplicateEntry = defineRule({
  id: 'timeline-duplicate-entry',
  group: 'timeline',
  summary: 'No entry stands in a timeline twice',
  severity: 'hint',
  judges: 'timelines',
  *check({ text, timelines }) {
    for (const { entries } of timelines) {
      for (const [first, second] of twins(entries)) {
        const whole = second.endLine === second.line && first.endLine === first.line;
        yield {
          span: second.time.span,
          message: t('Line {0} says the same of the same time: leave one of the two out.', first.line + 1),
          related: [{ span: first.time.span, message: t('The same entry.') }],
          fixes: whole ? [{ title: t('Remove the second entry'), kind: 'suggested', edits: [{ span: text.lineSpan(second.line), newText: '' }] }] : [],
        };
      }
    }
  },
});

/** How far above an entry its twin is looked for. */
const furthest = 6;
const fewestWords = 3;
const likeness = 0.8;

/** Entries of one time that say nearly the same, with the nearest such entry above them. */
function* twins(entries: readonly TimelineEntry[]): Generator<[TimelineEntry, TimelineEntry]> {
  const words = new Map<TimelineEntry, ReadonlySet<string>>();
  const wordsIn = (entry: TimelineEntry): ReadonlySet<string> => {
    const known = words.get(entry) ?? new Set(wordsOf(entry.text).split(' '));
    words.set(entry, known);
    return known;
  };
  for (const [index, entry] of entries.entries()) {
    if (entry.start.second === null) continue;
    for (let above = index - 1; above >= Math.max(0, index - furthest); above--) {
      const other = entries[above] as TimelineEntry;
      if (!atOnce(other, entry) || !areAlike(wordsIn(other), wordsIn(entry))) continue;
      yield [other, entry];
      break;
    }
  }
}

function atOnce(a: TimelineEntry, b: TimelineEntry): boolean {
  return a.start.second === b.start.second && a.start.day === b.start.day && a.end?.second === b.end?.second && a.zone?.text === b.zone?.text;
}

function areAlike(one: ReadonlySet<string>, two: ReadonlySet<string>): boolean {
  if (Math.min(one.size, two.size) < fewestWords || Math.max(one.size, two.size) * likeness > Math.min(one.size, two.size)) return false;
  // "Node 1 is back" and "Node 2 is back" are two events.
  const differing = [...one].filter((word) => !two.has(word)).concat([...two].filter((word) => !one.has(word)));
  if (differing.some((word) => /\d/.test(word) || word.length < 3)) return false;
  const common = [...one].filter((word) => two.has(word)).length;
  return common / (one.size + two.size - common) >= likeness;
}
