import { parse } from '../../server/src/document/document';
import type { IncidentDocument } from '../../server/src/document/document';
import { check } from '../../server/src/rules/check';
import { defaultSettings } from '../../server/src/settings';
import { charCodePass, leastTime } from './clock';
import { corpora, hostile } from './corpus';

const now = Date.UTC(2026, 10, 21);

/** Asks for every word that the model reads only when it is asked for. */
function readAll(document: IncidentDocument): number {
  let count = 0;
  for (const timeline of document.timelines) for (const entry of timeline.entries) count += entry.text.length + entry.milestones.length + (entry.zone ? 1 : 0);
  for (const item of document.plan.items) count += item.text.length + item.tickets.length + (item.owner || item.due ? 1 : 0) + item.state.length;
  return count + (document.metrics.timeToDetect ?? 0);
}

const cell = (value: number, digits = 1): string => value.toFixed(digits).padStart(8);

console.log('Times in CC: one charCodeAt pass over the same text. Least of many rounds.');
console.log('To compare with, measured elsewhere: the fastest CommonMark parser in JavaScript takes 9 to 12 for the blocks alone, others 30.\n');
console.log(`${''.padEnd(24)}   CC/ms   parse   all read   and checked`);
for (const { name, texts } of corpora()) {
  const each = (work: (text: string) => unknown) => () => {
    for (const text of texts) work(text);
  };
  const unit = leastTime(each(charCodePass));
  const parsed = leastTime(each(parse));
  const all = leastTime(each((text) => readAll(parse(text))));
  // ninety rules take some rounds until they are compiled
  const checked = leastTime(each((text) => check(parse(text), defaultSettings, { now, log: () => {} })), 10_000);
  console.log(`${name.padEnd(24)}${cell(unit, 3)}${cell(parsed / unit)}${cell(all / unit)}   ${cell(checked / unit)}`);
}

console.log('\nHostile texts of 200 KB: milliseconds for parsing, and time(2n) / time(n).\n');
for (const [name, make] of Object.entries(hostile)) {
  const [once, twice] = [200_000, 400_000].map((length) => {
    const text = make(length);
    return leastTime(() => parse(text), 150);
  }) as [number, number];
  console.log(`${name.padEnd(24)}${cell(once)}${cell(twice / once)}`);
}
