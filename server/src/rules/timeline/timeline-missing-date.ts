import { t } from '../../l10n';
import { defineRule } from '../rule';
import { countsFromZero } from './entry-order';

/** The day of a timeline is written somewhere. */
export const timelineMissingDate = defineRule({
  id: 'timeline-missing-date',
  group: 'timeline',
  summary: 'A timeline says which day it is about',
  severity: 'hint',
  judges: 'timelines',
  *check({ text, timelines }) {
    const [first, ...others] = timelines.filter(({ entries }) => entries.length >= 2 && !countsFromZero(entries) && entries.every(({ start }) => start.day === null && start.second !== null));
    if (!first || anyDate.test(text.value)) return;
    yield {
      span: first.section.titleSpan,
      message: t('These times are of no day: state the date in the heading, above the entries or in each of them.'),
      related: others.map(({ section }) => ({ span: section.titleSpan, message: t('These times neither.') })),
    };
  },
});

/** Some date, be it in a form that lends none to a timeline. */
const anyDate = /(?<!\d)(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)|(?<!\d)\d{1,2}[-/.]\d{1,2}[-/.](?:20)?\d{2}(?!\.?\d)|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.? \d{1,2}(?!\d)|\b\d{1,2}(?:st|nd|rd|th)?\.? (?:of )?(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)|\d月/i;
