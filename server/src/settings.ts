import * as z from 'zod/mini';
import type { ParseContext } from './document/document';
import type { Synonyms } from './document/roles';
import { fieldPhrases, sectionPhrases } from './document/vocabulary';
import type { FieldKey, SectionRole } from './document/vocabulary';
import type { CheckSettings, RuleSetting } from './rules/check';
import { readPattern } from './pattern';
import { allRules, ruleOf } from './rules/index';
import { profileNames } from './rules/profiles';
import type { Rule } from './rules/rule';
import { ProblemList } from './setting-problems';
import type { Path, SettingProblem } from './setting-problems';

/**
 * The settings of a document, with every key present.
 *
 * They come in layers, each of the same shape (the editor's keys without their prefix `incidentDocs.`). The nearer layer
 * wins key by key, and of the rules id by id: the file named by `--config` over the project file over the editor's settings
 * over the defaults.
 */
export interface Settings extends CheckSettings, Required<Synonyms> {
  /** How numeric dates are written that could be read both ways. `auto`: the document itself decides. */
  readonly dateOrder: 'auto' | 'dayFirst' | 'monthFirst';
  /** An IANA name; empty: the zone of the machine. */
  readonly timeZone: string;
  /** Whether words are coloured by what they mean. */
  readonly semanticTokens: boolean;
  /** Which computed values stand beside the text. */
  readonly inlayHints: readonly InlayHintName[];
  /** Whether open actions and problems stand over the title. */
  readonly codeLens: boolean;
  /** Whether Markdown documents have our outline, beside that of the editor. */
  readonly outline: { readonly markdown: boolean };
  /** Addresses of tickets by patterns (regular expressions) of their keys; `$0` and `$1` stand for what was matched. */
  /** `newIssue`: the address of a form for a new issue, with `$title`, `$body`, `$owner` and `$due` in it; empty where there is none. */
  readonly links: { readonly tickets: Readonly<Record<string, string>>; readonly newIssue: string };
  /** Which files are incident documents whatever is in them, and which are none; patterns as in `.gitignore`. */
  readonly files: { readonly include: readonly string[]; readonly exclude: readonly string[] };
  /** Whether the incident documents of the folders that are open are read, to know of each other. */
  readonly workspace: { readonly index: boolean };
}

export const inlayHintNames = ['elapsed', 'dates', 'metrics'] as const;
export type InlayHintName = (typeof inlayHintNames)[number];

/** What of the settings bears on how a document is read. */
export function readingOf({ sections, fields, dateOrder }: Settings): Pick<ParseContext, 'synonyms' | 'dayOrder'> {
  return {
    ...(Object.keys(sections).length + Object.keys(fields).length > 0 ? { synonyms: { sections, fields } } : {}),
    ...(dateOrder === 'auto' ? {} : { dayOrder: dateOrder }),
  };
}

export const severityNames = ['error', 'warning', 'information', 'hint', 'off'] as const;
const SeverityName = z.enum(severityNames);

const sectionRoles = Object.keys(sectionPhrases) as SectionRole[];
const fieldKeys = Object.keys(fieldPhrases) as FieldKey[];

/** A pattern as in `.gitignore`. What such a file passes over in silence is told here: it is never what was meant. */
const pattern = z.string().check(
  z.refine((text) => text.trim() !== '', { error: 'pattern: empty', abort: true }),
  z.refine((text) => !text.startsWith('#'), { error: 'pattern: comment', abort: true }),
  z.refine((text) => !/(?:^!?|\/)\.\.(?:\/|$)|^!?(?:~|[a-z]:)[\\/]/i.test(text), { error: 'pattern: outside', abort: true }),
  z.refine((text) => !/\\(?:\w|$)/.test(text), { error: 'pattern: backslash', abort: true }),
);

const webAddress = /^https?:\/\/[^\s/]/i;

/** The keys whose values stand alone, with the schema that their values must satisfy. */
export const plainKeys = {
  enable: z.boolean(),
  profile: z.enum(profileNames),
  maxProblems: z.int().check(z.minimum(1), z.maximum(10_000)),
  dateOrder: z.enum(['auto', 'dayFirst', 'monthFirst']),
  requiredSections: z.array(z.enum(sectionRoles)),
  toleratedOwners: z.array(z.string()),
  sections: z.partialRecord(z.enum(sectionRoles), z.array(z.string())),
  fields: z.partialRecord(z.enum(fieldKeys), z.array(z.string())),
  timeZone: z.string().check(z.refine(isTimeZone, { error: 'zone' })),
  semanticTokens: z.boolean(),
  inlayHints: z.array(z.enum(inlayHintNames)),
  codeLens: z.boolean(),
} as const;

