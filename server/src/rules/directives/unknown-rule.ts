import type { Directive } from '../../document/directives';
import { t } from '../../l10n';
import { nearest } from '../../spelling';
import { excerpt } from '../anchor';
import { defineRule } from '../rule';
import type { Finding } from '../rule';

/** Directives name rules that there are. */
export const unknownRule = defineRule({
  id: 'unknown-rule',
  group: 'directives',
  summary: 'Directives and settings name rules that there are',
  severity: 'warning',
  *check({ directives }, _options, { ruleIds }) {
    const known = new Set(ruleIds);
    for (const directive of directives) yield* unknownIn(directive, known);
  },
});

function* unknownIn({ rules }: Directive, known: ReadonlySet<string>): Generator<Finding> {
  for (const [index, { id, span }] of rules.entries()) {
    if (known.has(id)) continue;
    const named = rules[index - 1];
    const rest = rules.slice(index);
    // a reason in words: all of them are one mistake
    if (named && known.has(named.id) && rest.length > 1 && !rest.some((other) => known.has(other.id)) && nearest(id, [...known]) === null) {
      yield {
        span: { start: span.start, end: (rest.at(-1) as typeof named).span.end },
        message: t('There is no rule "{0}": put a colon before the reason.', excerpt(id)),
        fixes: [{ title: t('Insert a colon'), kind: 'suggested', edits: [{ span: { start: named.span.end, end: named.span.end }, newText: ':' }] }],
      };
      return;
    }
    const near = nearest(id, [...known]);
    yield near === null
      ? { span, message: t('There is no rule "{0}": this directive does nothing for it.', excerpt(id)) }
      : {
          span,
          message: t('There is no rule "{0}". Did you mean "{1}"?', excerpt(id), near),
          fixes: [{ title: t('Change it to {0}', near), kind: 'suggested', edits: [{ span, newText: near }] }],
        };
  }
}
