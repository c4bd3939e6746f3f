import Ajv from 'ajv-draft-04';
import formats from 'ajv-formats';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { parse } from '../../server/src/document/document';
import { SourceText } from '../../server/src/document/text';
import type { CheckedDocument, CheckedFile } from '../../server/src/report/checked-file';
import { codeFrame } from '../../server/src/report/code-frame';
import { isoDuration } from '../../server/src/document/iso-duration';
import { githubReport } from '../../server/src/report/github';
import { inspection } from '../../server/src/report/inspect';
import { jsonReport } from '../../server/src/report/json';
import { sarifReport } from '../../server/src/report/sarif';
import { textReport } from '../../server/src/report/text';
import { check } from '../../server/src/rules/check';
import { allRules } from '../../server/src/rules/index';
import { defaultSettings } from '../../server/src/settings';
import { ordinary, postmortem } from '../support/documents';

const checked = (file: string, text: string): CheckedDocument => {
  const document = parse(text, { fileName: file });
  return { file, kind: document.kind, text: document.text, document, findings: check(document, defaultSettings, { now: 0 }) };
};
const faulty = checked('docs/cards.md', postmortem);
const settings: CheckedFile = {
  file: '.incident-docs.json', kind: 'settings', text: new SourceText('{ "enabel": true }'),
  findings: [{ rule: 'invalid-settings', severity: 'warning', message: 'There is no setting "enabel". Did you mean "enable"?', span: { start: 2, end: 10 } }],
};
const plain = { colour: false, columns: 80, others: 0 };

