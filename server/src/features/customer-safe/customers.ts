import type { IncidentDocument } from '../../document/document';
import { isSomebody } from '../../document/item-mention';
import { builtIn } from '../../document/built-in-roles';
import { wordsOf } from '../../document/words';
import { allProse, matchesIn } from '../../rules/prose';
import { saysNoName } from '../../rules/metadata/job-words';
import { customerNamesIn, customersOf } from '../../workspace/customers';
import { keyOf } from '../../workspace/identifiers';
import { NamePlaces } from './name-places';
import type { Bearer, NamePlace } from './name-places';
import { isPlaceholder } from './placeholders';

/** The customers of whom a document speaks: its own, who stays, and the others. */
export class Customers {
  /** As the document states it; empty where it states none. */
  readonly own: readonly string[];
  private readonly places = new NamePlaces<Bearer>();
  private readonly ownWords: ReadonlySet<string>;

  /** `others`: the customers of other documents. */
  constructor(private readonly document: IncidentDocument, others: Iterable<string>) {
    this.own = customersOf(document);
    this.ownWords = new Set(this.own.flatMap((name) => wordsOf(name).split(' ')).filter((word) => word.length > 1));
    for (const name of this.own) for (const form of formsOf(name)) this.places.add(form, { thing: null }, 'name');
    for (const name of [...namedIn(document, this.own.length > 0), ...others]) {
      if (this.isOwn(name) || isPlaceholder(name)) continue;
      for (const form of formsOf(name)) if (!this.isOwn(form)) this.places.add(form, { thing: keyOf(name) }, form === name ? 'name' : 'part');
    }
  }

  /** Every place where another one is named, in document order. */
  named(): Generator<NamePlace<Bearer>> {
    return this.places.in(this.document);
  }

  /** Whether a word is one of its own customer's name. */
  isOwnWord = (word: string): boolean => this.ownWords.has(word);

  private isOwn(name: string): boolean {
    const words = wordsOf(name);
    return this.own.some((own) => ` ${wordsOf(own)} `.includes(` ${words} `) || ` ${words} `.includes(` ${wordsOf(own)} `));
  }
}

/** What ends the names of companies and is left out in speech. */
const ending = /,? (?:inc|ltd|llc|gmbh|corp|corporation|company|co|ag|bv|plc|s\.?a|limited|group|holdings?|international|technologies|technology|solutions|systems|services|software|labs?|networks?|mobile|bank|foods|freight|logistics|airlines|health|energy|water|learning|trust|outfitters|instruments|industries|media|studios?|retail|stores?|partners|oy|ab|as|kg)\.?$/i;

/** A name and what it is called in short: "Harbour Foods Ltd", "Harbour Foods" and "Harbour". */
function formsOf(name: string): string[] {
  const short = name.replace(ending, '');
  return short !== name && short.length > 2 ? [name, ...formsOf(short)] : [name];
}

/** A list may say other things than names. */
const namesIn = (value: string): string[] => customerNamesIn(value).filter((name) => /^[\p{Lu}\p{N}][\p{L}\p{N}&'’.-]*(?: (?:[\p{Lu}\p{N}&][\p{L}\p{N}&'’.-]*|of|the|and|de|la|y)){0,4}$/u.test(name) && /\p{L}/u.test(name) && !saysNoName(wordsOf(name)));

const several = /^(?:all |other |further |more )?(?:affected |impacted )?(?:customers?|clients?|tenants?|accounts?)(?: names?)?(?: affected| impacted| involved)?$/;
const spoken = /\b(?:customers?|clients?|tenants?) (?:called |named |such as |like )?(\p{Lu}[\p{L}\p{N}&'’.-]*\p{Ll}[\p{L}\p{N}]*(?: (?:& |of )?\p{Lu}[\p{L}\p{N}&'’-]*\p{Ll}[\p{L}\p{N}]*){0,3})/gu;

/** The customers that a document lists in a table or under a heading. Where it is one customer's, a name behind the word for it is another's. */
function* namedIn(document: IncidentDocument, hasOwn: boolean): Generator<string> {
  const { text, tables, fields, allSections, lines } = document;
  for (const { rows, hasHeader } of tables) {
    const columns = hasHeader ? (rows[0]?.cells ?? []).map((cell) => builtIn.fieldKey(text.slice(cell)) === 'customer' || several.test(wordsOf(text.slice(cell)))) : [];
    for (const row of rows.slice(1)) for (const [index, cell] of row.cells.entries()) if (columns[index]) yield* namesIn(text.slice(cell));
  }
  for (const { label, value, key } of fields) if (key !== 'customer' && several.test(wordsOf(label))) yield* namesIn(value);
  for (const { title, bodyLine, endLine } of allSections) {
    if (!several.test(wordsOf(title))) continue;
    for (let number = bodyLine; number <= endLine; number++) {
      const line = lines[number];
      if (line?.kind === 'item' || line?.kind === 'field') yield* namesIn(text.value.slice(line.contentStart, line.contentEnd).split(/[:(]|\s[-–—]\s/)[0] as string);
    }
  }
  if (!hasOwn) return;
  for (const { words } of allProse(document)) for (const [, name] of matchesIn(spoken, words)) if (isSomebody(name as string) && !noCustomer.test(name as string) && !isTitleCase(words)) yield (name as string).replace(/['’]s?$/, '');
}

const noCustomer = /^(?:customer|client|tenant|account|contact|person|engineer)s?$/i;

/** Whether the words of a line are in capitals as those of a heading are. */
const isTitleCase = (words: string): boolean => !/\s\p{Ll}{3,}/u.test(words);