/** The keys that stand in groups: the editor writes `outline.markdown`, a project file an object in an object. */
export const groupedKeys = {
  outline: { markdown: z.boolean() },
  links: { tickets: z.record(z.string(), z.string()).check(areTickets), newIssue: z.string().check(z.refine((address) => address === '' || webAddress.test(address), { error: 'address' })) },
  files: { include: z.array(pattern), exclude: z.array(pattern) },
  workspace: { index: z.boolean() },
} as const;

export const defaultSettings: Settings = {
  enable: true, profile: 'recommended', maxProblems: 200, dateOrder: 'auto', requiredSections: [], toleratedOwners: [], sections: {}, fields: {}, rules: {},
  timeZone: '', semanticTokens: true, inlayHints: [], codeLens: false,
  outline: { markdown: true }, links: { tickets: {}, newIssue: '' }, files: { include: [], exclude: [] }, workspace: { index: true },
};

/** The keys that the value of a setting may have, where it is an object. */
const keysOf: Readonly<Record<string, readonly string[]>> = { sections: sectionRoles, fields: fieldKeys };
const allKeys = [...Object.keys(plainKeys), ...Object.keys(groupedKeys), 'rules'];
/** Keys of other parts of the product that stand beside ours and are none of our business. */
const foreignKeys = new Set(['$schema', 'templates', 'trace']);

/** Settings that were read, and a sentence for every part of them that was not understood. */
export interface ParsedSettings {
  readonly settings: Settings;
  readonly problems: readonly SettingProblem[];
  /** What the layer sets, in the editor's way of writing: `maxProblems`, `files.include`, `rules.timeline-order`. */
  readonly keys: ReadonlySet<string>;
}

/**
 * Reads one layer of settings over those beneath it. Never throws: a part that is not understood is a problem, and what lies
 * beneath holds in its place. `undefined` and `null` are an empty layer.
 */
export function parseSettings(layer: unknown, beneath: Settings = defaultSettings): ParsedSettings {
  const problems = new ProblemList();
  const keys = new Set<string>();
  if (layer === undefined || layer === null) return { settings: beneath, problems: [], keys };
  if (!isRecord(layer)) {
    problems.wrongType([], layer);
    return { settings: beneath, problems: problems.all, keys };
  }
  let settings = beneath;
  for (const [key, value] of Object.entries(layer)) {
    if (value === null || value === undefined || foreignKeys.has(key)) continue;
    if (key === 'rules') {
      const rules = parseRules(value, problems);
      for (const id of Object.keys(rules)) keys.add(`rules.${id}`);
      settings = { ...settings, rules: { ...settings.rules, ...rules } };
    } else if (isPlainKey(key)) {
      const parsed = parsePart<unknown>(plainKeys[key] as z.ZodMiniType, value, [key], problems);
      if (parsed === undefined) continue;
      keys.add(key);
      settings = { ...settings, [key]: parsed };
    } else if (isGroup(key)) {
      const group = parseGroup(key, value, problems);
      for (const name of Object.keys(group)) keys.add(`${key}.${name}`);
      settings = { ...settings, [key]: { ...settings[key], ...group } };
    } else {
      problems.unknownKey([key], allKeys);
    }
  }
  return { settings, problems: problems.all, keys };
}

function parseGroup(group: keyof typeof groupedKeys, value: unknown, problems: ProblemList): Record<string, unknown> {
  const schemas: Readonly<Record<string, z.ZodMiniType>> = groupedKeys[group];
  const parsed: Record<string, unknown> = {};
  if (!isRecord(value)) {
    problems.wrongType([group], value);
    return parsed;
  }
  for (const [key, written] of Object.entries(value)) {
    if (written === null || written === undefined) continue;
    const part = Object.hasOwn(schemas, key) ? parsePart<unknown>(schemas[key] as z.ZodMiniType, written, [group, key], problems) : undefined;
    if (part !== undefined) parsed[key] = part;
    else if (!Object.hasOwn(schemas, key)) problems.unknownKey([group, key], Object.keys(schemas));
  }
  return parsed;
}

