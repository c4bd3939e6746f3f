import type { IncidentDocument } from '../document/document';

/** What was worked out of a document, each at the number of its reading. */
interface Notes {
  readonly document: IncidentDocument;
  readonly values: unknown[];
}

const notes = new WeakMap<IncidentDocument, Notes>();
/** All rules ask about one document before they are asked about the next. */
let latest: Notes | undefined;
let readings = 0;
/** Stands for undefined where that was worked out. */
const nothing = Symbol('nothing');

/** Works something out once a document, for all the rules that ask for it. */
export function perDocument<Value>(read: (document: IncidentDocument) => Value): (document: IncidentDocument) => Value {
  const number = readings++;
  return (document) => {
    const { values } = latest?.document === document ? latest : (latest = notesOf(document));
    let value = values[number];
    if (value === undefined) {
      value = read(document);
      values[number] = value === undefined ? nothing : value;
    }
    return (value === nothing ? undefined : value) as Value;
  };
}

function notesOf(document: IncidentDocument): Notes {
  let found = notes.get(document);
  if (!found) notes.set(document, (found = { document, values: [] }));
  return found;
}
