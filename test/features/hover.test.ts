import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parse } from '../../server/src/document/document';
import { hoverAt } from '../../server/src/features/hover/hover';
import { written } from '../../server/src/features/hover/markup';
import { sectionGuidance } from '../../server/src/features/hover/section-guidance';
import { IncidentIndex } from '../../server/src/workspace/incident-index';
import { ordinary, postmortem } from '../support/documents';
import { expectTold } from '../support/told-text';

const others = {
  'file:///docs/o1.md': `# INC-318: Search was *slow* <b>x</b>

**Status:** Resolved [x](command:evil)

## Summary
Search took nine seconds & more https://evil.example for $(bug) \`code\` _a_.

## Timeline
- 2026-03-11 07:30 UTC - x

## Action Items
- [ ] # Refuse long lists (@lea, due: 2026-03-27, OPS-22)
- [x] Done (@lea)
- [ ] 1. Third (@ivo)
`,
  'file:///docs/o2.md': `# Post-mortem INC-318: again

## Timeline
- 2026-03-11 07:30 UTC - x

## Impact
All

## Action Items
- A (@lea)
`,
};

describe('what is told in', () => {
  test('a post-mortem in UTC', () => expectTold(`# Post-mortem: search was slow

**Status:** Resolved
  ^^^^^^
  | Status
  |
  | How far the incident is: open or investigating, mitigated, monitoring, resolved, closed. The sections should agree with it.
            ^^^^^^^^
            | Status
            |
            | The service works as before; follow-ups may be open.
            |
            | How far the incident is: open or investigating, mitigated, monitoring, resolved, closed. The sections should agree with it.
**Incident ID:** INC-318
                 ^^^^^^^
                 | INC-318
                 |
                 | This is the document of this id; no other that is known bears it.
**Started:** 2026-03-11 07:42 UTC
^^
  ^^^^^^^
  | Started
  |
  | When the impact began, which may be long before anyone noticed. A date and a time with its time zone, such as 2026-03-11 07:42 UTC.
             ^^^^^^^^^^^^^^^^^^^^
             | UTC: Wed 2026-03-11 07:42
             | Local (Europe/Berlin): Wed 2026-03-11 08:42
             |
             | Start of the impact: this time states it
             |
             | Time to detect: 11 min (to line 15)
             | Time to mitigate: 4 h 38 min (to line 17)
             | Time to resolve: 4 h 38 min (to line 17)

## Summary

On 2026-03-11, from 07:42 to 12:20 UTC, search took nine seconds. It was slow for 4 h 38 min on 3/4 of the nodes, 24/7, and may 5 times at 13:00.
   ^^^^^^^^^^
   | Date: Wed 2026-03-11
                    ^^^^^^^^^^^^^^^^^^
                    | UTC: Wed 2026-03-11 07:42–12:20 (4 h 38 min)
                    | Local (Europe/Berlin): Wed 2026-03-11 08:42–13:20 (4 h 38 min)
                                                                                  ^^^^^^^^^^
                                                                                  | 4 h 38 min
                                                                                  |
                                                                                  | In the timeline, as long takes:
                                                                                  |
                                                                                  | - Time to mitigate: 4 h 38 min, from line 5 to line 17
                                                                                  | - Time to resolve: 4 h 38 min, from line 5 to line 17
                                                                                                ^^^
                                                                                                                  ^^^^
                                                                                                                            ^^^^^
                                                                                                                                           ^^^^^
                                                                                                                                           | UTC: Wed 2026-03-11 13:00
                                                                                                                                           | Local (Europe/Berlin): Wed 2026-03-11 14:00
                                                                                                                                           |
                                                                                                                                           | Since the start: 5 h 18 min (line 5)

## Timeline (UTC)
   ^^^^^^^^^^^^^^
   | What happened and what was known when, one event a row, from the change that led to it until all was well again.
   |
   | Good: facts in order, each with date, time and zone; detection, escalation, mitigation and resolution can be told apart; no judgement.

- **2026-03-11 07:30** – A list is published
    ^^^^^^^^^^^^^^^^
    | UTC: Wed 2026-03-11 07:30
    | Local (Europe/Berlin): Wed 2026-03-11 08:30
    |
    | Before the start: 12 min (line 5)
- **2026-03-11 07:42** – Impact begins
    ^^^^^^^^^^^^^^^^
    | UTC: Wed 2026-03-11 07:42
    | Local (Europe/Berlin): Wed 2026-03-11 08:42
    |
    | Since the entry before: 12 min (line 13)
    |
    | Start of the impact: “Impact begins” tells of it, but line 5 counts
- **2026-03-11 07:53** – Latency alarm detected the rise; the engineer on call acknowledged it
    ^^^^^^^^^^^^^^^^
    | UTC: Wed 2026-03-11 07:53
    | Local (Europe/Berlin): Wed 2026-03-11 08:53
    |
    | Since the start: 11 min (line 5)
    | Since the entry before: 11 min (line 14)
    |
    | Detection: found by “alarm”
    | Acknowledgement: found by “acknowledged”
    |
    | Time to detect: 11 min (from line 5)
    | Time to acknowledge: 0 min (from line 15)
                                       ^^^^^^^^
                                                    ^^^^
                                                                               ^^^^^^^^^^^^
                                                                               | Acknowledgement: found by “acknowledged”
                                                                               |
                                                                               | Time to acknowledge: 0 min (from line 15)
- **2026-03-11 08:20–09:10** – Four nodes added
    ^^^^^^^^^^^^^^^^^^^^^^
    | UTC: Wed 2026-03-11 08:20–09:10 (50 min)
    | Local (Europe/Berlin): Wed 2026-03-11 09:20–10:10 (50 min)
    |
    | Since the start: 38 min (line 5)
    | Since the entry before: 27 min (line 15)
- **2026-03-11 12:20** – Resolved
    ^^^^^^^^^^^^^^^^
    | UTC: Wed 2026-03-11 12:20
    | Local (Europe/Berlin): Wed 2026-03-11 13:20
    |
    | Since the start: 4 h 38 min (line 5)
    | Since the entry before: 4 h (line 16)
    |
    | Resolution: found by “Resolved”
    | Mitigation: nothing else tells of it, so the resolution counts
    |
    | Time to mitigate: 4 h 38 min (from line 5)
    | Time to resolve: 4 h 38 min (from line 5)

## Root Cause
   ^^^^^^^^^^
   | Why the incident was possible: the conditions in the system and in the way of working without which it would not have happened.
   |
   | Good: asks “why” until the answer is something that can be changed. A mistake that somebody made is where the question starts, not where it ends.

A list. It took 50 minutes to add nodes, 10 minutes to order.
                ^^^^^^^^^^
                | 50 min
                |
                | In the timeline, as long takes:
                |
                | - line 16: 50 min
                                         ^^^^^^^^^^

## Action Items

- [ ] Refuse long lists (@lea, due: 2026-03-27, OPS-22)
                         ^^^^
                         | @lea
                         |
                         | Open here: 2 · Open in other documents: 0
                         |
                         | - Refuse long lists, due 2026-03-27
                         | - Alarm at 3 s
                                    ^^^^^^^^^^
                                    | Date: Fri 2026-03-27
                                                ^^^^^^
- [ ] Alarm at 3 s (@lea)
               ^^^
`));

  test('a table of two days, and prose', () => expectTold(`# Post-mortem: reports were empty

Owner: Ana Mora
^^^^^
| Owner
|
| The one person who answers for the incident; a name, not a job title.
       ^^^^^^^^
       | Ana Mora
       |
       | Actions here: 1, not tracked · Open in other documents: 0
       |
       | - Alarm, due 2026-02-01 (not tracked)
Duration: about 3 hours
          ^^^^^^^^^^^^^
          | ≈ 3 h
          |
          | The timeline agrees: 2 h 40 min, from line 15 to line 17.
Customer: Norwind
          ^^^^^^^

## Summary
   ^^^^^^^
   | What happened, to whom, from when to when, and how it ended, for a reader who reads nothing else.
   |
   | Good: three to five sentences without jargon; the date with its time zone, the impact in one number, the cause in one clause.

A job stopped for 50 minutes, then for 20 minutes; \`10:10 UTC\` is a flag, 24/7 a promise, 1/2 a half, and [2026-05-05](x) a link. @ana saw it.
      ^^^^^^^
                  ^^^^^^^^^^
                  | 50 min
                  |
                  | In the timeline, as long takes:
                  |
                  | - line 16: 50 min
                                       ^^^^^^^^^^
                                                    ^^^^^^^^^
                                                                          ^^^^
                                                                                          ^^^
                                                                                                           ^^^^^^^^^^
                                                                                                                                  ^^^^

## Timeline
   ^^^^^^^^
   | What happened and what was known when, one event a row, from the change that led to it until all was well again.
   |
   | Good: facts in order, each with date, time and zone; detection, escalation, mitigation and resolution can be told apart; no judgement.

| Time (CET) | What |
|---|---|
| 2026-01-05 23:10 | Impact started |
  ^^^^^^^^^^^^^^^^
  | UTC: Mon 2026-01-05 22:10
  | CET, Local (Europe/Berlin): Mon 2026-01-05 23:10
  |
  | Start of the impact: found by “Impact started”
  |
  | Time to mitigate: 2 h 40 min (to line 17)
  | Time to resolve: 2 h 40 min (to line 17)
| 23:20–00:10 | It is restarted |
  ^^^^^^^^^^^
  | UTC: Mon 2026-01-05 22:20–23:10 (50 min)
  | CET, Local (Europe/Berlin): Mon 2026-01-05 23:20–Tue 2026-01-06 00:10 (50 min)
  |
  | Since the start: 10 min (line 15)
  | Since the entry before: 10 min (line 15)
  |
  | The date follows from the entries above.
                      ^^^^^^^^^
| 01:50 | Fixed at 14:30 UTC on Saturday 10th January 2026 |
  ^^^^^
  | UTC: Tue 2026-01-06 00:50
  | CET, Local (Europe/Berlin): Tue 2026-01-06 01:50
  |
  | Since the start: 2 h 40 min (line 15)
  | Since the entry before: 2 h 30 min (line 16)
  |
  | The date follows from the entries above.
  |
  | Resolution: found by “Fixed”
  | Mitigation: nothing else tells of it, so the resolution counts
  |
  | Time to mitigate: 2 h 40 min (from line 15)
  | Time to resolve: 2 h 40 min (from line 15)
          ^^^^^
          | Resolution: found by “Fixed”
          |
          | Time to resolve: 2 h 40 min (from line 15)
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                   | UTC: Sat 2026-01-10 14:30
                   | Local (Europe/Berlin): Sat 2026-01-10 15:30
                   |
                   | Since the start: 4 days 16 h (line 15)

## Why it broke
   ^^^^^^^^^^^^
   | Why the incident was possible: the conditions in the system and in the way of working without which it would not have happened.
   |
   | Good: asks “why” until the answer is something that can be changed. A mistake that somebody made is where the question starts, not where it ends.

TTR: 4 h
     ^^^
     | 4 h
     |
     | The timeline shows 2 h 40 min, from line 15 to line 17.

## Action Items
   ^^^^^^^^^^^^
   | What will be done so that it does not happen again, is noticed sooner, or hurts less.
   |
   | Good: each begins with a verb, has one owner, a due date and an end that can be seen; at least one prevents a repetition.

| Action | Owner | Due |
|---|---|---|
| Alarm | Ana Mora | 2026-02-01 |
          ^^^^^^^^
          | Ana Mora
          |
          | Actions here: 1, not tracked · Open in other documents: 0
          |
          | - Alarm, due 2026-02-01 (not tracked)
                     ^^^^^^^^^^
                     | Date: Sun 2026-02-01
`));

  test('plain text of one day, with names of zones that mean several things', () => expectTold(`# Post-mortem: no mail in January

Owner: Ana Mora
       ^^^^^^^^
       | Ana Mora
       |
       | Nothing of theirs is open.
Severity: SEV2
^^^^^^^^
| Severity
|
| How grave the impact is, on one scale: SEV0 to SEV5, or critical, major, minor. Urgency has a key of its own, the priority.
          ^^^^
          | Severity
          |
          | A level of the scale SEV0 (gravest) to SEV5.
          |
          | How grave the impact is, on one scale: SEV0 to SEV5, or critical, major, minor. Urgency has a key of its own, the priority.
Priority: P1
          ^^
          | Priority
          |
          | A level of the scale P0 (most urgent) to P5.
          |
          | How urgent the work is, on one scale: P0 to P5, or urgent, high, medium, low.
Duration: 2 h 30 min
^^^^^^^^
| Duration
|
| From the start of the impact to its end, such as 2 h 30 min. The timeline should show the same.
          ^^^^^^^^^^
          | 2 h 30 min
          |
          | The times of line 13 and line 20 cannot be compared, so the timeline says nothing of it.
Status: In progress 
        ^^^^^^^^^^^
        | Status
        |
        | The incident is not over: it is being looked into or worked on.
        |
        | How far the incident is: open or investigating, mitigated, monitoring, resolved, closed. The sections should agree with it.

Summary:
On January 22, 2026, from 1:10 PM to 3:40 PM (CET), mail was late.
                          ^^^^^^^^^^^^^^^^^^^^^^^^
                          | UTC: Thu 2026-01-22 12:10–14:40 (2 h 30 min)
                          | CET, Local (Europe/Berlin): Thu 2026-01-22 13:10–15:40 (2 h 30 min)

Timeline:
^^^^^^^^
| What happened and what was known when, one event a row, from the change that led to it until all was well again.
|
| Good: facts in order, each with date, time and zone; detection, escalation, mitigation and resolution can be told apart; no judgement.
1:10 PM - Outage begins.
^^^^^^^
| UTC: Thu 2026-01-22 12:10
| CET, Local (Europe/Berlin): Thu 2026-01-22 13:10
|
| The date is that of the document: the entry states none.
|
| Start of the impact: found by “Outage begins”
|
| Time to mitigate: 11 h 10 min (to line 19)
1:25 PM IST - Support is alerted.
^^^^^^^^^^^
| IST: Thu 2026-01-22 13:25
| UTC, if IST is the time of India: Thu 2026-01-22 07:55
| UTC, if IST is the time of Ireland: Thu 2026-01-22 12:25
| UTC, if IST is the time of Israel: Thu 2026-01-22 11:25
|
| What IST is on that day is not certain, and so not your local time.
|
| The date is that of the document: the entry states none.
|
| Detection: found by “is alerted”
|
| Time to detect: not known: line 13 cannot be compared with this
                      ^^^^^^^^^^
                      | Detection: found by “is alerted”
                      |
                      | Time to detect: not known: line 13 cannot be compared with this
1:25 PM BST - The team joins.
^^^^^^^^^^^
| BST: Thu 2026-01-22 13:25
| UTC, if BST is the time of Britain: Thu 2026-01-22 12:25
| UTC, if BST is the time of Bangladesh: Thu 2026-01-22 07:25
|
| What BST is on that day is not certain, and so not your local time.
|
| The date is that of the document: the entry states none.
1:30 PM PDT - More.
^^^^^^^^^^^
| PDT: Thu 2026-01-22 13:30
| UTC, by the clocks there on that day: Thu 2026-01-22 21:30
| UTC, by the name PDT: Thu 2026-01-22 20:30
|
| What PDT is on that day is not certain, and so not your local time.
|
| The date is that of the document: the entry states none.
11:50 PM - Night.
^^^^^^^^
| UTC: Thu 2026-01-22 22:50
| CET, Local (Europe/Berlin): Thu 2026-01-22 23:50
|
| Since the start: 10 h 40 min (line 13)
|
| The date is that of the document: the entry states none.
0:20 AM - Wrong.
^^^^^^^
12:20 AM - Rolled back.
^^^^^^^^
| UTC: Thu 2026-01-22 23:20
| CET, Local (Europe/Berlin): Fri 2026-01-23 00:20
|
| Since the start: 11 h 10 min (line 13)
| Since the entry before: 0 min (line 18)
|
| The date follows from the entries above.
|
| Mitigation: found by “Rolled back”
|
| Time to mitigate: 11 h 10 min (from line 13)
~3:40 AM local time - All restored at 3:45.
 ^^^^^^^^^^^^^^^^^^
 | local time: ≈ Fri 2026-01-23 03:40
 |
 | “local time” does not tell how far it is from UTC.
 |
 | The date follows from the entries above.
 |
 | Resolution: found by “restored”
 |
 | Time to resolve: not known: line 13 cannot be compared with this
                                      ^^^^
                                      | local time: 3:45
                                      |
                                      | The date is not known, and so not what “local time” is on that day.

Root Cause and Resolution:
^^^^^^^^^^^^^^^^^^^^^^^^^
| Root Cause
|
| Why the incident was possible: the conditions in the system and in the way of working without which it would not have happened.
|
| Good: asks “why” until the answer is something that can be changed. A mistake that somebody made is where the question starts, not where it ends.
|
| Resolution
|
| What restored the service for good, and how that was verified.
|
| Good: the fix, its time, and the measurement that shows that it holds.
Time to resolve: 14 h 30 min
                 ^^^^^^^^^^^
                 | 14 h 30 min
                 |
                 | The times of line 13 and line 20 cannot be compared, so the timeline says nothing of it.
MTTD: 40 minutes
^^^^
      ^^^^^^^^^^
      | 40 min
      |
      | The times of line 13 and line 14 cannot be compared, so the timeline says nothing of it.
`));

  test('times of which something is missing', () => expectTold(`# Post-mortem: no mail

## Impact

All.

## Timeline

- 21:40 - Alarm
  ^^^^^
  | As written: 21:40
  |
  | Neither date nor time zone are stated, so this time cannot be told in UTC.
  |
  | Detection: found by “Alarm”
  |
  | Time to detect: not known: no start is found
- 22:10 UTC - Page
  ^^^^^^^^^
  | UTC: 22:10
  |
  | The date is not known, so the day and your local time are not known either.
- 10:10 EST - Page
  ^^^^^^^^^
  | UTC: 15:10
  | EST: 10:10
  |
  | The date is not known, so the day and your local time are not known either.
- 10:10 ET - Page
  ^^^^^^^^
  | ET: 10:10 ET
  |
  | The date is not known, and so not what “ET” is on that day.
- Mar 9, 22:10 - Page
  ^^^^^^^^^^^^
  | As written: Mar 9, 22:10
  |
  | Neither date nor time zone are stated, so this time cannot be told in UTC.
- 2026-03-29 01:30 Europe/Berlin - Page
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  | UTC: Sun 2026-03-29 00:30
  | Europe/Berlin, Local (Europe/Berlin): Sun 2026-03-29 01:30
- 2026-03-29 03:30 Europe/Berlin - Page
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  | UTC: Sun 2026-03-29 01:30
  | Europe/Berlin, Local (Europe/Berlin): Sun 2026-03-29 03:30
  |
  | Since the entry before: 1 h (line 14)
- 03/04/2026 10:00 UTC - resolved
  ^^^^^^^^^^^^^^^^^^^^
  | UTC: Fri 2026-04-03 10:00
  | Local (Europe/Berlin): Fri 2026-04-03 12:00
  |
  | The date can be read both ways; the other way round it is 2026-03-04.
  |
  | Resolution: found by “resolved”
  | Mitigation: nothing else tells of it, so the resolution counts
  |
  | Time to mitigate: not known: line 9 cannot be compared with this
  | Time to resolve: not known: line 9 cannot be compared with this
- 2026-07-09 10:00 PST - gone
  ^^^^^^^^^^^^^^^^^^^^
  | PST: Thu 2026-07-09 10:00
  | UTC, by the clocks there on that day: Thu 2026-07-09 17:00
  | UTC, by the name PST: Thu 2026-07-09 18:00
  |
  | What PST is on that day is not certain, and so not your local time.
- 2026-07-10 - gone
  ^^^^^^^^^^
  | Date: Fri 2026-07-10

## Root cause

At 10:12 and on 5 May it was 2:1 in \`10:10\`, 10:10 UTC.
   ^^^^^
   | As written: 10:12
   |
   | Neither date nor time zone are stated, so this time cannot be told in UTC.
                ^^^^^
                                    ^^^^^^^
                                             ^^^^^^^^^
                                             | UTC: 10:10
                                             |
                                             | The date is not known, so the day and your local time are not known either.
`));

  test('ids and owners', () => expectTold(`# Post-mortem: d

ID: OPS-7
    ^^^^^
    | OPS-7
    |
    | This is the document of this id; no other that is known bears it.

## Summary
As in INC-318, not in INC-319, and @lea and @bob know.
      ^^^^^^^
      | INC-318: Search was *slow* <b>x</b>
      |
      | Status: Resolved [x](command:evil)
      |
      | Search took nine seconds & more https://evil.example for $(bug) code _a_.
      |
      | Open actions: 2 of 3
      |
      | - # Refuse long lists (@lea, due: 2026-03-27, OPS-22)
      | - 1. Third (@ivo)
      |
      | Post-mortem INC-318: again
      |
      | Actions: 1, none tracked
                      ^^^^^^^
                                   ^^^^
                                   | @lea
                                   |
                                   | Open here: 7 · Open in other documents: 1
                                   |
                                   | - A (@lea)
                                   | - B
                                   | - C
                                   | - D
                                   | - E
                                   | - # Refuse long lists (@lea, due: 2026-03-27, OPS-22) – in INC-318: Search was *slow* <b>x</b>
                                   | - and 2 more
                                            ^^^^

## Timeline
- 2026-03-11 07:30 UTC - x

## Action Items
- [ ] A (@lea)
         ^^^^
         | @lea
         |
         | Open here: 7 · Open in other documents: 1
         |
         | - A (@lea)
         | - B
         | - C
         | - D
         | - E
         | - # Refuse long lists (@lea, due: 2026-03-27, OPS-22) – in INC-318: Search was *slow* <b>x</b>
         | - and 2 more
- [ ] B (@lea)
- [ ] C (@lea)
- [ ] D (@lea)
- [ ] E (@lea)
- [ ] F (@lea)
- [ ] G (@lea)
- [ ] G, due 2026-05-06 (owner: Ivo Lenz)
                                ^^^^^^^^
                                | Ivo Lenz
                                |
                                | Open here: 1 · Open in other documents: 0
                                |
                                | - G, due 2026-05-06
`, { others }));
});

