import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { animatedLanguage } from '../../server/src/rules/language/animated-language';
import { blame } from '../../server/src/rules/language/blame';
import { counterfactual } from '../../server/src/rules/language/counterfactual';
import { relativeDate } from '../../server/src/rules/language/relative-date';
import { undefinedAcronym } from '../../server/src/rules/language/undefined-acronym';
import { vagueQuantifier } from '../../server/src/rules/language/vague-quantifier';
import type { Rule } from '../../server/src/rules/rule';
import { expectMarked, findingsIn } from '../support/marked-text';

const around = (heading: string, text: string) => `# Post-mortem: labels were not printed\n\nOwner: Signe Dahl\n\n## ${heading}\n\n${text}\n`;

/** Rows whose marks stand under the words, and rows without a finding, in a section of the heading. */
function rows(rule: Rule, heading: string, marked: readonly string[], silent: readonly string[]): void {
  for (const row of marked) test(row.split('\n')[0] as string, () => void expectMarked(around(heading, row), { rules: [rule] }));
  for (const row of silent) test(`silent: ${row.split('\n')[0] as string}`, () => void expectMarked(around(heading, row), { rules: [rule] }));
}

describe('blame', () => rows(blame, 'Root Cause', [
  'The developer forgot the alias.\n    ^^^^^^^^^^^^^^^^ blame (warning): "developer forgot" blames people',
  '@petra carelessly removed the queue.\n       ^^^^^^^^^^ blame',
  'He ignored two alarms.\n^^^^^^^^^^ blame',
  'The database team failed to check the replica.\n             ^^^^^^^^^^^ blame',
  'Signe forgot the second site.\n^^^^^^^^^^^^ blame',
  'An inexperienced engineer was on call.\n   ^^^^^^^^^^^^^^^^^^^^^^ blame',
  'The technician was careless.\n    ^^^^^^^^^^^^^^^^^^^^^^^ blame',
  'Support typed it by hand and, careless as usual, left the zone.\n                              ^^^^^^^^^^^^^^^^^ blame',
  'The vendor team did not properly test the release.\n           ^^^^^^^^^^^^^^^^^^^^^ blame',
  'The queue was carelessly removed.\n              ^^^^^^^^^^ blame',
  'It was pure negligence.\n            ^^^^^^^^^^ blame',
  'The admin is to blame.\n    ^^^^^^^^^^^^^^^^^ blame',
  'Half of it is his own fault.\n              ^^^^^^^^^^^^^ blame',
  'We cleaned up the mess they left.\n                  ^^^^^^^^^^^^^^ blame',
], [
  'We forgot the second site.',
  'Our platform team forgot the second site.',
  'The print operator failed to check the label.',
  'The package manager ignored the lock file.',
  'The team failed to reproduce it on the first day.',
  'The database team failed over to the second site.',
  'The engineer broke the problem down, and the developer broke out the service.',
  'The node ignored the signal; Printd forgot its peers.',
  'The agent uses lazy loading, a greedy match and a sloppy quorum.',
  'Nobody is to blame; this is a blameless document.',
  'There was no negligence, be it IN CONTRACT, NEGLIGENCE OR TORT.',
  'The loader reads it lazily, and a retry goes on recklessly.',
  'DNS is to blame.',
  'The customer wrote "your engineers were careless".',
  'The labels were not properly sent.',
  'Run `git blame` on the file.',
]));

test('blame: several on a line are one finding', () => {
  const [finding, ...others] = findingsIn(around('Root Cause', 'Careless developers and a sloppy team.\n\nThe developer forgot it.'), { rules: [blame] });
  assert.equal(finding?.related?.length, 1);
  assert.equal(others.length, 1);
});

