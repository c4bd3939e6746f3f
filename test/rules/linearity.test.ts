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
  blame: filled('the developer forgot '), 'adverbs that blame': filled('carelessly '), counterfacts: filled('we should have been '), quotation: filled('"terrible '),
  exclamations: filled('a!! '), 'quantifiers in summaries': filled('## Summary\n\nseveral users\n\n'), 'relative dates': filled('two weeks ago '), 'last days': filled('yesterday, last friday '),
  percent: filled('1% a, '), 'percent lines': filled('51% a, 29% b and 27% c\n'), lists: filled('two things:\n- a\n- b\n- c\n'), 'code spans': filled('`a_b`c`'),
  increases: filled('latency increased by 300% '), baselines: filled('queries 5 s (normally 2 s) '), durations: filled('Duration: 3 hours\n'), 'times to detect': filled('| Time to detect | 3 minutes |\n'),
  clocks: filled('from 10:00 to 12:00 an outage '), 'ambiguous dates': filled('from 03/04/2024 10:00 to 11:00 '), 'summaries with dates': filled('## Summary\n\nOn 2025-03-04 an outage.\n\n'),
  'open statuses': (length) => head.replace('\n\n', '\n\nStatus: Closed\n\n') + 'the incident is still open. '.repeat(length / 28),
  'identifiers that stand once': (length) => head + '`name_abcd` '.repeat(8) + Array.from({ length: length / 15 }, (_, index) => `\`name_${index.toString(36).padStart(5, 'q')}x\``).join(' '),
  'frequent identifiers': (length) => head + Array.from({ length: length / 13 }, (_, index) => `\`name_${(index >> 2).toString(36).padStart(5, 'q')}\``).join(' '),
  'names that are related': (length) => head + 'the `label_mgr` stops '.repeat(length / 44) + Array.from({ length: length / 44 }, (_, index) => `of \`q${(index + 1296).toString(36).replace(/\d/g, 'z')}x_mgr\` it`).join(' '),
  'rows over days': (length) => `# Post-mortem: outage on 2020-01-01\n\nDuration: 3 hours\n\n## Timeline\n\n${Array.from({ length: length / 26 }, (_, index) => `- ${new Date(1.7e12 + index * 9e7).toISOString().slice(0, 16).replace('T', ' ')} event`).join('\n')}\n`,
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
