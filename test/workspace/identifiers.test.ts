import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parse } from '../../server/src/document/document';
import { identifiersIn, keyOf, ownIdentifiers } from '../../server/src/workspace/identifiers';

const header = (line: string): string => `# Post-mortem: search was down\n\n${line}\n**Status:** Resolved\n\n## Summary\n\nIt was down.\n\n## Root Cause\n\nA disk.\n`;

describe('the identifiers that a document bears', () => {
  const rows: readonly (readonly [line: string, ids: readonly string[]])[] = [
    ['Incident ID: INC-4471', ['INC-4471']],
    ['Incident Name: prod_20250426_cloudai', ['prod_20250426_cloudai']],
    ['ID: CE1000', ['CE1000']],
    ['ID: 5f0c1d2e-12ab-4cde-8f01-23456789abcd', ['5f0c1d2e-12ab-4cde-8f01-23456789abcd']],
    ['Reference: #123', ['#123']],
    ['Case: CASE 00412', ['CASE 00412']],
    ['Case number: 00412', ['00412']],
    ['Incident name: 2024-03-12 outage', ['2024-03-12 outage']],
    ['ID: ESC-2218 (parent INC-90412)', ['ESC-2218']],
    ['ID: INC-1042, INC-1043', ['INC-1042', 'INC-1043']],
    ['ID: INC-1042 and inc-1042', ['INC-1042']],
    ['Jira: [OPS-7](https://tracker.example/browse/OPS-7)', ['OPS-7']],
    ['Jira: https://tracker.example/browse/OPS-7123', ['OPS-7123']],
    ['ID: TBD', []],
    ['ID: INC-XXXX', []],
    ['ID: n/a', []],
    ['Reference: 2024-03-12', []],
  ];
  for (const [line, ids] of rows) test(line, () => assert.deepEqual(ownIdentifiers(parse(header(line))), ids));

  test('are those of the title as well', () => assert.deepEqual(ownIdentifiers(parse('# [ESC-4471] Files were sent twice\n\n## Impact\n\nTwice.\n')), ['ESC-4471']));
});

describe('what a sentence mentions', () => {
  const rows: readonly (readonly [sentence: string, keys: readonly string[]])[] = [
    ['It began like INC-42 and PM-2026-001.', ['inc-42', 'pm-2026-001']],
    ['See CE1000, prod_20250426_cloudai and inc-20250426.', ['ce1000', 'prod_20250426_cloudai', 'inc-20250426']],
    ['As in _INC-42_, **OPS-17** and `ESC-4471`.', ['inc-42', 'ops-17', 'esc-4471']],
    ['Fixed by #123 and team/service#45.', ['#123', 'team/service#45']],
    ['Merged to case 00412, ticket #889 and Incident no. 5518.', ['00412', '889', '5518']],
    ['The request 5f0c1d2e-12ab-4cde-8f01-23456789abcd was lost.', ['5f0c1d2e-12ab-4cde-8f01-23456789abcd']],
    ['Trace a50c1d2e-12ab-4cde-8f01-23456789abcd.', ['a50c1d2e-12ab-4cde-8f01-23456789abcd']],
    ['The alert INC-5B7D142F fired.', ['inc-5b7d142f']],
    ['Ticket:OPS-7123', ['ops-7123']],
    ['UTF-8, SHA256, ISO-8601, HTTP-404, SEV-2, P1, COVID-19, CVE-2021-44228 and RFC2119 name nothing.', []],
    ['In Q3-2024, H1-2025, March-2024 and the incident 2024 too.', []],
    ['eth0, sdb1, x86_64, python3, us-east-1, base64 and d15ffd0d neither.', []],
    ['At 10:30 on 2026-03-09, 12-24 hours, T-15.', []],
    ['https://tracker.example/browse/INC-42 and docs/INC-42.md are addresses.', []],
    ['Mail to inc-2024@example.com.', []],
    ['The incident 12.5 % worse, ticket 3.14159.', []],
  ];
  for (const [sentence, keys] of rows) {
    test(sentence, () => assert.deepEqual(identifiersIn(parse(`# Post-mortem\n\n## Summary\n\n${sentence}\n`)).map(({ key }) => key), keys));
  }

  test('stands where it says', () => {
    const document = parse(header('ID: 2024-03-12 outage').replace('It was down.', 'Like INC-42, case 00412, team/service#45.'));
    assert.deepEqual(identifiersIn(document).map(({ span }) => document.text.slice(span)), ['2024-03-12 outage', 'INC-42', '00412', 'team/service#45']);
  });

  test('are the tickets of items too, once each', () => {
    const document = parse('# Post-mortem\n\n## Action Items\n\n- [ ] Add an alarm (#7, OPS-12, https://tracker.example/i/3)\n');
    assert.deepEqual(identifiersIn(document).map(({ key }) => key), ['#7', 'ops-12', 'https://tracker.example/i/3']);
  });

  test('is found in linear time', () => {
    for (const piece of ['a-', 'a/', '1', '#1', 'a1_', '0-0', 'case 1', '_1']) {
      const time = (count: number) => {
        const document = parse(`# T\n\n${piece.repeat(count)}`);
        const start = performance.now();
        identifiersIn(document);
        return performance.now() - start;
      };
      time(2000);
      assert.ok(time(100_000) < 500, piece);
    }
  });
});

describe('names are the same', () => {
  const same: readonly (readonly [string, string])[] = [['INC-42', 'inc-42'], ['@ana', 'Ana'], ['Ana  Mora', ' ana mora'], ['CASE 00412', '00412'], ['Ticket #889', '889'], ['incident no. 5518', '5518']];
  for (const [a, b] of same) test(`${a}, ${b}`, () => assert.equal(keyOf(a), keyOf(b)));
  const other: readonly (readonly [string, string])[] = [['#123', '123'], ['INC-42', 'INC42'], ['case of disks', 'of disks']];
  for (const [a, b] of other) test(`not ${a}, ${b}`, () => assert.notEqual(keyOf(a), keyOf(b)));
});
