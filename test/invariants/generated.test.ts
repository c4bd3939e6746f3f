import { Ajv } from 'ajv';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { rulePage } from '../../scripts/generate/rule-page.mjs';
import { ruleTable } from '../../scripts/generate/rule-table.mjs';
import { allRules } from '../../server/src/rules/index';
import { defaultSettings, groupedKeys, parseSettings } from '../../server/src/settings';

describe('what npm run generate writes', () => {
  test('is up to date', () => {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/generate.mjs', '--check'], { encoding: 'utf8' });
    assert.equal(status, 0, stderr);
  });

  test('names every rule and nothing else', () => {
    const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
    const schema = JSON.parse(readFileSync('schemas/incident-docs.schema.json', 'utf8'));
    const table = readFileSync('README.md', 'utf8').split('<!-- end of rules -->')[0] ?? '';
    const ids = allRules.map(({ id }) => id);
    assert.deepEqual(Object.keys(manifest.contributes.configuration.properties['incidentDocs.rules'].properties), ids);
    assert.deepEqual(Object.keys(schema.properties.rules.properties), ids);
    assert.deepEqual([...table.matchAll(/^\| \[`([\w-]+)`\]/gm)].map(([, id]) => id).sort(), [...ids].sort());
  });
});

describe('the schemas', () => {
  const ajv = new Ajv({ strict: false });
  const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
  const ofFile = ajv.compile(JSON.parse(readFileSync('schemas/incident-docs.schema.json', 'utf8')));
  const ofEditor = ajv.compile({ type: 'object', properties: manifest.contributes.configuration.properties });
  const layers: readonly (readonly [layer: Readonly<Record<string, unknown>>, isGood: boolean])[] = [
    [{}, true],
    [{ enable: false, profile: 'strict', maxProblems: 5, dateOrder: 'dayFirst', requiredSections: ['lessons'], toleratedOwners: ['SRE team'] }, true],
    [{ sections: { rootCause: ['Why'] }, fields: { severity: ['Alarm'] } }, true],
    [{ rules: { 'timeline-order': ['hint', { tolerateMinutes: 5 }], 'empty-section': 'off' } }, true],
    [{ profile: 'harsh' }, false], [{ maxProblems: 0 }, false], [{ requiredSections: ['lesson'] }, false], [{ toleratedOwners: 'x' }, false],
    [{ sections: { reason: ['x'] } }, false], [{ fields: { severity: [1] } }, false], [{ rules: { 'timeline-ordr': 'off' } }, false],
    [{ rules: { 'empty-section': 'eror' } }, false], [{ rules: { 'timeline-order': ['hint', { tolerateMinutes: -1 }] } }, false],
    [{ rules: { 'timeline-order': ['hint', { tolerate: 1 }] } }, false], [{ rules: { 'empty-section': ['hint', {}] } }, false],
  ];
  for (const [layer, isGood] of layers) {
    test(`think of ${JSON.stringify(layer)} as the reader does`, () => {
      assert.equal(parseSettings(layer).problems.length === 0, isGood);
      assert.equal(ofFile(layer), isGood, JSON.stringify(ofFile.errors));
      assert.equal(ofEditor(Object.fromEntries(Object.entries(layer).map(([key, value]) => [`incidentDocs.${key}`, value]))), isGood, JSON.stringify(ofEditor.errors));
    });
  }

  test('have the defaults that hold', () => {
    const { properties } = JSON.parse(readFileSync('schemas/incident-docs.schema.json', 'utf8'));
    const ofEditor = manifest.contributes.configuration.properties;
    for (const [key, value] of Object.entries(defaultSettings)) {
      if (!Object.hasOwn(groupedKeys, key)) {
        assert.deepEqual([properties[key].default, ofEditor[`incidentDocs.${key}`].default], [value, value], key);
        continue;
      }
      for (const [part, standard] of Object.entries(value as object)) {
        assert.deepEqual([properties[key].properties[part].default, ofEditor[`incidentDocs.${key}.${part}`].default], [standard, standard], `${key}.${part}`);
      }
    }
  });
});

describe('a rule\'s page', () => {
  const rule = { id: 'late-cake', summary: 'The cake is in time', severity: 'warning' };
  const option = { description: 'How late it may be.', default: 5 };
  const model = (options: Readonly<Record<string, object>>) => ({ optionShape: () => options, jsonSchema: (schema: object) => schema });
  const head = '# late-cake\n\n**The cake is in time.** Warning';

  const pages: readonly (readonly [name: string, options: Readonly<Record<string, object>>, before: string, after: string])[] = [
    ['with what the rule says stays', {}, `${head}; hint at night.\n\nWhy.\n`, `${head}; hint at night.\n\nWhy.\n`],
    ['follows the summary and the severity', {}, '# old\n\n**The cake was in time.** Error; hint at night.\n\nWhy.\n', `${head}; hint at night.\n\nWhy.\n`],
    ['without a severity gets it', {}, '# late-cake\n\n**The cake is in time.** At night only.\n', `${head}. At night only.\n`],
    ['without a head gets one', {}, 'Why.\n', `${head}.\n\nWhy.\n`],
    ['gets its options', { minutes: option }, `${head}.\n`, `${head}.\n\n## Options\n\n\`minutes\` (5): how late it may be.\n`],
    ['follows its options, and what is said of them stays', { minutes: option }, `${head}.\n\n## Options\n\n\`hours\` (1): gone.\n\nMind the oven.\n`, `${head}.\n\n## Options\n\n\`minutes\` (5): how late it may be.\n\nMind the oven.\n`],
  ];
  for (const [name, options, before, after] of pages) {
    test(name, () => {
      assert.equal(rulePage(before, rule, model(options)), after);
      assert.equal(rulePage(after, rule, model(options)), after, 'twice is once');
    });
  }

  test('that is missing is told', () => assert.throws(() => rulePage(null, rule, model({})), /is missing/));
  test('that speaks of options that there are not is told', () => assert.throws(() => rulePage(`${head}.\n\n## Options\n\nMany.\n`, rule, model({})), /the rule has none/));
  test('of an option without a description is told', () => assert.throws(() => rulePage(`${head}.\n`, rule, model({ minutes: { default: 5 } })), /needs a default and a description/));
});

test('the table of rules takes its text as it is', () => {
  const rules = [{ id: 'a', group: 'cause', summary: 'Costs $1 | or $& more', severity: 'off' }];
  const table = ruleTable('x\n<!-- rules: here -->\nold\n<!-- end of rules -->\ny\n', { allRules: rules });
  assert.match(table, /^x\n<!-- rules: here -->\n\n\*\*Cause\*\*\n\n[^]*Costs \$1 \\\| or \$& more \| off \|\n\n<!-- end of rules -->\ny\n$/);
});
