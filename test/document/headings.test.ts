import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parse } from '../../server/src/document/document';

/** Each row: what it shows, the document, and the sections read from it as "level title [roles]". */
const rows: readonly [what: string, text: string, sections: readonly string[]][] = [
  ['ATX', '# Disk full\n\n## Impact\n\nNone.\n', ['2 Impact [impact]']],
  ['ATX with emoji and colon', '# Disk full\n\n## 🕒 Timeline (UTC):\n\n- one\n', ['2 Timeline (UTC) [timeline]']],
  ['ATX with a shortcode', '# Disk full\n\n## :warning: Lead-up\n\nA deploy.\n', ['2 Lead-up [background]']],
  ['a broken emoji sequence', '# Disk full\n\n## 🧑💼 Impact\n\nNone.\n', ['2 Impact [impact]']],
  ['closing hashes', '# Disk full\n\n## Impact ##\n\nNone.\n', ['2 Impact [impact]']],
  ['no heading without a space', '# Disk full\n\n#hashtag\n\n## Impact\n\nNone.\n', ['2 Impact [impact]']],
  ['underlined, the line too short', 'Disk full\n=========\n\nRoot Cause Analysis:\n----\nA log.\n', ['2 Root Cause Analysis [rootCause]']],
  ['underlined, the line too long', 'Disk full\n====================\n\nImpact\n----------------\nNone.\n', ['2 Impact [impact]']],
  ['bare labels', 'Postmortem\n\nIssue Summary:\nThe disk was full.\n\nTimeline:\n2:00 PM - Alarm\n', ['2 Issue Summary [summary]', '2 Timeline [timeline]']],
  ['a bare label in lower case, between blank lines', 'Postmortem\n\nproblem summary\n\nFull.\n\nTimeline\n\n10:00 Alarm\n', ['2 problem summary [summary]', '2 Timeline [timeline]']],
  ['words of a role within a paragraph', 'Postmortem\n\nWe write a\nproblem summary\nevery month.\n', []],
  ['numbers parted by a tab', 'Disk full\n\n1\tExecutive summary\nFull.\n\n2\tImpact\n2.1\tUsers\nAll.\n2.2\tContract\nNone.\n', ['2 1\tExecutive summary [summary]', '2 2\tImpact [impact]', '3 2.1\tUsers []', '3 2.2\tContract []']],
  ['a table of contents is none', 'Disk full\n\n1\tExecutive summary\t2\n2\tImpact\t3\n\n1\tExecutive summary\nFull.\n\n2\tImpact\nAll.\n', ['2 1\tExecutive summary [summary]', '2 2\tImpact [impact]']],
  ['a ticket, where a hash numbers an item', 'h1. Disk full, a postmortem\n\nh2. Impact\nNone.\n\nh2. Action items\n# Buy a disk\n## A large one\n# Test it\n', ['2 Impact [impact]', '2 Action items [actions]']],
  ['one word in lower case over a list', 'Disk full\n\nThe log grew.\n\ntodo\n - Buy\n', ['2 todo [actions]']],
  ['a text without capitals', 'disk full, a postmortem\n\nsummary\nthe log grew.\n\ncause\na log.\n\nimpact\nnone.\n', ['2 summary [summary]', '2 cause [rootCause]', '2 impact [impact]']],
  ['one word in lower case over words is none', 'Disk full, a postmortem\n\nThe log grew.\n\ncause\na log.\n', []],
  ['what is suspected, and what we do', '# Disk full\n\n## Suspected cause\n\nA log.\n\n## What we change\n\n- Buy\n', ['2 Suspected cause [rootCause]', '2 What we change [actions]']],
  ['AsciiDoc', '= Disk full, a postmortem\n\n== Impact\n\nNone.\n\n=== Users\n\nNone.\n\n== Root cause\n\nA log.\n', ['2 Impact [impact]', '3 Users []', '2 Root cause [rootCause]']],
  ['capitals with a remark behind a dash', 'Disk full, case\n\nCASE NOTES - times are Pacific\n10:00 a\n\nROOT CAUSE\nA log.\n', ['2 CASE NOTES - times are Pacific [timeline]', '2 ROOT CAUSE [rootCause]']],
  ['one word in capitals beside others', 'Disk full, case\n\nROOT CAUSE\nA log.\n\nNEXT STEPS\n- Buy\n\nRISKS\n- None\n', ['2 ROOT CAUSE [rootCause]', '2 NEXT STEPS [actions]', '2 RISKS []']],
  ['a label in capitals far from its words', 'Disk full, case\n\nISSUE SUMMARY\nFull.\n\nCUSTOMER MOOD      tense, but fair\n', ['2 ISSUE SUMMARY [summary]', '2 CUSTOMER MOOD [sentiment]']],
  ['bold with brackets behind', 'Disk full\n\n**Timeline of 3 May** (all times CEST)\n\n* 10:00 a\n', ['2 Timeline of 3 May (all times CEST) [timeline]']],
  ['the questions of a form', 'Form IR-4\n\n1. What happened? (max. 5 lines)\n\n   Full.\n\n2. Who was affected and how?\n\n   All.\n\n3. What will you do so that it does not happen again?\n\n   - Buy\n',
    ['2 What happened? (max. 5 lines) [summary]', '2 Who was affected and how? [impact]', '2 What will you do so that it does not happen again? [actions]']],
  ['contractions', "# Disk full\n\n## What's next\n\n- Buy\n\n## What didn't go well\n\nAll.\n", ["2 What's next [actions]", "2 What didn't go well [lessons]"]],
  ['behind an empty bullet', 'Postmortem\n\nTimeline:\n• 10:00 a\n•\t\nRoot Cause and Resolution:\nA log.\n', ['2 Timeline [timeline]', '2 Root Cause and Resolution [rootCause,resolution]']],
  ['measures of any kind', '# Disk full\n\n## Remedial Measures\n\n- Buy\n\n## Action Taken\n\nBought.\n\n## How did this happen\n\nA log.\n', ['2 Remedial Measures [actions]', '2 Action Taken [resolution]', '2 How did this happen [rootCause]']],
  ['questions of all kinds', '# Bids locked out at the portal\n\n## When did it happen, and when did we know?\n\nOn Monday.\n\n## Why did it close early?\n\nA zone.\n\n## What else contributed?\n\nA letter.\n\n## How bad is it for Norwind?\n\nTwo bids.\n\n## Where do we stand now?\n\nOpen.\n\n## What do we tell whom?\n\nNothing.\n\n## How Norwind feels\n\nTired.\n',
    ['2 When did it happen, and when did we know? [timeline]', '2 Why did it close early? [rootCause]', '2 What else contributed? [contributingFactors]', '2 How bad is it for Norwind? [impact]', '2 Where do we stand now? [status]', '2 What do we tell whom? [communication]', '2 How Norwind feels [sentiment]']],
  ['a weak word beside a strong one', '# Disk full\n\n## Cause and fix\n\nA log.\n', ['2 Cause and fix [rootCause,resolution]']],
  ['a label with a remark in brackets', 'Case 4711 - Disk full\nExported from the desk, 4 May 2025\n\nPriority: High\n\nCase History (newest first, all times CEST):\n04-May-2025 10:00  Mira  Fixed\n03-May-2025 10:00  Mira  Alarm\n', ['2 Case History (newest first, all times CEST) [timeline]']],
  ['a day over timed rows', 'Disk full\n=========\n\nTimeline\n--------\nMonday 3 March 2025\n\n10:00 Alarm\n\nTuesday 4 March 2025\n\n09:00 Fixed\n', ['2 Timeline [timeline]', '3 Tuesday 4 March 2025 []']],
  ['a moment with a word of a role', '# Disk full\n\n## Updates, newest first\n\n### 2025-03-04 09:00 UTC - Resolved\n\nDone.\n\n### 2025-03-03 10:00 UTC - Alarm\n\nFull.\n', ['2 Updates, newest first [timeline]', '3 2025-03-04 09:00 UTC - Resolved []', '3 2025-03-03 10:00 UTC - Alarm []']],
  ['timed rows under a heading that says nothing', '# Disk full, a postmortem\n\n## The thread\n\n- 2025-03-03 10:00 Alarm\n- 2025-03-03 10:20 Found\n- 2025-03-03 11:00 Fixed\n', ['2 The thread [timeline]']],
  ['days of timed rows under a heading that says nothing', '# Disk full, a postmortem\n\n## The thread\n\n### Monday, March 3\n\n- 10:00 Alarm\n\n### Tuesday, March 4\n\n- 9:00 Fixed\n', ['2 The thread [timeline]', '3 Monday, March 3 []', '3 Tuesday, March 4 []']],
  ['nothing but labelled lines', 'Incident Title: Disk full\nSeverity: P1\nImpact: No order could be placed by anybody for an hour.\nRoot Cause: A log that nobody rotated had filled the disk.\nResolution: The log was cut and its rotation switched on.\n', ['2 Impact [impact]', '2 Root Cause [rootCause]', '2 Resolution [resolution]']],
  ['a part among parts is no title', '# Metadata\n\nOwner: Mira\n\n# Overview\n\nFull.\n\n# Impact\n\nNone.\n\n# Root cause\n\nA log.\n', ['2 Metadata []', '2 Overview [summary]', '2 Impact [impact]', '2 Root cause [rootCause]']],
  ['bars of a page in ASCII', '+-- SITUATION ------+\nFull.\n\n+-- KEY DATES (CEST) -----+\n24 Aug 16:10  a\n', ['2 SITUATION [summary]', '2 KEY DATES (CEST) [timeline]']],
  ['a question below an item is none', '# Disk full\n\n## Impact\n\n- Orders\n\n  **Why were they lost?**\n\n  - A log.\n', ['2 Impact [impact]']],
  ['a bare label with the zone', 'Postmortem\n\nTimeline (all times in CET)\n\n10:00 Alarm\n', ['2 Timeline (all times in CET) [timeline]']],
  ['bold lines', '# Disk full\n\n**Root cause**\n\nA log.\n\n**Impact:**\n\nNone.\n', ['2 Root cause [rootCause]', '2 Impact [impact]']],
  ['a bold bullet over a nested list', '# Disk full\n\n- **Key events**\n  - 10:00 Alarm\n\n- **Impact**:\n  - None\n', ['2 Key events [timeline]', '2 Impact [impact]']],
  ['a bold bullet with a colon over text, be it indented or not', '# Disk full\n\n- **Identified**:\n    By a user.\n\n- **Context**:\nA new disk.\n\n- **Owner**:\nMira\n', ['2 Identified [detection]', '2 Context [background]']],
  ['bold bullets that are set in, over their own', '# Disk full\n\n## Analysis\n   - **Root Cause**:\n       * A log.\n   - **What Went Well**:\n       * The alarm.\n', ['2 Analysis [technicalDetails]', '3 Root Cause [rootCause]', '3 What Went Well [lessons]']],
  ['marks end what a bullet heads', '# Disk full\n\n- **Review actions**:\n  - Buy a disk\n\n### Summary\n\nFull.\n', ['2 Review actions [actions]', '2 Summary [summary]']],
  ['what stands below a timeline that has ended', '# Disk full\n\n## Timeline\n\n- 10:00 a\n- 10:20 b\n\n### Causes\n\nA log.\n\n### Future Actions\n\n- Buy\n', ['2 Timeline [timeline]', '3 Causes [rootCause]', '3 Future Actions [actions]']],
  ['phases of a timeline', '# Disk full\n\n## Timeline\n\n### Detection\n\n- 10:00 a\n\n### Resolution\n\nCut the log.\n', ['2 Timeline [timeline]', '3 Detection []', '3 Resolution []']],
  ['bare words with a role among them', 'Postmortem\n\nCustomer impact\nNone.\n\nEvents Timeline\n10:00 Alarm\n\nIncident Root Cause\nA log.\n', ['2 Customer impact [impact]', '2 Events Timeline [timeline]', '2 Incident Root Cause [rootCause]']],
  ['bare words of a sentence are none', 'Postmortem\n\nSummary\nFull.\n\nThis timeline was\ncut.\n\nWe found the impact\n', ['2 Summary [summary]']],
  ['with emoji, in a ticket', 'Disk full, a postmortem\n\n⚠️ Customer impact\nNone.\n\n🔍 Root cause\nA log.\n', ['2 Customer impact [impact]', '2 Root cause [rootCause]']],
  ['labels below numbers', 'Disk full, a report\n\n1. Root cause\n\nA log.\n\n2. Timeline\n\n10:00 a\n\n3. What happens next\n\nThis week:\n- Buy\n\nLater:\n- Test\n', ['2 Root cause [rootCause]', '2 Timeline [timeline]', '2 What happens next [actions]', '3 This week []', '3 Later []']],
  ['labels in lower case, in a note without capitals', 'handover of the disk case\n\nwhats broken:\n\nthe disk is full.\n\nwhy:\n\na log.\n\nto do:\n\n- buy\n\nother stuff:\n\nnone.\n', ['2 whats broken [summary]', '2 why [rootCause]', '2 to do [actions]', '2 other stuff []']],
  ['a day in words, over timed rows', 'III. CRONOLOGÍA\n\nMiércoles, 17 de septiembre\n\n10:40 h. Alarma.\n\nJueves, 18 de septiembre\n\n07:30 h. Fin.\n', ['2 III. CRONOLOGÍA [timeline]', '3 Miércoles, 17 de septiembre []', '3 Jueves, 18 de septiembre []']],
  ['a day that a text is of is no heading', '# Quartal\n\nStand: 08.07.2025, vorbereitet von Mira Soto (Technik)\n\n## Verlauf\n\n| Datum | Ereignis |\n| --- | --- |\n| 19.05., 07:30 | Alarm |\n\n## Vereinbarte Maßnahmen\n\n- Kaufen\n', ['2 Verlauf [timeline]', '2 Vereinbarte Maßnahmen [actions]']],
  ['Japanese, with what it is about', '# 障害\n\n## 直接原因\n\nログ。\n\n## 技術的な教訓\n\n- 警報\n\n## 関連リソース\n\n- なし\n', ['2 直接原因 [rootCause]', '2 技術的な教訓 [lessons]', '2 関連リソース [references]']],
  ['bold with an emoji behind', 'Disk full, a postmortem\n\n**Customer impact** ✏️\n\nNone.\n\n**What helped, what did not** ✏️\n\nThe alarm.\n', ['2 Customer impact [impact]', '2 What helped, what did not [lessons]']],
  ['numbers as a word processor exports them', '# **Escalation brief: disk full**\n\n## **1\\. In one paragraph**\n\nFull.\n\n## **5\\. What we do**\n\n### **5\\.1 This week**\n\n1. Buy\n', ['2 1\\. In one paragraph [summary]', '2 5\\. What we do [actions]', '3 5\\.1 This week []']],
  ['a label in bold that opens its paragraph, where others do', '# Disk full\n\n**Summary**: The disk was full, and nobody had seen it coming.\n\n**Impact**: None of the orders of that night could be placed.\n\n**Trigger**: A deploy that switched on the debug log of all.\n\n## Resolution\n\nCut.\n\n**Detection**: A message of a user in the channel, after an hour.\n', ['2 Summary [summary]', '2 Impact [impact]', '2 Trigger [trigger]', '2 Resolution [resolution]', '3 Detection [detection]']],
  ['links behind a word are no section', '# Disk full, a postmortem\n\nRelated: [[Norwind]], [[Disk pipeline]], [[2025-11-14 account call]]\n\n## Gist\n\nFull.\n', ['2 Gist [summary]']],
  ['Portuguese and French', 'Disco cheio\n\nHISTÓRICO\n\n10:00 a\n\nSERVIÇO EXECUTADO\n\nDisco trocado.\n\nCONSÉQUENCES POUR LE CLIENT\n\nAucune.\n', ['2 HISTÓRICO [timeline]', '2 SERVIÇO EXECUTADO [resolution]', '2 CONSÉQUENCES POUR LE CLIENT [impact]']],
  ['eight disciplines', '8D-Report: Platte voll\n\nKunde: Norwind\n\nD2  Problembeschreibung\n\nVoll.\n\nD4  Ursachenanalyse\n\nD4.1 Technische Ursache\n\nEin Log.\n\nD5 + D6  Abstellmaßnahmen\n\n- Kaufen\n', ['2 D2  Problembeschreibung [summary]', '2 D4  Ursachenanalyse [rootCause]', '3 D4.1 Technische Ursache [rootCause]', '2 D5 + D6  Abstellmaßnahmen [actions]']],
  ['what is to be done is no heading', 'Postmortem\n\nNext Steps\n\nVerify Mitigation\n\nImprove detection\n\nThat is all.\n', ['2 Next Steps [actions]']],
  ['days right above their items', 'Disk full, a postmortem\n\n*How it went*\nThu May 15:\n• 9:00 AM: a\nSat May 17:\n• 11:10 AM: b\n', ['2 How it went [timeline]', '3 Thu May 15 []', '3 Sat May 17 []']],
  ['a question that is a label', 'Case 4 / disk full\n\nStatus: Open\n\nWhat this meant for you:\n\nNone.\n\nWhat follows from this:\n\nNothing.\n', ['2 What this meant for you [impact]']],
  ['an annex', 'Escalation report\n\n1. Root cause\n\nA log.\n\nAnnex A: Abbreviations\n\nER  report\n', ['2 Root cause [rootCause]', '2 Annex A: Abbreviations [appendix,glossary]']],
  ['between rulers', 'ESCALATION NOTE\n\n--- Issue ---\nThe disk is full.\n\n=== Plan ===\n* Buy a disk\n', ['2 Issue [summary]', '2 Plan [actions]']],
  ['capitals', 'Disk full again\n\nWHAT HAPPENED\n\nThe disk was full.\n\nROOT CAUSE\n\nA log.\n', ['2 WHAT HAPPENED [summary]', '2 ROOT CAUSE [rootCause]']],
  ['numbered', '# Disk full\n\n1) What happened\n\nFull.\n\n2) Closure\n\nSigned.\n\n3) Root cause\n\nA log.\n', ['2 What happened [summary]', '2 Closure []', '2 Root cause [rootCause]']],
  ['numbered as an outline', 'Report of the disk\n\n1.\tFINDINGS\n\n1.1\tCause\n\tA log.\n\n1.2\tContributory factors\n\tNone.\n', ['2 FINDINGS [technicalDetails]', '3 1.1\tCause [rootCause]', '3 1.2\tContributory factors [contributingFactors]']],
  ['lettered capitals', 'Disk full, notes\n\nA. WHAT THIS IS\n\nFull.\n\nB. LOG\n\n10:00 a\n', ['2 A. WHAT THIS IS [summary]', '2 B. LOG [timeline]']],
  ['capitals with a remark', 'Disk full, export\n\nIMPACT (team, 14-Mar)\nNone.\n\nROOT CAUSE\nA log.\n', ['2 IMPACT (team, 14-Mar) [impact]', '2 ROOT CAUSE [rootCause]']],
  ['in a mail, between asterisks', 'From: a@example.com\nSubject: Disk full, escalation\n\n*In short*\n\nFull.\n\n*Next mail*\n\nMonday.\n', ['2 In short [summary]', '2 Next mail [communication]']],
  ['underlined with tildes', 'Disk full\n=========\n\nWhy\n~~~\n\tA log.\n\nStill to do\n~~~~~~~~~~~\n\t* Buy\n', ['2 Why [rootCause]', '2 Still to do [actions]']],
  ['in bold, with its full stop', '**BRIEF ON THE INCIDENT**\n\n**Bottom line.** The disk was full and nobody\nhad seen it.\n\n**Why it happened.** A log.\n', ['2 Bottom line [summary]', '2 Why it happened [rootCause]']],
  ['questions', '# Disk full\n\n## When did what happen?\n\n- 10:00 a\n\n## What will we do, who does it, and by when?\n\n- Buy\n', ['2 When did what happen? [timeline]', '2 What will we do, who does it, and by when? [actions]']],
  ['a label that opens its paragraph', 'Report of the disk\n\nSUMMARY: The disk was full for three hours on Monday morning.\n\nROOT CAUSE: Nobody had set up the rotation of the debug log.\n', ['2 SUMMARY [summary]', '2 ROOT CAUSE [rootCause]']],
  ['two roles in one heading', '# Disk full\n\n## Root Cause and Resolution\n\nA log.\n', ['2 Root Cause and Resolution [rootCause,resolution]']],
  ['two words for one role', '# Disk full\n\n## Next Steps / Action Items\n\n- Buy\n', ['2 Next Steps / Action Items [actions]']],
  ['the words in parentheses decide', '# Disk full\n\n## What Happened (Technical Detail)\n\nA log.\n', ['2 What Happened (Technical Detail) [technicalDetails]']],
  ['what it is of decides', '# Disk full\n\n## Details of the fix\n\nA disk.\n\n## Impact on the customer\n\nNone.\n', ['2 Details of the fix [resolution]', '2 Impact on the customer [impact]']],
  ['nested', '# Disk full\n\n## Lessons learned\n\n### What went well\n\nThe alarm.\n', ['2 Lessons learned [lessons]', '3 What went well [lessons]']],
  ['horizons have no role', '# Disk full\n\n## Actions\n\n### Immediate\n\n- Buy\n', ['2 Actions [actions]', '3 Immediate []']],
  ['a day in the timeline, at its level', '# Disk full\n\n## Timeline\n\n## July 22\n\n10:00 Alarm\n\n## Impact\n\nNone.\n', ['2 Timeline [timeline]', '3 July 22 []', '2 Impact [impact]']],
  ['a heading that is a fact', '# Disk full\n\n## Status:\nResolved\n\n## Impact\n\nNone.\n', ['2 Status []', '2 Impact [impact]']],
  ['Spanish', '# Disco lleno\n\n## Causa raíz\n\nUn registro.\n\n## Cronología\n\n- 10:00 Alarma\n', ['2 Causa raíz [rootCause]', '2 Cronología [timeline]']],
  ['German', '# Platte voll\n\n## Auswirkungen\n\nKeine.\n\n## Maßnahmen\n\n- Kaufen\n', ['2 Auswirkungen [impact]', '2 Maßnahmen [actions]']],
  ['Japanese', '# ディスク障害報告\n\n## 根本原因\n\nログ\n\n## 再発防止策\n\n- 購入\n', ['2 根本原因 [rootCause]', '2 再発防止策 [actions]']],
  ['facts over a rule are no heading', '# Disk full\n\nCustomer: Norwind\nStatus: Open\n---\n\n## Impact\n\nNone.\n', ['2 Impact [impact]']],
  ['a lead-in is no heading', '# Disk full\n\n## Actions\n\nTo prevent this we will:\n\n- Buy\n', ['2 Actions [actions]']],
  ['nothing in a fence is a heading', '# Disk full\n\n```\n# comment\n```\n\n## Impact\n\nNone.\n', ['2 Impact [impact]']],
  ['nothing in a comment is a heading', '# Disk full\n\n<!--\n## Example\n-->\n\n## Impact\n\nNone.\n', ['2 Impact [impact]']],
  ['front matter is no section', '---\ntitle: Disk full\n---\n\n## Impact\n\nNone.\n', ['2 Impact [impact]']],
];

