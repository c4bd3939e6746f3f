import type { IncidentDocument } from '../document/document';
import type { Field } from '../document/fields';
import type { Span } from '../document/text';
import { keyOf } from '../workspace/identifiers';
import { nameAt, placesOf } from '../workspace/names';
import { statedTimes } from './stated-times';

/**
 * Every place of what stands at an offset: the same instant, owner, ticket or identifier, or the same value of a field, in document
 * order. Empty in plain prose and where the document is no incident document.
 */
export function documentHighlights(document: IncidentDocument, offset: number): readonly Span[] {
  if (document.kind === 'none') return [];
  const times = sameTimes(document, offset);
  if (times.length > 0) return times;
  const name = nameAt(document, offset);
  return name ? placesOf(document, name) : sameValues(document, offset);
}

const touches = ({ start, end }: Span, offset: number): boolean => start <= offset && offset <= end;

/** A time in the middle of words is one where an entry or a fact has it too. */
function sameTimes(document: IncidentDocument, offset: number): Span[] {
  const line = document.text.lineAt(offset);
  if (!/\d/.test(document.text.slice({ start: document.text.lineStart(line), end: document.text.lineEnd(line) }))) return [];
  const times = [...statedTimes(document)];
  const here = times.find(({ span }) => touches(span, offset));
  const same = times.filter(({ instant }) => instant === here?.instant);
  return same.some(({ stated }) => stated) ? same.map(({ span }) => span) : [];
}

function sameValues(document: IncidentDocument, offset: number): Span[] {
  const fields = document.fields.filter(({ value }) => value.length <= longest);
  const here = fields.find(({ valueSpan }) => touches(valueSpan, offset))?.value ?? toldValues(fields).find((value) => occurrences(document, value).some((span) => touches(span, offset)));
  if (here === undefined) return [];
  const same = fields.filter(({ value }) => keyOf(value) === keyOf(here));
  const spans = [...same.map(({ valueSpan }) => valueSpan), ...toldValues(same).flatMap((value) => occurrences(document, value))];
  return [...new Map(spans.map((span) => [span.start, span])).values()].sort((a, b) => a.start - b.start);
}

/** A longer value is a sentence. */
const longest = 60;
/** A document with more of them than this is none that a person wrote. */
const most = 20;

/** Values that are told in the words of the text too: names of customers and services, and levels such as SEV2. A status is a word like others. */
function toldValues(fields: readonly Field[]): string[] {
  const told = fields.filter(({ key, value }) => {
    const isName = key === 'customer' || key === 'services';
    const isLevel = (key === 'severity' || key === 'priority') && /^[A-Za-z]+-?\d$/.test(value);
    return value.length > 1 && (isName || isLevel);
  });
  return [...new Set(told.map(({ value }) => value))].slice(0, most);
}

/** The places of a value as it is written, where it is no part of a longer word. */
function occurrences({ text: { value: source } }: IncidentDocument, value: string): Span[] {
  const spans: Span[] = [];
  for (let at = source.indexOf(value); at >= 0; at = source.indexOf(value, at + value.length)) {
    const end = at + value.length;
    if (!isWord(source, at - 1) && !isWord(source, end)) spans.push({ start: at, end });
  }
  return spans;
}

const isWord = (source: string, at: number): boolean => /[\p{L}\p{N}_]/u.test(source.charAt(at));
