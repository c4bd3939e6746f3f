import { describe, test } from 'node:test';
import { expectTold } from '../support/told-text';

describe('a time tells', () => {
  test('when it is in UTC and locally, and how long after the start and the entry before', () => expectTold(`# Post-mortem: search was slow

**Status:** Resolved
**Incident ID:** INC-318
              ^^^^^^^
  ^^^^^^^^^^^
  ^^
**Started:** 2026-03-11 07:42 UTC
             ^^^^^^^^^^^^^^^^^^^^

## Summary

On 2026-03-11, from 07:42 to 12:20 UTC, search took nine seconds. It was slow for 4 h 38 min, on 3/4 of the nodes, 24/7 and we may 5 times see it at 13:00.
   ^^^^^^^^^^
                    ^^^^^^^^^^^^^^^^^^
                                                                                      ^^^^^
                                                                                                                                                     ^^^^^

## Timeline (UTC)

- **2026-03-11 07:30** – A list is published
    ^^^^^^^^^^^^^^^^
- **2026-03-11 07:42** – Impact begins
    ^^^^^^^^^^^^^^^^
- **2026-03-11 07:53** – Latency alarm detected the rise; the engineer on call acknowledged it
    ^^^^^^^^^^^^^^^^
                                                                               ^^^^^^^^^^^^
- **2026-03-11 08:20–09:10** – Four nodes added
    ^^^^^^^^^^^^^^^^^^^^^^
- **2026-03-11 12:20** – Resolved
    ^^^^^^^^^^^^^^^^

## Root Cause
   ^^^^^^^^^^

A list. It took 50 minutes to add nodes.
                ^^^^^^^^^^

## Action Items

- [ ] Refuse long lists (@lea, due: 2026-03-27, OPS-22)
                         ^^^^
- [ ] Alarm at 3 s (@lea)
`));
});
