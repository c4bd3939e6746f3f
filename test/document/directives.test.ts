import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parse } from '../../server/src/document/document';

/** Each row: the line, and what is read of it as "action rules". */
const rows: readonly [line: string, directive: string | null][] = [
  ['<!-- incident-docs-disable-next-line timeline-order: the log was late -->', 'disable-next-line timeline-order'],
  ['<!-- incident-docs-disable-next-line timeline-order, empty-section -->', 'disable-next-line timeline-order,empty-section'],
  ['- 10:00 Alarm <!-- incident-docs-disable-line -->', 'disable-line '],
  ['<!-- incident-docs-disable placeholder-text -->', 'disable placeholder-text'],
  ['<!-- incident-docs-enable -->', 'enable '],
  ['<!-- incident-docs-disable-file -->', 'disable-file '],
  ['# incident-docs-disable-next-line timeline-order: the log was late', 'disable-next-line timeline-order'],
  ['  // incident-docs-disable-file empty-section', 'disable-file empty-section'],
  ['<!-- incident-docs: off -->', 'off '],
  ['The words incident-docs-disable in a sentence', null],
  ['<!-- incident-docs -->', null],
];

describe('directives', () => {
  for (const [line, expected] of rows) {
    test(line, () => {
      const [directive] = parse(`Notes\n${line}\n`).directives;
      assert.equal(directive ? `${directive.action} ${directive.rules.map((rule) => rule.id).join(',')}` : null, expected);
    });
  }

  test('none in fenced code', () => assert.equal(parse('```\n<!-- incident-docs-disable-file -->\n```\n').directives.length, 0));

  for (const mark of ['#', '//']) {
    test(`a line that begins with ${mark} is neither a heading nor the title nor an end of what it stands in`, () => {
      const text = 'Post-mortem: lost mail\n\nTimeline:\n- 10:00 - Down\nMARK incident-docs-disable-next-line timeline-order\n- 09:00 - Up\n';
      const document = parse(`${mark} incident-docs-disable-file a\n${text.replace('MARK', mark)}`);
      assert.deepEqual([document.title?.text, document.allSections.length, document.timelines[0]?.entries.length, document.directives.length], ['Post-mortem: lost mail', 1, 2, 2]);
    });
  }
  test('spans name the rules', () => {
    const document = parse('x <!-- incident-docs-disable-line timeline-order -->');
    const [directive] = document.directives;
    assert.ok(directive);
    assert.equal(document.text.slice(directive.span), '<!-- incident-docs-disable-line timeline-order -->');
    assert.equal(directive.rules.map((rule) => document.text.slice(rule.span)).join(), 'timeline-order');
  });
});
