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
  'colons in a heading': (length) => `${head}## ${':'.repeat(length)}\n`,
  'causes in a status': (length) => head.replace('\n\n', `\n\nStatus: ${'cause '.repeat(length / 6)}\n\n`),
  'words of a status': (length) => head.replace('\n\n', `\n\nStatus: ${'x '.repeat(length / 2)}\n\n`),
  'directives over blank lines': (length) => `${head}${'<!--incident-docs-disable-next-line-->'.repeat(length / 76)}${'\n'.repeat(length / 2)}`,
  slashes: filled('1/'), 'numeric dates': filled('on 03/04/2026 '), 'dates of words': filled('\n## a\n\nDate: 03/04/2026\n\nDate: 5 May 2026\n'),
  'dated fields': filled('\n\nDetected: 2026-02-01\nResolved: 2026-01-01\nDate: 2026-02-31\n'), 'levels': filled('a P1 incident, declared a SEV-2 '),
  'fields stated twice': filled('## a\n\nStatus: Open\nStatus: Closed\n\n'), 'jobs': filled('Owner: senior engineer - x\nCustomer: x\n'),
  'unknown words': filled('Status: Banana\nSeverity: Hihg\n'), 'days of timelines': filled('## Timeline\n\n### 31 June 2026\n\n- 10:00 a\n\n'),
  'no date': (length) => `# Post-mortem: x\n\nStatus: Open\nOwner: a\n\n${'may jan 1'.replace('1', 'x').repeat(length / 9)}`,
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
          check(document, defaultSettings, { now: Date.UTC(2026, 10, 21) });
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