describe('the text report', () => {
  test('shows each finding at its place, and a summary', () => {
    const related = postmortem.indexOf('2026-03-10 07:15');
    const [finding] = faulty.findings;
    const file = { ...faulty, findings: [{ ...finding!, message: 'This is earlier.', related: Array.from({ length: 5 }, () => ({ span: { start: related, end: related + 16 }, message: 'Behind this.' })) }] };
    assert.equal(textReport([settings, file], { ...plain, others: 1 }), `.incident-docs.json:1:3  warning  There is no setting "enabel". Did you mean "enable"?  invalid-settings
  1 | { "enabel": true }
    |   ^^^^^^^^

docs/cards.md:23:5  error  This is earlier.  timeline-order
  23 | - **2026-03-03 08:00** – A new certificate is rolled out
     |     ^^^^^^^^^^
     = 22:5  Behind this.
     = 22:5  Behind this.
     = 22:5  Behind this.
     = and 2 more

✖ 1 error, 1 warning in 1 incident document and 1 file of settings (1 other file passed over).
`);
  });
  test('says so where there is nothing', () => {
    assert.equal(textReport([{ ...faulty, findings: [] }], plain), '✔ No problems in 1 incident document.\n');
  });
  test('says what --fix would do', () => {
    const [finding] = faulty.findings;
    const report = textReport([{ ...faulty, findings: [{ ...finding!, fixes: [{ title: 'Mend it', kind: 'safe', edits: [] }] }] }], plain);
    assert.match(report, /\n {2}1 of them can be fixed with --fix\.\n$/);
  });
  test('has colours only where they are wanted', () => {
    const escape = String.fromCharCode(27);
    assert.ok(textReport([faulty], { ...plain, colour: true }).includes(`${escape}[31merror`));
    assert.ok(!textReport([faulty], plain).includes(escape));
  });
  test('keeps control characters from the terminal', () => {
    const escape = String.fromCharCode(27);
    const report = textReport([{ ...checked('a.md', postmortem.replace('A new certificate', `A${escape}[2J new`)), file: `a${escape}[2J.md` }], plain);
    assert.ok(!report.includes(escape));
    assert.match(report, /A\ufffd\[2J new/);
  });
});

describe('a code frame', () => {
  const cases: readonly (readonly [name: string, line: string, words: string, source: string, carets: string])[] = [
    ['of a short line', 'a bad word', 'bad', '1 | a bad word', '  |   ^^^'],
    ['behind tabs', '\ta\tbad', 'bad', '1 |  a bad', '  |    ^^^'],
    ['behind wide characters', '🧯 障害 bad', 'bad', '1 | 🧯 障害 bad', '  |         ^^^'],
    ['of wide characters', 'a 障害', '障害', '1 | a 障害', '  |   ^^^^'],
    ['behind combining marks', 'e\u0301e\u0301 bad', 'bad', '1 | e\u0301e\u0301 bad', '  |    ^^^'],
    ['of a long line, at its beginning', `bad ${'word '.repeat(20)}`, 'bad', '1 | bad word word word word word wo…', '  | ^^^'],
    ['of a long line, in its middle', `${'word '.repeat(20)}bad ${'more '.repeat(20)}`, 'bad', '1 | … word word word bad more more …', '  |                  ^^^'],
    ['of a long line, at its end', `${'word '.repeat(20)}bad`, 'bad', '1 | … word word word bad', '  |                  ^^^'],
    ['that is longer than the line may be', `a ${'long'.repeat(30)}`, 'long'.repeat(30), '1 | a longlonglonglonglonglonglongl…', `  |   ${'^'.repeat(29)}`],
    ['at the end of a line', 'no more', '', '1 | no more', '  |        ^'],
    ['of an empty line', '', '', '1 |', '  | ^'],
    ['with a control character', 'a\u001bb bad', 'bad', '1 | a\ufffdb bad', '  |     ^^^'],
  ];
  for (const [name, line, words, source, carets] of cases) {
    test(name, () => {
      const start = words === '' ? line.length : line.indexOf(words);
      assert.deepEqual(codeFrame(new SourceText(`${line}\nnext\n`), { start, end: start + words.length }, 36), { source, carets });
    });
  }
  test('of several lines shows the first', () => {
    assert.deepEqual(codeFrame(new SourceText('x\none two\nthree\n'), { start: 6, end: 12 }, 80), { source: '2 | one two', carets: '  |     ^^^' });
  });
});

describe('the GitHub report', () => {
  test('has a command a finding, the gravest first', () => {
    const [finding] = faulty.findings;
    const mild = { ...finding!, severity: 'hint' as const, message: '50 %, or:\nmore', span: { start: 0, end: 80 } };
    assert.deepEqual(githubReport([{ ...faulty, file: 'a,b:c.md', findings: [mild, { ...finding!, message: 'Late.' }] }, settings]).split('\n'), [
      '::error file=a%2Cb%3Ac.md,line=23,endLine=23,col=5,endColumn=15,title=timeline-order::Late.',
      '::warning file=.incident-docs.json,line=1,endLine=1,col=3,endColumn=11,title=invalid-settings::There is no setting "enabel". Did you mean "enable"?',
      '::notice file=a%2Cb%3Ac.md,line=1,endLine=4,col=1,title=timeline-order::50 %25, or:%0Amore',
      '',
    ]);
  });
  test('is empty where there is nothing', () => assert.equal(githubReport([]), ''));
});

describe('the SARIF report', () => {
  const pages = Object.fromEntries(allRules.map(({ id, group }) => [id, readFileSync(`server/src/rules/${group}/${id}.md`, 'utf8')]));
  const options = { version: '1.2.3', rules: allRules, pages, failures: [] };
  const schema = JSON.parse(readFileSync('node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json', 'utf8')) as object;
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  formats(ajv);
  const isValid = ajv.compile(schema);
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  const logOf = (files: readonly CheckedFile[], more: object = {}): any => {
    const log = JSON.parse(sarifReport(files, { ...options, ...more }));
    assert.ok(isValid(log), JSON.stringify(isValid.errors, null, 2));
    return log;
  };

  test('is valid against the published schema, with findings and without, and after a failure', () => {
    logOf([]);
    logOf([settings, faulty, { ...faulty, file: '/abs/ä b#c?.md' }, { ...faulty, file: 'C:/x y.md' }, { ...faulty, file: '<stdin>' }]);
    assert.equal(logOf([], { failures: ['x.md: no permission to read it.'] }).runs[0].invocations[0].executionSuccessful, false);
    assert.equal(isValid({ version: '2.1.0', runs: [{}] }), false, 'the schema is one that refuses');
  });

  test('describes every rule with help and its default level', () => {
    const { rules } = logOf([]).runs[0].tool.driver;
    assert.deepEqual(rules.map(({ id }: { id: string }) => id), allRules.map(({ id }) => id));
    for (const { id, shortDescription, fullDescription, help, helpUri, defaultConfiguration } of rules) {
      assert.ok(shortDescription.text.length > 10 && fullDescription.text.length > 30 && help.text.length > 30, id);
      assert.ok(help.markdown.startsWith(`# ${id}\n`));
      assert.doesNotMatch(fullDescription.text, /^#|\*\*/);
      assert.match(helpUri, new RegExp(`/${id}\\.md$`));
      assert.ok(['error', 'warning', 'note'].includes(defaultConfiguration.level));
    }
  });

  test('has each finding with its place, its level, what belongs to it and its fixes', () => {
    const [result, ...more] = logOf([settings, faulty]).runs[0].results.slice(1);
    assert.deepEqual(more, []);
    assert.deepEqual([result.ruleId, result.level, result.properties.severity], ['timeline-order', 'error', 'error']);
    assert.deepEqual(result.locations[0].physicalLocation, {
      artifactLocation: { uri: 'docs/cards.md' }, region: { startLine: 23, startColumn: 5, endLine: 23, endColumn: 15 },
    });
    assert.deepEqual(result.fixes[0].artifactChanges[0].replacements, [{ deletedRegion: { startLine: 23, startColumn: 5, endLine: 23, endColumn: 15 }, insertedContent: { text: '2026-03-10' } }]);
  });

  test('points each finding at its rule, also where no rule of ours has found it', () => {
    const { tool, results } = logOf([settings, faulty]).runs[0];
    for (const { ruleId, ruleIndex } of results) assert.equal(tool.driver.rules[ruleIndex].id, ruleId);
  });

  test('names files by addresses', () => {
    const uriOf = (file: string) => logOf([{ ...faulty, file }]).runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri;
    assert.deepEqual(['docs/a b.md', 'a#b?c%.md', '/notes/ä.md', 'C:/x y.md', '../up.md'].map(uriOf), [
      'docs/a%20b.md', 'a%23b%3Fc%25.md', 'file:///notes/%C3%A4.md', 'file:///C:/x%20y.md', '../up.md',
    ]);
  });
});

describe('the JSON report', () => {
  test('has places, related places and fixes that can be applied', () => {
    const [file, ...others] = JSON.parse(jsonReport([faulty, checked('README.md', ordinary['README.md'])]));
    assert.equal(others.length, 0);
    assert.deepEqual([file.file, file.kind, file.diagnostics.length], ['docs/cards.md', 'postmortem', 1]);
    const [diagnostic] = file.diagnostics;
    assert.deepEqual(diagnostic.fixes[0], {
      title: 'Change 2026-03-03 to 2026-03-10', kind: 'suggested',
      edits: [{ line: 23, column: 5, endLine: 23, endColumn: 15, newText: '2026-03-10' }],
    });
    assert.deepEqual({ ...diagnostic, message: '', related: [], fixes: [] }, {
      rule: 'timeline-order', severity: 'error', line: 23, column: 5, endLine: 23, endColumn: 15, message: '', related: [], fixes: [],
    });
  });
  test('is an empty array where there is nothing', () => assert.equal(jsonReport([]), '[]\n'));
});

describe('inspect', () => {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  const model = JSON.parse(JSON.stringify(inspection(faulty))) as any;
  test('has the contract\'s keys', () => {
    assert.deepEqual(Object.keys(model), ['file', 'kind', 'detection', 'title', 'fields', 'sections', 'timeline', 'actions', 'milestones', 'metrics', 'diagnostics']);
  });
  test('counts lines from 1', () => {
    assert.equal(model.title.line, 1);
    assert.deepEqual(model.fields.find(({ key }: { key: string }) => key === 'status'), { line: 3, key: 'status', label: 'Status', value: 'Mitigated' });
    const { line, endLine, level, roles } = model.sections.find(({ roles: own }: { roles: string[] }) => own.includes('impact'));
    assert.deepEqual([line, endLine, level, roles], [11, 14, 2, ['impact']]);
  });
  test('tells entries, actions and findings', () => {
    const { line, start, end, zone } = model.timeline[2];
    assert.deepEqual([model.timeline.length, line, start, end, zone], [6, 21, '2026-03-09T22:30', '2026-03-09T22:50', 'UTC']);
    assert.deepEqual(model.actions.map((action: { line: number; done: boolean }) => [action.line, action.done]), [[34, true], [35, false], [39, false], [42, false]]);
    assert.deepEqual([model.actions[1].owner, model.actions[1].due, model.actions[1].horizon], ['@ivo', '2036-03-20', 'immediate']);
    assert.deepEqual(model.diagnostics.map(({ rule, line: at }: { rule: string; line: number }) => [rule, at]), [['timeline-order', 23]]);
  });
  test('has the same keys for what is no incident document', () => {
    const none = inspection(checked('note.txt', ordinary['note.txt'])) as Record<string, unknown>;
    assert.deepEqual(Object.keys(none), Object.keys(model));
    assert.deepEqual([none['kind'], none['diagnostics']], ['none', []]);
  });
});

describe('durations', () => {
  const cases: readonly (readonly [number | null, string | null])[] = [
    [null, null], [0, 'PT0S'], [59, 'PT59S'], [3600, 'PT1H'], [40_560, 'PT11H16M'], [86_400, 'P1D'], [93_784, 'P1DT2H3M4S'], [-60, '-PT1M'],
  ];
  for (const [seconds, text] of cases) test(String(text), () => assert.equal(isoDuration(seconds), text));
});
