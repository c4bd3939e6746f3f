import type { IncidentDocument } from '../../document/document';
import type { Span } from '../../document/text';
import { t } from '../../l10n';
import { excerpt } from '../anchor';
import { defineRule } from '../rule';
import { statedDates } from './stated-dates';

const DAY = 86_400_000;

/** What has happened is not dated in the future. */
export const futureDate = defineRule({
  id: 'future-date',
  group: 'metadata',
  summary: 'What has happened is not dated in the future',
  severity: 'warning',
  *check(document, _, { now }) {
    // a clock that was never set tells nothing
    if (now < DAY) return;
    // everywhere on earth it is tomorrow by then
    const [first, ...others] = datesAfter(document, Math.floor(now / DAY) + 1);
    if (!first) return;
    yield {
      span: first,
      message: t('{0} is in the future: correct the date.', excerpt(document.text.slice(first))),
      related: others.slice(0, 20).map((span) => ({ span, message: t('This is in the future as well.') })),
    };
  },
});

const plans = /\b(?:plan(?:ned|s)?|scheduled?|will|expect\w*|target\w*|deadline|due|next|tb[cd]|to be|eta|estimated|upcoming|proposed|promised)\b/i;

/** The dates in fields of what has happened and in the timeline that lie behind a day. */
function datesAfter(document: IncidentDocument, last: number): Span[] {
  const { text, timelines } = document;
  const isLater = (day: number | null | undefined, otherDay?: number) => day != null && Math.min(day, otherDay ?? day) > last;
  const spans: Span[] = [];
  for (const { field: { notation, label, value, valueSpan }, start, time } of statedDates(document)) {
    // a page may be published at a later date
    if (notation === 'frontMatter' || plans.test(label) || plans.test(value) || !isLater(start.day, start.otherDay)) continue;
    spans.push(time.start.dateSpan ?? valueSpan);
  }
  for (const { entries } of timelines) {
    for (const { start, time, textSpan } of entries) {
      if (!time.start.dateSpan || !isLater(start.day, start.otherDay) || plans.test(text.value.slice(textSpan.start, Math.min(textSpan.end, textSpan.start + 200)))) continue;
      spans.push(time.start.dateSpan);
    }
  }
  return spans.sort((a, b) => a.start - b.start);
}
