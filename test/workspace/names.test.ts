import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parse } from '../../server/src/document/document';
import { isInAddress, nameAt, placesOf } from '../../server/src/workspace/names';

const head = '# CE1042 - Customer Escalation Summary\n\n- **Customer**: Norwind\n- **Escalated**: 2024-01-02\n- **Owner**: Ana Mora, Ben Roe (lead)\n\n';

/** Each row: what it shows, a document in which ‸ marks the cursor, what stands there, and every place of it as "line: words". */
const rows: readonly [what: string, text: string, name: string | null, places: readonly string[]][] = [
  ['the id in the title', `${head.replace('CE10', 'CE‸10')}See CE1042 and ce1042.\n`, 'id ce1042', ['1: CE1042', '7: CE1042', '7: ce1042']],
  ['an id in prose', `${head}Like prod_2025‸0426_shop.\n`, 'id prod_20250426_shop', ['7: prod_20250426_shop']],
  ['at the end of an id', `${head}Like INC-77‸, says INC-77-B.\n`, 'id inc-77', ['7: INC-77']],
  ['an id that is no word', '# Disk full, an incident\n\nCase: 004‸12\nCustomer: Norwind\n\n## Impact\n\nLike 00412 before.\n', 'id 00412', ['3: 00412', '8: 00412']],
  ['the ticket of an action', `${head}## Action Items\n\n- [ ] Add a disk alarm (OPS-1‸2), Ana Mora, 2024-02-01\n- [ ] Close OPS-12 and OPS-123\n`, 'id ops-12', ['9: OPS-12', '10: OPS-12']],
  ['a ticket by its number', `${head}## Action Items\n\n- [ ] Add a disk alarm (#6‸12)\n- [ ] Close #6123\n`, 'id #612', ['9: #612']],
  ['an owner of an action', `${head}## Action Items\n\n- [ ] Add a disk alarm (OPS-12), Ana‸ Mora, 2024-02-01\n\nAna Mora knows, Anabel does not.\n`, 'owner ana mora', ['5: Ana Mora', '9: Ana Mora', '11: Ana Mora']],
  ['an owner of the incident among others', head.replace('Ben', 'Be‸n'), 'owner ben roe', ['5: Ben Roe']],
  ['a handle', `${head}## Action Items\n\n- [ ] Add a disk alarm @mi‸ra\n- [ ] Ask @mira and not mira\n`, 'owner mira', ['9: mira', '10: mira']],
  ['a team, which is a word elsewhere', `${head}## Action Items\n\n- [ ] Add a disk alarm (owner: Plat‸form)\n\nThe Platform runs.\n`, 'owner platform', ['9: Platform']],
  ['nobody', head.replace('Ana Mora, Ben Roe (lead)', 'T‸BD'), null, []],
  ['words', `${head}Nothing sto‸od here.\n`, null, []],
  ['a version', `${head}Since v2.1‸3 and node-20.\n`, null, []],
];

describe('what other documents may speak of', () => {
  for (const [what, marked, expected, places] of rows) {
    test(what, () => {
      const document = parse(marked.replace('‸', ''));
      const name = nameAt(document, marked.indexOf('‸'));
      assert.equal(name && `${name.kind} ${name.key}`, expected);
      const found = name ? placesOf(document, name) : [];
      assert.deepEqual(found.map((span) => `${document.text.lineAt(span.start) + 1}: ${document.text.slice(span)}`), places);
    });
  }

  test('lies in an address or not', () => {
    const document = parse('See INC-1, (INC-1), https://x.example/INC-1, [INC-1](../INC-1.md), reports/INC-1 and INC-1/INC-2.\n');
    const places = placesOf(document, { kind: 'id', key: 'inc-1' });
    assert.deepEqual(places.map((place) => isInAddress(document, place)), [false, false, true, false, true, true, true]);
  });
});
