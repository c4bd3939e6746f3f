import { namesStandard } from '../document/item-tickets';
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

const isOneWord = /^\S*$/;

/** How identifiers, tickets and owners are compared: without case, the sign of a handle, the word before a number ("CASE 00412") and space around and between words. */
export function keyOf(written: string): string {
  const word = written.trim().toLowerCase();
  const name = word.startsWith('@') ? word.slice(1) : word;
  return isOneWord.test(name) ? name : name.replace(/\s+/g, ' ').replace(leadingRecordWord, '');
}

const shortest = 4;
const longest = 60;

/** ESC-4471, PM-2026-001, INC-5B7D142F, CE1000, and prod_20250426_cloudai, which has a part of so many digits that it is no machine's. */
const shape = /^(?:[A-Z][A-Z0-9]{1,9}(?:-\d+)+|[A-Z]{2,6}-(?=[A-F]*\d)[0-9A-F]{6,12}|[A-Z]{2,8}\d{3,}|[A-Za-z][\w-]*[-_]\d{4,}(?:[-_][\w-]*)?|[A-Za-z]\d{4,}[-_][\w-]*)$/;
const uuid = /^[0-9a-z]{8}(?:-[0-9a-z]{4}){3}-[0-9a-z]{12}$/i;
/** A part of a year, an offset from an event, a place in a list. */
const noName = /^(?:[QH]\d|[CK]W|FY\d*|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6})[-_]?\d/i;
const uuidLength = 36;
const year = /^(?:19|20)\d\d$/;
const behindRecordWord = new RegExp(`\\b${recordWord}(?: (?:no\\.?|number|nr\\.?))? ?#?$`, 'i');
/** `#` or `team/service#` in front of a number, at the end of what stands before it. */
const behindSign = /(?<![\w./&#-])(?:[\w-]{1,40}\/[\w-]{1,40})?#$/;
/** What stands before a number and says what it counts is no longer. */
const lookBack = 90;

/** The names in a text, with their offsets: what has a digit in it, and looks like one, outside of addresses and paths. */
function* namesIn(value: string): Generator<{ readonly name: string; readonly at: number }> {
  for (let at = 0; at < value.length; at++) {
    const code = value.charCodeAt(at);
    if (code < 48 || code > 57) continue;
    let start = at;
    while (isWordSign(value.charCodeAt(start - 1))) start--;
    while (isWordSign(value.charCodeAt(at + 1))) at++;
    while (value[start] === '_') start++;
    const found = nameIn(value, start, at + 1);
    if (found) yield found;
  }
}

function nameIn(value: string, start: number, end: number): { readonly name: string; readonly at: number } | null {
  const before = value[start - 1] ?? '';
  if (end - start > longest || value[start] === '-' || value[end] === '@' || (before !== '' && '-./@&'.includes(before))) return null;
  const isDigital = value.charCodeAt(start) < 58;
  const mayCount = isDigital && (before === '#' || (before === ' ' && endsRecordWord.has(value[start - 2] ?? '')));
  // days and clocks are most of what begins with a digit
  if (isDigital && !mayCount && end - start < uuidLength) return null;
  const word = value.slice(start, end).replace(/[-_]+$/, '');
  if (mayCount && isNumber.test(word) && !/^[.,/:]\d/.test(value.slice(end, end + 2))) {
    const behind = value.slice(Math.max(0, start - lookBack), start);
    if (word.length > 2 && behindRecordWord.test(behind) && (before === '#' || !year.test(word))) return { name: word, at: start };
    const sign = before === '#' && word.length < 8 ? behindSign.exec(behind) : null;
    return sign && { name: sign[0] + word, at: start - sign[0].length };
  }
  if (before === '#' || word.length < shortest) return null;
  if (word.length === uuidLength && uuid.test(word)) return { name: word, at: start };
  return !isDigital && shape.test(word) && !noName.test(word) && !namesStandard(word) ? { name: word, at: start } : null;
}

/** The last signs of what may stand before a number, with or without "no." and "#". */
const endsRecordWord = new Set('edtnlos.r#EDTNLOSR');
const isNumber = /^\d{2,12}$/;

/** A letter or digit of ASCII, `_` or `-`. */
const isWordSign = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || code === 95 || code === 45;

/**
 * Every place where a document names an incident or a ticket, in document order: words that look like it, the tickets of its items,
 * and its own identifiers whatever they look like. Addresses are passed over, but for those of tickets.
 */
export function identifiersIn(document: IncidentDocument): Identifier[] {
  const { text, plan } = document;
  const places = new Map<number, Identifier>();
  for (const { name, at } of namesIn(text.value)) places.set(at, { key: keyOf(name), span: { start: at, end: at + name.length } });
  for (const { tickets } of plan.items) for (const { value, span } of tickets) if (!places.has(span.start)) places.set(span.start, { key: keyOf(value), span });
  for (const { key, span } of ownPlaces(document)) if (!places.has(span.start)) places.set(span.start, { key, span });
  return [...places.values()].sort((a, b) => a.span.start - b.span.start);
}

/** Where a document says which identifiers it bears: in its fields and its title, which is one of them. */
export function ownPlaces({ text, fields }: IncidentDocument): Identifier[] {
  return fields.flatMap(({ key, value, valueSpan: { start, end } }) => (key === 'id' ? statedIn(value) : []).flatMap((id) => {
    const at = text.value.indexOf(id, start);
    return at >= 0 && at < end ? [{ key: keyOf(id), span: { start: at, end: at + id.length } }] : [];
  }));
}

/** The identifiers that a document bears, as written. */
export function ownIdentifiers(document: IncidentDocument): string[] {
  const places = ownPlaces(document);
  return places.filter(({ key }, at) => places.findIndex((other) => other.key === key) === at).map(({ span }) => document.text.slice(span));
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
  return last !== undefined && shape.test(last) ? [last] : [];
}
