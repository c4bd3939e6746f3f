/** Documents of our own for tests, with what a person would say about them. */

/** A Markdown post-mortem of two days; one entry is dated a week too early. */
export const postmortem = `# 🧯 Post-mortem: checkout refused cards

**Status:** Mitigated
**Severity:** SEV-2
**Customer:** Blue Heron Books

## Summary

Card payments failed for a fifth of the shoppers between 9 and 11 March 2026.

## Impact

- 1,240 orders were lost
- Support answered 300 calls

## Timeline (UTC)

- **2026-03-09 21:40** – The error rate of the payment gateway passes its alarm
- **2026-03-09 21:52** – The on-call engineer acknowledges the page
  and opens a bridge
- **2026-03-09 22:30–22:50** – Traffic is moved to the second region 🚚
- **2026-03-10 07:15** – The certificate of the gateway is found to be expired
- **2026-03-03 08:00** – A new certificate is rolled out
- **2026-03-10 09:30** – All payments succeed again

## Root Cause

The renewal job of the certificate had been switched off during a migration, and nobody had switched it on again.

## Action Items

### ✅ Immediate

- [x] Renew the certificate by hand (@marta)
- [ ] Switch the renewal job on again (@ivo, due 2036-03-20)

### Long Term

- [ ] Alarm on certificates that expire within 30 days (@ivo, due 2036-05-29)
  - for every region
  - with a page to the platform team
- [ ] Alarm on certificates that expire within 3 days (@marta, due 2036-05-29)

## Lessons Learned

<!--
Gathered in the review.
-->

\`\`\`
openssl x509 -enddate
\`\`\`
`;

/** A plain-text escalation without checkboxes, in the notation of labels and underlines. */
export const escalation = `CE2041 - Customer Escalation Summary

Customer: Northwind Ferries
Priority: High
Status: In Progress
Created: 2026-02-03
Escalated: 2026-02-04

Issue Description
-----------------
Seat reservations time out on Friday afternoons.

Root Cause Analysis
-------------------
The reservation table has no index on the sailing date.

Impact Assessment
-----------------
- 4,000 travellers could not book
- Two sailings left half empty

Action Plan
-----------

Immediate (0-4 hours):
1. Add the missing index
   - on the replica first
2. Raise the time-out to 20 seconds

Long-term (1-7 days):
1. Move reports to the replica

Customer Sentiment
------------------
Worried, but confident in the plan.
`;

export const readme = `# Ferry Timetable

Prints the next departures.

## Install

- [ ] npm install

## Root cause of slow builds

Old compilers. See the timeline of releases.
`;

export const changelog = `# Changelog

## 2.1.0 - 2026-02-01

- Fixed an outage page that was never shown
- Resolved a race

## 2.0.0 - 2026-01-01

- New timeline view
`;

export const note = `Shopping for Friday

10:00 market
11:30 bakery

Milk
Bread
`;

/** What must be left alone, by file name. */
export const ordinary = { 'README.md': readme, 'CHANGELOG.md': changelog, 'note.txt': note } as const;
