import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parse } from '../../../server/src/document/document';
import { exportPlan, exportPlans } from '../../../server/src/features/export/export-plan';
import { planFormatNames, type ActionItemModel, type PlanFormatName } from '../../../server/src/protocol';
import { exampleTexts } from '../../support/examples';
import { itemsOf, namedPlan, planWith } from '../../support/plans';

const document = `# Post-mortem: checkout refused cards

**Status:** Mitigated
**Severity:** SEV-2
**Customer:** Blue Heron Books

## Timeline (UTC)

- 2026-03-09 21:40 – The incident starts
- 2026-03-09 21:52 – The alarm fires
- 2026-03-10 09:30 – All payments succeed again, resolved

## Action Items

### Immediate

- [x] Renew the certificate by hand (@marta, OPS-7)
- [ ] Switch the job on again, "for good" (@ivo, due: 2036-03-20)

### Long Term

- Alarm on <30 days | a pipe; and a semicolon
`;

/** The document in each format. */
const expected: Readonly<Record<Exclude<PlanFormatName, 'html' | 'json'>, string>> = {
  csv: `file,document,group,action,state,owner,due,due derived,overdue,priority,type,tickets,ticket links,line
checkout.md,Post-mortem: checkout refused cards,Immediate,Renew the certificate by hand,done,'@marta,,,,,TYPE1,OPS-7,,17
checkout.md,Post-mortem: checkout refused cards,Immediate,"Switch the job on again, ""for good""",open,'@ivo,2036-03-20,false,false,,TYPE2,,,18
checkout.md,Post-mortem: checkout refused cards,Long Term,Alarm on <30 days | a pipe; and a semicolon,untracked,,,,,,TYPE3,,,22
`.replaceAll('\n', '\r\n'),
  markdown: `## Action plan: Post-mortem: checkout refused cards

1 of 3 done, 1 not tracked, 1 without an owner, as of 2026-11-21

| Group | Action | Owner | Due | Tickets | Status |
| --- | --- | --- | --- | --- | --- |
| Immediate | Renew the certificate by hand | @marta |  | OPS-7 | Done |
| Immediate | Switch the job on again, "for good" | @ivo | 2036-03-20 |  | Open |
| Long Term | Alarm on \\<30 days \\| a pipe; and a semicolon |  |  |  | Not tracked |
`,
  checklist: `## Action plan: Post-mortem: checkout refused cards

1 of 3 done, 1 not tracked, 1 without an owner, as of 2026-11-21

### Immediate

- [x] Renew the certificate by hand (owner: @marta, OPS-7)
- [ ] Switch the job on again, "for good" (owner: @ivo, due: 2036-03-20)

### Long Term

- [ ] Alarm on \\<30 days \\| a pipe; and a semicolon
`,
  jira: `h2. Action plan: Post-mortem: checkout refused cards

1 of 3 done, 1 not tracked, 1 without an owner, as of 2026-11-21

||Group||Action||Owner||Due||Tickets||Status||
|Immediate|Renew the certificate by hand|@marta| |OPS-7|Done|
|Immediate|Switch the job on again, "for good"|@ivo|2036-03-20| |Open|
|Long Term|Alarm on <30 days \\| a pipe; and a semicolon| | | |Not tracked|
`,
  text: `Action plan: Post-mortem: checkout refused cards
(Status: Mitigated; Severity: SEV-2; Customer: Blue Heron Books)
1 of 3 done, 1 not tracked, 1 without an owner, as of 2026-11-21

Immediate (1/2)
[x] Renew the certificate by hand
    @marta; OPS-7
[ ] Switch the job on again, "for good"
    @ivo; due 2036-03-20

Long Term
 -  Alarm on <30 days | a pipe; and a semicolon
`,
  ics: `BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Incident Docs//Action plan//EN
CALSCALE:GREGORIAN
BEGIN:VEVENT
UID:1u4r5y5.1n-1.1dfs5w6.1b@incident-docs
DTSTAMP:20261121T000000Z
DTSTART;VALUE=DATE:20360320
DTEND;VALUE=DATE:20360321
SUMMARY:Switch the job on again\\, "for good"
DESCRIPTION:Post-mortem: checkout refused cards\\nImmediate\\nOwner: @ivo
TRANSP:TRANSPARENT
END:VEVENT
END:VCALENDAR
`.replaceAll('\n', '\r\n'),
};

const written = (text: string, format: PlanFormatName): string => {
  const exported = exportPlans([namedPlan(text)], format);
  return typeof exported === 'string' ? exported : assert.fail(exported.refused);
};

