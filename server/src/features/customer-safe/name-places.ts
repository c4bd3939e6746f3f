import type { IncidentDocument } from '../../document/document';
import type { Span } from '../../document/text';
import { perDocument } from '../../rules/per-document';
import { allProse } from '../../rules/prose';
import { isOrdinary } from './person-name';

/** What a name is the name of. */
export interface Bearer {
  /** Null of a name that stays. */
  readonly thing: string | null;
}

/** A name as it is looked for. */
interface Sought<Of extends Bearer> {
  readonly bearer: Of;
  /** `name`: all of it. `part`: a first or a last name. `login`: a word that is a name behind an `@` alone. */
  readonly as: 'name' | 'part' | 'login';
}

interface Step<Of extends Bearer> {
  readonly next: Map<string, Step<Of>>;
  sought?: Sought<Of>;
}

/** A place where somebody is named; `isSure` is false where it may be a word like others. */
export interface NamePlace<Of extends Bearer> {
  readonly span: Span;
  readonly bearer: Of;
  readonly isSure: boolean;
}

const token = /[\p{L}\p{M}\p{N}]+/gu;
/** How words of names are compared: a login has no accents and no capitals. */
export const bareWord = (word: string): string => (isAscii.test(word) ? word : word.normalize('NFD').replace(/\p{M}/gu, '')).toLowerCase();
const isAscii = /^[\x00-\x7f]*$/;
const tokensOf = (name: string): string[] => Array.from(name.matchAll(token), ([word]) => bareWord(word));
const gap = /^[ \t\u00a0._'’-]{1,2}$/;
const ideographic = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+$/u;

/** Names that are looked for all at once: a tree of words, in which every word of the text is one step. */
export class NamePlaces<Of extends Bearer> {
  private readonly root: Step<Of> = { next: new Map() };
  /** Names in scripts that write no spaces. */
  private readonly unspaced = new Map<string, Of>();

  add(name: string, bearer: Of, as: Sought<Of>['as']): void {
    if (ideographic.test(name)) {
      this.unspaced.set(name, bearer);
      return;
    }
    let step = this.root;
    for (const word of tokensOf(name)) {
      const next: Step<Of> = step.next.get(word) ?? { next: new Map() };
      step.next.set(word, next);
      step = next;
    }
    // who was named first is meant, and a whole name before a part of one
    if (step !== this.root && (step.sought === undefined || (step.sought.as === 'part' && as === 'name'))) step.sought = { bearer, as };
  }

  /** Every place of a name in a document, the longest names first, in document order. */
  *in(document: IncidentDocument): Generator<NamePlace<Of>> {
    const { value } = document.text;
    for (const [name, bearer] of this.unspaced) {
      for (let at = value.indexOf(name); at >= 0; at = value.indexOf(name, at + name.length)) yield { span: { start: at, end: at + name.length }, bearer, isSure: true };
    }
    if (this.root.next.size === 0) return;
    const words = Array.from(value.matchAll(token), ({ index, 0: { length } }) => ({ start: index, end: index + length }));
    const lower = commonWords(document);
    for (let first = 0; first < words.length; first++) {
      const found = this.longestAt(value, words, first);
      if (!found) continue;
      const span = { start: (words[first] as Span).start, end: (words[found.last] as Span).end };
      const sure = certainty(value, span, found.sought, lower);
      if (sure === null || found.sought.bearer.thing === null) {
        if (found.sought.bearer.thing === null) first = found.last;
        continue;
      }
      yield { span, bearer: found.sought.bearer, isSure: sure };
      first = found.last;
    }
  }

  private longestAt(value: string, words: readonly Span[], first: number): { sought: Sought<Of>; last: number } | null {
    let found: { sought: Sought<Of>; last: number } | null = null;
    let step: Step<Of> | undefined = this.root;
    for (let at = first; at < words.length; at++) {
      const { start, end } = words[at] as Span;
      if (at > first && !gap.test(value.slice((words[at - 1] as Span).end, start))) break;
      step = step.next.get(bareWord(value.slice(start, end)));
      if (step === undefined) break;
      if (step.sought) found = { sought: step.sought, last: at };
    }
    return found;
  }
}

/** The words that a document writes without a capital anywhere, in its own sentences: names are none of them. */
export const commonWords = perDocument((document): ReadonlySet<string> => {
  const common = new Set<string>();
  for (const { words } of allProse(document)) for (const [word] of words.matchAll(commonWord)) common.add(word);
  return common;
});

const commonWord = /(?<![\p{L}\p{N}@/._-])\p{Ll}[\p{L}\p{M}]*(?![\p{L}\p{N}@/_-])/gu;

/** Whether it is the name that is written there: surely, perhaps, or null for no. */
function certainty<Of extends Bearer>(value: string, { start, end }: Span, { as }: Sought<Of>, lower: ReadonlySet<string>): boolean | null {
  const written = value.slice(start, end);
  const isHandle = value[start - 1] === '@';
  if (isHandle) return true;
  const isOneWord = /^[\p{L}\p{M}\p{N}]+$/u.test(written);
  if (!isOneWord) return true;
  // in an address, and at the beginning of what is said in a chat: "<ana> ivo: is it up?"
  if (as === 'login') return (written.length > 3 && /[/~]$/.test(value.slice(Math.max(0, start - 1), start))) || (value.slice(Math.max(0, start - 2), start) === '> ' && /^[:,]/.test(value.slice(end, end + 1))) ? true : null;
  if (!/^\p{Lu}/u.test(written)) return written.length > 3 && isLinked(value, start, end) && !isOrdinary(written) ? true : null;
  if (!isOrdinary(written) && !lower.has(written.toLowerCase())) return true;
  // a word like others as well: in the middle of a sentence capitals make it a name
  return /[\p{Ll}\p{N},;(]\s$/u.test(value.slice(Math.max(0, start - 2), start));
}

/** Whether a word is a part of the name of something, as in `/home/ana/notes` and `ana-laptop`. */
function isLinked(value: string, start: number, end: number): boolean {
  return /[@/\\_]|[\p{L}\p{N}][.-]/u.test(value.slice(Math.max(0, start - 2), start)) || /^(?:[@/\\_]|[.-][\p{L}\p{N}])/u.test(value.slice(end, end + 2));
}
