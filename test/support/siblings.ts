import { parse, type IncidentDocument } from '../../server/src/document/document';
import type { Siblings } from '../../server/src/rules/siblings';
import { digestOf } from '../../server/src/workspace/digest';
import { IncidentIndex } from '../../server/src/workspace/incident-index';
import { KnownSiblings } from '../../server/src/workspace/known-siblings';

/** Where the folders of tests lie. */
export const root = 'file:///incidents/';

/** An index over documents by their paths; `files` lie in the same folders and are none. */
export function indexOf(documents: Readonly<Record<string, string | IncidentDocument>>, files: readonly string[] = []): IncidentIndex {
  const index = new IncidentIndex();
  for (const [path, document] of Object.entries(documents)) {
    const model = typeof document === 'string' ? parse(document, { declared: true, fileName: path.slice(path.lastIndexOf('/') + 1) }) : document;
    const digest = digestOf(root + path, model);
    if (digest) index.set(digest);
  }
  for (const path of [...Object.keys(documents), ...files]) index.files.add(root + path);
  return index;
}

/** What is known of the documents beside one; those with an empty text are files that are no incident documents. */
export function siblingsOf(path: string, document: IncidentDocument, beside: Readonly<Record<string, string>>): Siblings | null {
  const others = Object.entries(beside);
  const index = indexOf({ [path]: document, ...Object.fromEntries(others.filter(([, text]) => text !== '')) }, others.map(([other]) => other));
  return KnownSiblings.of(index, root + path);
}
