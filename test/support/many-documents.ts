import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const people = ['Ana Mora', 'Ben Ito', 'Chiara Lund', 'Dev Patel', 'Edda Voss', 'Femi Ade', 'Goran Ilic', 'Hana Sato', 'Ivo Kraus', 'Jun Park', 'Kofi Boat', 'Lena Rask'];
const services = ['checkout', 'search', 'billing', 'mail relay', 'login', 'image store', 'ledger', 'ferry booking', 'parcel labels', 'meter reads'];
const faults = ['ran out of disk', 'lost its certificate', 'was deployed with an empty configuration', 'queued without end', 'answered with errors', 'was cut from its replica'];
const steps = ['The alarm of the error rate is raised', 'The engineer on call takes the page', 'Traffic is moved to the second region', 'A restart brings no relief', 'The change is taken back', 'The queue is drained by hand', 'The rate of errors falls to normal', 'Customers are told on the status page'];
const remedies = ['Alarm on the free space of', 'Write a runbook for', 'Test the restore of', 'Limit the retries of', 'Add a canary to the rollout of', 'Renew in time the certificate of'];

/** Numbers that look like chance and are the same in every run. */
function chance(seed: number): (below: number) => number {
  let state = seed + 1;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** The post-mortem of a number, of 2 to 8 KB: with a title, an id, a header, a timeline and a plan; some mention one before it. */
function manyDocuments(number: number): string {
  const next = chance(number * 7919);
  const pick = (list: readonly string[]): string => list[next(list.length)] as string;
  const service = pick(services);
  const day = `${2019 + (number % 7)}-${String(1 + next(12)).padStart(2, '0')}-${String(1 + next(28)).padStart(2, '0')}`;
  const hour = 1 + next(9);
  const clock = (minutes: number) => `${String(hour + Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  const rows = Array.from({ length: 8 + next(40) }, (_, index) => `- **${day} ${clock(index * 7)}** – ${pick(steps)} (${service}, step ${index})`);
  const items = Array.from({ length: 3 + next(12) }, (_, index) => `- [${next(2) === 0 ? 'x' : ' '}] ${pick(remedies)} ${service} @${pick(people).split(' ')[0]?.toLowerCase()} (OPS-${1000 + ((number + index) % 5000)})`);
  const prose = Array.from({ length: 2 + next(5) }, () => `The ${pick(services)} service ${pick(faults)} while ${pick(people)} was looking at the ${pick(services)} service, and what followed is told below.`).join(' ');
  return `# INC-${10_000 + number}: ${service} ${pick(faults)}

**Status:** Resolved
**Severity:** SEV-${1 + next(4)}
**Owner:** ${pick(people)}
**Date:** ${day}

## Summary

${prose}
${number > 0 && next(3) === 0 ? `The same was seen in INC-${10_000 + next(number)}.\n` : ''}
## Impact

- ${1 + next(900)} requests failed for ${5 + next(90)} minutes

## Timeline (UTC)

${rows.join('\n')}

## Root Cause

${prose}

## Action Items

${items.join('\n')}
`;
}

/** A folder of so many documents, thirty a folder, each by its number. Remove it with what is given back. */
export function folderOfMany(count: number): { readonly folder: string; readonly files: readonly string[]; readonly remove: () => void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'incident-docs-many-'));
  const files = Array.from({ length: count }, (_, number) => path.join(folder, `group-${Math.floor(number / 30)}`, `incident-${number}.md`));
  files.forEach((file, number) => {
    if (number % 30 === 0) mkdirSync(path.dirname(file));
    writeFileSync(file, manyDocuments(number));
  });
  return { folder, files, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