/** A value as its schema has it, without the parts of it that are wrong; undefined where nothing of it can be used. */
function parsePart<T>(schema: z.ZodMiniType<T>, value: unknown, path: Path, problems: ProblemList): T | undefined {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.flatMap((issue) => problems.ofIssue(issue, value, path, keysOf[String(path[0])] ?? []));
  if (wrong.some((part) => part.length === 0)) return undefined;
  // What a schema finds wrong may keep it from looking further.
  return parsePart(schema, without(value, new Set(wrong.map((part) => part.join('\n')))), path, problems);
}

/** A value without some of its parts, which are named by their paths. */
function without(value: unknown, dropped: ReadonlySet<string>, path: Path = []): unknown {
  const kept = ([key, part]: [string | number, unknown]): [string | number, unknown][] => {
    const own = [...path, key];
    return dropped.has(own.join('\n')) ? [] : [[key, without(part, dropped, own)]];
  };
  if (Array.isArray(value)) return [...value.entries()].flatMap(kept).map(([, part]) => part);
  return isRecord(value) ? Object.fromEntries(Object.entries(value).flatMap(kept)) : value;
}

function parseRules(value: unknown, problems: ProblemList): Record<string, RuleSetting> {
  const rules: Record<string, RuleSetting> = {};
  if (!isRecord(value)) {
    problems.wrongType(['rules'], value);
    return rules;
  }
  for (const [id, written] of Object.entries(value)) {
    const rule = ruleOf(id);
    if (!rule) problems.unknownRule(['rules', id], allRules.map((known) => known.id));
    else if (written !== null && written !== undefined) rules[id] = parseRule(rule, written, problems);
  }
  return rules;
}

/** A rule's setting is a severity, or a list of a severity and an object of the rule's options. */
function parseRule(rule: Rule, written: unknown, problems: ProblemList): RuleSetting {
  const path = ['rules', rule.id];
  if (!Array.isArray(written)) return { severity: parsePart(SeverityName, written, path, problems) ?? null, options: rule.defaults };
  const [severity, options, ...more] = written as unknown[];
  if (more.length > 0) problems.excess([...path, 2], true);
  return {
    severity: (written.length === 0 ? parsePart(SeverityName, written, path, problems) : parsePart(SeverityName, severity, [...path, 0], problems)) ?? null,
    options: options === undefined || options === null ? rule.defaults : parseOptions(rule, options, [...path, 1], problems),
  };
}

function parseOptions(rule: Rule, written: unknown, path: Path, problems: ProblemList): unknown {
  const shape = optionShape(rule);
  const names = Object.keys(shape);
  if (names.length === 0) problems.excess(path, false);
  else if (!isRecord(written)) problems.wrongType(path, written);
  else {
    const options: Record<string, unknown> = { ...(rule.defaults as object) };
    for (const [name, value] of Object.entries(written)) {
      if (!Object.hasOwn(shape, name)) {
        problems.unknownKey([...path, name], names);
        continue;
      }
      const parsed = parsePart(shape[name] as z.ZodMiniType, value, [...path, name], problems);
      if (parsed !== undefined) options[name] = parsed;
    }
    return options;
  }
  return rule.defaults;
}

/** The schemas of a rule's options by their names. */
export function optionShape(rule: Rule): Readonly<Record<string, z.ZodMiniType>> {
  return (rule.options as unknown as z.ZodMiniObject | undefined)?.shape as Record<string, z.ZodMiniType> | undefined ?? {};
}

function isPlainKey(key: string): key is keyof typeof plainKeys {
  return Object.hasOwn(plainKeys, key);
}

function isGroup(key: string): key is keyof typeof groupedKeys {
  return Object.hasOwn(groupedKeys, key);
}

/** Notes the patterns of tickets that cannot be used, and the addresses that are none of the web. */
function areTickets({ value, issues }: z.core.ParsePayload<Record<string, string>>): void {
  for (const [pattern, address] of Object.entries(value)) {
    const message = readPattern(pattern) === null ? 'pattern' : webAddress.test(address) ? null : 'address';
    if (message !== null) issues.push({ code: 'custom', message, path: [pattern], input: address });
  }
}

/** Whether a name is empty or one of a zone that the machine knows. */
function isTimeZone(name: string): boolean {
  if (name === '') return true;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).format() !== '';
  } catch {
    return false;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
