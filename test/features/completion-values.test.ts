import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parse } from '../../server/src/document/document';
import { completions, type Completion, type CompletionQuery } from '../../server/src/features/completion/completion';

const query: Omit<CompletionQuery, 'offset'> = {
  known: { owners: new Map(), tickets: new Map(), here: new Set() },
  now: Date.UTC(2026, 2, 11, 10, 15, 30), timeZone: 'Europe/Berlin', reading: {}, found: () => new Set(['timeline-order', 'blame']),
};

function at(marked: string): { text: string; found: Completion[] } {
  const offset = marked.indexOf('¦');
  const text = marked.replace('¦', '');
  return { text, found: completions(parse(text), { ...query, offset }) };
}

/** The labels that are offered at the ¦ of a text. */
const offered = (marked: string): string => at(marked).found.map(({ label }) => label).join(', ');

/** The text with the completion of a label taken, the cursor at ¦. */
function taken(marked: string, label: string): string {
  const { text, found } = at(marked);
  const completion = found.find((candidate) => candidate.label === label);
  assert.ok(completion, `${label} is not among ${found.map((other) => other.label).join(', ')}`);
  const { span, newText, besides } = completion;
  const behind = besides ? text.slice(span.end, besides.span.start) + besides.newText + text.slice(besides.span.end) : text.slice(span.end);
  return `${text.slice(0, span.start)}${newText}¦${behind}`;
}

const head = '# Post-mortem: search was down\n\n';
const escalation = 'ESC-9 - Customer Escalation Summary\n===================================\n\nCustomer: Halden Rail\nEscalation Level: Level 2\n';
const plan = `${head}## Action Items\n\n`;

type Rows = readonly (readonly [name: string, text: string, expected: string])[];
type Edits = readonly (readonly [name: string, text: string, label: string, expected: string])[];

describe('values', () => {
  const rows: Rows = [
    ['of a status in a post-mortem', `${head}Status: ¦\n`, 'Draft, In Review, Investigating, Identified, Mitigated, Monitoring, Resolved, Closed'],
    ['of a status in an escalation', `${escalation}Status: ¦\n`, 'Open, In Progress, Mitigated, Monitoring, Resolved, Closed'],
    ['of a bold status', `${head}- **Status**: ¦\n`, 'Draft, In Review, Investigating, Identified, Mitigated, Monitoring, Resolved, Closed'],
    ['of a status in a row', `${head}| Field | Value |\n|---|---|\n| Status | ¦ |\n| Severity | SEV-2 |\n`, 'Draft, In Review, Investigating, Identified, Mitigated, Monitoring, Resolved, Closed'],
    ['in capitals beside others', `${escalation}PRIORITY: HIGH\nSTATUS: ¦\n`, 'OPEN, IN PROGRESS, MITIGATED, MONITORING, RESOLVED, CLOSED'],
    ['in small letters in front matter', '---\ntitle: Post-mortem\nstatus: ¦\n---\n\n# Post-mortem: search was down\n\n## Timeline\n\n- 10:00 - Down\n', 'draft, in review, investigating, identified, mitigated, monitoring, resolved, closed'],
    ['of a severity without a scale', `${head}Severity: ¦\n`, 'SEV1, SEV2, SEV3, SEV4, Critical, Major, Minor'],
    ['of a severity on the scale of the text', `${head}Severity: ¦\n\nRaised from Sev-3 at noon.\n`, 'Sev-0, Sev-1, Sev-2, Sev-3, Sev-4, Sev-5'],
    ['of a priority', `${escalation}Priority: ¦\n`, 'Critical, High, Medium, Low, P1, P2, P3, P4'],
    ['of a priority on the scale of another', `${escalation}Priority: P2\n\nSummary:\nThe priority is here.\n\nPriority: ¦\n`, 'P0, P1, P2, P3, P4, P5'],
    ['of an item, as its column has them', `${plan}| Action | Owner | Status |\n|---|---|---|\n| Add an alarm | Ana | Merged |\n| Test it | Ana | ¦ |\n`, 'Merged, Open, In Progress, Blocked, Done'],
    ['not of a label in a sentence', `${head}## Summary\n\nThis was the status: ¦\n`, ''],
    ['not of a label that says nothing', `${head}Weather: ¦\n`, ''],
  ];
  for (const [name, text, expected] of rows) test(name, () => assert.equal(offered(text), expected));

  const edits: Edits = [
    ['replace what is there', `${escalation}Status: Open¦\n`, 'Resolved', `${escalation}Status: Resolved¦\n`],
    ['replace the rest of a word', `${escalation}Status: Res¦olved\n`, 'Resolved', `${escalation}Status: Resolved¦\n`],
  ];
  for (const [name, text, label, expected] of edits) test(name, () => assert.equal(taken(text, label), expected));

  test('are all offered where one of them stands', () => {
    assert.deepEqual([...new Set(at(`${escalation}Status: Open¦\n`).found.map(({ filter }) => filter))], ['Open']);
  });
});

