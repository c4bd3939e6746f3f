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
  'at signs': filled('@'), mails: filled('a@b.c '), logins: filled('a@a.a.a.a.a.aa '), plusses: filled('+1 2 3 4 5 6 7 8 9 0 1 2\n'), 'plus signs': filled('+1'), phones: filled('phone 12 34 '),
  cards: filled('card 4012 8888 8888 1881 '), digits: filled('card 4\n1'), dashes: filled('a-'), uuids: filled('5d1c7e2a-90b4-4f6g-8h2i-6a1b2c3d4e5f '), 'labelled uuids': filled('uuid 1-2-3-4-5 '),
  underscores: filled('ghp_'), installations: filled('ghs_1_'), 'installations a line': filled('ghs_1_a.'.repeat(50).concat('\n')), slack: filled('xoxb-a-'), sendgrid: filled(`SG.a.${'a'.repeat(395)}`),
  'private keys': filled('-----BEGIN RSA PRIVATE KEY-----\n'), 'keys that end': filled(`-----BEGIN RSA PRIVATE KEY-----\n${'A'.repeat(5000)}!-----END`), databases: filled('mongodb://a:b@c '),
  'addresses with users': filled('https://a:b@c'), accounts: filled('AKIAAWS_ACCOUNT_ID=1234'), private: filled('10.1.2.3 '), tens: filled('10.'), hosts: filled('a-1.'), 'internal hosts': filled('a-1.lan '), locals: filled('.local'),
  meetings: filled('https://zoom.us/j?pwd='), 'zero width': filled('a\u200b'), overrides: filled('\u202e'), 'marks of direction': filled('a\u200e'), 'marks of direction in Hebrew': filled('\u05d0\u200e'), quotation: filled('\u201c'), escapes: filled('\u001b['),
  unused: filled('<!-- incident-docs-disable-line placeholder-text -->\n'), unknown: filled('<!-- incident-docs-disable-line a-a -->\n'), 'files of directives': filled('<!-- incident-docs-disable-file empty-section -->\n'),
  'unknown names': (length) => `${head}<!-- incident-docs-disable-file ${'timeline-ordr '.repeat(length / 14)}-->\n`,
  'directives on one line': (length) => `${head}${'<!-- incident-docs-disable-line -->'.repeat(length / 36)} TBD\n`,
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
