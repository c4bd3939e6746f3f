import type * as z from 'zod/mini';
import { t } from './l10n';
import { nearest } from './spelling';

/** The keys and indexes that lead to a part of the settings. */
export type Path = readonly (string | number)[];

/** A part of the settings that was not understood. */
export interface SettingProblem {
  /** What kind of problem it is, by an id as rules have them. */
  readonly rule: 'unknown-rule' | 'invalid-settings';
  readonly message: string;
  readonly path: Path;
  /** Whether the last key of the path is wrong, rather than what it stands for. */
  readonly isKey: boolean;
  /** The key or the value that is nearest to what was written; null where none is near enough to be meant. */
  readonly meant: string | null;
}

type Issue = z.core.$ZodIssue;

/** What is known of a problem beside its place and its sentence. */
interface Detail extends Partial<Pick<SettingProblem, 'rule' | 'isKey'>> {
  readonly written?: unknown;
  /** What might stand there. */
  readonly known?: readonly string[];
}

/** Of a message, as of those of rules. */
const mostCharacters = 120;

const types: Readonly<Record<string, () => string>> = {
  boolean: () => t('true or false'),
  int: () => t('a whole number'),
  number: () => t('a number'),
  string: () => t('a text'),
  array: () => t('a list'),
  record: () => t('an object'),
  object: () => t('an object'),
};

/** What is expected of a text where its schema names a check of ours. */
const customs: Readonly<Record<string, () => string>> = {
  zone: () => t('the name of a time zone, such as Europe/Berlin'),
  'pattern: empty': () => t('a pattern that is not empty'),
  'pattern: comment': () => t('a pattern; one that begins with # names nothing'),
  'pattern: backslash': () => t('a pattern with / between folders'),
  'pattern: outside': () => t('a pattern below its folder'),
};

/** Gathers what is wrong with the settings, a sentence each. */
export class ProblemList {
  readonly all: SettingProblem[] = [];

  unknownKey(path: Path, known: readonly string[]): void {
    const key = clipped(String(path.at(-1)));
    const within = path.length > 1 ? nameOf(path.slice(0, -1)) : null;
    const message = within === null ? t('There is no setting "{0}".', key) : t('There is no "{0}" in "{1}".', key, within);
    this.#add(path, message, { isKey: true, written: key, known });
  }

  unknownRule(path: Path, known: readonly string[]): void {
    const id = clipped(String(path.at(-1)));
    this.#add(path, t('There is no rule "{0}".', id), { rule: 'unknown-rule', isKey: true, written: id, known });
  }

  wrongType(path: Path, value: unknown, expected = t('an object')): void {
    this.#add(path, t('"{0}" must be {1}, not {2}.', nameOf(path), expected, shown(value)));
  }

  /** What stands behind a rule's severity is too much. */
  excess(path: Path, takesOptions: boolean): void {
    const message = takesOptions ? t('"{0}" takes a severity and its options, and no more.', nameOf(path)) : t('"{0}" has no options: it takes a severity alone.', nameOf(path));
    this.#add(path, message);
  }

  /** Takes over what a schema found in the value at a path; answers the paths below it that are wrong. */
  ofIssue(issue: Issue, value: unknown, path: Path, known: readonly string[]): Path[] {
    const below = issue.path as Path;
    const own = [...path, ...below];
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) this.unknownKey([...own, key], known);
      return issue.keys.map((key) => [...below, key]);
    }
    const written = below.reduce<unknown>((part, key) => (part as Record<string | number, unknown> | undefined)?.[key], value);
    const key = clipped(String(own.at(-1)));
    if (issue.message === 'pattern') this.#add(own, t('The pattern "{0}" is faulty, or may take too long: use at most three repetitions, and none of a group.', key), { isKey: true });
    else if (issue.message === 'address') this.#add(own, t('The address of "{0}" must be one of the web, with https or http.', key));
    else if (issue.code === 'invalid_value') this.#add(own, t('"{0}" cannot be {1}.', nameOf(own), shown(written)), { written, known: issue.values.map(String) });
    else this.wrongType(own, written, expectation(issue));
    return [below];
  }

  #add(path: Path, message: string, { rule = 'invalid-settings', isKey = false, written, known = [] }: Detail = {}): void {
    const meant = typeof written === 'string' ? nearest(written, known) : null;
    this.all.push({ rule, message: suggesting(message, meant, known), path, isKey, meant });
  }
}

function expectation(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return types[issue.expected]?.() ?? issue.expected;
    case 'too_small':
      return t('at least {0}', Number(issue.minimum));
    case 'too_big':
      return t('at most {0}', Number(issue.maximum));
    case 'custom':
      return customs[issue.message]?.() ?? t('another value');
    default:
      return t('another value');
  }
}

/** A part's name for a message: the rule or the key that it belongs to, without what a reader sees at the place anyway. */
function nameOf(path: Path): string {
  const keys = path.filter((key) => typeof key === 'string');
  return keys.length === 0 ? 'settings' : clipped((keys[0] === 'rules' && keys.length > 1 ? keys.slice(1) : keys).join('.'));
}

/** A message with what may have been meant, as long as it stays short. */
function suggesting(message: string, meant: string | null, known: readonly string[]): string {
  const offer = meant === null ? t('Known are {0}.', known.join(', ')) : t('Did you mean "{0}"?', meant);
  const whole = `${message} ${offer}`;
  return known.length === 0 || whole.length > mostCharacters ? message : whole;
}

function shown(value: unknown): string {
  return clipped(JSON.stringify(value) ?? String(value));
}

function clipped(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