describe('dates', () => {
  const rows: Rows = [
    ['of a moment, in UTC where nothing else is stated', `${head}Resolved: ¦\n`, '2026-03-11 10:15 UTC, 2026-03-11'],
    ['of a moment, in the zone that is stated', `${head}Zone: CET\nResolved: ¦\n`, '2026-03-11 11:15, 2026-03-11'],
    ['of a moment, in the zone of the timeline', `${head}Resolved: ¦\n\n## Timeline (PDT)\n\n- 2026-03-11 01:00 Down\n`, '2026-03-11 03:15, 2026-03-11'],
    ['of a moment, as another is written', `${head}Started: March 10, 2026, 9:05 PM EST\nResolved: ¦\n`, 'March 11, 2026, 5:15 AM EST, 2026-03-11'],
    ['of a day, as another is written', `${escalation}Created: 10.03.2026\nEscalated: ¦\n`, '11.03.2026, 2026-03-11 10:15 UTC'],
    ['of the document', `${head}Date: ¦\n`, '2026-03-11, 2026-03-11 10:15 UTC'],
    ['that items are due', `${plan}- [ ] Add an alarm (owner: Ana, due: ¦)\n`, '2026-03-11, 2026-03-12, 2026-03-18, 2026-03-25, 2026-04-10'],
    ['that items are due, as others are written', `${plan}- [ ] Add a test (due: Mar 30, 2026)\n- [ ] Add an alarm (due: ¦)\n`, 'Mar 11, 2026, Mar 12, 2026, Mar 18, 2026, Mar 25, 2026, Apr 10, 2026'],
    ['in a column', `${plan}| Action | Owner | Due |\n|---|---|---|\n| Add an alarm | Ana | ¦ |\n`, '2026-03-11, 2026-03-12, 2026-03-18, 2026-03-25, 2026-04-10'],
  ];
  for (const [name, text, expected] of rows) test(name, () => assert.equal(offered(text), expected));
});