describe('headings and their roles', () => {
  for (const [what, text, expected] of rows) {
    test(what, () => {
      const found = parse(text).allSections.map((section) => `${section.level} ${section.title} [${section.roles.join(',')}]`);
      assert.deepEqual(found, expected);
    });
  }
});

const titles: readonly [text: string, title: string | null][] = [
  ['# Disk full on db-3\n\n## Impact\n\nNone.\n', 'Disk full on db-3'],
  ['CE2001 - Customer Escalation Summary\n====\n\nCustomer: Norwind\n', 'CE2001 - Customer Escalation Summary'],
  ['Postmortem\n\nIssue Summary:\nFull.\n', 'Postmortem'],
  ['From: a@example.com\nTo: b@example.com\nSubject: [ESC-1] Disk full\n\nAll,\n\nIMPACT\n\nNone.\n', '[ESC-1] Disk full'],
  ['---\ntitle: x\n---\n\n# Disk full\n\n## Impact\n\nNone.\n', 'Disk full'],
  ['EXPORT of 2024-01-02 by ana\n\nOPS-1  Disk full\n===\n\nImpact:\n\nNone.\n', 'OPS-1  Disk full'],
  ['NORWIND LTD\nINCIDENT REPORT\n\nIMPACT\n\nNone.\n', 'INCIDENT REPORT'],
  ['Thread summary: wrong seats at Norwind\nPosted by Mira Soto in the channel, pinned\n\n*Impact*\nNone.\n', 'Thread summary: wrong seats at Norwind'],
  ['OPS-4711\n[ESC] Norwind cannot pay\n\nImpact:\nNone.\n', '[ESC] Norwind cannot pay'],
  ['## Summary\n\nFull.\n\n## Impact\n\nNone.\n', null],
  ['Issue Summary\n\nThe disk was full.\n\nTimeline\n\n10:00 Alarm\n', null],
  ['', null],
];

describe('titles', () => {
  for (const [text, expected] of titles) {
    test(JSON.stringify(text.slice(0, 40)), () => assert.equal(parse(text).title?.text ?? null, expected));
  }
});

describe('what a section reaches over', () => {
  test('to the last line that is not blank, rules and the next heading left out', () => {
    const { allSections } = parse('# T\n\n## Impact\n\nNone.\n\n---\n\n## Timeline\n\n- 10:00 a\n\n\n');
    assert.deepEqual(allSections.map((section) => [section.line, section.bodyLine, section.endLine]), [[2, 3, 4], [8, 9, 10]]);
  });

  test('children lie within their parents', () => {
    const { allSections } = parse('# T\n\n## Actions\n\n### Now\n\n- a\n\n### Later\n\n- b\n');
    const [parent, ...children] = allSections;
    for (const child of children) {
      assert.equal(child.parent, parent);
      assert.ok(parent && child.span.start >= parent.span.start && child.span.end <= parent.span.end);
    }
  });
});
