import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parse, type IncidentDocument } from '../../server/src/document/document';
import { convertDocument, type Notation } from '../../server/src/features/notation/convert';
import { markdownWords, plainWords } from '../../server/src/features/notation/inline';
import { lettersOf, statementsOf } from '../../server/src/features/statements';
import { applyEdits } from '../../server/src/rules/apply-fixes';
import { escalation, postmortem } from '../support/documents';
import { exampleTexts } from '../support/examples';
import { sharedDocuments } from '../support/shared';

type Read = (text: string) => IncidentDocument;
const declared: Read = (text) => parse(text, { declared: true });

/** The text in another notation, or why there is none. */
function convert(text: string, to: Notation, read: Read = declared): { readonly text: string } | { readonly refused: string } {
  const edits = convertDocument(read(text), to, read);
  return 'refused' in edits ? edits : { text: applyEdits(text, edits) };
}

const plain = `CE77 - Customer Escalation Summary
=====

Customer: Blue Heron Books
Priority: High
Status: Resolved

Issue Description:
------------------
Lifts <north> and <south> stood, see https://status.example.com/77.

TIMELINE
2026-03-01 10:00 UTC - The 2*3 lifts stop
2026-03-01 10:20 UTC - Ben comes

Costs:
Owner      Action                Due
Ana Mora   Order a new rope      2026-04-01
Ben Roe    Oil | grease wheels   2026-04-02

ROOT CAUSE: A rope of 1987 had come off its wheel in the night, and nobody looked after it.

--- Action Plan ---

# incident-docs-disable-next-line action-missing-due
[x] Put the rope back (owner: Ana Mora)
[ ] Buy a rope (owner: Ben Roe, due: 2026-04-01)

Escalation Level: Level 2
Assigned Engineer: Ana Mora
`;

const marked = `# CE77 - Customer Escalation Summary

**Customer:** Blue Heron Books${'  '}
**Priority:** High${'  '}
**Status:** Resolved

## Issue Description

Lifts \\<north> and \\<south> stood, see <https://status.example.com/77>.

### TIMELINE

- 2026-03-01 10:00 UTC - The 2\\*3 lifts stop
- 2026-03-01 10:20 UTC - Ben comes

### Costs

| Owner | Action | Due |
| --- | --- | --- |
| Ana Mora | Order a new rope | 2026-04-01 |
| Ben Roe | Oil \\| grease wheels | 2026-04-02 |

### ROOT CAUSE

A rope of 1987 had come off its wheel in the night, and nobody looked after it.

### Action Plan

<!-- incident-docs-disable-next-line action-missing-due -->
- [x] Put the rope back (owner: Ana Mora)
- [ ] Buy a rope (owner: Ben Roe, due: 2026-04-01)

**Escalation Level:** Level 2${'  '}
**Assigned Engineer:** Ana Mora
`;

const markdown = `# Post-mortem: the lift of the town hall

- **Status**: Resolved
- **Owner**: Ana Mora

## Summary

It *stood* for **two hours**, see [the status page](https://status.example.com/77) and \`lift_*.log\`.
### Broken parts
Nothing.

## Timeline (UTC)

| Time | What |
|---|---|
| 2026-03-01 10:00 | It stops |

<!-- incident-docs-disable-next-line action-missing-due -->
## Action Items

- [x] Put the rope back (@ana)
`;

const unmarked = `Post-mortem: the lift of the town hall
======================================

Status: Resolved
Owner: Ana Mora

Summary
-------

It stood for two hours, see the status page (https://status.example.com/77) and \`lift_*.log\`.

Broken parts:
Nothing.

Timeline (UTC)
--------------

| Time | What |
|---|---|
| 2026-03-01 10:00 | It stops |

# incident-docs-disable-next-line action-missing-due
Action Items
------------

- [x] Put the rope back (@ana)
`;

