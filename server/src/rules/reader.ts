import type { IncidentDocument } from '../document/document';
import { TimeReader } from '../document/time-reader';

const readers = new WeakMap<IncidentDocument, TimeReader>();

/** Reads times anywhere in a document. Made once a document: how it writes its numeric dates takes a look at all of it. */
export function readerOf(document: IncidentDocument): TimeReader {
  const known = readers.get(document) ?? new TimeReader(document.text.value);
  readers.set(document, known);
  return known;
}