describe('nothing is told', () => {
  const index = new IncidentIndex();
  for (const [name, text] of Object.entries(ordinary)) {
    test(`in ${name}`, () => {
      const document = parse(text);
      for (let offset = 0; offset <= text.length; offset++) assert.equal(hoverAt({ uri: 'untitled:a', document, offset, index, timeZone: 'UTC' }), null);
    });
  }

  test('of most of a document', () => {
    const document = parse(postmortem);
    const silent = Array.from(postmortem, (_, offset) => hoverAt({ uri: 'untitled:a', document, offset, index, timeZone: 'UTC' })).filter((card) => card === null);
    assert.ok(silent.length > postmortem.length * 0.6, `${silent.length} of ${postmortem.length}`);
  });
});

describe('the local zone', () => {
  for (const [timeZone, local] of [
    ['America/St_Johns', 'Local (America/St_Johns): Wed 2026-03-11 05:23'],
    ['Pacific/Auckland', 'Local (Pacific/Auckland): Wed 2026-03-11 20:53'],
    ['Asia/Kathmandu', 'Local (Asia/Kathmandu): Wed 2026-03-11 13:38'],
  ] as const) {
    test(timeZone, () => expectTold(`# Post-mortem: slow\n\n## Impact\n\nAll.\n\n## Timeline\n\n- 2026-03-11 07:53 UTC - The mast falls\n  ^^^^^^^^^^^^^^^^^^^^\n  | UTC: Wed 2026-03-11 07:53\n  | ${local}\n`, { timeZone }));
  }

  test('that is UTC itself is told once', () => expectTold('# Post-mortem: slow\n\n## Impact\n\nAll.\n\n## Timeline\n\n- 2026-03-11 07:53 UTC - The mast falls\n  ^^^^^^^^^^^^^^^^^^^^\n  | UTC, Local (UTC): Wed 2026-03-11 07:53\n', { timeZone: 'UTC' }));
});

