import { phrases } from './vocabulary';
import type { FieldKey, SectionRole, SectionWords } from './vocabulary';
import { remembered, withoutNumbering, wordsOf } from './words';

/** Words of a team's own beside those that are built in: headings by their role, keys by what they mean. */
export interface Synonyms {
  readonly sections?: Readonly<Partial<Record<SectionRole, readonly string[]>>>;
  readonly fields?: Readonly<Partial<Record<FieldKey, readonly string[]>>>;
}

const MAX_KEY = 48;
/** A heading that is longer is no heading of a section. */
export const MAX_HEADING = 160;

const accents = /[\u0300-\u036f]/g;
/** "Cronologia" for "cronología": people leave accents out. */
const withoutAccents = (words: string): string => words.normalize('NFD').replace(accents, '').normalize('NFC');
const article = /^(?:the|our|a|an) (?=.)/;
/** What the key is of, where the rest says it as well: "incident start time". */
const owner = /^(?:incident|event|outage|escalation|case|ticket|post ?mortem|customer|client|total|current|overall|business|plan) (?=.)/;

/** "created on", "date created" and "date/time created" say no more than "created". */
const moment = /(?<=.) (?:on|at|am|le|el|em|date|time|name)$|^(?:(?:date|time) (?!to )(?=.))+/g;

/** "contact at the council", "customer lead": the customer's side. */
const contactOf = /^(?:(?:contact (?:at|for)|contact client|ansprechpartner)(?: .|$)|(?:our|their) contact(?: .|$)|(?:customer|client) (?:lead|side|sponsor|contact|representative)$)/;
/** "components affected" as "affected components". */
const affectedLast = /^(.+) affected$/;

/** "root causes" as "root cause": the vocabulary has a plural only where it means something else. */
const inSingular = (words: string): string => (words.includes('s', 3) ? words.replace(/(\p{L}{3,})s(?!\p{L})/gu, '$1') : words);
/** Between the parts of a heading. */
export const partBreak = /\s*(?:[/&,;|+:–—?]|\s-\s|\band\b|\bund\b|\by\b|\bet\b|\be\b)\s*/i;
const preposition = /^(.*?)\s(?:of|on|in|for|to|with|from|after|during|before|by|at|behind|following|beim|bei|des|der|del|du|da|pour|para|für)\s(.*)$/;
/** "what's" and "didn't", without their apostrophe. */
const contractions: readonly (readonly [RegExp, string])[] = [[/^whats /, 'what is '], [/ s$/, 's'], [/ s /g, ' is '], [/ re /g, ' are '], [/n t /g, ' not ']];
/** The words of a heading, contractions written out. */
export const headingWords = (text: string): string => contractions.reduce((words, [short, long]) => words.replace(short, long), wordsOf(text));
/** Heads that say nothing by themselves: what they are of says it. */
const emptyHeads = new Set(['details', 'summary', 'overview', 'description', 'analysis', 'list', 'numbers', 'history', 'log', 'notes']);

/** Words too common to give a role to a part of a longer heading. */
const weakAsPart = new Set(['incident', 'issue', 'problem', 'team', 'roles', 'events', 'plan', 'action', 'next', 'good', 'bad', 'state', 'update', 'fault', 'fix', 'log', 'logs', 'links', 'numbers', 'ask', 'service', 'damage', 'loss', 'now', 'terms', 'brief', 'why', 'people', 'staff', 'tasks', 'data', 'details', 'context', 'tracker', 'analysis', 'monitoring', 'alerting', 'environment', 'history', 'measures', 'tickets']);

/** Those of them that have their role beside a part with one. */
const carried = new Set(['fix', 'fixes', 'next', 'plan', 'tasks', 'measures', 'action', 'actions']);

function learn<Meaning>(words: Map<string, Meaning>, phrase: string, meaning: Meaning): void {
  words.set(phrase, meaning);
  const bare = withoutAccents(phrase);
  if (bare !== phrase && !words.has(bare)) words.set(bare, meaning);
}

/** What headings and keys mean. A function of the built-in vocabulary and the synonyms alone. */
export class Roles {
  private readonly whole = new Map<string, SectionRole>();
  private readonly within = new Map<string, SectionRole>();
  private readonly keys = new Map<string, FieldKey>();
  /** The most words that a phrase within a heading has. */
  private readonly longest: number;

  /** `fields` and `sections`: the phrases of the keys and the headings that are to be known. `patterns`: what headings ask that no phrase can say. */
  constructor(
    fields: Readonly<Partial<Record<FieldKey, string>>>, sections: Readonly<Partial<Record<SectionRole, SectionWords>>>,
    private readonly patterns: readonly (readonly [RegExp, SectionRole])[] = [], synonyms: Synonyms = {},
  ) {
    for (const [role, lists] of Object.entries(sections) as [SectionRole, SectionWords][]) {
      for (const phrase of phrases(lists.whole)) learn(this.whole, phrase, role);
      for (const phrase of phrases(lists.within)) learn(this.within, phrase, role);
    }
    for (const [key, list] of Object.entries(fields) as [FieldKey, string][]) for (const phrase of phrases(list)) learn(this.keys, phrase, key);
    for (const [role, list] of Object.entries(synonyms.sections ?? {}) as [SectionRole, string[]][]) for (const phrase of list) this.within.set(wordsOf(phrase), role);
    for (const [key, list] of Object.entries(synonyms.fields ?? {}) as [FieldKey, string[]][]) for (const phrase of list) this.keys.set(wordsOf(phrase), key);
    this.longest = Math.max(...Array.from(this.within.keys(), (phrase) => phrase.split(' ').length));
  }

