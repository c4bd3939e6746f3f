import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parse, type IncidentDocument } from '../../../server/src/document/document';
import { isoMoment } from '../../../server/src/document/time';
import { insertEntryNow } from '../../../server/src/features/live/insert-entry';
import { applyEdits } from '../../../server/src/rules/apply-fixes';
import { ownTexts } from '../../support/examples';
import { sharedDocuments } from '../../support/shared';

/** It is 13:15:30 in Berlin, where the reader lives. */
const now = Date.UTC(2026, 2, 11, 12, 15, 30);
const read = (text: string): IncidentDocument => parse(text, { declared: true });

/** The text with an entry of now in it and ¦ for the cursor, which is at the ¦ of the text before or at its beginning. */
function inserted(marked: string, at = now): string {
  const text = marked.replace('¦', '');
  const made = insertEntryNow(read(text), { offset: Math.max(marked.indexOf('¦'), 0), now: at, timeZone: 'Europe/Berlin', read });
  if ('refused' in made) return made.refused;
  const { edit, offset } = made.cursor;
  return applyEdits(text, made.edits.map(({ span, newText }, index) => ({ span, newText: index === edit ? `${newText.slice(0, offset)}¦${newText.slice(offset)}` : newText })));
}

const head = '# Post-mortem: the belt\n\n**Date:** 2026-03-11\n\n## Impact\n\nNothing moves.\n\n';
const foot = '\n## Action Items\n\n- [ ] Oil the belt (@ivo)\n';
const document = (timeline: string): string => `${head}${timeline}${foot}`;

