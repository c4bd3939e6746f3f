import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parse } from '../../server/src/document/document';
import { documentSymbols, type OutlineSymbol } from '../../server/src/features/symbols';
import { escalation, ordinary, postmortem } from '../support/documents';

/** The outline as indented lines: role, name, and the detail in brackets. */
function outline(symbols: readonly OutlineSymbol[], indent = ''): string[] {
  return symbols.flatMap(({ role, name, detail, children }) => [`${indent}${role} ${name}${detail && ` [${detail}]`}`, ...outline(children, `${indent}  `)]);
}

const outlineOf = (text: string) => outline(documentSymbols(parse(text)));

/** Fails unless every selection lies in its range, every child in its parent, and no range ends within an emoji. */
function assertSound(text: string, symbols: readonly OutlineSymbol[], from = 0, to = text.length): void {
  let last = from;
  for (const { name, span, selection, children } of symbols) {
    assert.notEqual(name, '');
    assert.ok(span.start >= last && span.end <= to && span.start <= span.end, `${name}: ${span.start}-${span.end} lies outside of ${last}-${to}`);
    assert.ok(selection.start >= span.start && selection.end <= span.end, `${name}: its selection lies outside of it`);
    for (const offset of [span.start, span.end, selection.start, selection.end]) {
      assert.doesNotMatch(text.slice(offset, offset + 1), /[\udc00-\udfff]/, `${name} cuts a pair at ${offset}`);
    }
    assertSound(text, children, span.start, span.end);
    last = span.start;
  }
}

describe('the outline of', () => {
  test('a Markdown post-mortem', () => {
    assert.deepEqual(outlineOf(postmortem), [
      'section Post-mortem: checkout refused cards',
      '  section Summary',
      '  section Impact',
      '  list Timeline (UTC)',
      '    day 2026-03-09 [3 entries]',
      '      entry 21:40 The error rate of the payment gateway passes its alarm [detected]',
      '      entry 21:52 The on-call engineer acknowledges the page [acknowledged]',
      '      entry 22:30 Traffic is moved to the second region 🚚',
      '    day 2026-03-10 [1 entry]',
      '      entry 07:15 The certificate of the gateway is found to be expired',
      '    day 2026-03-03 [1 entry]',
      '      entry 08:00 A new certificate is rolled out',
      '    day 2026-03-10 [1 entry]',
      '      entry 09:30 All payments succeed again',
      '  section Root Cause',
      '  list Action Items',
      '    list Immediate [1 of 2 done]',
      '      tracked ☑ Renew the certificate by hand [done · @marta]',
      '      tracked ☐ Switch the renewal job on again [open · @ivo · 2036-03-20]',
      '    list Long Term [0 of 2 done]',
      '      tracked ☐ Alarm on certificates that expire within 30 days [open · @ivo · 2036-05-29]',
      '      tracked ☐ Alarm on certificates that expire within 3 days [open · @marta · 2036-05-29]',
      '  section Lessons Learned',
    ]);
  });

  test('a plain-text escalation', () => {
    assert.deepEqual(outlineOf(escalation), [
      'section CE2041 - Customer Escalation Summary',
      '  section Issue Description',
      '  section Root Cause Analysis',
      '  section Impact Assessment',
      '  list Action Plan',
      '    list Immediate (0-4 hours)',
      '      untracked Add the missing index',
      '      untracked Raise the time-out to 20 seconds',
      '    list Long-term (1-7 days)',
      '      untracked Move reports to the replica',
      '  section Customer Sentiment',
    ]);
  });

  test('a document without a title is as flat as its sections', () => {
    const names = documentSymbols(parse(postmortem.slice(postmortem.indexOf('## Summary')))).map(({ name }) => name);
    assert.deepEqual(names, ['Summary', 'Impact', 'Timeline (UTC)', 'Root Cause', 'Action Items', 'Lessons Learned']);
  });

  for (const [name, text] of Object.entries(ordinary)) {
    test(`${name} is empty`, () => assert.deepEqual(outlineOf(text), []));
  }

  test('sections only, where asked for', () => {
    const symbols = documentSymbols(parse(postmortem), { sectionsOnly: true });
    assert.deepEqual(outline(symbols).filter((line) => !/^ *(section|list) /.test(line)), []);
    assert.deepEqual(symbols.map(({ children }) => children.length), [6]);
  });
});

