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
      'section Summary',
      'section Impact',
      'list Timeline (UTC)',
      '  entry The error rate of the payment gateway passes its alarm [2026-03-09 21:40]',
      '  entry The on-call engineer acknowledges the page [2026-03-09 21:52]',
      '  entry Traffic is moved to the second region 🚚 [2026-03-09 22:30–22:50]',
      '  entry The certificate of the gateway is found to be expired [2026-03-10 07:15]',
      '  entry A new certificate is rolled out [2026-03-03 08:00]',
      '  entry All payments succeed again [2026-03-10 09:30]',
      'section Root Cause',
      'list Action Items',
      '  list Immediate [1 of 2 done]',
      '    tracked ☑ Renew the certificate by hand (@marta) [done · @marta]',
      '    tracked ☐ Switch the renewal job on again (@ivo, due 2026-03-20) [open · @ivo · 2026-03-20]',
      '  list Long Term [0 of 2 done]',
      '    tracked ☐ Alarm on certificates that expire within 30 days [open]',
      '    tracked ☐ Alarm on certificates that expire within 30 days [open]',
      'section Lessons Learned',
    ]);
  });

  test('a plain-text escalation', () => {
    assert.deepEqual(outlineOf(escalation), [
      'section Issue Description',
      'section Root Cause Analysis',
      'section Impact Assessment',
      'list Action Plan',
      '  list Immediate (0-4 hours)',
      '    untracked Add the missing index',
      '    untracked Raise the time-out to 20 seconds',
      '  list Long-term (1-7 days)',
      '    untracked Move reports to the replica',
      'section Customer Sentiment',
    ]);
  });

  for (const [name, text] of Object.entries(ordinary)) {
    test(`${name} is empty`, () => assert.deepEqual(outlineOf(text), []));
  }

  test('sections only, where asked for', () => {
    const symbols = documentSymbols(parse(postmortem), { sectionsOnly: true });
    assert.deepEqual(outline(symbols).filter((line) => !/^ *(section|list) /.test(line)), []);
    assert.equal(symbols.length, 6);
  });
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
  const text = postmortem.replace('All payments succeed again', `${'a'.repeat(117)}👩🏽‍🚒 and more`);
  const name = outlineOf(text).find((line) => line.includes('aaa'))?.trim() ?? '';
  assert.equal(name, `entry ${'a'.repeat(117)}… [2026-03-10 09:30]`);
});