/** A timeline, and what it is with an entry of now. */
const rows: readonly (readonly [what: string, before: string, after: string])[] = [
  ['bullets with date, in UTC', '## Timeline (UTC)\n\n- 2026-03-11 09:00 - One\n- 2026-03-11 10:00 - Two\n  with a detail\n', '## Timeline (UTC)\n\n- 2026-03-11 09:00 - One\n- 2026-03-11 10:00 - Two\n  with a detail\n- 2026-03-11 12:15 - ¦\n'],
  ['bold, with an en dash', '## Timeline (UTC)\n\n* **2026-03-11 09:00** – One\n', '## Timeline (UTC)\n\n* **2026-03-11 09:00** – One\n* **2026-03-11 12:15** – ¦\n'],
  ['a bold label with its colon', '## Timeline\n\n- **09:00 UTC:** One\n', '## Timeline\n\n- **09:00 UTC:** One\n- **12:15 UTC:** ¦\n'],
  ['the time alone, on the day of the document', '## Timeline (UTC)\n\n- 09:00 One\n', '## Timeline (UTC)\n\n- 09:00 One\n- 12:15 ¦\n'],
  ['plain lines in 12 hours', '## Timeline (UTC)\n\n9:00 AM - One\n10:00 AM - Two\n', '## Timeline (UTC)\n\n9:00 AM - One\n10:00 AM - Two\n12:15 PM - ¦\n'],
  ['small letters for the half of the day', '## Timeline (UTC)\n\n- 09:00am: One\n', '## Timeline (UTC)\n\n- 09:00am: One\n- 12:15pm: ¦\n'],
  ['seconds and Z', '## Timeline\n\n- 2026-03-11T09:00:05Z One\n', '## Timeline\n\n- 2026-03-11T09:00:05Z One\n- 2026-03-11T12:15:30Z ¦\n'],
  ['the zone of every entry', '## Timeline\n\n- 2026-03-11 10:00 CET - One\n', '## Timeline\n\n- 2026-03-11 10:00 CET - One\n- 2026-03-11 13:15 CET - ¦\n'],
  ['the zone of the reader, where none is stated', '## Timeline\n\n- 2026-03-11 10:00 - One\n', '## Timeline\n\n- 2026-03-11 10:00 - One\n- 2026-03-11 13:15 - ¦\n'],
  ['a place whose clocks change', '## Timeline\n\n- 2026-03-11 02:00 PT - One\n', '## Timeline\n\n- 2026-03-11 02:00 PT - One\n- 2026-03-11 05:15 PT - ¦\n'],
  ['months by name', '## Timeline (UTC)\n\n- March 10, 2026, 09:00: One\n', '## Timeline (UTC)\n\n- March 10, 2026, 09:00: One\n- March 11, 2026, 12:15: ¦\n'],
  ['brackets', '## Timeline (UTC)\n\n[2026-03-11 09:00] One\n', '## Timeline (UTC)\n\n[2026-03-11 09:00] One\n[2026-03-11 12:15] ¦\n'],
  ['a list that counts', '## Timeline (UTC)\n\n9. 09:00 One\n10. 10:00 Two\n', '## Timeline (UTC)\n\n9. 09:00 One\n10. 10:00 Two\n11. 12:15 ¦\n'],
  ['blank lines between the entries', '## Timeline (UTC)\n\n09:00 One\n\n10:00 Two\n', '## Timeline (UTC)\n\n09:00 One\n\n10:00 Two\n\n12:15 ¦\n'],
  ['headings over the words', '## Timeline (UTC)\n\n### 09:00\n\nOne\n', '## Timeline (UTC)\n\n### 09:00\n\nOne\n\n### 12:15\n\n¦\n'],
  ['a table', '## Timeline (UTC)\n\n| Time  | Who | Event |\n|-------|-----|-------|\n| 09:00 | Ivo | One   |\n', '## Timeline (UTC)\n\n| Time  | Who | Event |\n|-------|-----|-------|\n| 09:00 | Ivo | One   |\n| 12:15 |     | ¦      |\n'],
  ['a table of days and times', '## Timeline (UTC)\n\n| Date | Time | What |\n|---|---|---|\n| 10 Mar 2026 | 09:00 | One |\n', '## Timeline (UTC)\n\n| Date | Time | What |\n|---|---|---|\n| 10 Mar 2026 | 09:00 | One |\n| 11 Mar 2026 | 12:15 | ¦ |\n'],
  ['the day under its heading', '## Timeline (UTC)\n\n### 2026-03-10\n\n- 09:00 One\n\n### 2026-03-11\n\n- 09:00 Two\n', '## Timeline (UTC)\n\n### 2026-03-10\n\n- 09:00 One\n\n### 2026-03-11\n\n- 09:00 Two\n- 12:15 ¦\n'],
  ['a new day under a heading of its own', '## Timeline (UTC)\n\n### Monday, March 9, 2026\n\n- 09:00 One\n', '## Timeline (UTC)\n\n### Monday, March 9, 2026\n\n- 09:00 One\n\n### Wednesday, March 11, 2026\n\n- 12:15 ¦\n'],
  ['a new day in entries without dates', '## Timeline (UTC)\n\n- 2026-03-09 09:00 One\n- 10:00 Two\n- 11:00 Three\n', '## Timeline (UTC)\n\n- 2026-03-09 09:00 One\n- 10:00 Two\n- 11:00 Three\n- 2026-03-11 12:15 ¦\n'],
  ['the newest first', '## Timeline (UTC)\n\n- 2026-03-11 10:00 Two\n- 2026-03-11 09:00 One\n', '## Timeline (UTC)\n\n- 2026-03-11 12:15 ¦\n- 2026-03-11 10:00 Two\n- 2026-03-11 09:00 One\n'],
  ['the newest day first, each from morning to evening', '## Timeline (UTC)\n\n### 2026-03-11\n\n- 08:00 Three\n- 09:00 Four\n\n### 2026-03-10\n\n- 08:00 One\n- 09:00 Two\n', '## Timeline (UTC)\n\n### 2026-03-11\n\n- 08:00 Three\n- 09:00 Four\n- 12:15 ¦\n\n### 2026-03-10\n\n- 08:00 One\n- 09:00 Two\n'],
  ['a new day above the newest', '## Timeline (UTC)\n\n### 2026-03-10\n\n- 08:00 Three\n- 09:00 Four\n\n### 2026-03-09\n\n- 08:00 One\n- 09:00 Two\n', '## Timeline (UTC)\n\n### 2026-03-11\n\n- 12:15 ¦\n\n### 2026-03-10\n\n- 08:00 Three\n- 09:00 Four\n\n### 2026-03-09\n\n- 08:00 One\n- 09:00 Two\n'],
  ['behind entries that have strayed', '## Timeline (UTC)\n\n- 2026-03-11 08:00 One\n- 2026-03-11 09:00 Two\n- 2026-03-04 10:00 Three\n', '## Timeline (UTC)\n\n- 2026-03-11 08:00 One\n- 2026-03-11 09:00 Two\n- 2026-03-04 10:00 Three\n- 2026-03-11 12:15 ¦\n'],
  ['in place of a bullet that was begun', '## Timeline (UTC)\n\n- 09:00 One\n- ¦\n', '## Timeline (UTC)\n\n- 09:00 One\n- 12:15 ¦\n'],
  ['an empty timeline', '## Timeline\n', '## Timeline\n\n- 2026-03-11 12:15 UTC - ¦\n'],
  ['an empty table', '## Timeline (UTC)\n\n| Time | Event |\n|---|---|\n', '## Timeline (UTC)\n\n| Time | Event |\n|---|---|\n| 2026-03-11 12:15 | ¦ |\n'],
  ['no timeline', '', '\n## Timeline\n\n- 2026-03-11 12:15 UTC - ¦\n'],
  ['of two timelines that of the cursor', '## Timeline (UTC)\n\n- 09:00 O¦ne\n\n## Update log (UTC)\n\n- 10:00 Told them\n', '## Timeline (UTC)\n\n- 09:00 One\n- 12:15 ¦\n\n## Update log (UTC)\n\n- 10:00 Told them\n'],
  ['of two timelines the one that was written last', '## Timeline (UTC)\n\n- 09:00 One\n\n## Update log (UTC)\n\n- 10:00 Told them\n', '## Timeline (UTC)\n\n- 09:00 One\n\n## Update log (UTC)\n\n- 10:00 Told them\n- 12:15 ¦\n'],
];

