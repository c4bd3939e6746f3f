import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parse } from '../../server/src/document/document';
import { check } from '../../server/src/rules/check';
import { defaultSettings } from '../../server/src/settings';

const head = '# Post-mortem: x\n\n## Timeline\n\n- 2026-01-01 10:00 a\n- 2026-01-01 09:00 b\n\n## Root Cause\n\n';
const filled = (piece: string) => (length: number) => head + piece.repeat(length / piece.length);

/** Texts of about a length that a careless pattern or loop would take a square of it for. */
const families: Readonly<Record<string, (length: number) => string>> = {
  brackets: filled('['), links: filled('[a]('), 'angle brackets': filled('<'), backticks: filled('`a``b'), addresses: filled('<a@b '), comments: filled('<!-- a '),
  questions: filled('?'), patterns: filled('YYYY-MM-DD '), clauses: filled('the cause is '), adverbs: filled('is still '), admissions: filled('the cause is unknown. '),
  placeholders: filled('TBD\n'), references: filled('[a]: b\n'), 'empty sections': filled('## a\n\n'), 'cause sections': filled('## Root Cause\n\nis unknown\n\n'),
  'action sections': filled('## Action Items\n\n### x\n\nTODO: a\n\n'), statuses: filled('Status: root cause pending\n'),
  directives: filled('<!-- incident-docs-disable-next-line a -->\nTBD\n\n'), ranges: filled('<!-- incident-docs-disable a -->\n\n## x\n\n'),
  'same sections': filled('## Impact\n\na\n\n'), 'sections with children': filled('## Impact\n\n### Impact\n\na\n\n'), 'deep headings': filled('# a\n##### b\n#### c\n'), updates: filled('updates every day, '),
  'lines of updates': filled('- We promised regular updates\n'), effects: filled('- Impact:\n'), configurations: filled('1. Configuration:\n'), 'configurations in one': filled('- a\n  - Configuration:\n    - b\n'), levels: filled('SLA violation: '),
  'lines of levels': filled('- SLA violation: at risk\n'), outages: filled('outage, slow '), 'cells of holes': filled('| ?? | text here '), 'words before here': filled(': text here'), 'words of a plan': filled('we will '),
  'words of causes': filled('due to '), 'unmeasured impacts': (length) => `${head}## Impact\n\n${'since 1 until '.repeat(length / 14)}\n`, 'wide impacts': (length) => `${head}## Impact\n\n${'- users in v1.2 on May\n'.repeat(length / 23)}\n`,
  'times in prose': (length) => `# Post-mortem: x\n\n## Summary\n\n${'10:00 '.repeat(length / 6)}\n`, 'lines of times': (length) => `# Post-mortem: x\n\n## Summary\n\n${'at 10:00\n'.repeat(length / 9)}`,
  'nothing told': (length) => `# Post-mortem: x\n\nStatus: Resolved\n\n## References\n\n${'lorem ipsum dolor\n'.repeat(length / 18)}`, 'told in the plan': (length) => `# Post-mortem: x\n\nStatus: Resolved\n\n## Action Items\n\n${'- users alarm fixed\n'.repeat(length / 20)}`,
  'a long title': (length) => `# ${'incident '.repeat(length / 9)}\n\n## Impact\n\na\n`,
  'colons in a heading': (length) => `${head}## ${':'.repeat(length)}\n`,
  'causes in a status': (length) => head.replace('\n\n', `\n\nStatus: ${'cause '.repeat(length / 6)}\n\n`),
  'words of a status': (length) => head.replace('\n\n', `\n\nStatus: ${'x '.repeat(length / 2)}\n\n`),
  'directives over blank lines': (length) => `${head}${'<!--incident-docs-disable-next-line-->'.repeat(length / 76)}${'\n'.repeat(length / 2)}`,
  'stray entries': (length) => `# Post-mortem: x\n\n## Timeline\n\n${Array.from({ length: length / 28 }, (_, index) => `- 2026-01-01 ${10 + ((index * 7) % 13)}:00 event`).join('\n')}\n`,
  'one long run': (length) => `# Post-mortem: x\n\n## Timeline\n\n- 2026-02-01 10:00 a\n${'- 2026-01-01 10:00 event\n'.repeat(length / 25)}`,
};

describe('the rules take no square of the time', () => {
  for (const [name, make] of Object.entries(families)) {
    test(name, () => {
      const fastest = (length: number) => {
        const document = parse(make(length), { declared: true });
        const times = Array.from({ length: 5 }, () => {
          const start = process.hrtime.bigint();
          check(document, defaultSettings, { now: 0 });
          return Number(process.hrtime.bigint() - start) / 1e6;
        });
        return Math.min(...times);
      };
      const [small, large] = [fastest(25_000), fastest(200_000)];
      // Eight times the text: a square would take sixty-four times as long. Below a few milliseconds the clock says little.
      assert.ok(large < 10 || large / small < 24, `${small.toFixed(1)} ms for 25 KB, ${large.toFixed(1)} ms for 200 KB`);
      assert.ok(large < 1000, `${large.toFixed(1)} ms for 200 KB`);
    });
  }
});
