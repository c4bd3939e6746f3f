import type { IncidentDocument } from '../../document/document';
import { t } from '../../l10n';
import type { Completion, PlacedQuery } from './completion';

/** Names as mostly written, with the number of documents that have them, and those of them that are in this document. */
export interface Known {
  readonly owners: ReadonlyMap<string, number>;
  readonly tickets: ReadonlyMap<string, number>;
  readonly here: ReadonlySet<string>;
}

/** The owners and tickets that the documents know, those of this document first, then those of the most documents. */
export function* knownNames(document: IncidentDocument, { place, known }: PlacedQuery): Generator<Completion> {
  if (!place) return;
  const { span } = place;
  const role = place.role === 'authors' ? 'owner' : place.role;
  if (role !== 'owner' && role !== 'ticket') return;
  const written = document.text.slice(span);
  const start = written.replace(/^@/, '').toLowerCase();
  const byHandle = written.startsWith('@');
  const names = [...(role === 'owner' ? known.owners : known.tickets)]
    // what is being written is in this document already
    .filter(([name, count]) => name.toLowerCase().includes(start) && !(count === 1 && name === written))
    .sort(([a, many], [b, more]) => Number(known.here.has(b)) - Number(known.here.has(a)) || more - many || (a < b ? -1 : 1));
  for (const [name, count] of names) {
    const isHandle = byHandle && !name.startsWith('@') && !name.includes(' ');
    yield {
      label: name, role, span, detail: count === 1 ? t('1 document') : t('{0} documents', count),
      newText: isHandle ? `@${name}` : name, filter: byHandle ? `@${name.replace(/^@/, '')}` : name,
    };
  }
}
