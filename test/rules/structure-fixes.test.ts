import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parse } from '../../server/src/document/document';
import type { IncidentDocument } from '../../server/src/document/document';
import { applyEdits } from '../../server/src/rules/apply-fixes';
import { allRules } from '../../server/src/rules/index';
import { ordinary, postmortem } from '../support/documents';
import { findingsIn } from '../support/marked-text';
import { sharedDocuments } from '../support/shared';

const rules = allRules.filter(({ id, group }) => group === 'structure' || group === 'impact' || id.startsWith('missing-'));
const gaps = allRules.map(({ id }) => id).filter((id) => id.startsWith('missing-'));
const faulty = [
  '# Post-mortem: mail\n\nStatus: Resolved\n\n#### Impact\n\nMail was slow during the outage.\n\n#### Root Cause\n\n- Full disk\n\n#### Impact\n\nSLA violation: at risk\n\n## Action Items\n\n- [x] A second disk (@lena, 2026-01-02)\n',
  'ES-1 - Customer Escalation Summary\n\nCustomer: Alder\nStatus: Open\nEscalated: 2026-01-01\n\nIssue Description:\nMail is late.\n\nCustomer Sentiment:\n- Wants daily status updates\n\nNext Steps:\n1. A second disk\n',
];
const documents = [...faulty.map((text, index) => ({ name: `faulty ${index}.md`, text })), { name: 'own.md', text: postmortem }, ...Object.entries(ordinary).map(([name, text]) => ({ name, text })), ...sharedDocuments];

/** What must stay as it was: entries, items and facts. */
const meaning = ({ timelines, plan, fields }: IncidentDocument) => ({
  entries: timelines.flatMap(({ entries }) => entries.map(({ text, start }) => `${text} ${start.day} ${start.second}`)),
  items: plan.items.map(({ text, state, owner, due }) => `${text} ${state} ${owner?.value} ${due?.value}`),
  facts: fields.filter(({ key, value }) => key !== null && !/YYYY|TBD/.test(value)).map(({ key, value }) => `${key} ${value}`),
});

describe('a fix of the structure', () => {
  test('brings nothing but what is to be filled in, and changes nothing else', () => {
    let made = 0;
    for (const { name, text } of documents) {
      const before = findingsIn(text, { rules, fileName: name, declared: false });
      const count = (findings: typeof before, id: string) => findings.filter(({ rule }) => rule === id).length;
      for (const { rule, fixes = [] } of before) {
        for (const fix of fixes) {
          made++;
          const fixed = applyEdits(text, fix.edits);
          const after = findingsIn(fixed, { rules, fileName: name, declared: false });
          for (const { id } of rules) {
            if (id === 'placeholder-text' && gaps.includes(rule)) continue;
            // what has more of a record's parts is asked for its severity too
            if (id === 'missing-severity' && gaps.includes(rule)) continue;
            // whoever removes an empty section has none of it
            if (gaps.includes(id) && rule === 'empty-section') continue;
            assert.ok(count(after, id) <= count(before, id), `${name}: "${fix.title}" brings ${id}`);
          }
          // the heading above an empty one may be empty now
          assert.ok(count(after, rule) < count(before, rule) || rule === 'empty-section', `${name}: "${fix.title}" leaves ${rule}`);
          const [was, is] = [text, fixed].map((source) => meaning(parse(source, { fileName: name })));
          if (!gaps.includes(rule) && rule !== 'empty-section' && rule !== 'outage-overstated') assert.deepEqual(is, was, `${name}: ${fix.title}`);
          else assert.deepEqual(is!.facts.filter((fact) => !was!.facts.includes(fact)), [], `${name}: ${fix.title}`);
        }
      }
    }
    assert.ok(made >= 8);
  });
});
