import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { withRuleOff } from '../../client/src/rules/rule-settings';

describe('a rule switched off in settings', () => {
  const rows: readonly (readonly [name: string, before: unknown, after: object])[] = [
    ['where nothing is set', undefined, { 'a-rule': 'off' }],
    ['beside others', { other: 'hint' }, { other: 'hint', 'a-rule': 'off' }],
    ['that had a severity', { 'a-rule': 'error' }, { 'a-rule': 'off' }],
    ['keeps its options', { 'a-rule': { severity: 'error', minutes: 5 } }, { 'a-rule': { severity: 'off', minutes: 5 } }],
    ['keeps its options in a list', { 'a-rule': ['error', { minutes: 5 }] }, { 'a-rule': ['off', { minutes: 5 }] }],
    ['where nonsense is set', ['error'], { 'a-rule': 'off' }],
  ];
  for (const [name, before, after] of rows) {
    test(name, () => {
      const copy = structuredClone(before);
      assert.deepEqual(withRuleOff(before, 'a-rule'), after);
      assert.deepEqual(before, copy);
    });
  }
});