describe('what belongs under a heading', () => {
  for (const [role, guidance] of Object.entries(sectionGuidance)) {
    test(`${role} is said in two short sentences without a word of blame`, () => {
      const { name, belongs, good } = guidance();
      for (const words of [name, belongs, good]) assert.doesNotMatch(words, /\b(?:fault|blame|guilty|careless|should have|human error|failed to)\b/i);
      assert.match(name, /^\p{Lu}/u);
      assert.match(belongs, /^\p{Lu}.{10,170}\.$/u);
      assert.match(good, /^(?:\p{Ll}|“).{10,170}\.$/u);
    });
  }

  test('of a root cause ends with a way to similar incidents, for a client that has the command', () => {
    const document = parse(postmortem);
    const query = { uri: "file:///a (1)'.md", document, offset: postmortem.indexOf('Root Cause'), index: new IncidentIndex(), timeZone: 'UTC' };
    const card = hoverAt(query) ?? assert.fail('nothing is told');
    const link = '[Find similar incidents](command:incidentDocs.findSimilar?%5B%7B%22uri%22%3A%22file%3A%2F%2F%2Fa%20%281%29%27.md%22%7D%5D)';
    assert.equal(written(card, true, true).split('\n').at(-1), link);
    for (const [markdown, commands] of [[true, false], [false, true]] as const) assert.doesNotMatch(written(card, markdown, commands), /command:|similar/);
    const impact = hoverAt({ ...query, offset: postmortem.indexOf('Impact') }) ?? assert.fail('nothing is told');
    assert.doesNotMatch(written(impact, true, true), /command:/);
  });
});
