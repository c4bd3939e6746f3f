import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parse } from '../../server/src/document/document';
import { isoDuration } from '../../server/src/report/duration';
import { inspection } from '../../server/src/report/inspect';
import { jsonReport } from '../../server/src/report/json';
import { textReport } from '../../server/src/report/text';
import { check } from '../../server/src/rules/check';
import { defaultSettings } from '../../server/src/settings';
import { ordinary, postmortem } from '../support/documents';

const checked = (file: string, text: string) => {
  const document = parse(text, { fileName: file });
  return { file, document, findings: check(document, defaultSettings, { now: 0 }) };
};
const faulty = checked('docs/cards.md', postmortem);

describe('the text report', () => {
  test('has a line a finding and a summary', () => {
    const lines = textReport([faulty], { colour: false, others: 1 }).split('\n');
    assert.match(lines[0]!, /^docs\/cards\.md:23:5 {2}error {8}This is earlier than the entry above it \(2026-03-10 07:15\): .+ {2}timeline-order$/);
    assert.deepEqual(lines.slice(-3), ['', '✖ 1 error in 1 incident document (1 other file passed over).', '']);
  });
  test('says so where there is nothing', () => {
    assert.equal(textReport([{ ...faulty, findings: [] }, faulty].slice(0, 1), { colour: false, others: 0 }), '✔ No problems in 1 incident document.\n');
  });
  test('has colours only where they are wanted', () => {
    const escape = String.fromCharCode(27);
    assert.ok(textReport([faulty], { colour: true, others: 0 }).includes(`${escape}[31merror`));
    assert.ok(!textReport([faulty], { colour: false, others: 0 }).includes(escape));
  });
  test('keeps control characters from the terminal', () => {
    const escape = String.fromCharCode(27);
    const report = textReport([{ ...faulty, file: `a${escape}[2J.md` }], { colour: false, others: 0 });
    assert.ok(!report.includes(escape));
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
