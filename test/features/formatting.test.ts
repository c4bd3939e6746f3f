import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parse } from '../../server/src/document/document';
import { displayWidth } from '../../server/src/features/display-width';
import { continueList } from '../../server/src/features/formatting/continue-list';
import { formatDocument, formatRange } from '../../server/src/features/formatting/format';
import { lettersOf, statementsOf } from '../../server/src/features/statements';
import { applyEdits } from '../../server/src/rules/apply-fixes';
import { ordinary } from '../support/documents';
import { exampleTexts, ownTexts } from '../support/examples';
import { sharedDocuments } from '../support/shared';

const read = (text: string) => parse(text, { declared: true });
const format = (text: string): string => applyEdits(text, formatDocument(read(text), read));

/** What formatting makes of a document: what, before, after. Where nothing is to change there is no after. */
const table: readonly (readonly [what: string, before: string, after?: string])[] = [
  ['an underline is as long as its title', 'Outage of the lift\n===\n\nSummary:\n-----\nIt stood.\n', 'Outage of the lift\n==================\n\nSummary:\n--------\nIt stood.\n'],
  ['an underline below characters of two columns', '停電の報告\n===\n\nUrsache 🧯 x\n---\nKurz.\n', '停電の報告\n==========\n\nUrsache 🧯 x\n------------\nKurz.\n'],
  ['an underline is never shorter than three', '# Outage\n\nA\n-----\n\nB\n', '# Outage\n\nA\n---\n\nB\n'],
  ['one blank line around sections', '# Outage of the lift\n\n\n\n## Summary\n\n\nIt stood.\n## Impact\n\nNobody was hurt.\n', '# Outage of the lift\n\n## Summary\n\nIt stood.\n\n## Impact\n\nNobody was hurt.\n'],
  ['none below a heading where there is none elsewhere', '# Outage\n## Summary\nIt stood.\n\n## Impact\nNobody.\n'],
  ['none below an underline', 'Summary:\n--------\nIt stood.\n\n\nImpact:\n-------\nNobody.\n', 'Summary:\n--------\nIt stood.\n\nImpact:\n-------\nNobody.\n'],
  ['a comment stays with its heading', '# Outage\n\nx\n\n<!-- incident-docs-disable-next-line empty-section -->\n## Impact\n'],
  ['one bullet in a list', '# Outage\n\n- one\n* two\n- three\n  * a\n  + b\n', '# Outage\n\n- one\n- two\n- three\n  * a\n  * b\n'],
  ['a bullet that Markdown knows', '# Outage\n\n• one\n• two\n- three\n', '# Outage\n\n- one\n- two\n- three\n'],
  ['bullets and dashes of a timeline', '## Timeline\n\n- 2026-03-01 10:00 - It stops\n* 2026-03-01 10:10 – Ben comes\n\n- 2026-03-01 10:20 - It runs\n', '## Timeline\n\n- 2026-03-01 10:00 - It stops\n- 2026-03-01 10:10 - Ben comes\n\n- 2026-03-01 10:20 - It runs\n'],
  ['the dash of a range is part of it', '## Timeline\n\n- **2026-03-01 10:00–10:05** - It stops\n- **2026-03-01 10:10** - Ben comes\n'],
  ['numbers go on', '# Outage\n\n1. one\n3. two\n3. three\n\nThen:\n\n4) four\n6) five\n', '# Outage\n\n1. one\n2. two\n3. three\n\nThen:\n\n4) four\n5) five\n'],
  ['what stands below an item moves with it', `# Outage\n\n${[1, 2, 3, 4, 5, 6, 7, 8].map((n) => `${n}. x\n`).join('')}9. x\n9. y\n   - below\n`, `# Outage\n\n${[1, 2, 3, 4, 5, 6, 7, 8].map((n) => `${n}. x\n`).join('')}9. x\n10. y\n    - below\n`],
  ['a list of ones in Markdown is meant', '# Outage\n\n1. one\n1. two\n'],
  ['a list that counts down is meant', '# Outage\n\n3. three\n2. two\n1. one\n'],
  ['a day is no number', '# Outage\n\n3. May 2026 it stops\n9. May 2026 it runs\n'],
  ['a list that begins anew', 'Outage\n\n1. one\n2. two\n\n1. one\n2. two\n'],
  ['a table', '# Outage\n\n| Time | What |\n|:-:|--:|\n| 10:00 | 電源 |\n| 10:05 | the lift 🚒 runs |\n', '# Outage\n\n| Time  |             What |\n| :---: | ---------------: |\n| 10:00 |             電源 |\n| 10:05 | the lift 🚒 runs |\n'],
  ['a pipe in a cell', '# Outage\n\n| a \\| b | c |\n|---|---|\n| d | e |\n', '# Outage\n\n| a \\| b | c   |\n| ------ | --- |\n| d      | e   |\n'],
  ['a row with other cells than its header', '# Outage\n\n| a | b |\n|---|---|\n| c |\n| dd | e | f |\n', '# Outage\n\n| a   | b   |\n| --- | --- |\n| c   |\n| dd  | e   | f   |\n'],
  ['a table of no columns of its own', '# Outage\n\n| a |\n| --- | --- |\n'],
  ['white space that means nothing', '# Outage  \n\nIt stood.   \n\t\n- one \n', '# Outage\n\nIt stood.\n\n- one\n'],
  ['a hard break stays', '# Outage\n\nIt stood.  \nThen it ran.\n'],
  ['code stays', '# Outage\n\n```\n1. a  \n1. b  \n```\n'],
  ['a signature stays', 'Outage of the lift\n\nIt stood.\n-- \nBen\n'],
  ['line endings, a mark and a missing last one', '\ufeff# Outage\r\n\r\n\r\n## Impact\r\nNone', '\ufeff# Outage\r\n\r\n## Impact\r\nNone'],
];

