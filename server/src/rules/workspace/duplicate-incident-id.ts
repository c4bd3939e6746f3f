import { t } from '../../l10n';
import { excerpt } from '../anchor';
import { defineRule } from '../rule';
import { namesIn } from './names';
import { placeOf } from './place';
import { isSameIncident } from './same-incident';

/** Every document has an identifier of its own. */
export const duplicateIncidentId = defineRule({
  id: 'duplicate-incident-id',
  group: 'workspace',
  summary: 'No two documents have the same identifier',
  severity: 'error',
  judges: 'siblings',
  *check(document, _, { siblings }) {
    if (!siblings) return;
    const told = new Set<string>();
    for (const { value, valueSpan } of namesIn(document)) {
      if (told.has(value)) continue;
      told.add(value);
      const others = siblings.named(value).filter((other) => other.kind === document.kind && !isSameIncident(document, siblings, other));
      if (others.length === 0) continue;
      yield {
        span: valueSpan,
        message: t('Another document has the id "{0}" as well: give one of the two its own.', excerpt(value)),
        elsewhere: others.slice(0, most).map((other) => placeOf(other, t('It is the id of "{0}".', excerpt(other.title?.text ?? other.uri, 60)))),
      };
    }
  },
});

const most = 10;
