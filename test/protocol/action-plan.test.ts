import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ActionPlanModel, DocumentEdits, type PlanGesture } from '../../server/src/protocol';
import { applied } from '../support/applied';
import { escalation, postmortem } from '../support/documents';
import { withClient, type LspDocument } from '../support/lsp-client';

const table = postmortem.replace(/### ✅ Immediate[\s\S]*$/, `| Action | Owner | Due | Status |
|--------|-------|-----|--------|
| Renew the certificate by hand | Marta Vidal | 2026-03-12 | Done |
| Switch the renewal job on again | TBD | 12 March | In progress |
| Alarm a month before | | | Open |
`);

/** Sends a gesture, and writes what it takes as a client would; its refusal where there is one. */
async function make(document: LspDocument, gesture: PlanGesture, seen = document.version): Promise<string | null> {
  const answer = DocumentEdits.parse(await document.editPlan(gesture, seen));
  if ('refused' in answer) return answer.refused;
  assert.equal(answer.version, document.version);
  await document.become(applied(document.text, answer.edits));
  return null;
}

async function planOf(document: LspDocument): Promise<ActionPlanModel> {
  return ActionPlanModel.parse(await document.plan());
}

const itemsOf = async (document: LspDocument) => (await planOf(document)).groups.flatMap(({ items }) => items);

describe('working in a plan', () => {
  for (const [name, eol] of [['LF', '\n'], ['CRLF', '\r\n']] as const) {
    test(`every item there and back, to the character: ${name}`, () =>
      withClient({}, async (client) => {
        for (const text of [postmortem, table]) {
          const written = text.replaceAll('\n', eol);
          const document = await client.open(`${text.length}.md`, written);
          for (const [index, { id, state, gestures }] of (await itemsOf(document)).entries()) {
            assert.ok(gestures.includes('toggle'), id);
            assert.equal(await make(document, { kind: 'toggle', id, done: state !== 'done' }), null);
            const now = (await itemsOf(document))[index];
            assert.equal(now?.state === 'done', state !== 'done');
            assert.equal(await make(document, { kind: 'toggle', id: now?.id ?? '', done: state === 'done' }), null);
            assert.equal(document.text, written);
          }
        }
      }));

    test(`a day of work: ${name}`, () =>
      withClient({}, async (client) => {
        const document = await client.open('a.md', table.replaceAll('\n', eol));
        const [, job, alarm] = await itemsOf(document);
        assert.deepEqual([job?.owner, job?.due?.date, alarm?.due], [null, '2026-03-12', null]);
        assert.equal(await make(document, { kind: 'setOwner', id: job?.id ?? '', owner: 'Ivo Brandt' }), null);
        assert.equal(await make(document, { kind: 'setDue', id: alarm?.id ?? '', due: '2026-04-02' }), null);
        assert.equal(await make(document, { kind: 'addItem', group: null, text: 'Write down\nwho renews what', owner: 'Marta Vidal', due: null }), null);
        const rows = document.text.split(eol).filter((line) => line.startsWith('|')).slice(2);
        assert.deepEqual(rows, [
          '| Renew the certificate by hand | Marta Vidal | 2026-03-12 | Done |',
          '| Switch the renewal job on again | Ivo Brandt | 12 March | In progress |',
          '| Alarm a month before | | 2026-04-02 | Open |',
          '| Write down who renews what | Marta Vidal | | Open |',
        ]);
        assert.ok(!document.text.replaceAll(eol, '').includes('\n'), 'other line ends');
        assert.deepEqual((await planOf(document)).owners.slice(0, 2), ['Marta Vidal', 'Ivo Brandt']);
      }));
  }

  test('what was seen in another version is found by its words, or refused', () =>
    withClient({}, async (client) => {
      const document = await client.open('a.md', postmortem);
      const [, second, third] = await itemsOf(document);
      await document.replace(0, 0, '\n\n');
      await document.type('A new certificate', ' indeed');
      assert.equal(await make(document, { kind: 'setOwner', id: second?.id ?? '', owner: 'zoe' }, 1), null);
      assert.match(document.text, /- \[ \] Switch the renewal job on again \(@zoe, due 2036-03-20\)/);
      const group = (await planOf(document)).groups[0]?.id ?? '';
      assert.equal(await make(document, { kind: 'move', id: third?.id ?? '', group }, 1), null);
      assert.deepEqual((await planOf(document)).groups.map(({ items }) => items.length), [3, 1]);
      const before = document.text;
      assert.equal(await make(document, { kind: 'toggle', id: second?.id ?? '', done: true }, 1), 'This item is no longer in the document.');
      assert.equal(await make(document, { kind: 'move', id: third?.id ?? '', group: 'nonsense' }), 'This group is no longer in the document.');
      assert.equal(document.text, before);
    }));

  test('nothing is pretended, until there is a checklist', () =>
    withClient({}, async (client) => {
      const document = await client.open('a.txt', escalation);
      const before = await planOf(document);
      assert.deepEqual([before.tracked, before.groups.every(({ canChecklist }) => canChecklist)], [0, true]);
      assert.match((await make(document, { kind: 'toggle', id: before.groups[0]?.items[0]?.id ?? '', done: true })) ?? '', /^Nothing here tells .+\.$/);
      assert.equal(await make(document, { kind: 'makeChecklist', group: null }), null);
      const after = await planOf(document);
      assert.deepEqual([after.tracked, after.total], [before.total, before.total]);
      assert.ok(after.groups.flatMap(({ items }) => items).every(({ state, gestures }) => state === 'open' && gestures.includes('toggle')));
    }));

  test('what does not fit the protocol changes nothing, and the next gesture works', () =>
    withClient({}, async (client) => {
      const document = await client.open('a.md', postmortem);
      assert.ok((await make(document, { kind: 'burn' } as unknown as PlanGesture)) !== null);
      const [first] = await itemsOf(document);
      assert.equal(await make(document, { kind: 'toggle', id: first?.id ?? '', done: false }), null);
    }));
});