describe('a plan is written as', () => {
  const plan = namedPlan(document);
  const [first, second, third] = itemsOf(plan) as [ActionItemModel, ActionItemModel, ActionItemModel];
  const typed = (text: string): string => text.replace('TYPE1', first.type?.value ?? '').replace('TYPE2', second.type?.value ?? '').replace('TYPE3', third.type?.value ?? '');

  for (const [format, text] of Object.entries(expected)) {
    test(format, () => {
      const exported = written(document, format as PlanFormatName);
      assert.equal(exported, typed(text));
    });
  }

  test('json', () => {
    const [file, ...others] = JSON.parse(written(document, 'json'));
    assert.deepEqual(others, []);
    assert.deepEqual([file.file, file.kind, file.severity, file.asOf], ['checkout.md', 'postmortem', { label: 'Severity', value: 'SEV-2' }, '2026-11-21']);
    assert.deepEqual(file.metrics, { timeToDetect: 'PT12M', timeToAcknowledge: null, timeToMitigate: 'PT11H50M', timeToResolve: 'PT11H50M' });
    assert.deepEqual(file.progress, { total: 3, tracked: 2, done: 1, unowned: 1, overdue: 0 });
    assert.deepEqual(file.groups.map(({ label, line, items }: { label: string; line: number; items: unknown[] }) => [label, line, items.length]), [['Immediate', 15, 2], ['Long Term', 20, 1]]);
    assert.deepEqual(file.groups[0].items[1].due, { text: '2036-03-20', date: '2036-03-20', derived: false, overdue: false });
  });

  test('html', () => {
    const page = written(document, 'html');
    assert.match(page, /^<!doctype html>\n<html lang="en">/);
    assert.match(page, /<dt><bdi>Severity<\/bdi><\/dt><dd><bdi>SEV-2<\/bdi><\/dd>/);
    assert.match(page, /<dt>Time to detect<\/dt><dd>12 min<\/dd>/);
    assert.match(page, /<progress max="3" value="1" aria-label="1 of 3 done">/);
    assert.match(page, /<tr class="untracked">\n<td class="state"><span class="mark" role="img" aria-label="Not tracked" title="Not tracked"><\/span><\/td>\n<td class="action"><bdi>Alarm on &lt;30 days \| a pipe; and a semicolon<\/bdi>/);
    assert.match(page, /<td class="owner"><span class="none">nobody<\/span>/);
  });
});

describe('what a document does not say as a rule', () => {
  const plan = planWith([
    { title: 'Late', owner: 'Mira', priority: 'P1', type: { value: 'detect', stated: true }, due: { text: 'March 1st', date: '2026-03-01', source: 'stated', overdue: true } },
    { title: 'Derived', due: { text: '0-4 hours', date: '2026-12-01', source: 'horizon', overdue: false }, tickets: [{ key: 'OPS-1', url: 'https://tickets.example.com/OPS-1' }, { key: 'OPS-2', url: null }] },
    { title: 'Some day', due: { text: 'next quarter', date: null, source: 'stated', overdue: false } },
  ], { blocking: [{ kind: 'unowned', text: '2 items have no <owner>', line: 4 }] });
  const as = (format: PlanFormatName): string => exportPlans([plan], format) as string;

  test('is in a table only where it is said', () => {
    assert.match(as('markdown'), /^\| Action \| Owner \| Due \| Priority \| Tickets \| Status \|$/m);
    assert.match(as('markdown'), /^\| Late \| Mira \| 2026-03-01 \(overdue\) \| P1 \|  \| Open \|$/m);
  });
  test('is not worked out in a checklist', () => {
    assert.match(as('checklist'), /^- \[ \] Late \(owner: Mira, due: 2026-03-01\)\n- \[ \] Derived \(\[OPS-1\]\(<https:\/\/tickets\.example\.com\/OPS-1>\), OPS-2\)\n- \[ \] Some day \(due: next quarter\)$/m);
  });
  test('is said to be derived', () => {
    assert.match(as('markdown'), /^\| Derived \|  \| 2026-12-01 \(from “0-4 hours”\) \|  \| \[OPS-1\]\(<https:\/\/tickets\.example\.com\/OPS-1>\), OPS-2 \| Open \|$/m);
    assert.match(as('csv'), /,Derived,open,,2026-12-01,true,false,,,OPS-1 OPS-2,https:\/\/tickets\.example\.com\/OPS-1,2\r\n/);
    assert.match(as('ics').replaceAll('\r\n ', ''), /DESCRIPTION:.*The document states no date: this one is the end of “0-4 hours”\.\r\nURL:https:\/\/tickets\.example\.com\/OPS-1\r\n/);
  });
  test('is no day of a calendar', () => {
    assert.match(as('csv'), /,Some day,open,,next quarter,false,false,/);
    assert.doesNotMatch(as('ics'), /Some day/);
  });
  test('is on the page', () => {
    assert.match(as('html'), /<td class="due late"><bdi>2026-03-01 \(overdue\)<\/bdi>/);
    assert.match(as('html'), /<a href="https:\/\/tickets\.example\.com\/OPS-1" rel="noreferrer"><bdi>OPS-1<\/bdi><\/a>, <bdi>OPS-2<\/bdi>/);
    assert.match(as('html'), /<li><bdi>2 items have no &lt;owner&gt;<\/bdi><\/li>/);
    assert.match(as('html'), /<span class="tag"><bdi>P1<\/bdi><\/span> <span class="tag"><bdi>detect<\/bdi><\/span>/);
  });
  test('is a link in Jira’s way', () => assert.match(as('jira'), /\[OPS-1\|https:\/\/tickets\.example\.com\/OPS-1\], OPS-2/));
});

