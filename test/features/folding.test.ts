import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parse } from '../../server/src/document/document';
import { foldingRanges } from '../../server/src/features/folding';
import { escalation, ordinary, postmortem } from '../support/documents';

/** The folds as "first line … last line". */
function folds(text: string): string[] | null {
  const lines = text.split(/\r\n|\r|\n/);
  return foldingRanges(parse(text))?.map(({ startLine, endLine, collapsedText }) => `${lines[startLine]} … ${lines[endLine]}${collapsedText ? ` (${collapsedText})` : ''}`) ?? null;
}

/** Fails unless every fold is named with its first and last line; others are let pass. */
function assertFolds(text: string, expected: readonly string[]): void {
  const found = folds(text) ?? [];
  assert.deepEqual(expected.filter((fold) => !found.includes(fold)), [], `among\n${found.join('\n')}`);
}

describe('folds', () => {
  test('sections end with their last line that is not blank', () =>
    assertFolds(postmortem, [
      '## Summary … Card payments failed for a fifth of the shoppers between 9 and 11 March 2026.',
      '## Impact … - Support answered 300 calls',
      '## Timeline (UTC) … - **2026-03-10 09:30** – All payments succeed again',
      '## Lessons Learned … ```',
    ]));

  test('days of a timeline that spans several', () =>
    assertFolds(postmortem, [
      '- **2026-03-09 21:40** – The error rate of the payment gateway passes its alarm … - **2026-03-09 22:30–22:50** – Traffic is moved to the second region 🚚 (3 entries)',
    ]));

  test('days with the line that states them, and none twice where a heading does', () => {
    const timeline = (days: string): string => `# Post-mortem: no mail\n\n## Impact\n\nAll.\n\n## Timeline\n\n${days}\n\n## Root cause\n\nA full disk.\n`;
    const rows = ['- 21:40 - Queue grows\n- 21:50 - Page goes out', '- 08:00 - Disk is emptied\n- 08:10 - Mail is sent'];
    assertFolds(timeline(`Monday, March 9, 2026.\n\n${rows[0]}\n\nTuesday, March 10, 2026.\n\n${rows[1]}`), [
      'Monday, March 9, 2026. … - 21:50 - Page goes out (2 entries)', 'Tuesday, March 10, 2026. … - 08:10 - Mail is sent (2 entries)',
    ]);
    const headed = timeline(`### 2026-03-09\n\n${rows[0]}\n\n### 2026-03-10\n\n${rows[1]}`);
    assertFolds(headed, ['### 2026-03-09 … - 21:50 - Page goes out', '### 2026-03-10 … - 08:10 - Mail is sent']);
    assert.deepEqual(folds(headed)?.filter((fold) => fold.includes('entries')), []);
  });

  test('a heading that is an entry, with what is under it', () =>
    assertFolds(postmortem.replace('- **2026-03-10 07:15**', '### 2026-03-10 07:10 – Bridge is opened\n\nWith all hands.\n\n- **2026-03-10 07:15**'), [
      '### 2026-03-10 07:10 – Bridge is opened … - **2026-03-10 09:30** – All payments succeed again',
    ]));

  test('underlines of any length, rulers and labels', () => {
    const text = escalation.replace('-----------------\nSeat', '---\nSeat').replace('Customer Sentiment\n------------------', '### Customer Sentiment:\n');
    assertFolds(text, ['Issue Description … Seat reservations time out on Friday afternoons.', '### Customer Sentiment: … Worried, but confident in the plan.']);
  });

  test('no days where there is one only', () => {
    const oneDay = postmortem.replaceAll(/2026-03-(03|10)/g, '2026-03-09');
    assert.deepEqual(folds(oneDay)?.filter((fold) => fold.includes('entries')), []);
  });

  test('entries and items of several lines', () =>
    assertFolds(postmortem, [
      '- **2026-03-09 21:52** – The on-call engineer acknowledges the page …   and opens a bridge',
      '- [ ] Alarm on certificates that expire within 30 days (@ivo, due 2036-05-29) …   - with a page to the platform team',
    ]));

  test('groups of the plan, in Markdown', () =>
    assertFolds(postmortem, ['### ✅ Immediate … - [ ] Switch the renewal job on again (@ivo, due 2036-03-20)']));

  test('groups of the plan and underlined sections, in plain text', () =>
    assertFolds(escalation, [
      'Immediate (0-4 hours): … 2. Raise the time-out to 20 seconds',
      '1. Add the missing index …    - on the replica first',
      'Issue Description … Seat reservations time out on Friday afternoons.',
      'Customer Sentiment … Worried, but confident in the plan.',
    ]));

  test('comments and fenced blocks', () => assertFolds(postmortem, ['<!-- … -->', '``` … ```']));

  test('marked regions, one in another', () => {
    const text = postmortem.replace('## Impact', '<!-- #region numbers -->\n<!-- region of shops -->\n\n## Impact').replace('## Root Cause', '<!-- #endregion -->\n<!-- #endregion -->\n\n## Root Cause');
    assertFolds(text, ['<!-- #region numbers --> … <!-- #endregion -->', '<!-- region of shops --> … <!-- #endregion -->']);
    assert.deepEqual(foldingRanges(parse(text))?.filter(({ kind }) => kind === 'region').map(({ startLine, endLine }) => endLine - startLine), [19, 17]);
  });

  test('front matter', () => assertFolds(`---\ntitle: Cards\nauthor: Ada\n---\n\n${postmortem}`, ['--- … ---']));

  for (const [name, text] of Object.entries(ordinary)) {
    test(`are not ours in ${name}`, () => assert.equal(folds(text), null));
  }
});

describe('folds are sound', () => {
  for (const [name, text] of Object.entries({ postmortem, escalation, 'with CRLF': postmortem.replaceAll('\n', '\r\n'), 'with lone CR': escalation.replaceAll('\n', '\r') })) {
    test(name, () => {
      const document = parse(text);
      const ranges = foldingRanges(document) ?? [];
      assert.ok(ranges.length >= 8);
      assert.equal(new Set(ranges.map(({ startLine }) => startLine)).size, ranges.length, 'one fold a line');
      for (const { startLine, endLine } of ranges) {
        assert.ok(endLine > startLine && endLine < document.lines.length);
        assert.notEqual(document.lines[endLine]?.kind, 'blank');
      }
    });
  }
});
