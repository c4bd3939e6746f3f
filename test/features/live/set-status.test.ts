import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parse, type IncidentDocument } from '../../../server/src/document/document';
import { statusChoices } from '../../../server/src/features/live/set-status';
import { applyEdits } from '../../../server/src/rules/apply-fixes';
import { escalation, postmortem } from '../../support/documents';
import { ownTexts } from '../../support/examples';
import { sharedDocuments } from '../../support/shared';

const read = (text: string): IncidentDocument => parse(text, { declared: true });

/** The text with the status that is called so. */
function given(text: string, status: string): string {
  const choice = statusChoices(read(text), read).find(({ value }) => value.toLowerCase() === status);
  return choice ? applyEdits(text, choice.edits) : 'not offered';
}

const title = '# Post-mortem: the belt\n\n';

/** A document, and what it is when it is mitigated. */
const rows: readonly (readonly [what: string, before: string, after: string])[] = [
  ['a field in bold', `${title}**Status:** Investigating\n`, `${title}**Status:** Mitigated\n`],
  ['an item', `${title}- Status: Investigating\n- Severity: SEV-2\n`, `${title}- Status: Mitigated\n- Severity: SEV-2\n`],
  ['a row', `${title}| Severity | SEV-2 |\n|---|---|\n| Status | Investigating |\n`, `${title}| Severity | SEV-2 |\n|---|---|\n| Status | Mitigated |\n`],
  ['front matter, in small letters', '---\ntitle: The belt\nstatus: investigating\n---\n\n# Post-mortem: the belt\n', '---\ntitle: The belt\nstatus: mitigated\n---\n\n# Post-mortem: the belt\n'],
  ['capitals', `${title}Status: INVESTIGATING\n`, `${title}Status: MITIGATED\n`],
  ['a heading that is a field', `${title}## Status: Investigating\n\n## Impact\n\nNone.\n`, `${title}## Status: Mitigated\n\n## Impact\n\nNone.\n`],
  ['in the words of another', `${title}Status: Workaround in place\n`, `${title}Status: Mitigated\n`],
  ['what qualifies it stays', `${title}**Status:** Investigating (cause not known)\n`, `${title}**Status:** Mitigated (cause not known)\n`],
  ['so does what follows a dash', `${title}Status: In progress – waiting for a part\n`, `${title}Status: Mitigated – waiting for a part\n`],
  ['and a coloured dot', `${title}Status: 🔴 Open\n`, `${title}Status: 🔴 Mitigated\n`],
  ['and a sentence in its place', `${title}Status: The belt has been oiled and we are looking at it.\n`, `${title}Status: Mitigated – The belt has been oiled and we are looking at it.\n`],
  ['and a date behind it', `${title}Status: Resolved 2026-03-11\n`, `${title}Status: Mitigated 2026-03-11\n`],
  ['a placeholder goes', `${title}**Status:** [Open/Resolved]\n`, `${title}**Status:** Mitigated\n`],
  ['a list to choose from goes', `${title}Status: open | mitigated | resolved\n`, `${title}Status: Mitigated\n`],
  ['no value yet', `${title}**Status:**\n**Severity:** SEV-2\n`, `${title}**Status:** Mitigated\n**Severity:** SEV-2\n`],
  ['an empty cell', `${title}| Fact     | Value |\n|----------|-------|\n| Status   |       |\n| Severity | SEV-2 |\n`, `${title}| Fact     | Value |\n|----------|-------|\n| Status   | Mitigated |\n| Severity | SEV-2 |\n`],
  ['no field, beside others', `${title}- **Severity:** SEV-2\n- **Date:** 2026-03-11\n`, `${title}- **Status:** Mitigated\n- **Severity:** SEV-2\n- **Date:** 2026-03-11\n`],
  ['no field in plain text', 'Escalation summary\n\nCustomer: Blue Heron\n', 'Escalation summary\n\nStatus: Mitigated\nCustomer: Blue Heron\n'],
  ['no field at all', `${title}## Impact\n\nNone.\n`, `${title}**Status:** Mitigated\n\n## Impact\n\nNone.\n`],
  ['no field and no Markdown', 'OUTAGE OF THE BELT\n==================\nNothing moves.\n', 'OUTAGE OF THE BELT\n==================\n\nStatus: Mitigated\n\nNothing moves.\n'],
];

describe('the status is set', () => {
  for (const [what, before, after] of rows) test(what, () => assert.equal(given(before, 'mitigated'), after));

  test('to those that the kind knows, each with what it says', () => {
    assert.deepEqual(statusChoices(read(escalation), read).map(({ value }) => value), ['Open', 'In Progress', 'Mitigated', 'Monitoring', 'Resolved', 'Closed']);
    assert.deepEqual(statusChoices(read(postmortem), read).map(({ value }) => value), ['Draft', 'In Review', 'Investigating', 'Identified', 'Mitigated', 'Monitoring', 'Resolved', 'Closed']);
    for (const { meaning } of statusChoices(read(postmortem), read)) assert.match(meaning, /\.$/);
  });

  test('to what it is: nothing changes', () => {
    const [current, ...others] = statusChoices(read(postmortem), read).filter(({ isCurrent }) => isCurrent);
    assert.deepEqual([current?.value, current?.edits, others.length], ['Mitigated', [], 0]);
  });

  test('to resolved: the status alone changes', () => {
    assert.equal(given(postmortem, 'resolved'), postmortem.replace('**Status:** Mitigated', '**Status:** Resolved'));
  });

  test('hostile values are read in linear time', () => {
    for (const piece of ['a | ', '[', '<', 'a ', '- ', '/']) {
      const text = `${title}Status: ${piece.repeat(20_000)}\n`;
      const start = performance.now();
      statusChoices(read(text), read);
      assert.ok(performance.now() - start < 3000, piece);
    }
  });
});

/** Every status leaves each other fact and every entry as it is, adds no more than a few words and takes away no more than the old ones. */
function assertSmall(name: string, text: string): number {
  const one = read(text);
  const choices = statusChoices(one, read).filter(({ edits }) => edits.length > 0);
  for (const { edits, value } of choices) {
    assert.equal(edits.length, 1, name);
    const [{ span, newText }] = edits as [(typeof edits)[number]];
    assert.ok(span.end - span.start < 80 && newText.includes(value) && newText.split('\n').length < 5, `${name}: ${newText}`);
    const two = read(applyEdits(text, edits));
    const facts = ({ fields }: IncidentDocument): string[] => fields.filter(({ key }) => key !== 'status').map(({ label, value: stated }) => `${label}: ${stated}`);
    assert.deepEqual(facts(two), facts(one), name);
    assert.equal(two.plan.items.length, one.plan.items.length, name);
  }
  return choices.length;
}

describe('nothing else changes', () => {
  test('in documents of our own', () => {
    for (const [index, text] of ownTexts().entries()) assert.ok(assertSmall(`own ${index + 1}`, text) >= 5);
  });

  test('in documents of others', { skip: sharedDocuments.length === 0 && 'they are not here' }, (context) => {
    const offered = sharedDocuments.filter(({ name, text }) => assertSmall(name, text) >= 5).length;
    context.diagnostic(`${offered} of ${sharedDocuments.length}`);
    assert.ok(offered > sharedDocuments.length * 0.9);
  });
});