describe('several plans', () => {
  const plans = [namedPlan(document), planWith([{ title: 'Other', due: { text: '2026-12-01', date: '2026-12-01', source: 'stated', overdue: false } }])];
  const as = (format: PlanFormatName): string => exportPlans(plans, format) as string;

  test('are one table of comma-separated values, one array, one calendar', () => {
    assert.equal(as('csv').split('\r\n').length, 1 + 4 + 1);
    assert.equal(JSON.parse(as('json')).length, 2);
    assert.equal(as('ics').match(/BEGIN:VCALENDAR/g)?.length, 1);
    assert.equal(as('ics').match(/BEGIN:VEVENT/g)?.length, 2);
  });
  test('are one page with its contents', () => {
    assert.match(as('html'), /<a href="#plan-2"><bdi>mail\.md<\/bdi><\/a>|<a href="#plan-2"><bdi>Post-mortem: no mail<\/bdi><\/a>/);
    assert.equal(as('html').match(/<article id="plan-\d">/g)?.length, 2);
  });
});

describe('the name of a file', () => {
  const names: readonly (readonly [file: string, name: string])[] = [
    ['docs/2026/checkout.md', 'checkout-action-plan.csv'], ['a.postmortem.txt', 'a-action-plan.csv'], ['x.incident', 'x-action-plan.csv'], ['Untitled-1', 'Untitled-1-action-plan.csv'],
    ['CON: a?b*.md', 'CON- a-b--action-plan.csv'], ['..', 'incident-action-plan.csv'], ['.md', 'incident-action-plan.csv'], ['v1.2 notes.md', 'v1.2 notes-action-plan.csv'],
  ];
  for (const [file, name] of names) {
    test(file, () => {
      const exported = exportPlan({ ...namedPlan(document), file }, 'csv');
      assert.equal('name' in exported && exported.name, name);
    });
  }
  test('ends as its format does', () => {
    const ends = planFormatNames.map((format) => {
      const exported = exportPlan(namedPlan(document), format);
      return 'name' in exported ? exported.name.slice(exported.name.lastIndexOf('.')) : exported.refused;
    });
    assert.deepEqual(ends, ['.csv', '.json', '.html', '.md', '.md', '.txt', '.txt', '.ics']);
  });
});

describe('there is nothing to write', () => {
  test('where a document has no items', () => assert.deepEqual(exportPlan(namedPlan('# Post-mortem: no mail\n'), 'csv'), { refused: 'This document has no action items to share.' }));
  test('into a calendar where nothing that is open has a day', () => {
    const refused = { refused: 'Nothing that is still to be done has a due date, so there is nothing to put into a calendar.' };
    assert.deepEqual(exportPlan(planWith([{ title: 'x' }]), 'ics'), refused);
    assert.deepEqual(exportPlan(planWith([{ state: 'done', due: { text: '2026-12-01', date: '2026-12-01', source: 'stated', overdue: false } }]), 'ics'), refused);
  });
});

describe('what is pasted into an incident document is read there as the same plan', () => {
  // what is read of a document keeps the escapes of Markdown
  const said = ({ title, state, owner, due, tickets }: ActionItemModel) => [title.replace(/\\(?=[<|])/g, ''), state, owner, due?.date ?? null, tickets.map(({ key }) => key)];
  const texts = [['our own', document] as const, ...exampleTexts().filter((text) => namedPlan(text).plan.total > 0).map((text) => [namedPlan(text).plan.title ?? '', text] as const)] as const;

  for (const [name, text] of texts) {
    test(`${name}, as a table`, () => {
      const again = namedPlan(written(text, 'markdown').replace(/^## .*$/m, '# Post-mortem: no mail\n\n## Action Items'));
      assert.deepEqual(itemsOf(again).map(said), itemsOf(namedPlan(text)).map(said));
    });
    test(`${name}, as a checklist`, () => {
      const again = namedPlan(written(text, 'checklist').replace(/^## .*$/m, '# Post-mortem: no mail\n\n## Action Items'));
      // it has a box for what is not tracked, and no date that is not stated
      const expectedItems = itemsOf(namedPlan(text)).map((item) => said({ ...item, state: item.state === 'untracked' ? 'open' : item.state, due: item.due?.source === 'stated' ? item.due : null }));
      assert.deepEqual(itemsOf(again).map(said), expectedItems);
    });
  }
});

describe('what is saved beside its document is no incident document itself', () => {
  for (const text of exampleTexts().filter((example) => namedPlan(example).plan.total > 0)) {
    test(namedPlan(text).plan.title ?? '', () => {
      for (const format of ['markdown', 'checklist', 'jira', 'text'] as const) assert.equal(parse(written(text, format)).kind, 'none', format);
    });
  }
});