describe('the next entry of a timeline', () => {
  const timeline = (entries: string, title = 'Timeline (UTC)'): string => `${head}## ${title}\n\n${entries}`;
  /** What stands on the line of the cursor once the first offer is taken. */
  const rows: Rows = [
    ['behind a dash', timeline('- 2026-03-11 09:00 - Down\n- ¦\n'), '- 2026-03-11 10:15 - ¦'],
    ['on an empty line', timeline('- 2026-03-11 09:00 - Down\n¦\n'), '- 2026-03-11 10:15 - ¦'],
    ['in bold', timeline('- **2026-03-11 09:00** – Down\n- ¦\n'), '- **2026-03-11 10:15** – ¦'],
    ['with seconds and its own zone', timeline('- 2026-03-11T09:00:05Z Down\n- ¦\n', 'Timeline'), '- 2026-03-11T10:15:30Z ¦'],
    ['with the half of the day', timeline('- March 11, 2026, 4:00 AM EST: Down\n- ¦\n', 'Timeline'), '- March 11, 2026, 5:15 AM EST: ¦'],
    ['by the clocks of a place', timeline('- 2026-03-11 02:00 PT - Down\n- ¦\n', 'Timeline'), '- 2026-03-11 03:15 PT - ¦'],
    ['without a date, on the day of the others', `${head}Date: 2026-03-11\n\n## Timeline (UTC)\n\n- 09:00 - Down\n- ¦\n`, '- 10:15 - ¦'],
    ['with a date on another day', `${head}Date: 2026-03-01\n\n## Timeline (UTC)\n\n- 22:00 - Down\n- ¦\n`, '- 2026-03-11 10:15 - ¦'],
    ['with the date of an entry that has one', timeline('- 2026-03-10 09:00 - Down\n- 11:00 - Up\n- ¦\n'), '- 2026-03-11 10:15 - ¦'],
    ['at a bracket', timeline('[2026-03-11 09:00] Down\n¦\n'), '[2026-03-11 10:15] ¦'],
    ['in a cell', timeline('| Time | Event |\n|---|---|\n| 2026-03-11 09:00 | Down |\n| ¦\n'), '| 2026-03-11 10:15 | ¦'],
    ['the first of all', timeline('- ¦\n'), '- 2026-03-11 10:15 - ¦'],
    ['the first of all, in UTC', timeline('¦\n', 'Timeline'), '- 2026-03-11 10:15 UTC - ¦'],
    ['not where the zone may be several', timeline('- 2026-03-11 09:00 IST - Down\n- ¦\n', 'Timeline'), ''],
    ['not in a detail', timeline('- 2026-03-11 09:00 - Down\n    - ¦\n'), ''],
    ['not in the words of an entry', timeline('- 2026-03-11 09:00 - Do¦\n'), ''],
  ];
  for (const [name, text, expected] of rows) {
    test(name, () => {
      const found = at(text).found.filter(({ role }) => role === 'time');
      const after = found[0] ? taken(text, found[0].label) : '';
      assert.equal(after.split('\n').find((line) => line.includes('¦')) ?? '', expected);
    });
  }
});

