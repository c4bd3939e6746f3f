import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import type { Host } from '../../server/src/host';
import { readJson } from '../../server/src/json-text';
import { projectSettings, type FileSettings } from '../../server/src/project-file';
import { applyEdits } from '../../server/src/rules/apply-fixes';
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
    ['a wrong value falls back alone', { enable: 'yes', maxProblems: 7 }, { maxProblems: 7 }, ['"enable" must be true or false, not "yes".']],
    ['a number out of bounds', { maxProblems: 0 }, {}, ['"maxProblems" must be at least 1, not 0.']],
    ['an unknown key', { maxProblem: 7 }, {}, ['There is no setting "maxProblem". Did you mean "maxProblems"?']],
    ['an unknown rule', { rules: { 'timeline-ordr': 'off', 'empty-section': 'hint' } }, { rules: { 'empty-section': { severity: 'hint', options: undefined } } }, ['There is no rule "timeline-ordr". Did you mean "timeline-order"?']],
    ['a rule like no other', { rules: { qqqqqqqqqqqqqqqq: 'off' } }, {}, ['There is no rule "qqqqqqqqqqqqqqqq".']],
    ['a wrong severity', { rules: { 'timeline-order': 'eror' } }, { rules: { 'timeline-order': { severity: null, options: { tolerateMinutes: 0 } } } }, ['"timeline-order" cannot be "eror". Did you mean "error"?']],
    ['a wrong option', { rules: { 'timeline-order': ['hint', { tolerateMinutes: -1 }] } }, { rules: { 'timeline-order': { severity: 'hint', options: { tolerateMinutes: 0 } } } }, ['"timeline-order.tolerateMinutes" must be at least 0, not -1.']],
    ['an unknown option', { rules: { 'timeline-order': ['error', { tolerate: 1 }] } }, { rules: { 'timeline-order': { severity: 'error', options: { tolerateMinutes: 0 } } } }, ['There is no "tolerate" in "timeline-order". Did you mean "tolerateMinutes"?']],
    ['options of a rule that has none', { rules: { 'empty-section': ['hint', { deep: true }] } }, { rules: { 'empty-section': { severity: 'hint', options: undefined } } }, ['"empty-section" has no options: it takes a severity alone.']],
    ['options that are no object', { rules: { 'timeline-order': ['hint', 5] } }, { rules: { 'timeline-order': { severity: 'hint', options: { tolerateMinutes: 0 } } } }, ['"timeline-order" must be an object, not 5.']],
    ['an object in place of a severity', { rules: { 'timeline-order': { tolerateMinutes: 5 } } }, { rules: { 'timeline-order': { severity: null, options: { tolerateMinutes: 0 } } } }, ['"timeline-order" cannot be {"tolerateMinutes":5}. Known are error, warning, information, hint, off.']],
    ['a list', [], {}, ['"settings" must be an object, not [].']],
    ['a list of rules', { rules: ['timeline-order'] }, {}, ['"rules" must be an object, not ["timeline-order"].']],
    ['names of objects\' own', JSON.parse('{"__proto__": 1, "constructor": 2, "rules": {"toString": "off"}}'), {}, [/"__proto__"/, /"constructor"/, /"toString"/]],
    ['a wrong role among good ones', { requiredSections: ['lessons', 'lesson', 7] }, { requiredSections: ['lessons'] }, ['"requiredSections" cannot be "lesson". Did you mean "lessons"?', '"requiredSections" cannot be 7.']],
    ['a heading that is no text', { sections: { rootCause: ['Why', 5], reason: ['x'] } }, { sections: { rootCause: ['Why'] } }, ['"sections.rootCause" must be a text, not 5.', 'There is no "reason" in "sections".']],
    ['a text in place of a list', { toleratedOwners: 'SRE' }, {}, ['"toleratedOwners" must be a list, not "SRE".']],
    ['a profile', { profile: 'strict' }, { profile: 'strict' }, []],
    ['an unknown profile', { profile: 'harsh' }, {}, ['"profile" cannot be "harsh". Known are relaxed, recommended, strict.']],
    ['more than a severity and options', { rules: { 'timeline-order': ['hint', {}, 1] } }, { rules: { 'timeline-order': { severity: 'hint', options: { tolerateMinutes: 0 } } } }, ['"timeline-order" takes a severity and its options, and no more.']],
    ['an empty list in place of a severity', { rules: { 'empty-section': [] } }, { rules: { 'empty-section': { severity: null, options: undefined } } }, ['"empty-section" cannot be []. Known are error, warning, information, hint, off.']],
    ['long keys and values', { ['x'.repeat(300)]: 1, profile: 'y'.repeat(300) }, {}, [/^There is no setting "x{39}…"\.$/, /^"profile" cannot be "y{38}…\./]],
    ['patterns of tickets', { links: { tickets: { 'OPS-(\\d+)': 'https://x.example/$1' } } }, { links: { tickets: { 'OPS-(\\d+)': 'https://x.example/$1' }, newIssue: '' } }, []],
    ['patterns that cannot be used, among good ones', { links: { tickets: { '(': 'https://x.example', '(?=a)b': 'https://x.example', 'OPS-1': 'HTTP://x.example', 'OPS-2': 'file:///x', 'OPS-3': 5 } } }, { links: { tickets: { 'OPS-1': 'HTTP://x.example' }, newIssue: '' } }, [
      '"links.tickets.OPS-3" must be a text, not 5.', 'The pattern "(" is faulty, or may take too long: use at most three repetitions, and none of a group.',
      'The pattern "(?=a)b" is faulty, or may take too long: use at most three repetitions, and none of a group.', 'The address of "OPS-2" must be one of the web, with https or http.',
    ]],
    ['a form for new issues', { links: { newIssue: 'https://x.example/new?title=$title' } }, { links: { tickets: {}, newIssue: 'https://x.example/new?title=$title' } }, []],
    ['a form for new issues that is none of the web', { links: { newIssue: 'javascript:alert(1)' } }, {}, ['The address of "newIssue" must be one of the web, with https or http.']],
    ['a schema and the editor\'s trace', { $schema: 'x', trace: { server: 'off' } }, {}, []],
  ];
  for (const [name, layer, expected, problems] of cases) {
    test(name, () => {
      const parsed = parseSettings(layer);
      assert.deepEqual(parsed.settings, { ...defaultSettings, ...expected });
      const said = parsed.problems.map(({ message }) => message);
      assert.equal(said.length, problems.length, said.join('\n'));
      for (const [index, problem] of problems.entries()) {
        if (typeof problem === 'string') assert.equal(said[index], problem);
        else assert.match(said[index]!, problem);
        assert.ok(said[index]!.length <= 120, said[index]);
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
    readFile: async (path) => files[path] ?? null, find: async function* () {}, finds: async () => false, now: () => 0, timeZone: () => 'UTC', log: () => undefined,
  });
  const placed = ({ text, problems }: FileSettings) => problems.map(({ span, message }) => `${text.lineAt(span.start) + 1}:${span.start - text.lineStart(text.lineAt(span.start)) + 1} ${message}`);
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

  const broken: readonly (readonly [name: string, text: string, problem: string])[] = [
    ['broken JSON', '{\n  "enable": true,,\n}', '2:18 This is no valid JSON: a key in double quotes must stand here.'],
    ['an empty file', ' \n', '1:1 This file is empty; write {} for no settings.'],
    ['brackets by the thousand', `${'[\n'.repeat(31_000)},`, '101:1 This is nested too deeply for settings.'],
    ['cut off in the middle', '{"enable":', '1:11 This is no valid JSON: the end is missing.'],
  ];
  for (const [name, text, problem] of broken) {
    test(`${name} is a problem and changes nothing`, async () => {
      const found = await find('/a', { '/a/.incident-docs.json': text });
      assert.deepEqual([found.settings, found.usable, placed(found)], [defaultSettings, false, [problem]]);
      assert.equal(found.problems[0]?.severity, 'error');
    });
  }

  test('that cannot be read is a problem', async () => {
    const host: Host = { ...hostOf({}), readFile: () => Promise.reject(new Error('no')) };
    assert.deepEqual(placed(await projectSettings(host, '/a', defaultSettings)), ['1:1 This file cannot be read.']);
  });

  test('shows each problem at its place, and the rest holds', async () => {
    const text = `{
  "maxProblems": 0,
  "requiredSections": ["lessons", "lesson"],
  "sections": { "rootCause": ["Why"], "reason": ["x"] },
  "rules": {
    "timeline-ordr": "off",
    "empty-section": "eror",
    "timeline-order": ["hint", { "tolerateMinutes": -1, "tolerate": 3 }],
    "placeholder-text": "off"
  },
  "maxProblem": 5
}`;
    const found = await find('/a', { '/a/.incident-docs.json': text });
    assert.deepEqual(found.problems.map(({ span, rule, severity }) => `${text.slice(span.start, span.end)} ${rule} ${severity}`), [
      '0 invalid-settings warning', '"lesson" invalid-settings warning', '"reason" invalid-settings warning', '"timeline-ordr" unknown-rule warning',
      '"eror" invalid-settings warning', '-1 invalid-settings warning', '"tolerate" invalid-settings warning', '"maxProblem" invalid-settings warning',
    ]);
    const { rules, sections, requiredSections, maxProblems } = found.settings;
    assert.deepEqual([sections, requiredSections, maxProblems], [{ rootCause: ['Why'] }, ['lessons'], 200]);
    assert.deepEqual([rules['timeline-order']?.severity, rules['placeholder-text']?.severity], ['hint', 'off']);
  });

  const mended: readonly (readonly [name: string, text: string, after: Readonly<Record<string, string>>])[] = [
    ['an unknown rule among others', '{\n  "rules": {\n    "timeline-ordr": ["hint", {}],\n    "empty-section": "off"\n  }\n}\n', {
      'Change it to timeline-order': '{\n  "rules": {\n    "timeline-order": ["hint", {}],\n    "empty-section": "off"\n  }\n}\n',
      'Remove this entry': '{\n  "rules": {\n    "empty-section": "off"\n  }\n}\n',
    }],
    ['the last of several', '{\r\n\t"rules": {\r\n\t\t"empty-section": "off",\r\n\t\t"timeline-ordr" : "off"\r\n\t}\r\n}', {
      'Change it to timeline-order': '{\r\n\t"rules": {\r\n\t\t"empty-section": "off",\r\n\t\t"timeline-order" : "off"\r\n\t}\r\n}',
      'Remove this entry': '{\r\n\t"rules": {\r\n\t\t"empty-section": "off"\r\n\t}\r\n}',
    }],
    ['the only one', '{ "rules": { "timeline-ordr": "off" } }', { 'Change it to timeline-order': '{ "rules": { "timeline-order": "off" } }', 'Remove this entry': '{ "rules": {} }' }],
    ['the first on its line', '{"rules": {"timeline-ordr": "off", "empty-section": "off"}}', {
      'Change it to timeline-order': '{"rules": {"timeline-order": "off", "empty-section": "off"}}', 'Remove this entry': '{"rules": {"empty-section": "off"}}',
    }],
    ['a rule that is set under its name already', '{"rules": {"timeline-order": "off", "timeline-ordr": "hint"}}', { 'Remove this entry': '{"rules": {"timeline-order": "off"}}' }],
    ['a rule like no other', '{"rules": {"qqqqqqqqqqqqqqqq": "off"}}', { 'Remove this entry': '{"rules": {}}' }],
    ['an unknown setting', '{"enabel": true}', { 'Change it to enable': '{"enable": true}', 'Remove this entry': '{}' }],
    ['a misspelt severity', '{"rules": {"timeline-order": ["eror", {}]}}', { 'Change it to error': '{"rules": {"timeline-order": ["error", {}]}}' }],
    ['a wrong type', '{"maxProblems": "many"}', {}],
    ['a list', '[]', {}],
    ['broken JSON', '{"rules": {"timeline-ordr": "off"', {}],
  ];
  for (const [name, text, after] of mended) {
    test(`${name}: what can be done leaves the rest as it is written`, async () => {
      const problems = async (content: string) => (await find('/a', { '/a/.incident-docs.json': content })).problems;
      const [problem, ...more] = await problems(text);
      assert.deepEqual(more, []);
      const offered = (problem?.fixes ?? []).map(({ title, edits }) => [title, applyEdits(text, edits)]);
      assert.deepEqual(Object.fromEntries(offered), after);
      for (const [, content] of offered) assert.deepEqual(await problems(content!), []);
    });
  }

  test('of a byte order mark and CR LF has its places as well', async () => {
    const found = await find('/a', { '/a/.incident-docs.json': '{\r\n  "enabel": true\r\n}\r\n' });
    assert.deepEqual(placed(found), ['2:3 There is no setting "enabel". Did you mean "enable"?']);
  });

  test('may be anything: reading never throws, and agrees with JSON.parse', () => {
    const parts = fc.constantFrom('{', '}', '[', ']', ',', ':', '"a"', '"rules"', '1', '-0.5e+3', 'true', 'null', ' ', '\n', '"\\u00e9"', '"\\x"', '01', '//', '"', 'é');
    fc.assert(fc.property(fc.oneof(fc.array(parts, { maxLength: 12 }).map((some) => some.join('')), fc.json()), (text) => {
      const read = readJson(text);
      let value: unknown;
      try {
        value = JSON.parse(text);
      } catch {
        assert.ok('fault' in read && read.fault.start >= 0 && read.fault.end <= text.length, text);
        return;
      }
      assert.ok('value' in read, text);
      assert.deepEqual(JSON.stringify(read.value), JSON.stringify(value));
    }), { numRuns: 3000 });
  });
});
