import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { actionMissingOwner } from '../../server/src/rules/actions/action-missing-owner';
import { roleInsteadOfOwner } from '../../server/src/rules/metadata/role-instead-of-owner';
import { parseSettings } from '../../server/src/settings';
import { findingsIn } from '../support/marked-text';

const plan = (...items: string[]) => `# Post-mortem: lifts\n\n## Action Items\n\n${items.map((item) => `- [ ] ${item}\n`).join('')}`;

/** Which findings are left where these words count as an owner. */
const cases: readonly (readonly [text: string, toleratedOwners: readonly string[], count: number])[] = [
  [plan('Renew the certificate (SRE on-call)'), [], 1],
  [plan('Renew the certificate (SRE on-call)'), ['SRE on call'], 0],
  [plan('Renew the certificate', 'Alarm on it: sre'), ['SRE'], 1],
  [plan('Renew the presres'), ['SRE'], 1],
  ['# Post-mortem: lifts\n\n## Action Items\n\n### Platform\n\n- [ ] Renew the certificate\n', ['platform'], 0],
  ['# Post-mortem: lifts\n\nOwner: Support Engineer\n', [], 1],
  ['# Post-mortem: lifts\n\nOwner: Support Engineer\n', ['Support engineer'], 0],
  ['# Post-mortem: lifts\n\nOwner: Support Engineer\n', ['Engineer'], 1],
];

describe('toleratedOwners', () => {
  for (const [text, toleratedOwners, count] of cases) {
    test(`${toleratedOwners.join() || 'nobody'}: ${text.split('\n').slice(2).join(' ')}`, () => {
      const { settings } = parseSettings({ toleratedOwners });
      assert.equal(findingsIn(text, { rules: [actionMissingOwner, roleInsteadOfOwner], settings }).length, count);
    });
  }
});
