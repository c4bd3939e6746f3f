import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { effectiveSettings } from '../../server/src/features/effective-settings';
import { allRules } from '../../server/src/rules/index';
import { parseSettings } from '../../server/src/settings';

/** The rows of some settings, as "key value from", without those that are as they are by default. */
function rows(client: object, project: object): string[] {
  const editor = parseSettings(client);
  const file = parseSettings(project, editor.settings);
  const found = effectiveSettings(file.settings, { client: editor.keys, project: file.keys });
  return found.filter(({ from, isDefault }) => from !== 'default' || !isDefault).map(({ key, value, from, isDefault }) => `${key} ${JSON.stringify(value)} ${from}${isDefault ? ' (default)' : ''}`);
}

describe('the settings that hold', () => {
  const cases: readonly (readonly [what: string, client: object, project: object, expected: readonly string[]])[] = [
    ['nothing is set', {}, {}, []],
    ['the nearer layer wins', { maxProblems: 5, dateOrder: 'dayFirst' }, { maxProblems: 7 }, ['maxProblems 7 project', 'dateOrder "dayFirst" client']],
    ['what is set to the default', { maxProblems: 200 }, {}, ['maxProblems 200 client (default)']],
    ['groups key by key', { files: { include: ['a'], exclude: ['b'] } }, { files: { exclude: ['c'] } }, ['files.include ["a"] client', 'files.exclude ["c"] project']],
    ['rules one by one', { rules: { 'timeline-order': 'off', 'empty-section': 'hint' } }, { rules: { 'timeline-order': ['warning', { tolerateMinutes: 5 }] } }, ['rules.timeline-order ["warning",{"tolerateMinutes":5}] project', 'rules.empty-section "hint" client']],
    ['what is not understood is not there', { maxProblems: 'many' }, { profile: 'harsh' }, []],
  ];
  for (const [what, client, project, expected] of cases) test(what, () => assert.deepEqual(rows(client, project), expected));

  test('a profile changes rules', () => {
    const changed = rows({ profile: 'relaxed' }, { rules: { 'timeline-missing-date': 'hint' } });
    assert.equal(changed[0], 'profile "relaxed" client');
    assert.ok(changed.includes('rules.timeline-missing-date "hint" project (default)'));
    assert.ok(changed.includes('rules.timeline-duplicate-entry "off" profile'));
    assert.ok(!changed.some((row) => row.startsWith('rules.timeline-order')));
  });

  test('every rule is among them', () => {
    const { settings } = parseSettings({});
    const keys = effectiveSettings(settings, { client: new Set(), project: new Set() }).map(({ key }) => key);
    assert.deepEqual(keys.filter((key) => key.startsWith('rules.')), allRules.map(({ id }) => `rules.${id}`));
    assert.ok(keys.includes('files.exclude') && keys.includes('workspace.index') && keys.includes('enable'));
  });
});
