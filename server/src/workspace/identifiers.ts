import { namesStandard } from '../document/action-details';
import type { IncidentDocument } from '../document/document';
import type { Span } from '../document/text';
import { plainText } from '../document/words';

/** A word that names an incident or a ticket. */
export interface Identifier {
  /** How all spellings of it are compared. */
  readonly key: string;
  readonly span: Span;
}

const recordWord = '(?:case|record|ticket|incident|escalation|fall|caso|cas)';
const leadingRecordWord = new RegExp(`^${recordWord} (?:no\\.?|number|nr\\.?)? ?#? ?(?=\\d[\\d-]*$)`);

/** How identifiers, tickets and owners are compared: without case, the sign of a handle, the word before a number ("CASE 00412") and space around and between words. */
export function keyOf(written: string): string {
  return written.trim().replace(/^@/, '').replace(/\s+/g, ' ').toLowerCase().replace(leadingRecordWord, '');
}

const shortest = 4;
const longest = 60;

/**
 * What may name something, each not within an address or a path: a UUID; a word of letters and digits that is tied by hyphens or underscores;
 * "#123" and "team/service#123"; the number behind "case" and its like.
 */
const candidate = new RegExp([
  '(?<![\\w./@#-])[0-9a-z]{8}(?:-[0-9a-z]{4}){3}-[0-9a-z]{12}(?![\\w-])',
  '(?<![\\w./@#-])[a-z][a-z_-]*\\d[\\w-]*',
  '(?<![\\w./&#-])(?:[\\w-]+/[\\w-]+)?#\\d{2,7}(?![\\w-])',
  `(?<=\\b${recordWord}(?: (?:no\\.?|number|nr\\.?) ?#?| #)? ?)\\d{3,12}(?![\\w/.:-]*\\d)`,
].join('|'), 'gi');

/** ESC-4471, PM-2026-001, INC-5B7D142F, CE1000, and prod_20250426_cloudai, which has a part of so many digits that it is no machine's. */
const shape = /^(?:[A-Z][A-Z0-9]{1,9}(?:-\d+)+|[A-Z]{2,6}-(?=[A-F]*\d)[0-9A-F]{6,12}|[A-Z]{2,8}\d{3,}|[A-Za-z][\w-]*[-_]\d{4,}(?:[-_][\w-]*)?|[A-Za-z]\d{4,}[-_][\w-]*)$/;
const uuid = /^[0-9a-z]{8}(?:-[0-9a-z]{4}){3}-[0-9a-z]{12}$/i;
/** A part of a year, an offset from an event, a place in a list. */
const noName = /^(?:[QH]\d|[CK]W|FY\d*|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6})[-_]?\d/i;
const year = /^(?:19|20)\d\d$/;

function isName(word: string): boolean {
  if (word.length < shortest || word.length > longest) return word.startsWith('#');
  if (uuid.test(word) || word.includes('#')) return true;
  if (/^\d/.test(word)) return !year.test(word);
  return shape.test(word) && !noName.test(word) && !namesStandard(word);
}

/** The names in a text, with their offsets. */
function* namesIn(value: string): Generator<{ readonly name: string; readonly at: number }> {
  for (const match of value.matchAll(candidate)) {
    const name = match[0].replace(/[-_]+$/, '');
    if (isName(name)) yield { name, at: match.index };
  }
}

/**
 * Every place where a document names an incident or a ticket, in document order: words that look like it, the tickets of its items,
 * and its own identifiers whatever they look like. Addresses are passed over, but for those of tickets.
 */
export function identifiersIn(document: IncidentDocument): Identifier[] {
  const { text, fields, plan } = document;
  const places = new Map<number, Identifier>();
  for (const { name, at } of namesIn(text.value)) places.set(at, { key: keyOf(name), span: { start: at, end: at + name.length } });
  for (const { tickets } of plan.items) for (const { value, span } of tickets) if (!places.has(span.start)) places.set(span.start, { key: keyOf(value), span });
  for (const { key, value, valueSpan } of fields) {
    if (key !== 'id' || places.has(valueSpan.start)) continue;
    for (const id of statedIn(value)) {
      const start = text.value.indexOf(id, valueSpan.start);
      if (start >= 0 && start < valueSpan.end && !places.has(start)) places.set(start, { key: keyOf(id), span: { start, end: start + id.length } });
    }
  }
  return [...places.values()].sort((a, b) => a.span.start - b.span.start);
}

/** The identifiers that a document bears, as written: those of its fields and of its title, which is one of them. */
export function ownIdentifiers({ fields }: IncidentDocument): string[] {
  const stated = fields.flatMap(({ key, value }) => (key === 'id' ? statedIn(value) : []));
  return [...new Map(stated.toReversed().map((id) => [keyOf(id), id])).values()].toReversed();
}

/** What stands between several identifiers of one incident. */
const between = /^(?:[\s,;&/+]|\band\b)*$/;
const isDate = /^[\d./-]+$/;

/** The identifiers that a field states: "ESC-2218 (parent INC-90412)" states one, "INC-1042, INC-1043" two, "2024-03-12 outage" itself. */
function statedIn(value: string): string[] {
  const words = plainText(value).replace(/\s*\([^()]{0,80}\)/g, '').replace(/^[[<]|[\]>]$/g, '').trim();
  if (!/\d/.test(words)) return [];
  const names = [...namesIn(words)].map(({ name }) => name);
  const [first] = names;
  if (first === undefined) return words.length > longest || words.includes('://') || (isDate.test(words) && /\D/.test(words)) ? lastOfAddress(words) : [words];
  if (/^\d/.test(first) && keyOf(words) === first) return [words];
  return names.length > 1 && between.test(names.reduce((rest, name) => rest.replace(name, ''), words)) ? names : [first];
}

/** `https://tracker.example/browse/INC-42` is where INC-42 is told of. */
function lastOfAddress(words: string): string[] {
  const last = /^https?:\/\/\S*\/([\w-]+)\/?$/.exec(words)?.[1];
  return last !== undefined && isName(last) && /[a-z]/i.test(last) ? [last] : [];
}
