import type { IncidentDocument } from '../../document/document';
import type { Span } from '../../document/text';
import { isoDay } from '../../document/time';
import { t } from '../../l10n';
import { excerpt } from '../anchor';
import { defineRule } from '../rule';
import type { Fix } from '../rule';
import { isSettled, likelier, numericDates } from './numeric-dates';
import type { NumericDate } from './numeric-dates';

/** Dates in figures can be read in one way only. */
export const ambiguousDate = defineRule({
  id: 'ambiguous-date',
  group: 'metadata',
  summary: 'Dates in figures can be read in one way only',
  severity: 'information',
  *check(document) {
    const dates = numericDates(document);
    const [first, ...others] = dates;
    if (!first || isSettled(document, dates)) return;
    const orders = likelier(dates) === 'day' ? (['day', 'otherDay'] as const) : (['otherDay', 'day'] as const);
    const [one, two] = orders.map((order) => isoDay(first[order])) as [string, string];
    yield {
      span: first.span,
      message: t('{0} may be {1} or {2}: write dates with the year first, or the month as a word.', excerpt(document.text.slice(first.span)), one, two),
      related: others.slice(0, 20).map(({ span }) => ({ span, message: t('So may this.') })),
      fixes: orders.map((order) => rewrite(document, dates, order)),
    };
  },
});

function rewrite({ text }: IncidentDocument, dates: readonly NumericDate[], order: 'day' | 'otherDay'): Fix {
  const edits = dates.map((date) => ({ span: date.span, newText: isoDay(date[order]) }));
  const [first] = edits as [{ span: Span; newText: string }];
  const words = [excerpt(text.slice(first.span)), first.newText] as const;
  return {
    title: edits.length === 1 ? t('Change {0} to {1}', ...words) : t('Change {0} to {1}, and {2} more dates alike', ...words, edits.length - 1),
    kind: 'suggested',
    edits,
  };
}
