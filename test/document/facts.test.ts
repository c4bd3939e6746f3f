import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parse } from '../../server/src/document/document';

const read = (text: string): string[] => parse(text).fields.filter((field) => field.key !== null).map((field) => `${field.line + 1} ${field.key}=${field.value}`);

/** Each row: how a fact is written, the document, and the facts as "line key=value". */
const rows: readonly [what: string, text: string, facts: readonly string[]][] = [
  ['key and value', 'Disk full\n====\n\nCustomer: Norwind\nPriority: High\n', ['4 customer=Norwind', '5 priority=High']],
  ['aligned colons', 'DISK NOTE\n\nCustomer    : Norwind\nAssigned to : Mira Soto\nLevel       : L3\n', ['3 customer=Norwind', '4 owner=Mira Soto', '5 escalationLevel=L3']],
  ['a file of a lawyer', 'MEMORANDUM\n\nMatter no.: PF-2025-0077\nExecutive owner: Ana Lee\nOur contact there: Ben Roe\n', ['3 id=PF-2025-0077', '4 owner=Ana Lee', '5 contact=Ben Roe']],
  ['a box around the head', '+-----------+----------+\n| ESCALATION: gates shut |\n+-----------+----------+\n| Customer: Norwind | Priority: 1 |\n+-----------+----------+\n\nFull.\n', ['4 customer=Norwind', '4 priority=1']],
  ['keys in two languages', '# T\n\n* Kunde / Customer: Norwind\n* Behoben / Resolved: 23.12.2024\n', ['3 customer=Norwind', '4 resolved=23.12.2024']],
  ['dot leaders', 'DISK NOTE\n\ncustomer ........ Norwind\nprio ............ 1\n', ['3 customer=Norwind', '4 priority=1']],
  ['two dots are leaders between blanks', 'DISK NOTE\n\ncustomer contact .. Ana\nversion 1..2\n', ['3 contact=Ana']],
  ['a key that ends with a full stop', 'DISK NOTE\n\nDocument no.: D/0077/B\nOverall status: AMBER\nContact at Norwind: Ana\n', ['3 id=D/0077/B', '4 status=AMBER', '5 contact=Ana']],
  ['two facts a line', 'Disk full\n====\n\nStatus       Open                 Priority     High\nCustomer     Norwind Ltd          Assignee     Mira Soto\n', ['4 status=Open', '4 priority=High', '5 customer=Norwind Ltd', '5 owner=Mira Soto']],
  ['between pipes', '# T\n\nAccount: Norwind | Severity: 1 | Owner: Mira\n', ['3 customer=Norwind', '3 severity=1', '3 owner=Mira']],
  ['between middle dots', '# T\n\nAccount: Norwind · Severity: 1 · Owner: Mira\n', ['3 customer=Norwind', '3 severity=1', '3 owner=Mira']],
  ['keys in bold, without a colon', '# T\n\n- **Customer** Norwind\n- **Priority** P2, asked to be P1\n- **Raised** 11 March 2026\n', ['3 customer=Norwind', '4 priority=P2, asked to be P1', '5 created=11 March 2026']],
  ['a word in bold is no key', '# T\n\n- **Status** pages were slow\n- **Ana** looked\n', []],
  ['two facts a row', '# T\n\n| | | | |\n| --- | --- | --- | --- |\n| **Case Number** | 01187734 | **Case Owner** | Mira |\n| **Account Name** | Norwind | **Status** | Escalated |\n', ['5 id=01187734', '5 owner=Mira', '6 customer=Norwind', '6 status=Escalated']],
  ['a row below its keys, of which one is known', '# T\n\n## Impact\n\n| Who Was Hit | Calls | Incident Duration |\n| --- | --- | --- |\n| All | 1 | 2h |\n', ['7 duration=2h']],
  ['a value with a remark below its heading', '# T\n\n## Severity\n\n**Critical** – new nodes could not start, and for some two hours nobody could scan anything, neither by hand nor on a schedule, in any of the regions that we are in.\n\n## Impact\n\nNone.\n', ['5 severity=Critical** – new nodes could not start, and for some two hours nobody could scan anything, neither by hand nor on a schedule, in any of the regions that we are in.']],
  ['a number above the title', 'OPS-4711\n[ESC] Norwind cannot pay\n\nStatus: Open\n', ['1 id=OPS-4711', '4 status=Open']],
  ['the head of a mail that is quoted is none', 'ESC-91 Norwind cannot pay\n\nStatus: Open\n\nImpact:\nNone.\n\nFrom: Ana Lee\nSent: 5 May 2025\n', ['1 id=ESC-91', '3 status=Open']],
  ['several in an item', '# T\n\n- Severity: **SEV2** · Status: **Resolved**\n- Customer: **Norwind** · Their contact: **Mira Soto**, COO\n', ['3 severity=SEV2', '3 status=Resolved', '4 customer=Norwind', '4 contact=Mira Soto**, COO']],
  ['in the cells of a table, in bold', '# T\n\n| **Customer:** Norwind | **Prepared by:** Mira |\n| :-- | :-- |\n| **Raised:** 5 May 2025 | **Escalated:** 7 May 2025 |\n', ['3 customer=Norwind', '3 authors=Mira', '5 created=5 May 2025', '5 escalated=7 May 2025']],
  ['a table of Jira', 'h1. T\n\n||Customer|Norwind|\n||Status|Open|\n||Assignee|Mira|\n', ['3 customer=Norwind', '4 status=Open', '5 owner=Mira']],
  ['behind a shortcode', '# T\n\n:calendar: **Escalated:** 2024-01-02\n', ['3 escalated=2024-01-02']],
  ['bold keys', '# T\n\n**Status:** Open  \n**Severity**: SEV2\n', ['3 status=Open', '4 severity=SEV2']],
  ['bullets', '# T\n\n- **Owner**: Mira\n- Duration: 3 hours\n', ['3 owner=Mira', '4 duration=3 hours']],
  ['a two-column table', '# T\n\n| Field | Value |\n|---|---|\n| Status | Open |\n| **Customer** | Norwind |\n', ['5 status=Open', '6 customer=Norwind']],
  ['a header row over one row', '# T\n\n| Severity | Duration |\n|---|---|\n| 1 | 6 hours |\n', ['5 severity=1', '5 duration=6 hours']],
  ['front matter', '---\nid: ESC-9\nseverity: "SEV2"\nauthors:\n  - Mira\n---\n\n# Disk full\n', ['2 id=ESC-9', '3 severity=SEV2', '5 authors=Mira']],
  ['a heading over its value', '# T\n\n## 📍 Status:\nMitigated\n\n## Impact\n\nNone.\n', ['4 status=Mitigated']],
  ['a heading with its value', '# T\n\n## Date: July 1, 2020\n\n## Impact\n\nNone.\n', ['3 date=July 1, 2020']],
  ['a quote', '# T\n\n> **Status**: Open\n', ['3 status=Open']],
  ['a footer below the plan', 'Disk full\n====\n\nNext Steps:\n---\n1. Look\n\nEscalation Level: Level 2\nCustomer Contact: Ana\n', ['8 escalationLevel=Level 2', '9 contact=Ana']],
  ['a byline', '# T\n\n## Impact\n\nNone.\n\n*Report authored by: Mira Soto*  \n*Date: June 26, 2025*\n', ['7 authors=Mira Soto', '8 date=June 26, 2025']],
  ['a byline in German', '# Postmortem: Platte voll\n\nErstellt von Mira Soto, zuletzt geändert am 21.06.2024\n\n## Impact\n\nNone.\n', ['3 authors=Mira Soto']],
  ['a byline of a name alone', '# Postmortem: disk full\n\nPosted: July 1, 2020\n\nBy the platform team\n\n## Impact\n\nNone.\n', ['3 date=July 1, 2020', '5 authors=the platform team']],
  ['a sentence that begins with "by" is no byline', '# Postmortem: disk full\n\nBy the end of the day\n', []],
  ['two pairs a line', 'Case 12: Disk full\n\nNumber:      CS-12          State:     Open\nAccount:     Norwind        Priority:  2 - High\n', ['3 id=CS-12', '3 status=Open', '4 customer=Norwind', '4 priority=2 - High']],
  ['parted by a tab', 'Disk full\n\nCustomer\tNorwind\nSeverity\tMajor\n', ['3 customer=Norwind', '4 severity=Major']],
  ['attributes of AsciiDoc', '= Disk full\n:customer: Norwind\n:incident: INC-42\n\n== Impact\n\nNone.\n\n== Timeline\n\nNone.\n', ['2 customer=Norwind', '3 id=INC-42']],
  ['an incident that is no id', '# T\n\nIncident: the disk was full\n', []],
  ['a line of publication', '# Postmortem\n\n*Published July 3, 2025 by the platform team*\n', ['3 date=July 3, 2025', '3 authors=the platform team']],
  ['words the other way round', '# T\n\n**Components affected:** mail\nDate/Time Opened: 2025-01-02\nCustomer lead: Ana\n', ['3 services=mail', '4 created=2025-01-02', '5 contact=Ana']],
  ['a comment behind a row', '# T\n\n| Field | Value |\n|---|---|\n| Status | Open | <!-- check -->\n', ['5 status=Open']],
  ['an id in hexadecimal', '# Post-mortem: INC-5B7D142F\n\n## Impact\n\nNone.\n', ['1 id=INC-5B7D142F']],
  ['an id in the title', 'CE2001 - Customer Escalation Summary\n====\n\nCustomer: Norwind\n', ['1 id=CE2001', '4 customer=Norwind']],
  ['details of an action are no facts', '# T\n\n## Actions\n\n- Add an alarm\n  - Owner: Mira\n', []],
  ['a sentence with a colon is no fact', '# T\n\nWe saw this: the status was open.\n', []],
];

describe('facts', () => {
  for (const [what, text, expected] of rows) test(what, () => assert.deepEqual(read(text), expected));

  test('a duration is a value too', () => {
    assert.deepEqual(parse('# T\n\n**Duration:** about 3h 45m\n').fields[0]?.duration, { seconds: 13_500, approximate: true });
  });
});
