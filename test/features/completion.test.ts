import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parse } from '../../server/src/document/document';
import { completions, mostOffered, type CompletionQuery } from '../../server/src/features/completion/completion';

const known = {
  owners: new Map([['Ana Mora', 7], ['@ben', 3], ['Cem', 3], ['storage team', 1], ['An', 1]]),
  tickets: new Map([['OPS-12', 2], ['INC-42', 5], ['team/service#45', 1]]),
  here: new Set(['Cem']),
};

const query: Omit<CompletionQuery, 'offset'> = { known, now: Date.UTC(2026, 2, 11, 10, 15, 30), timeZone: 'Europe/Berlin', reading: {}, found: () => new Set(['timeline-order', 'blame']) };

/** What is offered at the `|` (written ¦) of a text: the labels, behind what is replaced in brackets. */
function offered(marked: string): string {
  const offset = marked.indexOf('¦');
  const text = marked.replace('¦', '');
  const found = completions(parse(text), { ...query, offset });
  const [first] = found;
  return first ? `[${text.slice(first.span.start, first.span.end)}] ${found.map(({ label }) => label).join(', ')}` : '';
}

const all = 'Cem, Ana Mora, @ben, An, storage team';
const head = '# Post-mortem: search was down\n\n';
const plan = `${head}## Action Items\n\n`;
const table = `${plan}| Action | Owner | Ticket |\n|---|---|---|\n`;

describe('known owners and tickets', () => {
  const rows: readonly (readonly [name: string, text: string, expected: string])[] = [
    ['behind an empty field', `${head}Owner: ¦\n`, `[] ${all}`],
    ['right behind its colon', `${head}Owner:¦\n`, `[] ${all}`],
    ['behind a bold field', `${head}**Owner:** a¦\n`, '[a] Ana Mora, An, storage team'],
    ['in a list', `${head}- Assigned to: ¦\n`, `[] ${all}`],
    ['as authors', `${head}Author: Ana Mora, ¦\n`, `[] ${all}`],
    ['the last of several', `${head}Owner: Ana Mora & st¦\n`, '[st] storage team'],
    ['not what is being written', `${head}Owner: An¦\n`, '[An] Ana Mora'],
    ['in a row of facts', `${head}| Severity | SEV-2 |\n|---|---|\n| Owner | C¦ |\n`, '[C] Cem'],
    ['in an item, as a handle', `${plan}- [ ] Add an alarm @¦\n`, `[@] ${all}`],
    ['in an item, as a part of a handle', `${plan}- [ ] Add an alarm (@a¦)\n`, '[@a] Ana Mora, An, storage team'],
    ['in an item, behind a label', `${plan}- [ ] Add an alarm. Owner: ¦\n`, `[] ${all}`],
    ['in an item, a ticket', `${plan}- [ ] Add an alarm, ticket: ¦\n`, '[] INC-42, OPS-12, team/service#45'],
    ['below an item', `${plan}- [ ] Add an alarm\n  - Owner: ¦\n`, `[] ${all}`],
    ['a ticket as a field', `${head}Ticket: O¦\n`, '[O] OPS-12'],
    ['in an empty cell', `${table}| Add an alarm | ¦ | |\n`, `[] ${all}`],
    ['in a cell', `${table}| Add an alarm | Ana, ce¦ | |\n`, '[ce] Cem'],
    ['in a cell, a handle', `${table}| Add an alarm | @b¦ | |\n`, '[@b] @ben'],
    ['in a cell of tickets', `${table}| Add \\| an alarm | Cem | ¦ |\n`, '[] INC-42, OPS-12, team/service#45'],
    ['not in the cell beside', `${table}| Add an a¦ | Cem | |\n`, ''],
    ['not in the header', `${plan}| Action | Own¦er |\n|---|---|\n| a | b |\n`, ''],
    ['not in prose', `${head}## Summary\n\nThe search was down an¦\n`, ''],
    ['not behind a colon of prose', `${head}## Summary\n\nThis is what its owner: ¦\n`, ''],
    ['not behind an hour', `${head}## Timeline\n\n- 10:¦\n`, ''],
    ['not behind an @ of prose', `${head}## Summary\n\nAsk @¦\n`, ''],
    ['not in an address', `${plan}- [ ] Write to ops@¦\n`, ''],
    ['not behind another label', `${head}Customer: ¦\n`, ''],
    ['not where a sentence has begun', `${head}Owner: Ana Mora. She a¦\n`, ''],
    ['not in code', `${head}\`\`\`\nOwner: ¦\n\`\`\`\n`, ''],
    ['not in a comment', `${head}<!--\nOwner: ¦\n-->\n`, ''],
  ];
  for (const [name, text, expected] of rows) test(name, () => assert.equal(offered(text), expected));

  test('say how many documents know them', () => {
    const found = completions(parse(`${head}Owner: s`), { ...query, offset: `${head}Owner: s`.length });
    assert.deepEqual(found.map(({ label, detail }) => [label, detail]), [['storage team', '1 document']]);
    assert.equal(completions(parse(`${head}Owner: ana`), { ...query, offset: `${head}Owner: ana`.length })[0]?.detail, '7 documents');
  });

  test('become handles where one was begun', () => {
    const text = `${plan}- [ ] Add an alarm @`;
    const found = completions(parse(text), { ...query, offset: text.length });
    assert.deepEqual(found.map(({ newText }) => newText), ['@Cem', 'Ana Mora', '@ben', '@An', 'storage team']);
    assert.ok(found.every(({ filter }) => filter.startsWith('@')));
  });

  test('are not more than anybody reads', () => {
    const text = `${head}Owner: `;
    const many = { ...known, owners: new Map(Array.from({ length: 500 }, (_, number) => [`Person ${number}`, 2])) };
    assert.equal(completions(parse(text), { ...query, offset: text.length, known: many }).length, mostOffered + 1);
  });

  test('are found in linear time', () => {
    for (const piece of ['a', 'a ', '| ', 'a:', '@a', '**', 'Owner: ']) {
      const text = `${plan}- ${piece.repeat(100_000 / piece.length)}`;
      const document = parse(text);
      const start = performance.now();
      for (const offset of [text.length, plan.length + 500]) completions(document, { ...query, offset });
      assert.ok(performance.now() - start < 200, piece);
    }
  });
});
