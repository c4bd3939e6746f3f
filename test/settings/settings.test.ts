import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Host } from '../../server/src/host';
import { projectSettings } from '../../server/src/project-file';
import { defaultSettings, parseSettings } from '../../server/src/settings';

describe('one layer of settings', () => {
  const cases: readonly (readonly [name: string, layer: unknown, settings: object, problems: readonly (string | RegExp)[]])[] = [
    ['nothing', undefined, {}, []],
    ['null', null, {}, []],
    ['an empty object', {}, {}, []],
    ['plain keys', { enable: false, maxProblems: 7 }, { enable: false, maxProblems: 7 }, []],
    ['a severity', { rules: { 'timeline-order': 'warning' } }, { rules: { 'timeline-order': { severity: 'warning', options: { tolerateMinutes: 0 } } } }, []],
    ['a severity with options', { rules: { 'timeline-order': ['hint', { tolerateMinutes: 5 }] } }, { rules: { 'timeline-order': { severity: 'hint', options: { tolerateMinutes: 5 } } } }, []],
    ['a severity alone in a list', { rules: { 'timeline-order': ['off'] } }, { rules: { 'timeline-order': { severity: 'off', options: { tolerateMinutes: 0 } } } }, []],
    ['a wrong value falls back alone', { enable: 'yes', maxProblems: 7 }, { maxProblems: 7 }, ['"enable" cannot be "yes".']],
    ['a number out of bounds', { maxProblems: 0 }, {}, ['"maxProblems" cannot be 0.']],
    ['an unknown key', { maxProblem: 7 }, {}, ['There is no setting "maxProblem". Did you mean "maxProblems"?']],
    ['an unknown rule', { rules: { 'timeline-ordr': 'off', 'empty-section': 'hint' } }, { rules: { 'empty-section': { severity: 'hint', options: undefined } } }, ['There is no rule "timeline-ordr". Did you mean "timeline-order"?']],
    ['a rule like no other', { rules: { qqqqqqqqqqqqqqqq: 'off' } }, {}, [/^There is no rule "qqqqqqqqqqqqqqqq"\. Known are: timeline-order, /]],
    ['a wrong severity', { rules: { 'timeline-order': 'eror' } }, { rules: { 'timeline-order': { severity: null, options: { tolerateMinutes: 0 } } } }, ['"rules.timeline-order" cannot be "eror": use error, warning, information, hint or off.']],
    ['a wrong option', { rules: { 'timeline-order': ['hint', { tolerateMinutes: -1 }] } }, { rules: { 'timeline-order': { severity: 'hint', options: { tolerateMinutes: 0 } } } }, ['"rules.timeline-order.tolerateMinutes" cannot be -1.']],
    ['an unknown option', { rules: { 'timeline-order': ['error', { tolerate: 1 }] } }, { rules: { 'timeline-order': { severity: 'error', options: { tolerateMinutes: 0 } } } }, ['"rules.timeline-order" has no option "tolerate". Did you mean "tolerateMinutes"?']],
    ['options of a rule that has none', { rules: { 'empty-section': ['hint', { deep: true }] } }, { rules: { 'empty-section': { severity: 'hint', options: undefined } } }, ['"rules.empty-section" has no options.']],
    ['options that are no object', { rules: { 'timeline-order': ['hint', 5] } }, { rules: { 'timeline-order': { severity: 'hint', options: { tolerateMinutes: 0 } } } }, ['"rules.timeline-order" takes its options as an object, not 5.']],
    ['an object in place of a severity', { rules: { 'timeline-order': { tolerateMinutes: 5 } } }, { rules: { 'timeline-order': { severity: null, options: { tolerateMinutes: 0 } } } }, [/^"rules\.timeline-order" cannot be \{/]],
    ['a list', [], {}, ['Settings must be an object, not [].']],
    ['a list of rules', { rules: ['timeline-order'] }, {}, ['"rules" must be an object, not ["timeline-order"].']],
    ['names of objects\' own', JSON.parse('{"__proto__": 1, "constructor": 2, "rules": {"toString": "off"}}'), {}, [/"__proto__"/, /"constructor"/, /"toString"/]],
    ['a schema and the editor\'s trace', { $schema: 'x', trace: { server: 'off' } }, {}, []],
  ];
  for (const [name, layer, expected, problems] of cases) {
    test(name, () => {
      const parsed = parseSettings(layer);
      assert.deepEqual(parsed.settings, { ...defaultSettings, ...expected });
      assert.equal(parsed.problems.length, problems.length, parsed.problems.join('\n'));
      for (const [index, problem] of problems.entries()) {
        if (typeof problem === 'string') assert.equal(parsed.problems[index], problem);
        else assert.match(parsed.problems[index]!, problem);
      }
    });
  }

  test('lies over the one beneath, key by key and rule by rule', () => {
    const beneath = parseSettings({ maxProblems: 7, rules: { 'timeline-order': 'hint', 'empty-section': 'off' } }).settings;
    const { settings } = parseSettings({ enable: false, rules: { 'timeline-order': 'error' } }, beneath);
    assert.deepEqual([settings.enable, settings.maxProblems, settings.rules['timeline-order']?.severity, settings.rules['empty-section']?.severity], [false, 7, 'error', 'off']);
  });
});

describe('the project file', () => {
  const hostOf = (files: Readonly<Record<string, string>>): Host => ({
    readFile: async (path) => files[path] ?? null, now: () => 0, log: () => undefined,
  });
  const find = (folder: string, files: Readonly<Record<string, string>>) => projectSettings(hostOf(files), folder, defaultSettings);

  test('is the nearest one upwards', async () => {
    const files = { '/a/.incident-docs.json': '{"maxProblems": 1}', '/a/b/c/.incident-docs.json': '{"maxProblems": 2}' };
    const found = async (folder: string) => (await find(folder, files)).settings.maxProblems;
    assert.deepEqual([await found('/a/b/c/d'), await found('/a/b/c'), await found('/a/b'), await found('/x'), await found('/')], [2, 2, 1, 200, 200]);
  });
  test('may lie at the top', async () => assert.equal((await find('/a/b', { '/.incident-docs.json': '{"maxProblems": 3}' })).settings.maxProblems, 3));
  test('is found by URI', async () => assert.equal((await find('file:///a/b', { 'file:///a/.incident-docs.json': '{"maxProblems": 3}' })).file, 'file:///a/.incident-docs.json'));
  test('is found on Windows', async () => assert.equal((await find('C:/a/b', { 'C:/.incident-docs.json': '{}' })).file, 'C:/.incident-docs.json'));
  test('is not sought above the root', async () => {
    assert.equal((await projectSettings(hostOf({ '/.incident-docs.json': '{}' }), '/a/b', defaultSettings, '/a')).file, null);
  });

  const broken: readonly (readonly [name: string, text: string, problem: RegExp])[] = [
    ['broken JSON', '{\n  "enable": true,,\n}', /^\/a\/\.incident-docs\.json: is not valid JSON \(line 2\)\.$/],
    ['an empty file', ' \n', /^\/a\/\.incident-docs\.json: is empty; write \{\} for no settings\.$/],
    ['broken behind thousands of lines', `${'[\n'.repeat(31_000)},`, /is not valid JSON \(line 31001\)/],
    ['cut off in the middle', '{"enable":', /is not valid JSON/],
  ];
  for (const [name, text, problem] of broken) {
    test(`${name} is a problem and changes nothing`, async () => {
      const { settings, problems, usable } = await find('/a', { '/a/.incident-docs.json': text });
      assert.deepEqual([settings, usable, problems.length], [defaultSettings, false, 1]);
      assert.match(problems[0]!, problem);
    });
  }

  test('that cannot be read is a problem', async () => {
    const host: Host = { ...hostOf({}), readFile: () => Promise.reject(new Error('no')) };
    assert.deepEqual((await projectSettings(host, '/a', defaultSettings)).problems, ['/a/.incident-docs.json: cannot be read.']);
  });
});
