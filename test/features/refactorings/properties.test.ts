import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parse } from '../../../server/src/document/document';
import { refactoringKinds } from '../../../server/src/features/refactorings/index';
import { agreeOn } from '../../../server/src/features/statements';
import { applyEdits } from '../../../server/src/rules/apply-fixes';
import { escalation, postmortem } from '../../support/documents';
import { exampleTexts } from '../../support/examples';
import { offersIn } from '../../support/refactoring';
import { sharedDocuments } from '../../support/shared';

const own = [postmortem, escalation, ...exampleTexts()].map((text, index) => ({ name: `own ${index + 1}`, text }));
const settings = { requiredSections: ['summary', 'impact', 'detection', 'lessons'] as const };

/** Every change that is offered in a document leaves what the document says, and is not offered again in what it has made. */
function assertSafe(documents: readonly { readonly name: string; readonly text: string }[], kind: string): number {
  let made = 0;
  for (const { name, text } of documents) {
    for (const zone of ['America/New_York']) {
      const asked = { kind, settings, timeZone: zone };
      const offers = offersIn(text, asked);
      const titled = (list: typeof offers, wanted: string) => list.filter(({ title }) => title === wanted).length;
      for (const offer of offers) {
        if ('refused' in offer) continue;
        const after = applyEdits(text, offer.edits);
        assert.notEqual(after, text, `${name}: ${offer.title} changes nothing`);
        assert.ok(agreeOn(kind.startsWith('source.') ? ['entries'] : ['fields', 'outline'], parse(text, { declared: true }), parse(after, { declared: true })), `${name}: ${offer.title}`);
        assert.equal(titled(offersIn(after, asked), offer.title), 0, `${name}: ${offer.title} twice`);
        made++;
      }
    }
  }
  return made;
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