test('blame is a hint where the questions go on to the system', () => {
  const severities = (next: string) => findingsIn(around('Root Cause', `- **Why was it missed?** The developer forgot the alias.\n\n${next}`), { rules: [blame] }).map(({ severity }) => severity);
  assert.deepEqual(severities('- **Why was it forgotten?** No checklist names it.'), ['hint']);
  assert.deepEqual(severities('The alias is back.'), ['warning']);
});

test('counterfactual is a hint where the reason follows', () => {
  const severities = (next: string) => findingsIn(around('Root Cause', `It could have been avoided by a review. ${next}`), { rules: [counterfactual] }).map(({ severity }) => severity);
  assert.deepEqual(severities('There are two reasons why there was none.'), ['hint']);
  assert.deepEqual(severities('The review is back.'), ['information']);
});

test('relative-date is a hint where the document is read with its day', () => {
  const severities = (head: string) => findingsIn(`${head}# Post-mortem: labels\n\n## Impact\n\nIt failed yesterday.\n`, { rules: [relativeDate] }).map(({ severity }) => severity);
  assert.deepEqual(severities(''), ['information']);
  assert.deepEqual(severities('---\ndate: 2026-05-04\n---\n\n'), ['hint']);
  assert.deepEqual(severities('From: signe@example.com\nTo: all@example.com\nDate: Mon, 4 May 2026 17:52 +0000\n\n'), ['hint']);
  assert.deepEqual(severities('Last modified on 4 May 2026\n\n'), ['hint']);
});

describe('counterfactual', () => {
  rows(counterfactual, 'Root Cause', [
    'We should have checked the alias.\n^^^^^^^^^^^^^^^^^^^^^^ counterfactual (information): "We should have checked"',
    'The engineer should not have restarted it.\n    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ counterfactual',
    'The change should have been reviewed.\n           ^^^^^^^^^^^^^^^^^^^^^^^^^ counterfactual',
    'This could easily have been avoided.\n     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ counterfactual',
    'They ought to have called.\n^^^^^^^^^^^^^^^^^^^^^^^^^ counterfactual',
  ], [
    'The job should have run at five.',
    'We should have the same name for both.',
    'All records should have a date.',
    'Nothing could have prevented it.',
    'We asked whether we should have stopped earlier.',
    'The loss would have been larger.',
    'An attacker could have read the list.',
    'Support asked "why was it not done, you should have known".',
  ]);
  for (const heading of ['Lessons Learned', 'Action Items']) {
    test(`silent in ${heading}`, () => assert.deepEqual(findingsIn(around(heading, '- We should have checked the alias.'), { rules: [counterfactual] }), []));
  }
});

describe('animated-language', () => {
  rows(animatedLanguage, 'Impact', [
    'It was a terrible night.\n         ^^^^^^^^ animated-language (hint)',
    'All labels were lost!!\n                    ^^ animated-language: Exclamation marks',
    'The delay was HUGE for two sites.\n              ^^^^ animated-language',
  ], [
    'The disaster recovery plan was not used.',
    'It never printed, and everything was completely empty. A huge page was allocated.',
    'The driver said "this is a nightmare".',
    'PRINTING NEVER STARTED',
    'Done! `a!!b` and x!!y',
  ]);
  test('silent: the customer\'s own voice', () => assert.deepEqual(findingsIn(around('Customer Sentiment', 'A terrible week!!'), { rules: [animatedLanguage] }), []));
});

describe('vague-quantifier', () => {
  rows(vagueQuantifier, 'Impact', [
    'Several customers were affected.\n^^^^^^^^^^^^^^^^^ vague-quantifier (hint): "Several customers"',
    'There was a significant delay, and many orders were late.\n            ^^^^^^^^^^^^^^^^^ vague-quantifier',
    'Thousands of requests failed.\n^^^^^^^^^^^^^^^^^^^^^ vague-quantifier',
  ], [
    'Several customers (12) were affected.',
    'Many users, about 400, saw it.',
    'Some of it was lost. Many thanks to all.',
    '12 customers were affected.',
    'They wrote "several customers".',
  ]);
  test('silent elsewhere', () => assert.deepEqual(findingsIn(around('Timeline', '- 2026-01-02 10:00 Several customers call'), { rules: [vagueQuantifier] }), []));
  test('is one finding a section', () => {
    const found = findingsIn(`${around('Impact', 'Several customers.\n\nMany orders.')}\n## Summary\n\nMultiple sites.\n`, { rules: [vagueQuantifier] });
    assert.deepEqual(found.map(({ related }) => related?.length), [1, 0]);
  });
});

