import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import { parse, type IncidentDocument } from '../../../server/src/document/document';
import { customerSafeCopy, knownNowhere } from '../../../server/src/features/customer-safe/customer-safe';
import { assertNoSquare } from '../../support/cpu-time';

const read = (text: string): IncidentDocument => parse(text, { declared: true });

const head = '# Post-mortem\n\nCustomer: Aegis\nOwner: Ana Lima\n\n## Timeline\n\n10:00 x\n\n## Action Items\n\n- [ ] x (@ivo)\n\n';
const filled = (piece: string | ((index: number) => string), size = typeof piece === 'string' ? piece.length : piece(1000).length) => (length: number): string =>
  head + Array.from({ length: length / size }, (_, index) => (typeof piece === 'string' ? piece : piece(index))).join('');
const name = (index: number): string => String.fromCharCode(97 + (index % 26), 97 + (Math.floor(index / 26) % 26), 97 + (Math.floor(index / 676) % 26));

/** Texts of about a length that a careless pattern or loop would take a square of it for. */
const families: Readonly<Record<string, (length: number) => string>> = {
  'one word': filled('a'), 'at signs': filled('@'), handles: filled('@a.b '), names: filled('Ana '), 'parts of names': filled('Ana-'), 'names in a row': filled('Ana Lima, '), possessives: filled("Ana's "), pairs: filled('Ana and '),
  owners: filled((index) => `- [ ] a - Ana Li${name(index)}ma, by 2026-01-01\n`), logins: filled((index) => `- [ ] a (@x${name(index)}.lima)\n`), speech: filled('Bob said '),
  customers: filled('at customer Acme '), 'many customers': filled((index) => `at customer Ac${name(index)}me and\n`), contacts: filled((index) => `Customer contact: Ana Li${name(index)}ma\nis angry\n`),
  amounts: filled('$1 '), digits: filled('1,'), worths: filled('revenue 1'), shares: filled('1% of a '), 'at stake': filled('ARR '),
  addresses: filled('http://'), links: filled('https://a.b/c '), 'internal links': filled('http://a-1.corp:1/ '), targets: filled('[a](https://a.slack.com/x)'), brackets: filled('['), parentheses: filled('('), pictures: filled('!['), tags: filled('<img '),
  tickets: filled('OPS-12 '), numbers: filled('#12 '), 'addresses of tickets': filled('https://a.b/c/d/issues/12 '), mails: filled('a@b.co '),
  remarks: filled('customer is angry. '), 'remarks on lines': filled('customer is angry\n'), exclamations: filled('terrible!! '), blame: filled('the developer forgot '), cells: filled('| Ana Lima '), rows: filled('| Ana Lima | x |\n'),
  quotes: filled('> '), chats: filled('14:32 <ana> a\n'), comments: filled('<!-- a -->\n'), placeholders: filled('Engineer A '), 'remarks that are withheld': filled('[internal remark] '), ideographs: filled('田中'),
};

describe('a customer-safe copy of hostile text', () => {
  for (const [family, text] of Object.entries(families)) {
    test(`takes no square of the length: ${family}`, () => assertNoSquare((length) => {
      const document = read(text(length));
      return () => customerSafeCopy(document, read);
    }));
  }

  const pieces = [
    'Ana Lima', '@ivo', 'Dora', 'OPS-12', '#70', '$50K', 'revenue', 'a@acme.dev', '10.1.2.3', 'https://x.slack.com/a', '[', ']', '(', ')', '](', '`', '|', '<', '>', '"', '\n', '\r\n', '\n\n', '- ', '- [ ] ', '> ', '```\n', '## Customer Sentiment\n',
    '## Action Items\n', '## Timeline\n', '10:00 ', ' – ', ', ', '. ', 'customer ', 'Norwind', 'is angry', 'terrible', 'Engineer A', 'engineer-b', '[internal ticket 1]', '[internal remark]', '[…]', 'Owner: ', 'Customer: Tarn Ltd\n', '| Who | x |\n|---|---|\n', '\u202e', '👩‍💻', 'é', '田中', 'AKIAIOSFODNN7QPZXWVT', '  ', '\t',
  ];

  test('of any pieces keeps the lines, and is the same when it is copied again', () => {
    const elsewhere = { ...knownNowhere, owners: ['Dora Wells'], customers: ['Tarn Foods'] };
    fc.assert(fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 60 }), (list) => {
      const text = `# Post-mortem\n\nOwner: Ana Lima\n\n${list.join('')}`;
      const copy = customerSafeCopy(read(text), read, elsewhere).text;
      assert.equal(copy.split(/\r\n|\n|\r/).length, text.split(/\r\n|\n|\r/).length);
      assert.equal(customerSafeCopy(read(copy), read, elsewhere).text, copy);
      for (const written of ['Ana Lima', 'OPS-12', 'AKIAIOSFODNN7QPZXWVT', '10.1.2.3']) assert.doesNotMatch(copy, new RegExp(`(?<=\\s)${written.replaceAll('.', '\\.')}(?=\\s)`));
    }), { seed: 20250426, numRuns: 1500 });
  });
});