/** Whole documents. */
const documents: readonly (readonly [what: string, before: string, after: string])[] = [
  ['underlined headings', 'Escalation summary\n==================\n\nCustomer: Blue Heron\n\nIssue Description:\n------------------\nNothing moves.\n\nAction Plan:\n------------\n- Oil the belt\n', 'Escalation summary\n==================\n\nCustomer: Blue Heron\n\nIssue Description:\n------------------\nNothing moves.\n\nTimeline:\n---------\n- 2026-03-11 12:15 UTC - ¦\n\nAction Plan:\n------------\n- Oil the belt\n'],
  ['headings in capitals', 'OUTAGE OF THE BELT\n\nSUMMARY\n\nNothing moves.\n\nROOT CAUSE\n\nNo oil.\n', 'OUTAGE OF THE BELT\n\nSUMMARY\n\nNothing moves.\n\nTIMELINE\n\n- 2026-03-11 12:15 UTC - ¦\n\nROOT CAUSE\n\nNo oil.\n'],
  ['a text without headings', 'Status: Open\n\nThe belt stands.\n', 'Status: Open\n\nThe belt stands.\n\nTimeline:\n\n- 2026-03-11 12:15 UTC - ¦\n'],
  ['a text without the last line’s end', '# The belt\n\n## Timeline (UTC)\n\n- 2026-03-11 09:00 One', '# The belt\n\n## Timeline (UTC)\n\n- 2026-03-11 09:00 One\n- 2026-03-11 12:15 ¦'],
  ['times without any date', '# The belt\n\n## Timeline\n\n- 9:00 One\n- 10:00 Two\n', '# The belt\n\n## Timeline\n\n- 9:00 One\n- 10:00 Two\n- 13:15 ¦\n'],
  ['times without any date, the newest first', '# The belt\n\n## Timeline\n\n- 11:00 Three\n- 10:00 Two\n- 9:00 One\n', '# The belt\n\n## Timeline\n\n- 13:15 ¦\n- 11:00 Three\n- 10:00 Two\n- 9:00 One\n'],
  ['times without any date, that are later than now', '# The belt\n\n## Timeline\n\n- 21:00 One\n', '# The belt\n\n## Timeline\n\n- 21:00 One\n- 2026-03-11 13:15 ¦\n'],
];

