import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parse } from '../../server/src/document/document';
import { documentHighlights } from '../../server/src/features/highlights';
import { ordinary, postmortem } from '../support/documents';

const document = `# Post-mortem: INC-77, no mail for Blue Heron Books

Customer: Blue Heron Books
Severity: SEV2
Status: Resolved
Detected: 2026-03-09 21:52 UTC
Owner: Ana Mora

## Summary

It was a SEV2. On 2026-03-09 from 21:40 to 22:30 UTC no mail left. Blue Heron Books called at 21:45.

## Timeline (UTC)

- 2026-03-09 21:40 - The queue grows
- 2026-03-09 21:52 - Alarm rings
- 2026-03-09 16:52 EST - Our team in Boston joins
- 2026-03-09 22:30 - Resolved; Ana Mora tells Blue Heron Books, see inc-77 and OPS-120

## Root cause

A full disk, since 21:40 or so, and version 10.30 of the mailer. It took 22 minutes.

## Action items

- [ ] Watch the disk (owner: Ana Mora, OPS-120, due: 2026-04-01)
- [x] Buy a disk (owner: Ben Roe, OPS-121, due: 2026-04-01)

Status at the end: Resolved
`;

/** The highlights at the first place of some words as "line: text". */
function highlights(text: string, at: string): string[] {
  assert.ok(text.includes(at), at);
  const model = parse(text);
  return documentHighlights(model, text.indexOf(at)).map((span) => `${model.text.lineAt(span.start) + 1}: ${model.text.slice(span)}`);
}

describe('highlighted is', () => {
  const table: readonly (readonly [what: string, at: string, expected: readonly string[]])[] = [
    ['the same instant in fields and entries, in other zones too', '21:52 - Alarm', ['6: 2026-03-09 21:52 UTC', '16: 2026-03-09 21:52', '17: 2026-03-09 16:52 EST']],
    ['the same instant from a field', '2026-03-09 21:52 UTC', ['6: 2026-03-09 21:52 UTC', '16: 2026-03-09 21:52', '17: 2026-03-09 16:52 EST']],
    ['the start of a range in prose', '21:40 to', ['11: 2026-03-09 from 21:40', '15: 2026-03-09 21:40', '22: 21:40']],
    ['the end of a range in prose', '22:30 UTC', ['11: 22:30', '18: 2026-03-09 22:30']],
    ['a clock without a date where all is on one day', '21:40 or so', ['11: 2026-03-09 from 21:40', '15: 2026-03-09 21:40', '22: 21:40']],
    ['the owner of items and of the incident', 'Ana Mora, OPS', ['7: Ana Mora', '18: Ana Mora', '26: Ana Mora']],
    ['an owner alone', 'Ben Roe', ['27: Ben Roe']],
    ['a ticket', 'OPS-120, due', ['18: OPS-120', '26: OPS-120']],
    ['an identifier, however it is written', 'INC-77', ['1: INC-77', '18: inc-77']],
    ['the customer, by name', 'Blue Heron Books\nSev', ['1: Blue Heron Books', '3: Blue Heron Books', '11: Blue Heron Books', '18: Blue Heron Books']],
    ['the customer in prose', 'Heron Books called', ['1: Blue Heron Books', '3: Blue Heron Books', '11: Blue Heron Books', '18: Blue Heron Books']],
    ['a severity', 'SEV2\n', ['4: SEV2', '11: SEV2']],
    ['a status in facts, and not the word in prose', 'Resolved\nDet', ['5: Resolved', '29: Resolved']],
  ];
  for (const [what, at, expected] of table) test(what, () => assert.deepEqual(highlights(document, at), expected));

  test('the end of a range in a timeline', () =>
    assert.deepEqual(highlights(postmortem.replace('2026-03-10 07:15', '2026-03-09 22:50'), '22:50**'), ['21: 22:50', '22: 2026-03-09 22:50']));
});

describe('nothing is highlighted', () => {
  for (const [what, at] of [
    ['in plain prose', 'full disk'], ['at a number in prose', '22 minutes'], ['at a version', '10.30'], ['at a time that no entry and no fact has', '21:45.'],
    ['at the word of a status in prose', 'Resolved; Ana'], ['on an empty line', '\n## Summary'],
  ] as const) {
    test(what, () => assert.deepEqual(highlights(document, at), []));
  }

  test('at a clock alone where the days are several', () =>
    assert.deepEqual(highlights(document.replace('2026-03-09 22:30', '2026-03-10 22:30'), '21:40 or so'), []));

  for (const [name, text] of Object.entries(ordinary)) {
    test(`in ${name}`, () => assert.deepEqual(documentHighlights(parse(text), text.indexOf('2')), []));
  }
});

test('the same is highlighted from wherever it is seen, and the place itself is among it', () => {
  for (const text of [document, document.replaceAll('\n', '\r\n'), postmortem]) {
    const model = parse(text);
    for (let offset = 0; offset <= text.length; offset++) {
      const found = documentHighlights(model, offset);
      if (found.length === 0) continue;
      assert.ok(found.some(({ start, end }) => start <= offset && offset <= end), `at ${offset}`);
      for (let index = 1; index < found.length; index++) assert.ok((found[index]?.start ?? 0) >= (found[index - 1]?.end ?? 0), `at ${offset}`);
    }
  }
});