  /** What a field's key means, or null. */
  fieldKey(label: string): FieldKey | null {
    return label.length > MAX_KEY ? null : this.readKey(label);
  }

  private readonly readKey = remembered((label): FieldKey | null => {
    const words = wordsOf(label.replace(/\([^)]*\)$/, ''));
    const core = words.replace(owner, '');
    if (contactOf.test(words)) return 'contact';
    return this.keys.get(words) ?? this.keys.get(inSingular(words)) ?? this.keys.get(core) ?? this.keys.get(core.replace(moment, '')) ?? this.keys.get(words.replace(moment, '')) ?? this.keys.get(core.replace(affectedLast, 'affected $1')) ?? this.eitherKey(label);
  });

  /** "Kunde / Customer": one key in two languages. */
  private eitherKey(label: string): FieldKey | null {
    const parts = label.split(' / ');
    if (parts.length !== 2) return null;
    return this.readKey((parts[0] as string).trim()) ?? this.readKey((parts[1] as string).trim());
  }

  /**
   * The roles that a heading's own words give its section, in the order of the words; empty where none fits.
   * "Root Cause and Resolution" has two, "What Happened (Technical Detail)" the one in its parentheses.
   */
  ofHeading(title: string): readonly SectionRole[] {
    return title.length > MAX_HEADING ? [] : this.readHeading(title);
  }

  private readonly readHeading = remembered((title: string): readonly SectionRole[] => {
    const label = withoutNumbering(title.includes('<') ? title.replace(/<[^<>]*>/g, ' ') : title).trim();
    const bracket = /^(.*?)\s*[([]([^)\]]*)[)\]]\s*$/.exec(label);
    const outer = bracket ? (bracket[1] as string) : label;
    const all = headingWords(outer);
    if (all === '' || all.length > 90) return [];
    if (bracket) {
      const role = this.exact(headingWords(bracket[2] as string));
      if (role !== undefined && role !== 'timeline') return [role];
    }
    const exact = this.exact(all);
    if (exact !== undefined) return [exact];
    const asked = this.patterns.find(([pattern]) => pattern.test(all));
    if (asked) return [asked[1]];
    const parts = outer.split(partBreak).map(headingWords).filter((part) => part !== '');
    const found = parts.map((part) => this.ofPart(part, parts.length > 1));
    // "Cause and fix": what is too weak alone says something beside a part that is not
    const isCarried = found.some((role) => role !== undefined);
    const roles: SectionRole[] = [];
    for (const [index, part] of parts.entries()) {
      const role = found[index] ?? (isCarried && carried.has(part) ? this.exact(part) : undefined);
      if (role !== undefined && !roles.includes(role)) roles.push(role);
    }
    if (roles.length === 0 && parts.length > 1) {
      const role = this.lastPhrase(all);
      if (role !== undefined) roles.push(role);
    }
    return roles;
  });

  /** The role that words have where they stand alone, if any. */
  exact(words: string): SectionRole | undefined {
    const found = this.whole.get(words) ?? this.within.get(words);
    if (found !== undefined) return found;
    const core = inSingular(words.replace(article, ''));
    return core === words ? undefined : (this.whole.get(core) ?? this.within.get(core));
  }

  private ofPart(part: string, isOneOfSeveral: boolean): SectionRole | undefined {
    const exact = this.exact(part);
    if (exact !== undefined && !(isOneOfSeveral && weakAsPart.has(part))) return exact;
    const split = preposition.exec(part);
    if (split) {
      const [, head = '', tail = ''] = split;
      const isEmpty = emptyHeads.has(head);
      const inHead = this.lastPhrase(head) ?? (isEmpty || weakAsPart.has(head) ? undefined : this.exact(head));
      if (inHead !== undefined) return inHead;
      if (isEmpty) return this.lastPhrase(tail) ?? this.whole.get(tail) ?? this.exact(head);
    }
    return this.lastPhrase(part);
  }

  /** The role of the phrase that ends last in the words, the longest of those. */
  private lastPhrase(words: string): SectionRole | undefined {
    const list = words.split(' ');
    if (list.length > 14) return undefined;
    // in a whole sentence a single word says little
    const least = list.length > 8 ? 3 : 1;
    // word by word, as that is much less work than phrase by phrase
    const singular = words.includes('s') ? list.map(inSingular) : list;
    for (let end = list.length; end >= least; end--) {
      for (let start = Math.max(0, end - this.longest); start <= end - least; start++) {
        const role = this.within.get(list.slice(start, end).join(' ')) ?? (singular === list ? undefined : this.within.get(singular.slice(start, end).join(' ')));
        if (role !== undefined) return role;
      }
    }
    return undefined;
  }
}