describe('headings', () => {
  const rows: Rows = [
    ['what belongs here comes first', `${head}## Summary\n\nDown.\n\n¦\n\n## Root Cause\n\nA lock.\n`, 'Background, Impact, Detection, Trigger, Timeline'],
    ['behind signs', `${head}## Summary\n\nDown.\n\n## ¦\n\n## Root Cause\n\nA lock.\n`, 'Background, Impact, Detection, Trigger, Timeline'],
    ['not behind signs of another level', `${head}## Summary\n\nDown.\n\n# ¦\n`, ''],
    ['not behind words', `${head}## Summary\n\nDown. I¦\n`, ''],
    ['not where a sentence begins', `${head}## Summary\n\nDown.\n\nI¦\n`, ''],
    ['not over the title', `¦\n\n${head}## Summary\n\nDown.\n`, ''],
    ['not in code', `${head}## Summary\n\n\`\`\`\n¦\n\`\`\`\n`, ''],
  ];
  for (const [name, text, expected] of rows) {
    test(name, () => assert.equal(at(text).found.filter(({ role, detail }) => role === 'section' && detail === 'missing here').map(({ label }) => label).join(', '), expected));
  }

  const edits: Edits = [
    ['in ATX', `${head}## Summary\n\nDown.\n\n¦\n\n## Root Cause\n\nA lock.\n`, 'Impact', `${head}## Summary\n\nDown.\n\n## Impact\n\n¦\n\n## Root Cause\n\nA lock.\n`],
    ['in ATX, behind its signs', `${head}## Summary\n\nDown.\n\n## Im¦\n`, 'Impact', `${head}## Summary\n\nDown.\n\n## Impact¦\n`],
    ['where there is no room', `${head}## Summary\n\nDown.\n¦\n## Root Cause\n\nA lock.\n`, 'Impact', `${head}## Summary\n\nDown.\n\n## Impact\n\n¦\n\n## Root Cause\n\nA lock.\n`],
    ['underlined', `${escalation}\nIssue Summary:\n--------------\nDown.\n\n¦\n`, 'Impact', `${escalation}\nIssue Summary:\n--------------\nDown.\n\nImpact:\n-------\n¦\n`],
    ['as a label', `${head.slice(2)}Summary:\nDown.\n\n¦\n\nRoot Cause:\nA lock.\n`, 'Impact', `${head.slice(2)}Summary:\nDown.\n\nImpact:\n¦\n\nRoot Cause:\nA lock.\n`],
    ['in capitals', `${head.slice(2)}SUMMARY\n\nDown.\n\n¦\n\nROOT CAUSE\n\nA lock.\n`, 'Impact', `${head.slice(2)}SUMMARY\n\nDown.\n\nIMPACT\n\n¦\n\nROOT CAUSE\n\nA lock.\n`],
    ['in bold', `${head}**Summary**\n\nDown.\n\n¦\n\n**Root Cause**\n\nA lock.\n`, 'Impact', `${head}**Summary**\n\nDown.\n\n**Impact**\n\n¦\n\n**Root Cause**\n\nA lock.\n`],
    ['with its line endings', `${head}## Summary\n\nDown.\n\n¦\n`.replaceAll('\n', '\r\n'), 'Impact', `${head}## Summary\n\nDown.\n\n## Impact\n\n¦\n`.replaceAll('\n', '\r\n')],
    ['of a horizon', `${plan}### Immediate\n\n- [ ] Restart\n\n### ¦\n`, 'Long Term', `${plan}### Immediate\n\n- [ ] Restart\n\n### Long Term¦\n`],
    ['of a horizon, numbered', `${escalation}\nAction Plan:\n------------\n1. Immediate (0-4 hours):\n   - Restart\n\n¦\n`, 'Short Term', `${escalation}\nAction Plan:\n------------\n1. Immediate (0-4 hours):\n   - Restart\n\n2. Short Term:\n¦\n`],
  ];
  for (const [name, text, label, expected] of edits) test(name, () => assert.equal(taken(text, label), expected));

  test('are told with what belongs under them', () => {
    const [first] = at(`${head}## Summary\n\nDown.\n\n## ¦\n\n## Timeline\n\n- 10:00 - Down\n`).found;
    assert.match(first?.documentation ?? '', /^What a reader .*\n\nGood: /s);
  });
});

describe('names', () => {
  test('of keys in front matter that are missing', () => {
    const text = '---\ntitle: Post-mortem\nstatus: draft\n¦\n---\n\n# Post-mortem: search was down\n\n## Timeline\n\n- 10:00 - Down\n';
    assert.equal(offered(text), 'id, date, severity, priority, customer, services, owner, authors, started, detected, mitigated, resolved, duration');
    assert.match(taken(text, 'owner'), /\nowner: ¦\n/);
  });
  test('of rules in a directive, those that find something first', () => {
    const names = offered(`${head}<!-- incident-docs-disable-next-line ¦ -->\n`).split(', ');
    assert.deepEqual(names.slice(0, 2).sort(), ['blame', 'timeline-order']);
    assert.ok(names.length > 50);
  });
  test('of rules in a directive of plain text, but those that it names', () => {
    const names = offered(`${escalation}# incident-docs-disable blame, time¦\n`).split(', ');
    assert.ok(names.includes('timeline-order') && !names.includes('blame'));
  });
  for (const text of [`${head}<!-- incident-docs-disable-line blame: we sa¦ -->`, `${head}We wrote incident-docs-disable bl¦`, `${head}\`\`\`\n<!-- incident-docs-disable ¦\n\`\`\`\n`]) {
    test(`not in ${text.slice(head.length)}`, () => assert.equal(offered(text), ''));
  }
});