test('the title covers the whole document, what stands before it too', () => {
  for (const text of [postmortem, `---\ntags: [a]\n---\n\n${postmortem}`, `\ufeff\n${postmortem.replaceAll('\n', '\r\n')}`]) {
    const [title, ...others] = documentSymbols(parse(text));
    assert.deepEqual([title?.span, others], [{ start: 0, end: text.length }, []]);
    assert.match(text.slice(title?.selection.start, title?.selection.end), /^🧯 Post-mortem: checkout refused cards$/);
  }
});

/** A post-mortem with these lines under its heading "Timeline". */
const withTimeline = (lines: string): string => `# Post-mortem: no mail\n\n## Impact\n\nAll.\n\n## Timeline\n\n${lines}\n\n## Root cause\n\nA full disk.\n`;

/** What stands under the timeline of a document, indented. */
const timelineOf = (text: string): string[] => {
  const [title] = documentSymbols(parse(text));
  return outline(title?.children.find(({ name }) => name === 'Timeline')?.children ?? []);
};

describe('an entry begins with', () => {
  const table: readonly (readonly [what: string, rows: readonly string[], names: readonly string[]])[] = [
    ['its clock as written', ['2:05 PM - The queue grows', '2:40 PM - It is drained'], ['2:05 PM The queue grows', '2:40 PM It is drained']],
    ['its clock alone where all is on one day', ['2026-03-09 21:40 Alarm', '2026-03-09 21:52 UTC Page'], ['21:40 Alarm', '21:52 Page']],
    ['the start of a range', ['**2026-03-09 21:40–22:10** – Alarm', '22:30 to 22:50: Page'], ['21:40 Alarm', '22:30 Page']],
    ['its date where it has no clock', ['2026-03-09: Alarm', '2026-03-10: Page'], ['2026-03-09 Alarm', '2026-03-10 Page']],
    ['its date and its clock where every day has one entry', ['Mar 9 - Alarm', 'Mar 10, 08:00 - Page'], ['Mar 9 Alarm', 'Mar 10 08:00 Page']],
    ['its clock where it says nothing', ['21:40', '21:50 - Page'], ['21:40', '21:50 Page']],
    ['its clock where that stands last', ['Page went out: 2026-03-09 21:40', 'Fixed: 2026-03-09 21:50'], ['21:40 Page went out', '21:50 Fixed']],
  ];
  for (const [what, rows, expected] of table) {
    test(what, () => assert.deepEqual(timelineOf(withTimeline(rows.map((row) => `- ${row}`).join('\n'))).map((line) => line.replace(/^entry | \[.*/g, '')), expected));
  }
});

describe('the days of a timeline', () => {
  const table: readonly (readonly [what: string, lines: string, expected: readonly string[]])[] = [
    ['hold their entries, over midnight too', `
- March 9, 2026 21:40 - Queue is long
- 23:50 - Page goes out
- 00:10 - Disk is emptied`, [
      'day 2026-03-09 [2 entries]', '  entry 21:40 Queue is long', '  entry 23:50 Page goes out', 'day 2026-03-10 [1 entry]', '  entry 00:10 Disk is emptied',
    ]],
    ['are in the order of the document, newest first too', `
- 2026-03-10 09:00 - Mail is sent
- 2026-03-10 08:00 - Disk is emptied
- 2026-03-09 21:40 - Queue grows`, [
      'day 2026-03-10 [2 entries]', '  entry 09:00 Mail is sent', '  entry 08:00 Disk is emptied', 'day 2026-03-09 [1 entry]', '  entry 21:40 Queue grows',
    ]],
    ['are those of rows of a table', `
| Date | Time | Event |
|---|---|---|
| 2026-03-09 | 21:40 | Queue grows |
| 2026-03-09 | 21:50 | Page goes out |
| 2026-03-10 | 08:00 | Disk is emptied |`, [
      'day 2026-03-09 [2 entries]', '  entry 21:40 Queue grows', '  entry 21:50 Page goes out', 'day 2026-03-10 [1 entry]', '  entry 08:00 Disk is emptied',
    ]],
    ['are the headings that name them', `
### 2026-03-09

- 21:40 - Queue grows
- 21:50 - Page goes out

### March 10, 2026

- 08:00 - Disk is emptied`, [
      'section 2026-03-09', '  entry 21:40 Queue grows', '  entry 21:50 Page goes out', 'section March 10, 2026', '  entry 08:00 Disk is emptied',
    ]],
    ['stand under headings that name none', `
### First response

- 2026-03-09 21:40 - Queue grows
- 2026-03-09 21:50 - Page goes out

### Recovery

- 2026-03-10 08:00 - Disk is emptied`, [
      'section First response', '  day 2026-03-09 [2 entries]', '    entry 21:40 Queue grows', '    entry 21:50 Page goes out',
      'section Recovery', '  day 2026-03-10 [1 entry]', '    entry 08:00 Disk is emptied',
    ]],
    ['begin with the line that states them', `
Monday, March 9, 2026.

- 21:40 - Queue grows
- 21:50 - Page goes out

Tuesday, March 10, 2026.

- 08:00 - Disk is emptied`, [
      'day 2026-03-09 [2 entries]', '  entry 21:40 Queue grows', '  entry 21:50 Page goes out', 'day 2026-03-10 [1 entry]', '  entry 08:00 Disk is emptied',
    ]],
    ['need a clock: a date alone is a day itself', `
- 2026-03-02 - Disk is bought
- 2026-03-02 - Disk is built in
- 2026-03-09 21:40 - Queue grows
- 2026-03-09 21:50 - Page goes out`, [
      'entry 2026-03-02 Disk is bought', 'entry 2026-03-02 Disk is built in', 'day 2026-03-09 [2 entries]', '  entry 21:40 Queue grows', '  entry 21:50 Page goes out',
    ]],
    ['are named as written where their year is not known', `
- Mar 9, 21:40 - Queue grows
- 21:50 - Page goes out
- Mar 10, 08:00 - Disk is emptied`, [
      'day Mar 9 [2 entries]', '  entry 21:40 Queue grows', '  entry 21:50 Page goes out', 'day Mar 10 [1 entry]', '  entry 08:00 Disk is emptied',
    ]],
  ];
  for (const [what, lines, expected] of table) test(what, () => assert.deepEqual(timelineOf(withTimeline(lines)), expected));

  test('of a line that states one, that line is the place', () => {
    const text = withTimeline('Monday, March 9, 2026.\n\n- 21:40 - Queue grows\n- 21:50 - Page goes out\n\nTuesday, March 10, 2026.\n\n- 08:00 - Disk is emptied');
    const [title] = documentSymbols(parse(text));
    const [day] = title?.children.find(({ name }) => name === 'Timeline')?.children ?? [];
    assert.equal(text.slice(day?.span.start, day?.span.end), 'Monday, March 9, 2026.\n\n- 21:40 - Queue grows\n- 21:50 - Page goes out');
    assert.equal(text.slice(day?.selection.start, day?.selection.end), 'March 9, 2026');
  });
});

describe('nothing stands in it twice', () => {
  test('a heading that is an entry, with what is under it', () =>
    assert.deepEqual(timelineOf(withTimeline('### 21:40 – Queue grows\n\nSlowly at first.\n\n#### What we saw\n\nA line.\n\n### 21:50 – Disk is emptied\n\nBy hand.')), [
      'entry 21:40 Queue grows', '  section What we saw', 'entry 21:50 Disk is emptied',
    ]));

  test('a heading that is an entry, on several days', () =>
    assert.deepEqual(timelineOf(withTimeline('### 2026-03-09 21:40 – Queue grows\n\nSlowly.\n\n#### What we saw\n\nA line.\n\n### 2026-03-09 21:50 – Page goes out\n\nBy hand.\n\n### 2026-03-10 08:00 – Disk is emptied\n\nAt last.')), [
      'day 2026-03-09 [2 entries]', '  entry 21:40 Queue grows', '    section What we saw', '  entry 21:50 Page goes out', 'day 2026-03-10 [1 entry]', '  entry 08:00 Disk is emptied',
    ]));

  test('a heading that is an action item', () => {
    const text = `${withTimeline('- 21:40 - Queue grows')}\n## Action items\n\n### 1. Watch the disk\n\nIt fills up.\n\n### 2. Buy a larger one\n\nOf twice the size.\n`;
    assert.deepEqual(outlineOf(text).slice(-3), ['  list Action items', '    untracked 1. Watch the disk', '    untracked 2. Buy a larger one']);
  });
});

describe('a milestone stands beside', () => {
  const table: readonly (readonly [what: string, text: string, expected: readonly string[]])[] = [
    ['the entry that it was read from, and no other', withTimeline('- 21:40 - Alarm fired\n- 21:45 - Alarm fired again\n- 21:50 - Escalated to the mail team\n- 21:55 - Mail is restored'), [
      'entry 21:40 Alarm fired [detected]', 'entry 21:45 Alarm fired again', 'entry 21:50 Escalated to the mail team [escalated]', 'entry 21:55 Mail is restored [mitigated · resolved]',
    ]],
    ['the entry of the time that a field states', withTimeline('- 2026-03-09 21:40 - Alarm fired\n- 2026-03-09 21:45 - Alarm fired again').replace('## Impact', 'Detected: 2026-03-09 21:45\n\n## Impact'), [
      'entry 21:40 Alarm fired', 'entry 21:45 Alarm fired again [detected]',
    ]],
    ['no entry where the field states another time', withTimeline('- 2026-03-09 21:40 - Alarm fired').replace('## Impact', 'Detected: 2026-03-09 20:00\n\n## Impact'), ['entry 21:40 Alarm fired']],
  ];
  for (const [what, text, expected] of table) test(what, () => assert.deepEqual(timelineOf(text), expected));
});

describe('progress is measured by all items', () => {
  for (const [items, detail] of [
    ['- [x] Rotate\n- Ask around', '1 of 2 done'],
    ['- [ ] Rotate\n- Ask around', '0 of 2 done'],
    ['- Rotate\n- Ask around', ''],
  ] as const) {
    test(`${JSON.stringify(items)}: "${detail}"`, () => {
      const [title] = documentSymbols(parse(`# Post-mortem: no mail\n\n## Impact\n\nAll.\n\n## Root cause\n\nA log.\n\n## Action items\n\n${items}\n`));
      assert.equal(title?.children.at(-1)?.detail, detail);
    });
  }
});

describe('every range lies within its parent', () => {
  const lines = postmortem.split('\n');
  for (const [name, text] of Object.entries({
    postmortem,
    escalation,
    'with CRLF': postmortem.replaceAll('\n', '\r\n'),
    'with a byte order mark': `\ufeff${postmortem}`,
    'without the last line ending': postmortem.trimEnd(),
  })) {
    test(name, () => assertSound(text, documentSymbols(parse(text))));
  }
  test('with any line missing', () => {
    for (let without = 0; without < lines.length; without++) {
      const text = lines.filter((_, line) => line !== without).join('\n');
      assertSound(text, documentSymbols(parse(text, { stickyKind: 'postmortem' })));
    }
  });
});

test('a long name is cut before an emoji, not within', () => {
  const text = postmortem.replace('All payments succeed again', `${'a'.repeat(111)}👩🏽‍🚒 and more`);
  const name = outlineOf(text).find((line) => line.includes('aaa'))?.trim() ?? '';
  assert.equal(name, `entry 09:30 ${'a'.repeat(111)}…`);
});
