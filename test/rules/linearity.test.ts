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
  'stray entries': (length) => `# Post-mortem: x\n\n## Timeline\n\n${Array.from({ length: length / 28 }, (_, index) => `- 2026-01-01 ${10 + ((index * 7) % 13)}:00 event`).join('\n')}\n`,
  'bare actions': (length) => `# Post-mortem: x\n\n## Action Items\n\n${'Add a monitor\n'.repeat(length / 14)}`,
  'done and open': (length) => `# Post-mortem: x\n\n## Root Cause\n\nThe cause is unknown.\n\n## Current Status\n\n${'- Queue mail repair in progress\n'.repeat(200)}\n## Action Items\n\n${'- [x] Repair mail queue of it\n'.repeat(length / 30)}`,
  'open and done': (length) => `# Post-mortem: x\n\n## Current Status\n\n${'- Web queue restarted\n'.repeat(200)}\n## Action Items\n\n${'- [ ] Restart mail server, due 2020-01-01\n'.repeat(length / 42)}`,
  'owners in a plan': (length) => `# Post-mortem: x\n\n## Action Items\n\n${'Lead: \n'.repeat(length / 14)}\n${'- Test it\n  - a: b\n'.repeat(length / 40)}`,
  'one long action': (length) => `# Post-mortem: x\n\n## Action Items\n\n- ${'A team (Mo, to be: - '.repeat(length / 21)}\n`,
  'words of an action': (length) => `# Post-mortem: x\n\n## Action Items\n\n- Improve ${'proper best practices as needed '.repeat(length / 32)}\n`,
  'causes of human error': filled('caused by a human error, the root cause was likely '), guesses: filled('it may have appeared to probably be '),
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
