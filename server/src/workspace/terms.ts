import type { IncidentDocument } from '../document/document';
import type { SectionRole } from '../document/vocabulary';
import { stopWords } from './stop-words';

/** How much a word says that stands in a section of a role: causes, symptoms and the parts that were affected. */
const weights: Readonly<Partial<Record<SectionRole, number>>> = {
  rootCause: 3, trigger: 3, contributingFactors: 2, summary: 2, impact: 1, technicalDetails: 1, detection: 1, background: 1, resolution: 1, mitigation: 1,
};
const ofTitle = 4;
const ofServices = 4;
/** A section says what it is about within so many characters. */
const longest = 3_000;
/** So many words tell what an incident is about. */
const most = 64;

/** Words of Latin, Greek and Cyrillic letters, and those of Japanese and Chinese, which stand without spaces. */
const word = /[A-Za-z\u00c0-\u024f\u0370-\u03ff\u0400-\u04ff][A-Za-z\d\u00c0-\u024f\u0370-\u03ff\u0400-\u04ff]{2,30}|[\u30a0-\u30ff]{2,20}|[\u4e00-\u9fff]{2,8}/g;
/** What holds words that nobody has said: addresses, what links lead to, code. */
const unsaid = /\b[a-z]{2,10}:\/\/\S+|\S{1,60}@\S{1,60}\.\w+|\]\([^)\n]{0,300}\)|```[^`]{0,3000}```/gi;
const mayBeUnsaid = /:\/\/|@|\]\(|```/;

/** A word that tells what an incident is about. */
export interface Term {
  /** Without its ending: what is compared. */
  readonly stem: string;
  /** As the document writes it first, in lower case. */
  readonly word: string;
  /** How much of the document it makes up, at least 1. */
  readonly weight: number;
}

/** The words that tell most about a document's causes, symptoms and affected parts, the weightiest first. */
export function termsIn(document: IncidentDocument): Term[] {
  const found = new Map<string, { stem: string; word: string; weight: number }>();
  const add = (text: string, weight: number): void => {
    for (const [written] of (mayBeUnsaid.test(text) ? text.replace(unsaid, ' ') : text).matchAll(word)) {
      const stem = stemOf(written);
      const known = found.get(stem);
      if (known) known.weight += weight;
      else if (stem !== '') found.set(stem, { stem, word: written.toLowerCase(), weight });
    }
  };
  const { title, fields, allSections, text } = document;
  if (title) add(title.text, ofTitle);
  for (const { key, value } of fields) if (key === 'services') add(value.slice(0, longest), ofServices);
  let told = 0;
  for (const section of allSections) {
    const weight = Math.max(0, ...section.roles.map((role) => weights[role] ?? 0));
    if (weight === 0) continue;
    const own = section.children[0]?.line ?? section.endLine + 1;
    const body = text.value.slice(text.lineStart(section.bodyLine), Math.min(text.lineEnd(Math.max(section.bodyLine, own - 1)), text.lineStart(section.bodyLine) + longest));
    told += body.length;
    add(body, weight);
  }
  // a document without such sections tells it from the beginning
  if (told < 300) add(text.value.slice(0, longest), 1);
  return [...found.values()].sort((a, b) => b.weight - a.weight || (a.stem < b.stem ? -1 : 1)).slice(0, most);
}

const ending = /(?:isations?|izations?|ations?|ating|ated|ates?|ings?|ies|ied|ed|es|s|e|y|ions?|ly|ments?|ers?|ors?)$/;
/** No ending is longer, and a pattern that is tied to the end is tried at every letter. */
const longestEnding = 8;

/** A word without its ending; empty for one that says nothing. */
function stemOf(written: string): string {
  const lower = written.toLowerCase();
  if (stopWords.has(lower)) return '';
  if (lower.charCodeAt(0) > 0x24f) return lower;
  const kept = Math.max(0, lower.length - longestEnding);
  const stem = lower.slice(0, kept) + lower.slice(kept).replace(ending, '');
  if (stem.length < 3) return lower;
  const last = stem.charCodeAt(stem.length - 1);
  return last === stem.charCodeAt(stem.length - 2) && !'aeiou'.includes(String.fromCharCode(last)) ? stem.slice(0, -1) : stem;
}

/** Terms as a digest keeps them: a string of stems and weights takes a tenth of the room. */
export function packed(terms: readonly Term[]): string {
  return terms.map(({ stem, weight }) => `${stem} ${weight}`).join(' ');
}

/** The stems and weights of packed terms. */
export function* unpacked(terms: string): Generator<readonly [stem: string, weight: number]> {
  const parts = terms === '' ? [] : terms.split(' ');
  for (let index = 0; index < parts.length; index += 2) yield [parts[index] as string, Number(parts[index + 1])];
}