describe('relative-date', () => {
  rows(relativeDate, 'Impact', [
    'It failed yesterday for all sites.\n          ^^^^^^^^^ relative-date (information): "yesterday"',
    'Orders were lost over the past 48 hours.\n                          ^^^^^^^^^^^^^ relative-date',
    'The release of last Tuesday is older.\n               ^^^^^^^^^^^^ relative-date',
    'It began two weeks ago.\n         ^^^^^^^^^^^^^ relative-date',
    'Earlier today it came back.\n^^^^^^^^^^^^^ relative-date',
    'It came back this morning.\n             ^^^^^^^^^^^^ relative-date',
    'A new release comes next week.\n                    ^^^^^^^^^ relative-date',
  ], [
    'It failed again the next week and on the last day of June.',
    'Files within the last 7 days are kept, and those written more than 8 days ago are deleted.',
    'Today the service runs on two sites.',
    'The first step must hand in yesterday\'s file every day.',
    'It failed yesterday (2026-01-02), and last Friday, 9 January, or next Thursday 8th.',
    'They said "it worked yesterday".',
    'See https://example.org/?date=yesterday and `date -d yesterday`.',
    'The next two steps and the past tense; at last it printed.',
  ]);
  for (const heading of ['Timeline', 'Next Steps', 'Where it stands, 8 May 2026']) {
    test(`silent in ${heading}`, () => assert.deepEqual(findingsIn(around(heading, 'It failed yesterday.'), { rules: [relativeDate] }), []));
  }
  test('is one finding a document', () => {
    const [finding, ...others] = findingsIn(around('Impact', 'It failed yesterday.\n\nIt failed last week.'), { rules: [relativeDate] });
    assert.deepEqual([finding?.related?.length, others.length], [1, 0]);
  });
  const fixOf = (head: string) => findingsIn(`# Post-mortem: labels\n\n${head}\n\n## Impact\n\nIt failed yesterday.\n`, { rules: [relativeDate] })[0]?.fixes?.[0]?.title;
  test('knows the day only where one date is stated', () => {
    assert.equal(fixOf('Date: 2026-03-01'), 'Add the date 2026-02-28');
    for (const head of ['Owner: Signe', 'Date: 03/04/2026', 'Date: 1 March', 'Date: 2026-03-01\nReport date: 2026-03-09']) assert.equal(fixOf(head), undefined, head);
  });
});

describe('undefined-acronym', () => {
  const on = { rules: [undefinedAcronym], settings: { rules: { 'undefined-acronym': { severity: 'information' as const, options: { known: ['WMS'] } } } } };
  const found = (text: string) => findingsIn(around('Root Cause', text), on).map(({ span }) => around('Root Cause', text).slice(span.start, span.end));
  test('is off', () => assert.deepEqual(findingsIn(around('Root Cause', 'The QRL was full.'), { rules: [undefinedAcronym] }), []));
  test('finds the first place', () => assert.deepEqual(found('The QRL was full. The QRL was emptied.'), ['QRL']));
  for (const text of ['The query rate limiter (QRL) was full. The QRL was emptied.', 'The QRL (query rate limiter) was full.', 'The API and the WMS were down at 10:00 UTC.', '`QRL` and ABC-12 were down.', 'PRINTING WAS DOWN']) {
    test(`silent: ${text}`, () => assert.deepEqual(found(text), []));
  }
});
