import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse, type ParseContext } from '../../server/src/document/document';
import { refactorings, type Refactored, type RefactoringQuery } from '../../server/src/features/refactorings/index';
import { applyEdits } from '../../server/src/rules/apply-fixes';
import { check } from '../../server/src/rules/check';
import { defaultSettings, type Settings } from '../../server/src/settings';

/** Where the user is, and the kind that is asked for. */
export interface Asked {
  readonly kind: string;
  /** What is selected; the whole text where absent. */
  readonly words?: string;
  readonly settings?: Partial<Settings>;
  readonly timeZone?: string;
  /** The zone that times are to be converted to. */
  readonly target?: string;
}

/** What is offered in a text. */
export function offersIn(text: string, { kind, words, settings, timeZone = 'UTC', target }: Asked): Refactored[] {
  const start = words === undefined ? 0 : text.indexOf(words);
  assert.ok(start >= 0, words);
  const context: ParseContext = { declared: true, stickyKind: parse(text, { declared: true }).kind };
  const model = parse(text, context);
  const effective = { ...defaultSettings, ...settings };
  const query: RefactoringQuery = { span: { start, end: start + (words ?? text).length }, read: (changed) => parse(changed, context), check: (document) => check(document, effective, { now: 0 }), timeZone, target };
  return refactorings(model, query, (offered) => offered === kind || offered.startsWith(`${kind}.`));
}

/** The text with a change made: the one of this title, or the only one. */
export function changed(text: string, asked: Asked, title?: string): string {
  const offers = offersIn(text, asked);
  const offer = title === undefined ? offers[0] : offers.find((other) => other.title === title);
  assert.ok(offer && 'edits' in offer, `not offered: ${JSON.stringify(offers)}`);
  if (title === undefined) assert.equal(offers.length, 1, JSON.stringify(offers.map((other) => other.title)));
  return applyEdits(text, offer.edits);
}

/** The titles of what is offered, with the reasons of what is refused. */
export const titlesIn = (text: string, asked: Asked): string[] => offersIn(text, asked).map((offer) => ('refused' in offer ? `${offer.title}: ${offer.refused}` : offer.title));

/** A document with such a plan. */
export const aroundPlan = (plan: string): string => `# Post-mortem: belts\n\n## Root Cause\n\nA nut.\n\n## Action Items\n\n${plan}\n`;

/** A document with such a timeline. */
export const aroundTimeline = (timeline: string, heading = 'Timeline (UTC)', header = ''): string => `# Post-mortem: belts\n\n${header}## ${heading}\n\n${timeline}\n\n## Root Cause\n\nA nut.\n`;

/** Tests that each text becomes the other, in which nothing is offered any more. */
export function testChanges(rows: Readonly<Record<string, readonly [before: string, after: string]>>, around: (part: string) => string, asked: Asked, also: (after: string) => void = () => {}): void {
  for (const [name, [before, after]] of Object.entries(rows)) {
    test(name, () => {
      assert.equal(changed(around(before), asked), around(after));
      assert.deepEqual(titlesIn(around(after), asked), []);
      also(around(after));
    });
  }
}

/** Tests that each list becomes the table, and the table the list, or what else is named. */
export function testThereAndBack(rows: Readonly<Record<string, readonly [list: string, table: string, back?: string]>>, around: (part: string) => string, asked: Asked): void {
  for (const [name, [list, table, back = list]] of Object.entries(rows)) {
    test(name, () => {
      assert.equal(changed(around(list), asked), around(table));
      assert.equal(changed(around(table), asked), around(back));
    });
  }
}
