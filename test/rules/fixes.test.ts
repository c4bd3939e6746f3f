import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parse } from '../../server/src/document/document';
import { applyEdits, fixAll, safeEdits } from '../../server/src/rules/apply-fixes';
import type { CheckedFinding } from '../../server/src/rules/check';
import { allRules, ruleOf } from '../../server/src/rules/index';
import { ordinary, postmortem } from '../support/documents';
import { findingsIn } from '../support/marked-text';
import { sharedDocuments } from '../support/shared';

const finding = (start: number, end: number, newText: string, kind: 'safe' | 'suggested' = 'safe'): CheckedFinding => ({
  rule: 'test', severity: 'warning', message: 'Test', span: { start, end }, fixes: [{ title: 'Fix', kind, edits: [{ span: { start, end }, newText }] }],
});
/** Every `a` ought to be `b`, every `bb` ought to be `c`. */
const letters = (text: string) => [
  ...[...text.matchAll(/a/g)].map(({ index }) => finding(index, index + 1, 'b')),
  ...[...text.matchAll(/bb/g)].map(({ index }) => finding(index, index + 2, 'c')),
];

describe('safe fixes in bulk', () => {
  test('are made until none is left', () => assert.equal(fixAll('a-a-ab', letters), 'b-b-c'));
  test('made twice change nothing the second time', () => assert.equal(fixAll(fixAll('abab aa', letters), letters), fixAll('abab aa', letters)));
  test('that touch wait for another round', () => assert.deepEqual(safeEdits([finding(0, 2, 'x'), finding(2, 3, 'y'), finding(5, 6, 'z')]).map(({ newText }) => newText), ['x', 'z']));
  test('leave suggested ones alone', () => assert.equal(fixAll('a', () => [finding(0, 1, 'b', 'suggested')]), 'a'));
  test('that never come to an end are given up', () => assert.equal(fixAll('', (text) => [finding(text.length, text.length, 'x')]).length, 10));
});

const documents = [{ name: 'own.md', text: postmortem }, ...Object.entries(ordinary).map(([name, text]) => ({ name, text })), ...sharedDocuments];

describe('the first fix of every finding', () => {
  test('leaves nothing of its rule to find at its place', () => {
    let made = 0;
    for (const { name, text } of documents) {
      for (const { rule, span, message, fixes = [] } of findingsIn(text, { fileName: name, declared: false })) {
        const [fix] = fixes;
        if (!fix) continue;
        made++;
        const fixed = applyEdits(text, fix.edits);
        const left = findingsIn(fixed, { fileName: name, declared: false }).filter((other) => other.rule === rule && other.message === message && other.span.start === span.start);
        assert.deepEqual(left.map((other) => other.message), [], `${name}: ${fix.title}`);
      }
    }
    assert.ok(made > 0);
  });

  test('brings nothing new, and changes nothing else', () => {
    const mended: readonly (readonly [before: string, after: string])[] = [
      ['- 2026-02-03 09:00 @petra carelessly removes the queue', '- 2026-02-03 09:00 @petra removes the queue'],
      ['Date: 2026-02-03\n\nIt failed yesterday for all.', 'Date: 2026-02-03\n\nIt failed yesterday (2026-02-02) for all.'],
      ['**Status:** investigating\n\n## Timeline\n\n- 2026-02-03 09:00 a\n- 2026-02-03 10:00 Incident resolved', '**Status:** resolved\n\n## Timeline\n\n- 2026-02-03 09:00 a\n- 2026-02-03 10:00 Incident resolved'],
      ['`print_agent` `print_agent` `print_agent` `print_agent` `print_agnt`', '`print_agent` `print_agent` `print_agent` `print_agent` `print_agent`'],
    ];
    for (const eol of ['\n', '\r\n']) {
      for (const [before, after] of mended) {
        const around = (body: string) => `# Post-mortem: labels\n\n${body}\n\n## Summary\n\nNo labels were printed.\n\n## Root Cause\n\nA full queue.\n`.replaceAll('\n', eol);
        const text = around(before);
        // a status that is over asks for more sections
        const rules = (of: string) => findingsIn(of).map(({ rule }) => rule).filter((rule) => ['language', 'consistency'].includes(ruleOf(rule)?.group ?? ''));
        const finding = findingsIn(text).find(({ fixes = [] }) => fixes.some(({ title }) => !title.startsWith('Insert')));
        const fixed = applyEdits(text, finding!.fixes![0]!.edits);
        assert.equal(fixed, around(after));
        assert.deepEqual(rules(fixed).filter((rule) => !rules(text).includes(rule) || rule === finding!.rule), []);
        const facts = (of: string) => {
          const { fields, plan, timelines } = parse(of);
          return [fields.filter(({ key }) => key !== 'status').map(({ value }) => value), plan.items, timelines.flatMap(({ entries }) => entries.map(({ start }) => start))];
        };
        assert.deepEqual(facts(fixed), facts(text));
      }
    }
  });
});

describe('a fix of the facts about an incident', () => {
  const rules = allRules.filter(({ group }) => group === 'metadata');
  /** What goes wrong in the header of an escalation, a post-mortem and a page, each in its own way. */
  const headers: readonly string[] = [
    'Customer: Hollow Oak\nPriority: Hihg\nStatus: Resloved\nStatus: Open\nCreated: 2026-02-04\nEscalated: 2026-02-02\nOwner: Mara',
    '- **Status:** Doing\n- **Detected:** 03/04/2026\n- **Resolved:** 05/06/2026',
    '| Field | Value |\n|---|---|\n| Status | Resolved |\n| Created | 2026-13-01 |',
    'Owner: Mara  \nServices: Displays',
  ];
  const faulty = headers.flatMap((header) => [`ES-8 - Customer Escalation Summary\n\n${header}\n\nCustomer Sentiment:\nCalm.\n`, `# Post-mortem: dark displays\n\n${header}\n\n## Timeline\n\n- 10:00 Dark\n`]);
  const facts = (text: string, name: string) => parse(text, { fileName: name }).fields.map(({ key, label, value }) => `${key} ${label} ${value}`);

  test('leaves the other facts alone, and nothing new is to be found', () => {
    let made = 0;
    for (const { name, text } of [...documents, ...faulty.map((text, index) => ({ name: `faulty-${index}.md`, text }))]) {
      const before = findingsIn(text, { rules, fileName: name });
      for (const { rule, fixes = [] } of before) {
        for (const { title, edits } of fixes) {
          made++;
          const fixed = applyEdits(text, edits);
          const count = (findings: readonly CheckedFinding[], id: string) => findings.filter((other) => other.rule === id).length;
          const after = findingsIn(fixed, { rules, fileName: name });
          for (const { id } of rules) assert.ok(count(after, id) <= count(before, id) - (id === rule ? 1 : 0), `${name}: ${title}: ${id}`);
          const [old, now] = [facts(text, name), facts(fixed, name)];
          const touched = old.filter((fact) => !now.includes(fact)).length;
          assert.ok(touched <= edits.length && Math.abs(now.length - old.length) <= 1, `${name}: ${title}: ${touched} facts changed`);
        }
      }
    }
    assert.ok(made > 20, `${made} fixes`);
  });
});
