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
      '    entry 2026-03-09 21:40 The error rate of the payment gateway passes its alarm [2026-03-09 21:40]',
      '    entry 21:52 The on-call engineer acknowledges the page [2026-03-09 21:52]',
      '    entry 22:30 Traffic is moved to the second region 🚚 [2026-03-09 22:30–22:50]',
      '    entry 2026-03-10 07:15 The certificate of the gateway is found to be expired [2026-03-10 07:15]',
      '    entry 2026-03-03 08:00 A new certificate is rolled out [2026-03-03 08:00]',
      '    entry 2026-03-10 09:30 All payments succeed again [2026-03-10 09:30]',
      '  section Root Cause',
      '  list Action Items',
      '    list Immediate [1 of 2 done]',
      '      tracked ☑ Renew the certificate by hand (@marta) [done · @marta]',
      '      tracked ☐ Switch the renewal job on again (@ivo, due 2036-03-20) [open · @ivo · 2036-03-20]',
      '    list Long Term [0 of 2 done]',
      '      tracked ☐ Alarm on certificates that expire within 30 days (@ivo, due 2036-05-29) [open · @ivo · 2036-05-29]',
      '      tracked ☐ Alarm on certificates that expire within 3 days (@marta, due 2036-05-29) [open · @marta · 2036-05-29]',
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

describe('an entry begins with', () => {
  /** The names of the entries in a timeline of these rows. */
  const names = (...rows: string[]): string[] => {
    const text = `# Post-mortem: no mail\n\n## Impact\n\nAll.\n\n## Timeline\n\n${rows.map((row) => `- ${row}`).join('\n')}\n`;
    const [title] = documentSymbols(parse(text));
    return (title?.children.find(({ name }) => name === 'Timeline')?.children ?? []).map(({ name }) => name);
  };
  const table: readonly (readonly [what: string, rows: readonly string[], names: readonly string[]])[] = [
    ['its clock as written', ['2:05 PM - The queue grows', '2:40 PM - It is drained'], ['2:05 PM The queue grows', '2:40 PM It is drained']],
    ['its clock alone where all is on one day', ['2026-03-09 21:40 Alarm', '2026-03-09 21:52 UTC Page'], ['21:40 Alarm', '21:52 Page']],
    ['the start of a range', ['**2026-03-09 21:40–22:10** – Alarm', '22:30 to 22:50: Page'], ['21:40 Alarm', '22:30 Page']],
    ['the day where it changes', ['March 9, 2026 21:40 - Alarm', '23:50 - Page', '00:10 - Fixed', '00:30 - Closed'], ['2026-03-09 21:40 Alarm', '23:50 Page', '2026-03-10 00:10 Fixed', '00:30 Closed']],
    ['its date where it has no clock', ['2026-03-09: Alarm', '2026-03-10: Page'], ['2026-03-09 Alarm', '2026-03-10 Page']],
    ['its date as written where the year is not known', ['Mar 9 - Alarm', 'Mar 10, 08:00 - Page'], ['Mar 9 Alarm', 'Mar 10 08:00 Page']],
    ['its clock where it says nothing', ['21:40', '21:50 - Page'], ['21:40', '21:50 Page']],
  ];
  for (const [what, rows, expected] of table) test(what, () => assert.deepEqual(names(...rows), expected));
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
  const text = postmortem.replace('All payments succeed again', `${'a'.repeat(100)}👩🏽‍🚒 and more`);
  const name = outlineOf(text).find((line) => line.includes('aaa'))?.trim() ?? '';
  assert.equal(name, `entry 2026-03-10 09:30 ${'a'.repeat(100)}… [2026-03-10 09:30]`);
});
