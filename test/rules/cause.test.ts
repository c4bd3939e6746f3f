import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { humanErrorCause } from '../../server/src/rules/cause/human-error-cause';
import { rootCauseContradiction } from '../../server/src/rules/cause/root-cause-contradiction';
import { rootCauseHedged } from '../../server/src/rules/cause/root-cause-hedged';
import { rootCausePending } from '../../server/src/rules/cause/root-cause-pending';
import { rootCauseShallow } from '../../server/src/rules/cause/root-cause-shallow';
import { expectMarked, findingsIn } from '../support/marked-text';

const report = (cause: string, summary = 'Mails were late.', status = 'Mitigated', heading = 'Root Cause') =>
  `# Post-mortem: mails delayed\n\nStatus: ${status}\n\n## Summary\n\n${summary}\n\n## ${heading}\n\n${cause}\n`;

describe('a cause that is stated and open at once', () => {
  const rules = [rootCauseContradiction];
  const open = 'The cause of the delay is still unknown.';
  const contradicting = [
    'The root cause was a full queue.\n    ^^^^^^^^^^^^^^ root-cause-contradiction (warning): "is still unknown"',
    'It is over. The cause of the outage was a full queue.\n                ^^^^^^^^^^^^^^^^^^^^^^^ root-cause-contradiction',
    'Root cause identified: a full queue.\n^^^^^^^^^^^^^^^^^^^^^ root-cause-contradiction',
    'The root cause of the late mails has been found.\n    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ root-cause-contradiction',
  ];
  for (const summary of contradicting) test(summary.split('\n')[0] as string, () => void expectMarked(report(open, summary), { rules }));

  const agreeing = [
    'The root cause is not known.', 'The root cause was likely a full queue.', 'The root cause is under investigation.', 'Once the root cause is found, we will write again.',
    'It is unclear what the root cause was.', 'At first the root cause was thought to be a full queue.', 'The cause of the noise was a fan.', 'The root cause was, we believe, a full queue.',
    'Assuming the root cause is the queue, it will come back.', 'The root cause of the previous outage was a full disk; another root cause is possible.', 'The root cause is difficult to find.',
  ];
  for (const summary of agreeing) test(`not: ${summary}`, () => void expectMarked(report(open, summary), { rules }));

  test('not where the cause is known', () => assert.deepEqual(findingsIn(report('A full queue.', 'The root cause was a full queue.'), { rules }), []));
  test('not for a detail', () => assert.deepEqual(findingsIn(report('A full queue. Why the old consumer slept is to be confirmed.', 'The root cause was a full queue.'), { rules }), []));
  test('not with a placeholder, which is another fault', () => assert.deepEqual(findingsIn(report('TBD', 'The root cause was a full queue.'), { rules }), []));
});

describe('a cause that is a guess', () => {
  const rules = [rootCauseHedged];
  const guesses = [
    'The queue was probably full.\n              ^^^^^^^^ root-cause-hedged (hint)',
    'It appears to be a full queue.\n   ^^^^^^^ root-cause-hedged',
    'A consumer may have been stuck.\n           ^^^ root-cause-hedged',
    'We suspect a stuck consumer.\n   ^^^^^^^ root-cause-hedged',
    'This is most likely a full queue, and perhaps a bug.\n             ^^^^^^ root-cause-hedged',
  ];
  for (const cause of guesses) test(cause.split('\n')[0] as string, () => void expectMarked(report(cause), { rules }));

  const certain = [
    'The queue was full.', 'Every user may send ten mails.', 'Long mails are more likely to fail.', 'It is unlikely to come back.', 'Initially suspected: the disk. It was the queue.',
    'The parser could not read the header.', 'Users believed that the mail was lost.', 'The flag decides whether it may be sent.',
    'The queue was probably full, but the root cause is still unknown.',
  ];
  for (const cause of certain) test(`not: ${cause}`, () => void expectMarked(report(cause), { rules }));

  test('not outside the cause', () => assert.deepEqual(findingsIn(report('A full queue.', 'Probably 400 mails were late.'), { rules }), []));
});

describe('a mistake as the cause', () => {
  const rules = [humanErrorCause];
  const blaming = [
    'Human error.\n^^^^^^^^^^^ human-error-cause (warning)',
    '- Operator error during the switch\n  ^^^^^^^^^^^^^^ human-error-cause',
    'The queue was emptied due to human error.\n                             ^^^^^^^^^^^ human-error-cause',
    'It was caused by a mistake by one of our engineers.\n                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ human-error-cause',
    'The cause was user error in the console.\n              ^^^^^^^^^^ human-error-cause',
    'The outage was a result of negligence.\n                           ^^^^^^^^^^ human-error-cause',
  ];
  for (const cause of blaming) test(cause.split('\n')[0] as string, () => void expectMarked(report(cause), { rules }));

  test('outside the cause where it is given as one', () => {
    expectMarked(report('A full queue.', 'Mails were late because of human error.\n                           ^^^^^^^^^^^ human-error-cause'), { rules });
  });

  const fair = [
    'This was not due to human error.', 'The tool leaves room for human error.', 'We reject "human error" as an answer.', 'The console returns a user error.', 'User errors rose to 20 %.',
    'A confirmation would avoid operator mistakes.', 'The queue was emptied by mistake, as the console asks nothing.', 'Rather than human error it was the console.', 'Human error was ruled out.',
    'The human operator saw nothing.',
  ];
  for (const cause of fair) test(`not: ${cause}`, () => void expectMarked(report(cause), { rules }));
});

describe('a cause without a reason', () => {
  const rules = [rootCauseShallow];
  const found = (cause: string, status = 'Resolved') => findingsIn(report(cause, 'Mails were late.', status), { rules }).length;
  test('of a few words', () => assert.equal(found('The queue was full.'), 1));
  const deep = ['The queue was full because a consumer was stuck.', 'Queue full → consumer stuck', 'See https://example.com/cause.', 'The cause is still unknown.', '| Cause |\n| --- |\n| Full queue |', '原因はキューの詰まりである。', ''];
  for (const cause of deep) test(`not: ${cause}`, () => assert.equal(found(cause), 0));
  test('not while it is open', () => assert.equal(found('The queue was full.', 'Investigating'), 0));
  test('not with contributing factors', () => assert.equal(found('The queue was full.\n\n## Contributing Factors\n\n- No alarm'), 0));
  test('counts to the number that is set', () => {
    const rules = { 'root-cause-shallow': { severity: null, options: { words: 3 } } };
    assert.deepEqual(findingsIn(report('The queue was full.', '', 'Resolved'), { rules: [rootCauseShallow], settings: { rules } }), []);
  });
});

describe('a cause that will be looked for', () => {
  const rules = [rootCausePending];
  const promise = 'The team will investigate the root cause next week.';
  test('is open where no section states it', () => {
    expectMarked(report('Restarted.', 'The team will investigate the root cause next week.\n         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ root-cause-pending', 'Mitigated', 'Resolution'), { rules });
  });
  test('not where one does', () => assert.deepEqual(findingsIn(report('A full queue.', promise), { rules }), []));
  test('not in a timeline', () => assert.deepEqual(findingsIn(report(`- 2026-01-02 10:00 ${promise}`, 'Late.', 'Mitigated', 'Timeline'), { rules }), []));
});
