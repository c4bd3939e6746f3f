import type { IncidentDocument } from '../document/document';

/** Works something out once a document, for all the rules that ask for it. */
export function perDocument<Value>(read: (document: IncidentDocument) => Value): (document: IncidentDocument) => Value {
  const known = new WeakMap<IncidentDocument, { readonly value: Value }>();
  return (document) => {
    let found = known.get(document);
    if (!found) known.set(document, (found = { value: read(document) }));
    return found.value;
  };
}
