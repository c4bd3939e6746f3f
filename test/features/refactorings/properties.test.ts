import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parse } from '../../../server/src/document/document';
import { refactoringKinds } from '../../../server/src/features/refactorings/index';
import { agreeOn, type Statement } from '../../../server/src/features/statements';
import { applyEdits } from '../../../server/src/rules/apply-fixes';
import { ownTexts } from '../../support/examples';
import { offersIn } from '../../support/refactoring';
import { sharedDocuments } from '../../support/shared';

const own = ownTexts().map((text, index) => ({ name: `own ${index + 1}`, text }));
const settings = { requiredSections: ['summary', 'impact', 'detection', 'lessons'] as const };

/** What every change leaves as it is, by its kind: the set of entries, of facts, of actions, and the headings. What it changes on purpose is left out. */
const kept: Readonly<Record<string, readonly Statement[]>> = {
  'refactor.rewrite.incidentDocs.sortTimeline': ['entries', 'fields', 'items', 'outline'],
  'refactor.rewrite.incidentDocs.convertTimes': ['instants', 'fields', 'items', 'outline'],
  'refactor.rewrite.incidentDocs.normaliseTimeline': ['entries', 'fields', 'items', 'outline'],
  'source.addMissingSections.incidentDocs': ['entries'],
  'refactor.rewrite.incidentDocs.planToChecklist': ['entries', 'fields', 'tasks', 'outline'],
  'refactor.rewrite.incidentDocs.assignOwners': ['entries', 'fields', 'states', 'outline'],
  'refactor.rewrite.incidentDocs.timelineTable': ['times', 'fields', 'items', 'outline'],
  'refactor.rewrite.incidentDocs.planTable': ['entries', 'fields', 'details', 'outline'],
  'refactor.extract.incidentDocs.action': ['entries', 'fields', 'outline'],
  'source.insertMetrics.incidentDocs': ['entries', 'items', 'outline'],
  'source.convertNotation.incidentDocs': ['entries', 'fields', 'items', 'sections'],
};

/** Every change that is offered in a document leaves what the document says, and is not offered again in what it has made. */
function assertSafe(documents: readonly { readonly name: string; readonly text: string }[], kind: string): number {
  let changes = 0;
  for (const { name, text } of documents) {
    for (const target of kind.endsWith('convertTimes') ? [undefined, 'Asia/Tokyo'] : [undefined]) {
      const asked = { kind, settings, timeZone: 'America/New_York', ...(target && { target }) };
      const offers = offersIn(text, asked);
      const titled = (list: typeof offers, wanted: string) => list.filter((other) => 'edits' in other && other.title === wanted).length;
      for (const offer of offers) {
        if ('refused' in offer) continue;
        const after = applyEdits(text, offer.edits);
        assert.notEqual(after, text, `${name}: ${offer.title} changes nothing`);
        const [before, made] = [parse(text, { declared: true }), parse(after, { declared: true })];
        for (const statement of kept[kind] ?? assert.fail(kind)) assert.ok(agreeOn([statement], before, made), `${name}: ${offer.title}: ${statement}`);
        assert.equal(titled(offersIn(after, asked), offer.title), 0, `${name}: ${offer.title} twice`);
        changes++;
      }
    }
  }
  return changes;
}

for (const kind of refactoringKinds) {
  describe(kind, () => {
    test('once is enough, in documents of our own', () => void assertSafe(own, kind));
    test('and in real ones', { skip: sharedDocuments.length === 0 && 'there are none here' }, (context) => {
      const made = assertSafe(sharedDocuments, kind);
      context.diagnostic(`${made} changes in ${sharedDocuments.length} documents`);
      // of a whole document there is nothing to extract
      assert.ok(made > 0 || kind.startsWith('refactor.extract'));
    });
  });
}
