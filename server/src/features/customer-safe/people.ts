import type { IncidentDocument } from '../../document/document';
import { bodyRows } from '../../document/tables';
import type { Span } from '../../document/text';
import { actionColumns, phrases } from '../../document/vocabulary';
import { capital, wordsOf } from '../../document/words';
import { allProse } from '../../rules/prose';
import { coveredLines } from '../../rules/roles';
import { peopleLabel } from '../../rules/safety/personal-data';
import { keyOf } from '../../workspace/identifiers';
import { bareWord, NamePlaces } from './name-places';
import type { Bearer, NamePlace } from './name-places';
import { isPersonName, loginOf, personsIn } from './person-name';
import type { NamedPerson } from './person-name';

/** Who somebody is for the customer: at work on it, the customer's own, or somebody else. */
export type Standing = 'engineer' | 'contact' | 'person';

export interface Person extends Bearer {
  readonly thing: string;
  standing: Standing;
}

/** A stretch of the document that names people because of where it stands. */
interface Statement {
  readonly span: Span;
  readonly standing: Standing;
  /** The handle of who is named there, without its sign. */
  readonly handle?: string;
}

/** The people whom a document names, with every place of their names. */
export class People {
  private readonly places = new NamePlaces<Person>();
  private readonly known = new Map<string, Person>();
  /** Where somebody is named by a word that is looked for nowhere else, by its offset. */
  private readonly stated = new Map<number, NamePlace<Person>>();

  /** `others`: the owners of other documents. `isKept`: words that are no person's name though they look so. */
  constructor(private readonly document: IncidentDocument, others: Iterable<string>, private readonly isKept: (word: string) => boolean) {
    const { value } = document.text;
    const parts = new Map<string, Set<Person>>();
    const stated = [...statements(document)].flatMap(({ span, standing, handle }) => {
      const words = value.slice(span.start, span.end);
      const login = standing === 'person' ? null : loginOf(words);
      return Array.from(login ? [login] : this.peopleIn(words, standing), (named) => ({ named, standing, at: span.start + named.at, handle }));
    });
    const told = [...others].flatMap((name) => [...personsIn(name)].filter((named) => named.name.includes(' ') || named.isLogin)).map((named) => ({ named, standing: 'person' as const, at: null, handle: undefined }));
    // whole names before parts of them, and who has a handle before the handle
    for (const { named, standing, at, handle } of [...stated, ...told].sort((a, b) => wordsIn(b.named) - wordsIn(a.named) || Number(b.handle !== undefined) - Number(a.handle !== undefined))) {
      const person = this.meet(named, standing, parts);
      if (person && handle !== undefined && !this.known.has(bareKey(handle))) this.known.set(bareKey(handle), person);
      if (person && at !== null) this.stated.set(at, { span: { start: at, end: at + named.name.length }, bearer: person, isSure: true });
    }
    for (const [part, bearers] of parts) {
      const [bearer] = bearers;
      // of several the same word may mean each
      if (bearer) this.places.add(part, bearers.size === 1 ? bearer : this.person(part, 'person'), 'part');
    }
  }

  /** Every place where one of them is named, in document order. */
  *named(): Generator<NamePlace<Person>> {
    yield* this.stated.values();
    yield* this.places.in(this.document);
  }

  /** Whether somebody of that name is known. */
  isKnown = (name: string): boolean => this.known.has(bareKey(name));

  private *peopleIn(words: string, standing: Standing): Generator<NamedPerson> {
    const [first, ...more] = personsIn(words);
    // behind a contact's name stands what they are
    if (first && (standing !== 'contact' || !/,/.test(words.slice(0, first.at)))) yield first;
    yield* standing === 'contact' ? more.filter(({ at, isLogin }) => isLogin || /(?:&|\band\b|;|\/)\s*$/.test(words.slice(0, at))) : more;
  }

  private meet(named: NamedPerson, standing: Standing, parts: Map<string, Set<Person>>): Person | null {
    const { name, isLogin } = named;
    const words = name.split(isLogin ? /[._-]/ : ' ');
    if (words.every((word) => this.isKept(wordsOf(word)))) return null;
    const single = words.length === 1 ? parts.get(bareWord(name)) : undefined;
    const namesake = single?.size === 1 ? [...single][0] : undefined;
    const person = namesake ?? this.person(words.join(' '), standing);
    if (strength[standing] < strength[person.standing]) person.standing = standing;
    this.known.set(bareKey(name), person);
    this.places.add(name, person, isLogin && words.length === 1 ? 'login' : 'name');
    if (words.length > 1 || isLogin) {
      for (const word of words) {
        if (word.length < 3 || this.isKept(wordsOf(word)) || !isPersonName(capital(word))) continue;
        const key = bareWord(word);
        parts.set(key, (parts.get(key) ?? new Set()).add(person));
      }
    }
    return person;
  }

  private person(name: string, standing: Standing): Person {
    const key = bareKey(name);
    const known = this.known.get(key);
    if (known) return known;
    const person: Person = { thing: key, standing };
    this.known.set(key, person);
    return person;
  }
}