describe('in another notation', () => {
  test('plain text is Markdown', () => assert.deepEqual(convert(plain, 'markdown'), { text: marked }));
  test('Markdown is plain text', () => assert.deepEqual(convert(markdown, 'plainText'), { text: unmarked }));

  test('the line ending, the mark and a missing last ending stay', () => {
    const dos = (text: string) => `\ufeff${text.trimEnd().replaceAll('\n', '\r\n')}`;
    assert.deepEqual(convert(dos(plain), 'markdown'), { text: dos(marked) });
  });

  test('what has no form in plain text is refused', () => {
    assert.deepEqual(convert('# Post-mortem\n\n## Summary\n\n<details>It stood.</details>\n', 'plainText'), { refused: 'Line 5 holds HTML or a picture, for which plain text has no form.' });
    assert.deepEqual(convert('# Post-mortem\n\n## Summary\n\n![The lift](lift.png)\n', 'plainText'), { refused: 'Line 5 holds HTML or a picture, for which plain text has no form.' });
  });

  test('what would be read otherwise is refused', () => {
    assert.deepEqual(convert('# Post-mortem\n\n## Date: 2026-03-01\n\n## Summary\n\nIt stood.\n', 'plainText'), { refused: 'In plain text this document would no longer say the same.' });
  });
});

describe('words', () => {
  for (const [text, expected] of [
    ['see https://a.example/b_c?d=e, or (https://a.example/).', 'see <https://a.example/b_c?d=e>, or (<https://a.example/>).'],
    ['[there](https://a.example) and <https://a.example>', '[there](https://a.example) and <https://a.example>'],
    ['`<b> https://a.example 2*3`', '`<b> https://a.example 2*3`'],
    ['the <host> of 2*3*4, C:\\*.log', 'the \\<host> of 2\\*3\\*4, C:\\\\*.log'],
  ] as const) {
    test(`of plain text: ${text}`, () => assert.equal(markdownWords(text, false), expected));
  }
  for (const [text, expected] of [
    ['**a** *b* __c__ _d_ snake_case_name 2 * 3 * 4', 'a b c d snake_case_name 2 * 3 * 4'],
    ['[there](https://a.example "x") and [https://a.example](https://a.example)', 'there (https://a.example "x") and https://a.example'],
    ['<https://a.example> <ana@a.example> \\<host> \\*', 'https://a.example ana@a.example <host> *'],
    ['`**a** \\*`', '`**a** \\*`'],
  ] as const) {
    test(`of Markdown: ${text}`, () => assert.equal(plainWords(text, true), expected));
  }
  test('take time in proportion to their length', () => {
    for (const piece of ['*a', '_ ', '[', '](', '<a', '`', 'https://', '\\', '* ', '[a](']) {
      const start = performance.now();
      markdownWords(piece.repeat(40_000), false);
      plainWords(piece.repeat(40_000), true);
      assert.ok(performance.now() - start < 2_000, piece);
    }
  });
});

describe('every document', () => {
  const own = [postmortem, escalation, plain, marked, markdown, unmarked, ...exampleTexts()];
  const documents = [...own.map((text, index) => ({ name: `own-${index}`, text })), ...sharedDocuments];
  const ours = (name: string) => name.startsWith('own-') || /^00\d_/.test(name);

  for (const to of ['markdown', 'plainText'] as const) {
    const back = to === 'markdown' ? 'plainText' : 'markdown';
    test(`says the same in ${to}, and there and back, or is refused`, () => {
      let converted = 0;
      for (const { name, text } of documents) {
        const read: Read = (source) => parse(source, { fileName: name });
        const document = read(text);
        if (document.kind === 'none') continue;
        const there = convert(text, to, read);
        if ('refused' in there) {
          assert.ok(!ours(name), `${name}: ${there.refused}`);
          continue;
        }
        converted++;
        const holds = (result: string, what: string) => {
          assert.equal(lettersOf(result), lettersOf(text), `${name} ${what}`);
          assert.deepEqual(statementsOf(read(result)), statementsOf(document), `${name} ${what}`);
        };
        holds(there.text, to);
        assert.deepEqual(convert(there.text, to, read), there, `${name} twice`);
        const again = convert(there.text, back, read);
        if ('text' in again) holds(again.text, 'there and back');
        else assert.ok(!ours(name), `${name} back: ${again.refused}`);
      }
      assert.ok(converted > 5);
    });
  }
});
