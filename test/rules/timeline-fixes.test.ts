import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parse } from '../../server/src/document/document';
import { applyEdits } from '../../server/src/rules/apply-fixes';
import { ruleOf } from '../../server/src/rules/index';
import type { Fix } from '../../server/src/rules/rule';
import { findingsIn } from '../support/marked-text';
import { sharedDocuments } from '../support/shared';

const around = (rows: string, heading = '## Timeline (UTC)') => `# Post-mortem: parcel tracking, 12 January 2026\n\n${heading}\n\n${rows}\n\n## Root Cause\n\nA full disk.\n`;

describe('the fixes of timelines', () => {
  const cases: readonly (readonly [rule: string, title: string, before: string, after: string])[] = [
    ['timeline-range-inverted', 'Swap the two times', '- 2026-01-12 06:00–05:00 – a\n- 07:00 – b', '- 2026-01-12 05:00–06:00 – a\n- 07:00 – b'],
    ['timeline-range-inverted', 'Swap the two times', '- 2026-01-12 06:00 – 2026-01-11 05:00 – a\n- 2026-01-13 07:00 – b', '- 2026-01-11 05:00 – 2026-01-12 06:00 – a\n- 2026-01-13 07:00 – b'],
    ['timeline-impossible-clock', 'Change 13:55 PM to 13:55', '- 12:40 – a\n- 13:55 PM – b', '- 12:40 – a\n- 13:55 – b'],
    ['timeline-impossible-clock', 'Change 13:55 PM to 1:55 PM and 1 more alike', '- 12:40 PM – a\n- 13:55 PM – b\n- 14:10pm – c', '- 12:40 PM – a\n- 1:55 PM – b\n- 2:10pm – c'],
    ['timeline-impossible-clock', 'Change 07:7:47 to 07:47', '- 07:46 – a\n- 07:7:47 – b', '- 07:46 – a\n- 07:47 – b'],
    ['timeline-event-outside-range', 'End the range in line 5 at 08:12', '- 05:50–08:40 – Zoom call\n- 08:12 – Zoom call ended', '- 05:50–08:12 – Zoom call\n- 08:12 – Zoom call ended'],
    ['weekday-mismatch', 'Change Mon to Tue', '- Mon 13 Jan 2026, 10:00 – a\n- 11:00 – b', '- Tue 13 Jan 2026, 10:00 – a\n- 11:00 – b'],
    ['timeline-empty-entry', 'Remove the empty entry', '- 10:00 – a\n- 10:20 –\n- 11:00 – b', '- 10:00 – a\n- 11:00 – b'],
    ['timeline-duplicate-entry', 'Remove the second entry', '- 10:00 – The relay is restarted\n- 10:00 – The relay is restarted\n- 11:00 – b', '- 10:00 – The relay is restarted\n- 11:00 – b'],
    ['timeline-relative-time', 'Change 20 minutes later to 10:20', '- 10:00 – a\n- 20 minutes later – b\n- 11:00 – c', '- 10:00 – a\n- 10:20 – b\n- 11:00 – c'],
    ['timeline-relative-time', 'Change 2 hours later to 2026-01-12 12:00', '- 2026-01-12 10:00 – a\n- 2 hours later – b\n- 2026-01-12 13:00 – c', '- 2026-01-12 10:00 – a\n- 2026-01-12 12:00 – b\n- 2026-01-12 13:00 – c'],
  ];
  for (const [rule, title, before, after] of cases) {
    for (const eol of ['\n', '\r\n']) {
      test(`${rule}: ${title}${eol === '\n' ? '' : ', with CR LF'}`, () => {
        const rules = [ruleOf(rule)!];
        const text = around(before).replaceAll('\n', eol);
        const [fix] = findingsIn(text, { rules })[0]?.fixes ?? [];
        assert.equal(fix?.title, title);
        const fixed = applyEdits(text, fix!.edits);
        assert.equal(fixed, around(after).replaceAll('\n', eol));
        assert.deepEqual(findingsIn(fixed, { rules }), []);
      });
    }
  }

  const refused: readonly (readonly [name: string, rule: string, rows: string])[] = [
    ['a time that is a morning at first glance', 'timeline-impossible-clock', '- 12:40 – a\n- 12:75 – b\n- 13:00 – c'],
    ['a range in another notation', 'timeline-event-outside-range', '- 5:50 AM–8:40 AM – Zoom call\n- 08:12 – Zoom call ended'],
    ['minutes after a range', 'timeline-relative-time', '- 10:00–10:30 – a\n- 20 minutes later – b\n- 11:00 – c'],
    ['some minutes', 'timeline-relative-time', '- 10:00 – a\n- a few minutes later – b\n- 11:00 – c'],
    ['minutes past midnight', 'timeline-relative-time', '- 10:00 – a\n- 23:50 – b\n- 20 minutes later – c'],
  ];
  for (const [name, rule, rows] of refused) {
    test(`none for ${name}`, () => assert.deepEqual(findingsIn(around(rows), { rules: [ruleOf(rule)!] }).map(({ fixes = [] }) => fixes), [[]]));
  }
});

describe('every fix of a timeline, in every document', () => {
  test('brings nothing new, and changes no other entry, field or action', { skip: sharedDocuments.length === 0 && '../shared is absent' }, () => {
    let made = 0;
    for (const { name, text } of sharedDocuments) {
      const options = { fileName: name, declared: false };
      const before = findingsIn(text, options);
      for (const { rule, fixes = [] } of before) {
        if (ruleOf(rule)?.group !== 'timeline' || rule === 'missing-timeline' || rule === 'timeline-order') continue;
        // A date that is moved takes the entries below it along.
        for (const fix of rule === 'weekday-mismatch' ? fixes.slice(0, 1) : fixes) {
          made++;
          const fixed = applyEdits(text, fix.edits);
          const known = new Set(before.map((finding) => finding.rule));
          const left = findingsIn(fixed, options);
          assert.deepEqual(left.filter((finding) => !known.has(finding.rule)).map((finding) => finding.rule), [], `${name}: ${fix.title}`);
          const said = new Set(facts(fixed, name, null));
          assert.deepEqual(facts(text, name, fix).filter((fact) => !said.has(fact)), [], `${name}: ${fix.title}`);
        }
      }
    }
    assert.ok(made > 0);
  });
});

/** What the entries, fields and actions of a document say, those on the lines that a fix changes left out. */
function facts(text: string, name: string, fix: Fix | null): string[] {
  const { text: source, timelines, fields, plan } = parse(text, { fileName: name });
  const changed = new Set(fix?.edits.map(({ span }) => source.lineAt(span.start)));
  const stays = ({ line }: { readonly line: number }) => !changed.has(line);
  return [
    ...timelines.flatMap(({ entries }) => entries).filter(stays).map((entry) => `${entry.start.day} ${entry.start.second} ${entry.text}`),
    ...fields.filter(stays).map(({ key, value }) => `${key}: ${value}`),
    ...plan.groups.flatMap(({ items }) => items).filter(stays).map((item) => `${item.text} ${item.state} ${item.owner?.value} ${item.due?.value}`),
  ];
}
