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
  judges: 'directives',
  *check({ directives }, _options, { ruleIds }) {
    const known = new Set(ruleIds);
    const meant = new Map<string, string | null>();
    const nearestTo = (id: string) => {
      const near = meant.get(id);
      if (near !== undefined || meant.size === mostGuesses) return near ?? null;
      meant.set(id, nearest(id, ruleIds));
      return meant.get(id) ?? null;
    };
    for (const directive of directives) yield* unknownIn(directive, known, nearestTo);
  },
});

/** No person misspells more; keeps a text of directives alone cheap. */
const mostGuesses = 50;

function* unknownIn({ rules }: Directive, known: ReadonlySet<string>, nearestTo: (id: string) => string | null): Generator<Finding> {
  for (const [index, { id, span }] of rules.entries()) {
    if (known.has(id)) continue;
    const near = nearestTo(id);
    const named = rules[index - 1];
    const last = rules.at(-1) as Directive['rules'][number];
    // a reason in words: all of them are one mistake
    if (near === null && named && known.has(named.id) && last.span !== span && !rules.slice(index).some((other) => known.has(other.id))) {
      yield {
        span: { start: span.start, end: last.span.end },
        message: t('There is no rule "{0}": put a colon before the reason.', excerpt(id)),
        fixes: [{ title: t('Insert a colon'), kind: 'suggested', edits: [{ span: { start: named.span.end, end: named.span.end }, newText: ':' }] }],
      };
      return;
    }
    yield near === null
      ? { span, message: t('There is no rule "{0}": this directive does nothing for it.', excerpt(id)) }
      : {
          span,
          message: t('There is no rule "{0}". Did you mean "{1}"?', excerpt(id), near),
          fixes: [{ title: t('Change it to {0}', near), kind: 'suggested', edits: [{ span, newText: near }] }],
        };
  }
}
