import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { applyEdits } from '../../server/src/rules/apply-fixes';
import { allRules } from '../../server/src/rules/index';
import { findingsIn } from '../support/marked-text';

const head = '# Post-mortem: mail\n\n## Timeline\n\n- 2026-01-01 10:00 UTC a\n\n## Root Cause\n\n';
const rules = allRules.filter(({ id }) => ['placeholder-text', 'empty-section', 'unknown-rule', 'unused-suppression'].includes(id));
const findings = (text: string, settings = {}) => findingsIn(head + text, { rules, settings });
const said = (text: string, settings = {}) => findings(text, settings).map(({ rule, span }) => `${rule}: ${(head + text).slice(span.start, span.end)}`);
const fixed = (text: string) => applyEdits(head + text, findings(text)[0]!.fixes![0]!.edits).slice(head.length);

describe('a suppression that silences nothing', () => {
  const rows: readonly (readonly [name: string, text: string, expected: readonly string[]])[] = [
    ['is needed', '<!-- incident-docs-disable-next-line placeholder-text -->\nTBA\n', []],
    ['names a rule in vain', '<!-- incident-docs-disable-next-line placeholder-text -->\nDone\n', ['unused-suppression: placeholder-text']],
    ['names one of two in vain', '<!-- incident-docs-disable-next-line placeholder-text, empty-section -->\nTBA\n', ['unused-suppression: empty-section']],
    ['names none, in vain', '<!-- incident-docs-disable-next-line -->\nDone\n', ['unused-suppression: <!-- incident-docs-disable-next-line -->']],
    ['names none and is needed', '<!-- incident-docs-disable-next-line -->\nTBA\n', []],
    ['a whole file in vain', 'Done\n\n<!-- incident-docs-disable-file -->\n', ['unused-suppression: <!-- incident-docs-disable-file -->']],
    ['a whole file, needed', 'TBA\n\n<!-- incident-docs-disable-file placeholder-text -->\n', []],
    ['a line in vain', 'Done <!-- incident-docs-disable-line placeholder-text -->\n', ['unused-suppression: placeholder-text']],
    ['a range in vain', '<!-- incident-docs-disable placeholder-text -->\n\nDone\n\n<!-- incident-docs-enable -->\n\nTBA\n', ['unused-suppression: placeholder-text', 'placeholder-text: TBA']],
    ['a range, needed', '<!-- incident-docs-disable placeholder-text -->\n\nTBA\n\n<!-- incident-docs-enable placeholder-text -->\n', []],
    ['a rule that does not run', '<!-- incident-docs-disable-next-line timeline-order -->\nDone\n', []],
    ['may be meant', '<!-- incident-docs-disable-file unused-suppression -->\n<!-- incident-docs-disable-next-line placeholder-text -->\nDone\n', []],
  ];
  for (const [name, text, expected] of rows) test(name, () => assert.deepEqual(said(text), expected));

  test('cannot be told of a rule that is off', () => {
    assert.deepEqual(said('<!-- incident-docs-disable-next-line placeholder-text -->\nDone\n', { rules: { 'placeholder-text': { severity: 'off', options: undefined } } }), []);
  });

  const fixes: readonly (readonly [text: string, expected: string])[] = [
    ['A\n<!-- incident-docs-disable-next-line placeholder-text -->\nDone\n', 'A\nDone\n'],
    ['A\r\n<!-- incident-docs-disable-next-line -->\r\nDone\r\n', 'A\r\nDone\r\n'],
    ['<!-- incident-docs-disable-next-line placeholder-text, empty-section: both -->\nTBA\n', '<!-- incident-docs-disable-next-line placeholder-text: both -->\nTBA\n'],
    ['<!-- incident-docs-disable-next-line empty-section, placeholder-text: both -->\nTBA\n', '<!-- incident-docs-disable-next-line placeholder-text: both -->\nTBA\n'],
    ['Done <!-- incident-docs-disable-line placeholder-text -->\n', 'Done\n'],
    ['Up <!-- incident-docs-disable-line placeholder-text -->, done\n', 'Up , done\n'],
    ['A\n<!-- incident-docs-disable-next-line placeholder-text:\nlong ago -->\nDone\n', 'A\nDone\n'],
    ['A\n# incident-docs-disable-next-line placeholder-text\nDone\n', 'A\nDone\n'],
  ];
  for (const [text, expected] of fixes) test(`removed from ${JSON.stringify(text)}`, () => assert.equal(fixed(text), expected));
});

describe('a directive of a rule that there is not', () => {
  const rows: readonly (readonly [text: string, expected: readonly string[], after: string | null])[] = [
    ['<!-- incident-docs-disable-next-line placeholder-txt: x -->\nTBA\n', ['unknown-rule: placeholder-txt', 'placeholder-text: TBA'], '<!-- incident-docs-disable-next-line placeholder-text: x -->\nTBA\n'],
    ['<!-- incident-docs-disable-next-line qqqqqqqqqqqqq -->\nDone\n', ['unknown-rule: qqqqqqqqqqqqq'], null],
    [
      '<!-- incident-docs-disable-next-line placeholder-text because nobody knows it -->\nTBA\n', ['unknown-rule: because nobody knows it'],
      '<!-- incident-docs-disable-next-line placeholder-text: because nobody knows it -->\nTBA\n',
    ],
    ['<!-- incident-docs-disable-next-line placeholder-text -- nobody knows it -->\nTBA\n', ['unknown-rule: -- nobody knows it'], '<!-- incident-docs-disable-next-line placeholder-text: -- nobody knows it -->\nTBA\n'],
    ['<!-- incident-docs-disable-next-line placeholder-text: because nobody knows it -->\nTBA\n', [], null],
    ['```\n<!-- incident-docs-disable-next-line placeholder-txt -->\n```\n', [], null],
    ['<!-- incident-docs-disable-file -->\n<!-- incident-docs-disable-next-line placeholder-txt -->\nTBA\n', ['unknown-rule: placeholder-txt'], null],
  ];
  for (const [text, expected, after] of rows) {
    test(text.split('\n')[0]!, () => {
      assert.deepEqual(said(text), expected);
      if (after !== null) assert.equal(fixed(text), after);
    });
  }
});