const bareKey = (name: string): string => bareWord(keyOf(name));
const wordsIn = ({ name, isLogin }: NamedPerson): number => name.split(isLogin ? /[._-]/ : ' ').length;
/** Who is named in several places is what the first of these says. */
const strength: Readonly<Record<Standing, number>> = { contact: 0, engineer: 1, person: 2 };

const ownerColumns = new Set(phrases(actionColumns.owner));
const nameColumns = /^(?:names?|engineers?|members?|people|persons?|responders?|reporter|author|contact|commander|scribe|handler|by|user)$/;
const attribution = /(?:^|,\s|\d\s)(?:\*{0,2})(\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]+){0,3})(?: <[^<>\s]+>)? (?:wrote|writes|schrieb|a écrit|escribió):/u;
/** Lines of a chat: "14:32 <ana> is it mounted?" and "Ana Lima  10:55 PM". */
const chatting = /^(?:\[?\d{1,2}:\d{2}(?::\d{2})?\]? ?)<[@+%~&]?([A-Za-z_][\w-]{1,30})> |^(\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]+){0,3})\s{1,3}\[?\d{1,2}:\d{2}(?:\s?[AP]M)?\]?$/u;
/** "Ana Lima (@ana)" */
const withHandle = /(?<![\p{L}\p{N}])(\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]+){0,2}) \(@([A-Za-z][\w.-]*\w)\)/gu;
const handle = /(?<![\w.@/&])@[A-Za-z][\w-]*(?:\.[\w-]+)*\b(?![/(@:])/g;

/** "@Ana Lima", which is said more than once where it is no handle and the word behind it */
const wholeHandle = /(?<![\w.@/&])@(\p{Lu}\p{Ll}+(?: \p{Lu}[\p{L}'’-]+){1,2})/gu;
const isRepeated = ({ text: { value } }: IncidentDocument, words: string): boolean => value.indexOf(words) !== value.lastIndexOf(words);

/** Every stretch of a document that names people by where it stands. */
function* statements(document: IncidentDocument): Generator<Statement> {
  const { fields, plan, tables, lines, text } = document;
  for (const { owner } of plan.items) if (owner) yield { span: owner.span, standing: 'engineer' };
  for (const { key, label, valueSpan } of fields) {
    if (key === 'contact') yield { span: valueSpan, standing: 'contact' };
    else if (key === 'owner' || key === 'authors') yield { span: valueSpan, standing: 'engineer' };
    else if (key === null && peopleLabel.test(label)) yield { span: valueSpan, standing: 'person' };
  }
  const attending = coveredLines(document, 'participants');
  for (const table of tables) {
    const header = table.hasHeader ? (table.rows[0]?.cells ?? []).map((cell) => wordsOf(text.slice(cell))) : [];
    for (const row of bodyRows(table)) {
      for (const [index, span] of row.cells.entries()) {
        const name = header[index] ?? '';
        if (attending[table.line] === 1 || ownerColumns.has(name) || nameColumns.test(name)) yield { span, standing: 'person' };
      }
    }
  }
  for (const { number, kind, contentStart, contentEnd, colon } of lines) {
    if (attending[number] === 1 && (kind === 'item' || kind === 'prose' || kind === 'field')) yield { span: { start: kind === 'field' ? colon + 1 : contentStart, end: contentEnd }, standing: 'person' };
    if (kind === 'frontMatter' && /^\s*-\s/.test(text.value.slice(contentStart - 2, contentEnd)) && listsPeople(document, number)) yield { span: { start: contentStart, end: contentEnd }, standing: 'engineer' };
    const chat = (kind === 'code' || kind === 'prose') ? chatting.exec(text.value.slice(contentStart, Math.min(contentEnd, contentStart + 80))) : null;
    if (chat) yield { span: within(contentStart, chat[0], (chat[1] ?? chat[2]) as string), standing: 'engineer' };
    const words = kind === 'quote' || kind === 'prose' ? text.value.slice(contentStart, Math.min(contentEnd, contentStart + 200)) : '';
    const writer = words.endsWith(':') ? attribution.exec(words) : null;
    if (writer) yield { span: within(contentStart + writer.index, writer[0], writer[1] as string), standing: 'person' };
  }
  for (const { words, start } of allProse(document)) {
    if (!words.includes('@')) continue;
    for (const { index, 1: name, 2: of } of words.matchAll(withHandle)) yield { span: { start: start + index, end: start + index + (name as string).length }, standing: 'person', handle: of as string };
    for (const { index, 1: name } of words.matchAll(wholeHandle)) if (isRepeated(document, name as string)) yield { span: { start: start + index + 1, end: start + index + 1 + (name as string).length }, standing: 'person' };
    for (const { index, 0: { length } } of words.matchAll(handle)) yield { span: { start: start + index, end: start + index + length }, standing: 'person' };
  }
}

function within(at: number, whole: string, part: string): Span {
  const start = at + whole.indexOf(part);
  return { start, end: start + part.length };
}

/** Whether an item of the front matter stands below a key that names people. */
function listsPeople({ lines, text }: IncidentDocument, number: number): boolean {
  for (let line = number - 1; line >= 0 && number - line < 20; line--) {
    const words = text.value.slice(lines[line]?.contentStart, lines[line]?.contentEnd);
    if (words.startsWith('-')) continue;
    return peopleLabel.test(words.replace(/:\s*$/, ''));
  }
  return false;
}
