import type { EffectiveSetting } from '../protocol';
import { allRules } from '../rules/index';
import { severityIn } from '../rules/profiles';
import type { Rule } from '../rules/rule';
import { defaultSettings, groupedKeys, plainKeys } from '../settings';
import type { Settings } from '../settings';

/** Which keys each layer sets, as `ParsedSettings` names them. */
export interface Layers {
  readonly client: ReadonlySet<string>;
  readonly project: ReadonlySet<string>;
}

/** Every setting of a document with its value, and the layer that it comes from. The rules stand last, in their own order. */
export function effectiveSettings(settings: Settings, layers: Layers): EffectiveSetting[] {
  const grouped = Object.entries(groupedKeys).flatMap(([group, keys]) => Object.keys(keys).map((key) => [group, key]));
  const plain = [...Object.keys(plainKeys).map((key) => [key]), ...grouped].map((path): EffectiveSetting => {
    const key = path.join('.');
    const value = at(settings, path);
    const isDefault = same(value, at(defaultSettings, path));
    return { key, value, from: layerOf(key, layers), isDefault };
  });
  return [...plain, ...allRules.map((rule) => ofRule(rule, settings, layers))];
}

function ofRule(rule: Rule, settings: Settings, layers: Layers): EffectiveSetting {
  const key = `rules.${rule.id}`;
  const value = written(rule, settings);
  const from = layerOf(key, layers);
  const isDefault = same(value, written(rule, defaultSettings));
  return { key, value, from: from === 'default' && !isDefault ? 'profile' : from, isDefault };
}

function written(rule: Rule, { rules, profile }: Settings): unknown {
  const set = rules[rule.id];
  const severity = set?.severity ?? severityIn(profile, rule);
  const options = set?.options ?? rule.defaults;
  return options === undefined ? severity : [severity, options];
}

function layerOf(key: string, { client, project }: Layers): EffectiveSetting['from'] {
  return project.has(key) ? 'project' : client.has(key) ? 'client' : 'default';
}

function at(settings: Settings, path: readonly string[]): unknown {
  return path.reduce<unknown>((part, key) => (part as Readonly<Record<string, unknown>>)[key], settings);
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
