import type { IncidentDocument } from '../../document/document';
import { t } from '../../l10n';
import { shared, stemsOf } from '../actions/word-stems';
import { excerpt } from '../anchor';
import { defineRule } from '../rule';
import type { Sibling, Siblings } from '../siblings';
import { namesIn } from './names';
import { placeOf } from './place';

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
      const others = siblings.named(value).filter((other) => !isSameIncident(document, siblings, other));
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

/** A summary and the post-mortem, a part and the whole, a translation: several documents about one incident. */
function isSameIncident({ kind, day, title }: IncidentDocument, siblings: Siblings, other: Sibling): boolean {
  if (other.kind !== kind || siblings.isTied(other) || areVersions(siblings.uri, other.uri)) return true;
  if (day === null || day !== other.day) return false;
  const [own, its] = [stemsOf(title?.text ?? ''), stemsOf(other.title?.text ?? '')];
  return shared(own, its) * 2 > Math.min(own.size, its.size);
}

/** Names that every folder has a file of. */
const everywhere = /^(?:readme|index|post-?_?mortem|incident|report|summary|rca|escalation)$/;

/** Whether one file's name goes on where the other's ends: `inc-104.md`, `inc-104-public.md`, `inc-104.de.md`, `de/inc-104.md`. */
function areVersions(uri: string, other: string): boolean {
  const [short, long] = [stemOf(uri), stemOf(other)].sort((a, b) => a.length - b.length) as [string, string];
  return !everywhere.test(short) && long.startsWith(short) && !/^[a-z\d]/.test(long.slice(short.length));
}

/** A file's name up to its first dot, in lower case. */
function stemOf(uri: string): string {
  return uri.slice(uri.lastIndexOf('/') + 1).replace(/\..*$/, '').toLowerCase();
}
