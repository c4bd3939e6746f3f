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

/** How many entries of one time are compared with each other. */
const mostAtOnce = 8;
const fewestWords = 3;
const likeness = 0.8;

/** Entries of one time that say nearly the same, the later of each two once. */
function* twins(entries: readonly TimelineEntry[]): Generator<[TimelineEntry, TimelineEntry]> {
  const byTime = new Map<string, TimelineEntry[]>();
  for (const entry of entries) {
    const { day, second } = entry.start;
    if (second === null) continue;
    const key = `${day} ${second} ${entry.end?.second ?? ''} ${entry.zone?.text ?? ''}`;
    const same = byTime.get(key) ?? [];
    if (same.length === 0) byTime.set(key, same);
    const twin = same.find((other) => areAlike(other.text, entry.text));
    if (twin) yield [twin, entry];
    if (same.length < mostAtOnce) same.push(entry);
  }
}

function areAlike(a: string, b: string): boolean {
  const [one, two] = [new Set(wordsOf(a).split(' ')), new Set(wordsOf(b).split(' '))];
  if (Math.min(one.size, two.size) < fewestWords) return false;
  // "Node 1 is back" and "Node 2 is back" are two events.
  const differing = [...one].filter((word) => !two.has(word)).concat([...two].filter((word) => !one.has(word)));
  if (differing.some((word) => /\d/.test(word) || word.length < 3)) return false;
  const common = [...one].filter((word) => two.has(word)).length;
  return common / (one.size + two.size - common) >= likeness;
}