const refusals: readonly (readonly [what: string, before: string, why: RegExp])[] = [
  ['a zone that may be several', document('## Timeline\n\n- 2026-03-11 09:00 IST - One\n'), /^“IST” does not tell/],
  ['labels in front of the times', document('## Timeline (UTC)\n\n- First alert: 2026-03-11 09:00\n- Repaired: 2026-03-11 10:00\n'), /cannot be continued/],
  ['entries to come, whose date would be another', '# The belt\n\n**Date:** 2026-03-20\n\n## Timeline (UTC)\n\n- 09:00 One\n- 10:00 Two\n', /without a change of what the others say/],
];

describe('an entry of now', () => {
  for (const [what, before, after] of rows) test(what, () => assert.equal(inserted(document(before)), document(after)));
  for (const [what, before, after] of documents) test(what, () => assert.equal(inserted(before), after));
  for (const [what, before, why] of refusals) test(`refused: ${what}`, () => assert.match(inserted(before), why));

  test('the line endings are those of the document', () => {
    const [, before, after] = rows[0] as (typeof rows)[number];
    assert.equal(inserted(document(before).replaceAll('\n', '\r\n')), document(after).replaceAll('\n', '\r\n'));
  });

  test('a second one stands behind the first', () => {
    const first = inserted(document('## Timeline (UTC)\n\n- 09:00 One\n')).replace('¦', 'Two');
    assert.equal(inserted(first, now + 60_000), document('## Timeline (UTC)\n\n- 09:00 One\n- 12:15 Two\n- 12:16 ¦\n'));
  });
});

const said = ({ timelines }: IncidentDocument): string[] =>
  timelines.flatMap(({ entries }) => entries.map(({ start, end, text, zone }) => [isoMoment(start), end && isoMoment(end), text, zone?.text].join(' · ')));
const others = ({ fields, plan, kind }: IncidentDocument) => [kind, fields.map(({ label, value }) => [label, value]), plan.items.map(({ text }) => text)];

/** Whether there is one entry more, with the words that were typed, and all others are as they were, in their order; false where it was refused. */
function assertOneMore(name: string, before: string, at: number): boolean {
  const marked = inserted(before, at);
  if (!marked.includes('¦')) return false;
  for (const typed of ['', 'Oil was ordered']) {
    const [one, two] = [read(before), read(marked.replace('¦', typed))];
    const old = said(one);
    const added: string[] = [];
    let next = 0;
    for (const entry of said(two)) {
      if (entry === old[next]) next++;
      else added.push(entry);
    }
    assert.equal(next, old.length, `${name}: ${old[next]}`);
    assert.equal(added.length, 1, `${name}: ${added.join('; ')}`);
    assert.deepEqual(others(two), others(one), name);
  }
  return true;
}

describe('an entry more, and nothing else', () => {
  test('in documents of our own', () => {
    for (const [index, text] of ownTexts().entries()) assert.ok(assertOneMore(`own ${index + 1}`, text, now), inserted(text));
  });

  test('in documents of others, long after them', { skip: sharedDocuments.length === 0 && 'they are not here' }, (context) => {
    const made = sharedDocuments.filter(({ name, text }) => !text.includes('¦') && assertOneMore(name, text, Date.UTC(2027, 4, 3, 14, 34, 56))).length;
    context.diagnostic(`${made} of ${sharedDocuments.length}`);
    assert.ok(made > sharedDocuments.length * 0.8, String(made));
  });
});
