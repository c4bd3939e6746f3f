import type { Span } from '../../document/text';
import type { ReplacedKind } from '../../protocol';

/** A place that is not for the customer. Places of the same thing are replaced alike. */
export interface Replacement {
  readonly span: Span;
  readonly family: Family;
  readonly thing: string;
}

/** What a thing is called in the copy: lettered by its word, numbered in brackets, or the mark alone. */
interface Naming {
  readonly kind: ReplacedKind;
  readonly word: string;
  readonly by: 'letter' | 'number' | 'mark';
}

/** The words are the same in every language: a copy that is copied again stays as it is. */
const families = {
  engineer: { kind: 'person', word: 'Engineer', by: 'letter' },
  contact: { kind: 'person', word: 'Contact', by: 'letter' },
  person: { kind: 'person', word: 'Person', by: 'letter' },
  customer: { kind: 'customer', word: 'Customer', by: 'letter' },
  ticket: { kind: 'ticket', word: 'internal ticket', by: 'number' },
  money: { kind: 'money', word: 'amount', by: 'number' },
  address: { kind: 'address', word: 'internal address', by: 'number' },
  mail: { kind: 'mail', word: 'mail address', by: 'number' },
  phone: { kind: 'phone', word: 'phone number', by: 'number' },
  card: { kind: 'card', word: 'card number', by: 'number' },
  secret: { kind: 'secret', word: 'REDACTED:', by: 'mark' },
  remark: { kind: 'remark', word: 'internal remark', by: 'mark' },
  /** A further line of a remark. */
  more: { kind: 'remark', word: '…', by: 'mark' },
} as const satisfies Record<string, Naming>;
export type Family = keyof typeof families;

export const kindOf = (family: Family): ReplacedKind => families[family].kind;

const named = (by: Naming['by']): readonly Naming[] => Object.values(families).filter((family) => family.by === by);
const words = (by: Naming['by']): string => named(by).map(({ word }) => word).join('|');
const lettered = `(?:${words('letter')}) [A-Z]{1,2}(?![\\p{L}\\p{N}])|(?:${words('letter').toLowerCase()})-[a-z]{1,2}(?![\\p{L}\\p{N}])`;
const numbered = `\\[(?:${words('number')}) \\d+\\]|(?:${words('number').replaceAll(' ', '[ -]')})[ -]\\d+(?!\\d)`;
/** What ends with a colon is followed by a word for what it was. */
const marked = named('mark').map(({ word }) => `\\[${word}${word.endsWith(':') ? '[\\w-]+' : ''}\\]`).join('|');
const anyPlaceholder = new RegExp(`(?<![\\p{L}\\p{N}])(?:${lettered}|${numbered})|${marked}`, 'gu');
const onlyPlaceholder = new RegExp(`^@?(?:${anyPlaceholder.source})$`, 'u');

/** The placeholders that a text has already, of an earlier copy or written by hand. */
export const placeholdersIn = (value: string): Span[] => Array.from(value.matchAll(anyPlaceholder), ({ index, 0: { length } }) => ({ start: index, end: index + length }));

export const isPlaceholder = (words: string): boolean => onlyPlaceholder.test(words.trim());

/** Gives things their placeholders, in the order in which they are asked for; those that the text has already are left out. */
export class Placeholders {
  private readonly known = new Map<string, string>();
  private readonly last = new Map<string, number>();

  constructor(value: string) {
    for (const { start, end } of placeholdersIn(value)) {
      const [, word = '', place = ''] = /^\[?(.+)[ -](\w+)\]?$/.exec(value.slice(start, end)) ?? [];
      const key = word.toLowerCase().replaceAll('-', ' ');
      this.last.set(key, Math.max(this.last.get(key) ?? 0, /^\d+$/.test(place) ? Number(place) : numberOf(place)));
    }
  }

  of(family: Family, thing: string): string {
    const { word, by }: Naming = families[family];
    if (by === 'mark') return `[${word}${thing}]`;
    const key = `${family} ${thing}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    // the customer who reads it is the first one
    const next = (this.last.get(word.toLowerCase()) ?? (family === 'customer' ? 1 : 0)) + 1;
    this.last.set(word.toLowerCase(), next);
    const placeholder = by === 'letter' ? `${word} ${lettersOf(next)}` : `[${word} ${next}]`;
    this.known.set(key, placeholder);
    return placeholder;
  }
}

/** The form of a placeholder within an address, a handle or the name of something: `engineer-a`. */
export const slugOf = (placeholder: string): string => placeholder.replace(/^\[(.*)\]$/, '$1').toLowerCase().replace(/[ :]+/g, '-');

/** 1 is A, 26 Z, 27 AA. */
function lettersOf(number: number): string {
  let letters = '';
  for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

const numberOf = (letters: string): number => [...letters.toUpperCase()].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
