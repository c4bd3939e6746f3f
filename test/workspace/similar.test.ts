import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parse } from '../../server/src/document/document';
import { similarTo } from '../../server/src/workspace/similar';
import { packed, termsIn, unpacked } from '../../server/src/workspace/terms';
import { indexOf, root } from '../support/siblings';

const about = (title: string, cause: string, ...more: string[]): string => `# Post-mortem: ${title}\n\n${more.join('\n')}\n\n## Root Cause\n\n${cause}\n`;
const documents: Readonly<Record<string, string>> = {
  'gateway.md': about('cards are refused', 'The TLS certificate of the payment gateway had expired, as its renewal was switched off.', 'Services: payment gateway'),
  'relay.md': about('mails are refused', 'The certificate of the mail relay had expired: nobody watched its renewal.', 'Services: mail relay'),
  'broker.md': about('orders are late', 'The consumer of the message broker was out of memory after a leak.', 'Services: message broker'),
  'cache.md': about('catalogue is slow', 'A leak in the cache took all memory of the node, and the kernel killed it.', 'Services: cache'),
  'queue.md': about('mails are late', 'The message broker had no disk left for the mail queue.', 'Services: message broker'),
  'payments.md': about('payments fail twice', 'The payment gateway moved to another network, which the firewall did not know.', 'Services: payment gateway'),
  'lager.md': about('Lager ohne Etiketten', 'Das Zertifikat des Druckers war abgelaufen.'),
  'kuchen.md': about('the canteen had no cake', 'The oven was cold.'),
};

describe('similar incidents', () => {
  const index = indexOf(documents);
  const similar = (name: string) => similarTo(root + name, termsIn(parse(documents[name] as string, { declared: true, fileName: name })), index);
  const ranks: readonly (readonly [name: string, ...found: (readonly [name: string, words: string])[]])[] = [
    ['gateway.md', ['relay.md', 'refused, certificate, expired, renewal'], ['payments.md', 'payment, gateway']],
    ['relay.md', ['gateway.md', 'refused, certificate, expired, renewal']],
    ['broker.md', ['queue.md', 'broker, message, late'], ['cache.md', 'leak, memory']],
    ['cache.md', ['broker.md', 'leak, memory']],
    ['kuchen.md'],
    ['lager.md'],
  ];
  for (const [name, ...expected] of ranks) {
    test(`to ${name}: ${expected.map(([other]) => other).join(', ') || 'none'}`, () => {
      const found = similar(name).map(({ digest, words }) => [digest.uri.slice(root.length), words.join(', ')]);
      assert.deepEqual(found, expected);
    });
  }

  test('a copy is the very same, and comes first', () => {
    const [first] = similarTo(root + 'copy.md', termsIn(parse(documents['gateway.md']!, { declared: true })), index);
    assert.equal(first?.digest.uri, `${root}gateway.md`);
    assert.ok(first.score > 0.99 && first.score <= 1, String(first.score));
  });

  test('nothing is similar in an empty index', () => assert.deepEqual(similarTo('file:///x.md', termsIn(parse(documents['gateway.md']!)), indexOf({})), []));
});

describe('the terms of a document', () => {
  const cases: readonly (readonly [name: string, text: string, words: readonly string[]])[] = [
    ['are words without those that every report has', about('outage', 'The resolver resolves resolvers in April.'), ['resolver']],
    ['leave out addresses, the ends of links and code', about('x', 'See [the dashboard](graphs/latency.md), https://example.com/disk, ana@example.com.\n\n```\npanic\n```\n'), ['dashboard']],
    ['are found in other writings', about('キャッシュ障害', '証明書の期限切れ。'), ['キャッシュ', '証明書', '期限切']],
    ['are those of all its prose where it has no sections', '# Post-mortem: x\n\nThe kettle boiled over.\n', ['boiled', 'kettle']],
  ];
  for (const [name, text, words] of cases) test(name, () => assert.deepEqual(termsIn(parse(text, { declared: true })).map(({ word }) => word).sort(), [...words].sort()));

  test('come out of a digest as they went in', () => {
    const terms = termsIn(parse(documents['gateway.md']!, { declared: true }));
    assert.ok(terms.length > 4);
    assert.deepEqual([...unpacked(packed(terms))], terms.map(({ stem, weight }) => [stem, weight]));
    assert.deepEqual([...unpacked(packed([]))], []);
  });

  test('are few, whatever the length', () => {
    const long = about('x', Array.from({ length: 20_000 }, (_, index) => `wort${index}`).join(' '));
    assert.ok(termsIn(parse(long, { declared: true })).length <= 64);
  });
});
