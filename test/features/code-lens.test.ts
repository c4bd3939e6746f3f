import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parse } from '../../server/src/document/document';
import { codeLens } from '../../server/src/features/code-lens';
import type { CheckedFinding } from '../../server/src/rules/check';
import { escalation, ordinary, postmortem } from '../support/documents';

const found = (...severities: CheckedFinding['severity'][]): CheckedFinding[] =>
  severities.map((severity) => ({ rule: 'timeline-order', severity, span: { start: 0, end: 1 }, message: '' }));
const done = postmortem.replaceAll('[ ]', '[x]');

const table: readonly (readonly [what: string, text: string, findings: CheckedFinding[], title: string])[] = [
  ['counts what is open and what is wrong', postmortem, found('error', 'warning'), '3 open actions · 2 problems · Open action plan'],
  ['counts one as one', done.replace('[x] Switch', '[ ] Switch'), found('information'), '1 open action · 1 problem · Open action plan'],
  ['counts no hints, as the preview does', postmortem, found('hint', 'error'), '3 open actions · 1 problem · Open action plan'],
  ['says that nothing is open', done, [], '0 open actions · 0 problems · Open action plan'],
  ['counts actions of which nothing tells whether they are done', escalation, [], '3 actions · 0 problems · Open action plan'],
  ['says that there are none', postmortem.slice(0, postmortem.indexOf('## Action')), [], 'No actions · 0 problems · Open action plan'],
];
describe('the lens', () => {
  for (const [what, text, findings, title] of table) test(what, () => assert.equal(codeLens(parse(text), findings)?.title, title));

  test('stands on the title, wherever that is', () => {
    for (const text of [postmortem, `---\ntags: [a]\n---\n\n${postmortem}`, `\ufeff${postmortem}`]) {
      const span = codeLens(parse(text), [])?.span;
      assert.equal(text.slice(span?.start, span?.end), '🧯 Post-mortem: checkout refused cards');
    }
  });

  test('stands on the first line where there is no title', () =>
    assert.deepEqual(codeLens(parse(postmortem.slice(postmortem.indexOf('## Summary'))), [])?.span, { start: 0, end: 0 }));

  for (const [name, text] of Object.entries(ordinary)) test(`is none in ${name}`, () => assert.equal(codeLens(parse(text), []), null));
});
