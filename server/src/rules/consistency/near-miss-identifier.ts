import type { IncidentDocument } from '../../document/document';
import type { Span } from '../../document/text';
import { t } from '../../l10n';
import { excerpt } from '../anchor';
import { proseLine } from '../prose';
import type { ProseLine } from '../prose';
import { defineRule } from '../rule';

/** Identifiers are written one way. */
export const nearMissIdentifier = defineRule({
  id: 'near-miss-identifier',
  group: 'consistency',
  summary: 'No identifier is almost the same as another',
  severity: 'hint',
  *check(document) {
    if (!hasSpans(document.text.value, often + 1)) return;
    const names = [...identifiersIn(document).values()];
    const frequent = names.filter(({ places }) => places.length >= often).slice(0, most);
    if (frequent.length === 0) return;
    let left = most;
    const isForeign = (identifier: Identifier): boolean => left-- > 0 && standsOnce(document, identifier);
    for (const identifier of names) {
      const [place] = identifier.places;
      if (identifier.places.length > 1 || !place) continue;
      const near = frequent.find((other) => isSlip(identifier.lower, other.lower) || (isRelated(identifier, other) && isForeign(identifier)));
      if (!near) continue;
      yield {
        span: place.span,
        message: t('"{0}" stands here only, and "{1}" {2} times: is the same meant?', excerpt(identifier.name, 28), excerpt(near.name, 28), near.places.length),
        fixes: [{ title: t('Change to "{0}"', near.name), kind: 'suggested', edits: [{ span: place.span, newText: near.name }] }],
      };
    }
  },
});

/** Of shorter names too many differ by a letter. */
const shortest = 8;
/** A name that stands so often is the right one. */
const often = 4;
/** So many of them are compared with. */
const most = 50;

interface Place {
  readonly span: Span;
  readonly line: ProseLine;
}
interface Identifier {
  readonly name: string;
  readonly lower: string;
  /** Of `shard_mgr`; null where the name is made otherwise. */
  readonly parts: { readonly first: string; readonly last: string } | null;
  readonly places: Place[];
}

const shape = /^[A-Za-z][A-Za-z0-9]*(?:[_-][A-Za-z0-9]+)*$/;
const twoParts = /^([a-z]{3,20})([_-][a-z]{2,5})$/;
const longest = 60;

/** Whether a text has the marks of so many code spans. */
function hasSpans(value: string, fewest: number): boolean {
  let at = -1;
  for (let left = 2 * fewest; left > 0; left--) {
    at = value.indexOf('`', at + 1);
    if (at < 0) return false;
  }
  return true;
}

/** The identifiers in code spans of prose, by their names. */
function identifiersIn(document: IncidentDocument): Map<string, Identifier> {
  const { text } = document;
  const names = new Map<string, Identifier>();
  for (let open = text.value.indexOf('`'); open >= 0; ) {
    const close = text.value.indexOf('`', open + 1);
    if (close < 0) break;
    const span = { start: open + 1, end: close };
    const isShort = close - open <= longest;
    const name = isShort ? text.slice(span) : '';
    // A span ends on its line: what stands between two spans is none.
    if (isShort ? name.includes('\n') : text.lineAt(open) !== text.lineAt(close)) {
      open = close;
      continue;
    }
    open = text.value.indexOf('`', close + 1);
    if (name.length < 6 || !shape.test(name)) continue;
    const line = proseLine(document, text.lineAt(span.start));
    if (!line || span.end - line.start > line.words.length) continue;
    const known = names.get(name);
    if (known) known.places.push({ span, line });
    else {
      const match = twoParts.exec(name);
      names.set(name, { name, lower: name.toLowerCase(), parts: match && { first: match[1] as string, last: match[2] as string }, places: [{ span, line }] });
    }
  }
  return names;
}

/** One letter is missing, added, changed or swapped within the name; digits, separators, endings and letters that stand alone make another name. */
function isSlip(a: string, b: string): boolean {
  if (a === b || a[0] !== b[0] || a.length < shortest || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let [endA, endB] = [a.length, b.length];
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA--;
    endB--;
  }
  const [left, right] = [a.slice(start, endA), b.slice(start, endB)];
  const swapped = left.length === 2 && left[0] === right[1] && left[1] === right[0];
  if (!swapped && (left.length > 1 || right.length > 1)) return false;
  const alone = (text: string, from: number, to: number): boolean => separates(text[from - 1]) && separates(text[to]);
  return !/[\d_-]/.test(left + right) && !separates(a[endA]) && !separates(b[endB]) && !alone(a, start, endA) && !alone(b, start, endB);
}

const separates = (letter: string | undefined): boolean => letter === undefined || letter === '_' || letter === '-';

/** Another first word before the same last one, in the same company: `redis_mgr` where all others are `shard_mgr`. */
function isRelated(identifier: Identifier, other: Identifier): boolean {
  if (!identifier.parts || !other.parts || identifier.parts.last !== other.parts.last) return false;
  const company = neighbours(identifier.places[0] as Place);
  return other.places.slice(0, most).some((place) => [...neighbours(place)].some((word) => company.has(word)));
}

/** Whether the document speaks of the first word nowhere else: what it does speak of is a thing of its own. */
function standsOnce({ text: { value } }: IncidentDocument, { parts }: Identifier): boolean {
  return parts !== null && [...value.matchAll(new RegExp(parts.first, 'gi'))].length === 1;
}

const common = /^(?:the|and|for|from|with|was|were|has|had|not|are|that|this|into|our|its|but|via|when|while|after|before|during|due)$/;

/** The words right beside a code span, the common ones left out. */
function neighbours({ span, line: { start, words } }: Place): Set<string> {
  const [from, to] = [span.start - 1 - start, span.end + 1 - start];
  const left = words.slice(Math.max(0, from - 30), from).toLowerCase().match(/[a-z]{3,}/g)?.slice(-2) ?? [];
  const right = words.slice(to, to + 30).toLowerCase().match(/[a-z]{3,}/g)?.slice(0, 1) ?? [];
  return new Set([...left, ...right].filter((word) => !common.test(word)));
}
