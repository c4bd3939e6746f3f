import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parse } from '../../server/src/document/document';
import { selectionRanges, type Selection } from '../../server/src/features/selection';
import { escalation, ordinary, postmortem } from '../support/documents';

const stepsOf = (selection: Selection | null): Selection['span'][] => (selection ? [selection.span, ...stepsOf(selection.parent)] : []);

const shortened = (words: string): string => (words.length > 60 ? `${words.slice(0, 25)} … ${words.slice(-25)}` : words);

/** The texts that a selection grows by, on one line, long ones as "beginning … end". */
function steps(text: string, offset: number): string[] {
  const [selection] = selectionRanges(parse(text), [offset]) ?? [];
  return stepsOf(selection ?? null).map(({ start, end }) => {
    return onOneLine(text.slice(start, end));
  });
}

const onOneLine = (text: string): string => shortened(text.trim().replaceAll(/\s+/g, ' '));

const table = `# Post-mortem: no mail

## Impact

All.

## Timeline

| Time | Event | Who |
|---|---|---|
| 2026-03-09 21:40 | Queue grows | Ana |
| 2026-03-09 21:50 | Page goes out | Ben |
| 2026-03-10 08:00 | Disk is emptied | Ana |

## Root cause

A full disk.
`;

describe('a selection grows', () => {
  const rows: readonly (readonly [what: string, text: string, at: string, expected: readonly string[]])[] = [
    ['in an entry: word, words, text, line, entry, day, body, section, document', postmortem, 'acknowledges', [
      'acknowledges',
      'The on-call engineer acknowledges the page',
      '**2026-03-09 21:52** – Th … eer acknowledges the page',
      '- **2026-03-09 21:52** –  … eer acknowledges the page',
      '- **2026-03-09 21:52** –  … e page and opens a bridge',
      '- **2026-03-09 21:40** –  … d to the second region 🚚',
      '- **2026-03-09 21:40** –  … ll payments succeed again',
      '## Timeline (UTC) - **202 … ll payments succeed again',
      onOneLine(postmortem),
    ]],
    ['in its time', postmortem, '22:30–', [
      '22', '22:30–22:50', '2026-03-09 22:30–22:50', '**2026-03-09 22:30–22:50* … d to the second region 🚚', '- **2026-03-09 22:30–22:5 … d to the second region 🚚',
      '- **2026-03-09 21:40** –  … d to the second region 🚚', '- **2026-03-09 21:40** –  … ll payments succeed again', '## Timeline (UTC) - **202 … ll payments succeed again', onOneLine(postmortem),
    ]],
    ['in a row: cell, row, day', table, 'goes out', [
      'goes', 'Page goes out', 'Page goes out | Ben', '| 2026-03-09 21:50 | Page goes out | Ben |', '| 2026-03-09 21:40 | Queu … 0 | Page goes out | Ben |',
    ]],
    ['in an item: its owner, the item, its group, the plan', postmortem, 'ivo, due 2036-05', [
      'ivo', '@ivo', 'Alarm on certificates tha … ys (@ivo, due 2036-05-29)', '- [ ] Alarm on certificat … ys (@ivo, due 2036-05-29)', '- [ ] Alarm on certificat … page to the platform team',
    ]],
    ['in a plan of plain text: the item, its horizon, the plan', escalation, 'on the replica', [
      'on', 'on the replica first', '- on the replica first', '1. Add the missing index - on the replica first',
      '1. Add the missing index  … he time-out to 20 seconds',
      'Immediate (0-4 hours): 1. … he time-out to 20 seconds', 'Immediate (0-4 hours): 1. … ve reports to the replica', 'Action Plan ----------- I … ve reports to the replica',
    ]],
    ['in a fact: value, line', postmortem, 'Heron', ['Heron', 'Blue Heron Books', '**Customer:** Blue Heron Books']],
    ['in a heading: title, heading, section', postmortem, 'Lessons', ['Lessons', 'Lessons Learned', '## Lessons Learned', '## Lessons Learned <!-- G … openssl x509 -enddate ```']],
    ['in prose of several lines: line, paragraph', postmortem.replace('Card payments failed', 'Card payments\nfailed'), 'shoppers', [
      'shoppers', 'failed for a fifth of the … ween 9 and 11 March 2026.', 'Card payments failed for  … ween 9 and 11 March 2026.', '## Summary Card payments  … ween 9 and 11 March 2026.',
    ]],
    ['in a fenced block', postmortem, 'enddate', ['enddate', '-enddate', 'openssl x509 -enddate', '``` openssl x509 -enddate ```']],
    ['at the end of a word', postmortem, '\n\n## Impact', ['2026', 'Card payments failed for  … ween 9 and 11 March 2026.']],
  ];
  for (const [what, text, at, expected] of rows) {
    test(what, () => {
      assert.ok(text.includes(at), at);
      assert.deepEqual(steps(text, text.indexOf(at) + (at.startsWith('\n') ? -1 : 0)).slice(0, expected.length), expected);
    });
  }

  test('on an empty line by what the line is in', () => {
    assert.deepEqual(steps(postmortem, postmortem.indexOf('\n\n### ✅') + 1), ['## Action Items ### ✅ Imm …  (@marta, due 2036-05-29)', onOneLine(postmortem)]);
  });

  test('for several places at once, in their order', () => {
    const document = parse(postmortem);
    const offsets = ['Lessons', 'Heron', 'Lessons'].map((word) => postmortem.indexOf(word));
    const found = selectionRanges(document, offsets)?.map(({ span }) => document.text.slice(span));
    assert.deepEqual(found, ['Lessons', 'Heron', 'Lessons']);
  });
});

describe('emoji are one', () => {
  for (const emoji of ['🚒', '👩🏽‍🚒', '✔️', '🇪🇺', '1️⃣']) {
    test(emoji, () => {
      const text = postmortem.replace('second region 🚚', `second region ${emoji} at last`);
      const start = text.indexOf(emoji);
      for (let offset = start; offset < start + emoji.length; offset++) assert.equal(steps(text, offset)[0], emoji, `at ${offset - start}`);
    });
  }
});

describe('every step holds the place and the step before, and cuts nothing', () => {
  const documents = {
    postmortem, escalation, table,
    'with CRLF': postmortem.replaceAll('\n', '\r\n'),
    'with lone CR': escalation.replaceAll('\n', '\r'),
    'with a byte order mark': `\ufeff${postmortem}`,
    'without the last line ending': postmortem.trimEnd(),
  };
  for (const [name, text] of Object.entries(documents)) {
    test(name, () => {
      const offsets = Array.from({ length: text.length + 1 }, (_, offset) => offset);
      const found = selectionRanges(parse(text), offsets) ?? assert.fail('none');
      for (const offset of offsets) {
        let inner = { start: offset, end: offset };
        for (const span of stepsOf(found[offset] ?? null)) {
          assert.ok(span.start <= inner.start && span.end >= inner.end && (inner.end === inner.start || span.end - span.start > inner.end - inner.start), `at ${offset}: ${span.start}-${span.end}`);
          for (const edge of [span.start, span.end]) assert.doesNotMatch(text.slice(edge, edge + 1), /[\udc00-\udfff]|\u200d|\ufe0f/);
          inner = span;
        }
        assert.deepEqual(inner, { start: 0, end: text.length });
      }
    });
  }
});

for (const [name, text] of Object.entries(ordinary)) {
  test(`selections are not ours in ${name}`, () => assert.equal(selectionRanges(parse(text), [0]), null));
}
