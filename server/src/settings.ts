import * as z from 'zod/mini';
import type { ParseContext } from './document/document';
import type { Synonyms } from './document/roles';
import { fieldPhrases, sectionPhrases } from './document/vocabulary';
import type { FieldKey, SectionRole } from './document/vocabulary';
import type { CheckSettings, RuleSetting } from './rules/check';
import { allRules, ruleOf } from './rules/index';
import type { Rule } from './rules/rule';
import { nearest } from './spelling';

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
}

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

/** The keys whose values stand alone, with the schema that their values must satisfy. */
export const plainKeys = {
  enable: z.boolean(),
  maxProblems: z.int().check(z.minimum(1), z.maximum(10_000)),
  dateOrder: z.enum(['auto', 'dayFirst', 'monthFirst']),
  sections: z.partialRecord(z.enum(sectionRoles), z.array(z.string())),
  fields: z.partialRecord(z.enum(fieldKeys), z.array(z.string())),
} as const;

export const defaultSettings: Settings = { enable: true, maxProblems: 200, dateOrder: 'auto', sections: {}, fields: {}, rules: {} };

const allKeys = [...Object.keys(plainKeys), 'rules'];
/** Keys of other parts of the product that stand beside ours and are none of our business. */
const foreignKeys = new Set(['$schema', 'trace']);

/** Settings that were read, and a sentence for every part of them that was not understood. */
export interface ParsedSettings {
  readonly settings: Settings;
  readonly problems: readonly string[];
}

/**
 * Reads one layer of settings over those beneath it. Never throws: a key that is not understood is a problem, and what lies
 * beneath holds in its place. `undefined` and `null` are an empty layer.
 */
export function parseSettings(layer: unknown, beneath: Settings = defaultSettings): ParsedSettings {
  if (layer === undefined || layer === null) return { settings: beneath, problems: [] };
  if (!isRecord(layer)) return { settings: beneath, problems: [`Settings must be an object, not ${shown(layer)}.`] };
  const problems: string[] = [];
  let settings = beneath;
  for (const [key, value] of Object.entries(layer)) {
    if (value === null || value === undefined || foreignKeys.has(key)) continue;
    if (key === 'rules') {
      settings = { ...settings, rules: { ...settings.rules, ...parseRules(value, problems) } };
    } else if (isPlainKey(key)) {
      const parsed = plainKeys[key].safeParse(value);
      if (parsed.success) settings = { ...settings, [key]: parsed.data };
      else problems.push(`"${key}" cannot be ${shown(value)}.`);
    } else {
      problems.push(`There is no setting "${clipped(key)}".${suggestion(key, allKeys)}`);
    }
  }
  return { settings, problems };
}

function parseRules(value: unknown, problems: string[]): Record<string, RuleSetting> {
  const rules: Record<string, RuleSetting> = {};
  if (!isRecord(value)) {
    problems.push(`"rules" must be an object, not ${shown(value)}.`);
    return rules;
  }
  for (const [id, written] of Object.entries(value)) {
    const rule = ruleOf(id);
    if (!rule) problems.push(`There is no rule "${clipped(id)}".${suggestion(id, allRules.map((known) => known.id))}`);
    else if (written !== null && written !== undefined) rules[id] = parseRule(rule, written, problems);
  }
  return rules;
}

/** A rule's setting is a severity, or a list of a severity and an object of the rule's options. */
function parseRule(rule: Rule, written: unknown, problems: string[]): RuleSetting {
  const name = `rules.${rule.id}`;
  const [severity, options, ...more] = Array.isArray(written) ? (written as unknown[]) : [written];
  const parsed = SeverityName.safeParse(severity);
  if (!parsed.success) problems.push(`"${name}" cannot be ${shown(severity)}: use error, warning, information, hint or off.`);
  if (more.length > 0) problems.push(`"${name}" takes a severity and an object of options, and no more.`);
  return { severity: parsed.success ? parsed.data : null, options: parseOptions(rule, options, problems) };
}

function parseOptions(rule: Rule, written: unknown, problems: string[]): unknown {
  if (written === undefined || written === null) return rule.defaults;
  const name = `rules.${rule.id}`;
  const shape = optionShape(rule);
  if (Object.keys(shape).length === 0) problems.push(`"${name}" has no options.`);
  else if (!isRecord(written)) problems.push(`"${name}" takes its options as an object, not ${shown(written)}.`);
  else {
    let options = rule.defaults;
    for (const [key, value] of Object.entries(written)) {
      if (Object.hasOwn(shape, key)) {
        const parsed = (shape[key] as z.ZodMiniType).safeParse(value);
        if (parsed.success) options = { ...(options as object), [key]: parsed.data };
        else problems.push(`"${name}.${key}" cannot be ${shown(value)}.`);
      } else {
        problems.push(`"${name}" has no option "${clipped(key)}".${suggestion(key, Object.keys(shape))}`);
      }
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

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function suggestion(written: string, known: readonly string[]): string {
  const near = nearest(written, known);
  return near === null ? ` Known are: ${known.join(', ')}.` : ` Did you mean "${near}"?`;
}

function shown(value: unknown): string {
  return clipped(JSON.stringify(value) ?? String(value));
}

function clipped(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
