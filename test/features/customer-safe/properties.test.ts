import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parse, type IncidentDocument } from '../../../server/src/document/document';
import { customerSafeCopy } from '../../../server/src/features/customer-safe/customer-safe';
import { isPersonName } from '../../../server/src/features/customer-safe/person-name';
import { placeholdersIn } from '../../../server/src/features/customer-safe/placeholders';
import { lexiconOf } from '../../../server/src/rules/mentions';
import { mailAddresses } from '../../../server/src/rules/safety/email';
import { privateAddresses } from '../../../server/src/rules/safety/network';
import { secret } from '../../../server/src/rules/safety/secret';
import { secretsIn } from '../../../server/src/rules/safety/secrets';
import { isTicket } from '../../../server/src/workspace/digest';
import { identifiersIn, ownPlaces } from '../../../server/src/workspace/identifiers';
import { ownTexts } from '../../support/examples';
import { sharedDocuments } from '../../support/shared';

const own = ownTexts().map((text, index) => ({ name: `own ${index + 1}`, text }));
const read = (text: string): IncidentDocument => parse(text, { declared: true });

/** Told where a line with a placeholder in it is long enough to be a heading, or short enough to be none. */
const grown = 'With what was replaced the line is taken for something else.';

/** The lines of a document with their ends. */
const linesOf = (text: string): string[] => text.split(/(?<=\r\n|\n|\r(?!\n))/);

/** What is read of a document and must be the same in its copy. */
const structure = ({ timelines, allSections, plan, tables, lines, text }: IncidentDocument) => ({
  entries: timelines.flatMap(({ entries }) => entries.map(({ line, time, start, end }) => [line, text.slice(time.span), start, end])),
  sections: allSections.map(({ line, level, roles }) => [line, level, roles]),
  actions: plan.items.map(({ line, state, checkbox, due, notation, owner, group }) => [line, state, checkbox < 0, due?.value, due?.date, notation, owner !== null, group.horizon]),
  tables: tables.map(({ line, endLine, rows }) => [line, endLine, rows.map(({ cells }) => cells.length)]),
  lines: lines.map(({ kind, marker }) => [kind, marker]),
});

/** Whether a line is another one with placeholders in some places, and nothing else but the blanks of columns changed. */
function isRewritten(before: string, after: string): boolean {
  const fold = (words: string): string => words.replace(/ {2,}/g, ' ');
  const source = fold(before);
  let at = 0;
  let from = 0;
  for (const { start, end } of [...placeholdersIn(after), { start: after.length, end: after.length }]) {
    const kept = fold(after.slice(from, start)).replace(/^ | $/g, '');
    const found = source.indexOf(kept, at);
    if (found < 0) return false;
    at = found + kept.length;
    from = end;
  }
  return true;
}

/** Everything that must hold of the copy of a document. */
function assertSafe({ name, text }: { readonly name: string; readonly text: string }): { readonly replaced: number; readonly isGrown: boolean } {
  const document = read(text);
  const { text: copy, replaced, unsure } = customerSafeCopy(document, read);
  const copied = read(copy);
  assert.deepEqual(customerSafeCopy(document, read), { text: copy, replaced, unsure }, `${name}: another time another copy`);
  const again = customerSafeCopy(copied, read);
  assert.equal(again.text, copy, `${name}: a copy of the copy`);
  assert.deepEqual(again.replaced, [], `${name}: something is replaced twice`);
  const isGrown = unsure.some(({ reason }) => reason === grown);
  if (!isGrown) assert.deepEqual(structure(copied), structure(document), `${name}: it says something else`);
  const [before, after] = [linesOf(text), linesOf(copy)];
  assert.equal(after.length, before.length, `${name}: lines`);
  for (const [index, line] of before.entries()) assert.ok(line === after[index] || isRewritten(line, after[index] as string), `${name}, line ${index + 1}:\n${line}\n${after[index]}`);
  for (const { line, text: words } of unsure) assert.ok(linesOf(copy)[line]?.includes(words.slice(0, 8).trim().split(/\s/)[0] ?? ''), `${name}: ${words} is not on line ${line + 1} of the copy`);
  assertGone(name, document, copied);
  return { replaced: replaced.reduce((sum, { count }) => sum + count, 0), isGrown };
}

/** Nothing that the document itself says to be a person, a ticket or an address is left. */
function assertGone(name: string, document: IncidentDocument, copied: IncidentDocument): void {
  const { value } = copied.text;
  for (const { owner } of document.plan.items) {
    const written = owner?.value.replace(/^@/, '') ?? '';
    const isWhole = owner !== null && (owner.value.startsWith('@') ? !/team|squad|oncall|sre|ops|support/i.test(written) : written.includes(' ') && isPersonName(written));
    if (isWhole) assert.doesNotMatch(value, new RegExp(`(?<![\\w-])${owner.value.startsWith('@') ? '@' : ''}${written.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\w-])`, 'i'), `${name}: ${written} is still named`);
  }
  const kept = new Set(ownPlaces(document).map(({ key }) => key));
  const tickets = identifiersIn(copied).filter(({ key, span }) => isTicket(copied.text.slice(span)) && !kept.has(key));
  assert.deepEqual(tickets.map(({ key }) => key), [], `${name}: tickets are left`);
  assert.deepEqual([...mailAddresses(copied), ...privateAddresses(copied.text)].map((span) => copied.text.slice(span)), [], `${name}: addresses are left`);
  assert.deepEqual(secretsIn(copied.text, lexiconOf([secret]).mentionsIn(copied)[0] ?? []), [], `${name}: secrets are left`);
}

describe('a customer-safe copy', () => {
  test('holds what it promises, of documents of our own', () => own.forEach((document) => void assertSafe(document)));

  test('and of real ones', { skip: sharedDocuments.length === 0 && 'there are none here' }, (context) => {
    const failures: string[] = [];
    let replaced = 0;
    let otherwise = 0;
    for (const document of sharedDocuments) {
      try {
        const safe = assertSafe(document);
        replaced += safe.replaced;
        if (safe.isGrown) otherwise++;
      } catch (error) {
        failures.push(`${document.name}: ${(error as Error).message}`.slice(0, 1500));
      }
    }
    assert.deepEqual(failures, []);
    context.diagnostic(`${replaced} places in ${sharedDocuments.length} documents`);
    assert.ok(replaced > 500);
    assert.ok(otherwise <= sharedDocuments.length / 50, `${otherwise} are read otherwise`);
  });
});