describe('formatting', () => {
  for (const [what, before, after = before] of table) {
    test(what, () => {
      assert.equal(format(before), after);
      assert.equal(format(after), after);
    });
  }

  test('edits no more than what differs', () => {
    const text = 'Summary:\n-----\nIt stood. \n';
    assert.deepEqual(formatDocument(read(text), read), [{ span: { start: 14, end: 14 }, newText: '---' }, { span: { start: 24, end: 25 }, newText: '' }]);
  });

  test('of a range leaves the other blocks', () => {
    const text = '# Outage\n\n- a\n* b\n\nText \n\n* c\n- d\n';
    const at = text.indexOf('- d');
    assert.equal(applyEdits(text, formatRange(read(text), { start: at, end: at }, read)), '# Outage\n\n- a\n* b\n\nText \n\n* c\n* d\n');
  });
});

/** Without the numbers of lists and the bullets. */
const unmarked = (text: string): string => text.replace(/^[ \t]*\d{1,3}[.)]/gm, '');

describe('every document', () => {
  const documents = [...[...ownTexts(), ...Object.values(ordinary), ...table.map(([, before]) => before)].map((text, index) => ({ name: `${index}`, text })), ...sharedDocuments];

  test('keeps its words and what it says, and has nothing left to format', () => {
    for (const { name, text } of documents) {
      const context = { fileName: name };
      const readIt = (source: string) => parse(source, context);
      const document = readIt(text);
      const formatted = applyEdits(text, formatDocument(document, readIt));
      assert.equal(lettersOf(unmarked(formatted)), lettersOf(unmarked(text)), name);
      const after = readIt(formatted);
      assert.deepEqual(statementsOf(after), statementsOf(document), name);
      assert.deepEqual(formatDocument(after, readIt), [], name);
      assert.equal(/[\r\n]$/.test(formatted), /[\r\n]$/.test(text), name);
    }
  });

  test('is formatted alike whatever its line ending', () => {
    for (const text of exampleTexts()) assert.equal(format(text.replaceAll('\n', '\r\n')), format(text).replaceAll('\n', '\r\n'));
  });
});

describe('Enter', () => {
  const rows: readonly (readonly [what: string, before: string, after: string])[] = [
    ['goes on with a bullet', '- one\n|', '- one\n- |'],
    ['goes on with the indentation', '- one\n  * two\n|', '- one\n  * two\n  * |'],
    ['in place of the indentation that the editor gives', '- one\n  * two\n  |', '- one\n  * two\n  * |'],
    ['goes on with the next number', '9. one\n|', '9. one\n10. |'],
    ['goes on with an empty checkbox', '- [x] one\n|', '- [x] one\n- [ ] |'],
    ['goes on with an entry by its marker alone', '## Timeline\n\n* 2026-03-01 10:00 - It stops\n|\n', '## Timeline\n\n* 2026-03-01 10:00 - It stops\n* |\n'],
    ['takes the rest of an item along', '- one\n|two\n', '- one\n- |two\n'],
    ['ends the list behind an empty marker', '- one\n- \n|\nText\n', '- one\n|\nText\n'],
    ['ends the list behind an empty checkbox', '- [x] one\n- [ ] \n|', '- [x] one\n|'],
    ['leaves what the editor has begun', '- one\n- |', '- one\n- |'],
    ['leaves words', 'One\n|', 'One\n|'],
    ['leaves what goes on with an item', '- one\n  and more\n|', '- one\n  and more\n|'],
    ['leaves code', '```\n- one\n|\n```\n', '```\n- one\n|\n```\n'],
  ];
  for (const [what, marked, expected] of rows) {
    test(what, () => {
      const offset = marked.indexOf('|');
      const text = marked.replace('|', '');
      const edits = continueList(read(text), offset);
      const at = offset + edits.reduce((moved, { span, newText }) => moved + newText.length - (span.end - span.start), 0);
      const result = applyEdits(text, edits);
      assert.equal(`${result.slice(0, at)}|${result.slice(at)}`, expected);
    });
  }
});

test('the columns that a text takes', () => {
  for (const [text, width] of [['', 0], ['abc', 3], ['é', 1], ['e\u0301', 1], ['電源', 4], ['🚒', 2], ['👩‍💻', 2], ['🇫🇷', 2], ['⚠️', 2], ['⚠', 1], ['©', 1], ['–', 1], ['ﾊ', 1], ['한글', 4]] as const) {
    assert.equal(displayWidth(text), width, text);
  }
});
