import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parse } from '../../server/src/document/document';
import { check } from '../../server/src/rules/check';
import { allRules } from '../../server/src/rules/index';
import { isSilent, profileNames, profiles, severityIn } from '../../server/src/rules/profiles';
import type { ProfileName } from '../../server/src/rules/profiles';
import { defineRule } from '../../server/src/rules/rule';
import type { Rule, Severity } from '../../server/src/rules/rule';
import { defaultSettings } from '../../server/src/settings';

type Level = Severity | 'off';

/** By the severity that a rule has: what is shown where the document gives none, and where it says `warning`. */
const cases: readonly (readonly [profile: ProfileName, rule: Level, shown: Level, raised: Level])[] = [
  ['recommended', 'error', 'error', 'warning'], ['recommended', 'information', 'information', 'warning'], ['recommended', 'hint', 'hint', 'warning'], ['recommended', 'off', 'off', 'off'],
  ['relaxed', 'error', 'error', 'warning'], ['relaxed', 'warning', 'warning', 'warning'], ['relaxed', 'information', 'off', 'warning'], ['relaxed', 'hint', 'off', 'warning'], ['relaxed', 'off', 'off', 'off'],
  ['strict', 'error', 'error', 'warning'], ['strict', 'information', 'information', 'warning'], ['strict', 'hint', 'information', 'warning'], ['strict', 'off', 'information', 'warning'],
];

describe('a profile', () => {
  const document = parse('# Post-mortem: mail\n', { declared: true });
  const run = (profile: ProfileName, severity: Level, own?: Severity, set?: Level): Level => {
    const rule: Rule = defineRule({
      id: 'a', group: 'language', summary: 'A', severity,
      *check() { yield { span: { start: 0, end: 1 }, message: 'A.', ...(own && { severity: own }) }; },
    });
    const rules = set ? { a: { severity: set, options: undefined } } : {};
    return check(document, { ...defaultSettings, profile, rules }, { now: 0 }, [rule])[0]?.severity ?? 'off';
  };
  for (const [profile, severity, shown, raised] of cases) {
    test(`${profile}: ${severity} by default is ${shown}, and ${raised} where the document makes it a warning`, () => {
      assert.deepEqual([run(profile, severity), run(profile, severity, 'warning')], [shown, raised]);
    });
  }

  test('gives way to what the settings say of a rule', () => {
    for (const profile of profileNames) {
      assert.deepEqual([run(profile, 'off', undefined, 'hint'), run(profile, 'warning', undefined, 'off'), run(profile, 'hint', 'warning', 'information')], ['hint', 'off', 'information']);
    }
  });

  test('names rules that there are', () => {
    const known = new Set(allRules.map(({ id }) => id));
    assert.deepEqual(Object.values(profiles).flatMap(({ rules }) => Object.keys(rules)).filter((id) => !known.has(id)), []);
  });

  test('relaxed shows no more than recommended, and strict no less', () => {
    const rank = (level: Level) => ['off', 'hint', 'information', 'warning', 'error'].indexOf(level);
    for (const rule of allRules) {
      const [relaxed, recommended, strict] = (['relaxed', 'recommended', 'strict'] as const).map((name) => rank(severityIn(name, rule))) as [number, number, number];
      assert.ok(relaxed <= recommended && recommended <= strict, rule.id);
      assert.equal(isSilent('strict', rule), false, rule.id);
    }
  });
});
