import type { IncidentDocument } from '../document/document';
import type { Span } from '../document/text';

/** A word that names an incident or a ticket. */
export interface Identifier {
  /** How all spellings of it are compared. */
  readonly key: string;
  readonly span: Span;
}

/** How identifiers, tickets and owners are compared: without case, the sign of a handle and space around and between words. */
export function keyOf(written: string): string {
  return written.trim().replace(/^@/, '').replace(/\s+/g, ' ').toLowerCase();
}

/** A word as identifiers are written: letters first, parts tied by a hyphen or an underscore. Not within an address or a path. */
const word = /(?<![\w./@#-])[A-Za-z][\w-]*/g;
const shortest = 4;
const longest = 60;
/** A version, a scale, a standard, an amount or a day: words with a digit that name nothing. */
const noName = /^(?:v\d|(?:sev|p|q|h)-?\d+$|(?:utf|sha|md|ipv|http|iso|rfc|cve|covid|ec|s)-?\d|[a-z]{3,9}-\d{1,2}$)/i;

/** Every word of the document that looks like an identifier, in document order. Addresses are passed over. */
export function* identifiersIn({ text: { value } }: IncidentDocument): Generator<Identifier> {
  for (const match of value.matchAll(word)) {
    const [name] = match;
    if (name.length < shortest || name.length > longest || !/\d/.test(name) || noName.test(name)) continue;
    yield { key: keyOf(name), span: { start: match.index, end: match.index + name.length } };
  }
}

/** The identifiers that a document bears, as written: those of its fields, those in its title. */
export function ownIdentifiers({ fields }: IncidentDocument): string[] {
  const stated = fields.flatMap(({ key, value }) => (key === 'id' && value.length <= longest ? [value.trim()] : []));
  return [...new Map(stated.toReversed().map((id) => [keyOf(id), id])).values()].toReversed();
}
