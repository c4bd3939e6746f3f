import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { ParseContext } from '../../server/src/document/document';
import { parse } from '../../server/src/document/document';
import { explainDetection, type Explained } from '../../server/src/features/detection';
import { postmortem, readme } from '../support/documents';

const explain = (text: string, context: ParseContext = {}): Explained => explainDetection(parse(text, context), context);
const off = '<!-- incident-docs: off -->\n';

describe('who decides', () => {
  const rows: readonly (readonly [what: string, text: string, context: ParseContext, kind: string, by: string, otherwise: string])[] = [
    ['the content', postmortem, {}, 'postmortem', 'content', 'postmortem'],
    ['the content, against', readme, {}, 'none', 'content', 'none'],
    ['what it was before', readme, { stickyKind: 'postmortem' }, 'postmortem', 'before', 'none'],
    ['the user, for', readme, { choice: 'incident' }, 'postmortem', 'choice', 'none'],
    ['the user, against', postmortem, { choice: 'other' }, 'none', 'choice', 'postmortem'],
    ['the user, against what the settings say as well', postmortem, { choice: 'other', files: 'excluded' }, 'none', 'choice', 'none'],
    ['a directive', off + postmortem, {}, 'none', 'directive', 'none'],
    ['a name of ours', readme, { declared: true }, 'postmortem', 'declared', 'postmortem'],
    ['a pattern, for', readme, { files: 'included' }, 'postmortem', 'files', 'postmortem'],
    ['a pattern, against', postmortem, { files: 'excluded' }, 'none', 'files', 'none'],
  ];
  for (const [what, text, context, kind, by, otherwise] of rows) {
    test(what, () => {
      const { kind: isKind, by: isBy, otherwise: isOtherwise } = explain(text, context);
      assert.deepEqual([isKind, isBy, isOtherwise], [kind, by, otherwise]);
    });
  }

  test('the line of the directive', () => assert.deepEqual([explain(`\n${off}${postmortem}`).line, explain(postmortem).line], [1, null]));
});

describe('what speaks for and against', () => {
  test('each signal has its points and the words that it rests on', () => {
    const { score, independent, needed, signals, missing } = explain(postmortem, { fileName: '2026-03-11-outage.md' });
    assert.deepEqual(missing, []);
    assert.deepEqual(needed, { score: 4, independent: 2 });
    assert.ok(independent >= 2);
    assert.equal(score, signals.reduce((sum, { points }) => sum + points, 0));
    const lines = postmortem.split('\n');
    for (const { reason, points, evidence } of signals) {
      assert.ok(points !== 0 && evidence.length > 0, reason);
      for (const { line, text } of evidence) if (line !== null) assert.ok(lines[line]!.includes(text.split(/[:…]/)[0]!), `${reason}: ${text}`);
    }
    const evidence = (reason: RegExp) => signals.find((signal) => reason.test(signal.reason))!.evidence.map(({ line, text }) => `${line}: ${text}`);
    assert.deepEqual(evidence(/^title/), ['0: 🧯 Post-mortem: checkout refused cards']);
    assert.deepEqual(evidence(/^facts/), ['2: Status: Mitigated', '3: Severity: SEV-2', '4: Customer: Blue Heron Books']);
    assert.deepEqual(evidence(/^sections/).slice(0, 2), ['6: Summary', '10: Impact']);
    assert.deepEqual(evidence(/^file name/), ['null: 2026-03-11-outage.md']);
  });

  test('a plain note lacks all of it', () => {
    assert.deepEqual(explain('Buy milk.\n'), {
      kind: 'none', by: 'content', line: null, otherwise: 'none', score: 0, independent: 0, needed: { score: 4, independent: 2 },
      signals: [], missing: ['title', 'sections', 'facts', 'timeline', 'plan'],
    });
  });

  test('what speaks against has fewer points than none', () => {
    const { signals } = explain('# Incident process\n\n## Communication\n\nPost.\n', { fileName: 'README.md' });
    assert.deepEqual(signals.filter(({ points }) => points < 0).map(({ reason }) => reason), ['against: title names a process, a list or notes', 'against: file name of an overview']);
  });

  test('a label that stands for a section, and a team\'s own heading', () => {
    const context = { synonyms: { sections: { rootCause: ['Why it broke'] }, fields: {} } } satisfies ParseContext;
    const { signals } = explain('# Outage\n\nImpact: all of them\n\n## Why it broke\n\nA log.\n', context);
    assert.deepEqual(signals.find(({ reason }) => reason.startsWith('sections'))?.evidence, [{ line: 2, text: 'Impact' }, { line: 4, text: 'Why it broke' }]);
  });

  test('many places are cut off', () => {
    const { signals } = explain(`${postmortem}\n## Action items\n\n${'- [ ] Do it\n'.repeat(50)}`);
    assert.deepEqual(signals.find(({ reason }) => reason.startsWith('plan'))?.evidence.map(({ line, text }) => line === null ? text : line > 0), [true, true, true, '…']);
    assert.ok(signals.every(({ evidence }) => evidence.length <= 9));
  });
});
