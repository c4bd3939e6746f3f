import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { rootCausePending } from '../../server/src/rules/cause/root-cause-pending';
import { expectMarked, findingsIn } from '../support/marked-text';

const rules = [rootCausePending];
const around = (cause: string, status = 'Mitigated', heading = 'Root Cause') =>
  `# Post-mortem: mails delayed\n\nStatus: ${status}\n\n## Summary\n\nThe investigation is ongoing. It is unknown how many mails were lost.\n\n## ${heading}\n\n${cause}\n`;

describe('a cause that is open', () => {
  const open = [
    'The root cause is under continued investigation, but a full queue is one factor.\n                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ root-cause-pending (information)',
    'The cause remains unknown.\n          ^^^^^^^^^^^^^^^ root-cause-pending',
    'We do not know why the queue filled up.\n^^^^^^^^^^^^^^ root-cause-pending',
    'The reason is not yet clear.\n           ^^^^^^^^^^^^^^^^ root-cause-pending',
    'The cause has not been determined.\n          ^^^^^^^^^^^^^^^^^^^^^^^ root-cause-pending',
    'A bug is suspected. Analysis is ongoing.\n                    ^^^^^^^^^^^^^^^^^^^ root-cause-pending',
    'Pending further investigation.\n^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ root-cause-pending',
    'Why it happened is to be determined.\n                   ^^^^^^^^^^^^^^^^ root-cause-pending',
    'TBD\n^^^ root-cause-pending',
    'Not known yet. The run treated every account as inactive.\n^^^^^^^^^^^^^ root-cause-pending',
    '- Unknown.\n  ^^^^^^^ root-cause-pending',
    'Vendor is still investigating.\n          ^^^^^^^^^^^^^^^^^^^ root-cause-pending',
  ];
  for (const cause of open) test(cause.split('\n')[0]!, () => void expectMarked(around(cause), { rules }));

  test('is not what only more is not known of', () => assert.deepEqual(findingsIn(around('Vendor: "a switch". We do not know more.'), { rules }), []));

  test('is graver where the incident is over', () => {
    for (const status of ['Resolved', 'Closed']) assert.equal(findingsIn(around('The cause is unknown.', status), { rules })[0]?.severity, 'warning');
  });

  test('is one finding with the other places', () => {
    const text = around('The cause is unknown. Analysis is ongoing.', 'Mitigated (root cause pending)');
    const findings = findingsIn(text, { rules });
    assert.equal(findings.length, 1);
    assert.deepEqual(findings[0]!.related?.map(({ span }) => text.slice(span.start, span.end)), ['Analysis is ongoing', 'root cause pending']);
  });

  test('may be said by the status alone', () => {
    const text = around('A full queue.', 'Mitigated (Root cause pending investigation)');
    assert.deepEqual(findingsIn(text, { rules }).map(({ span }) => text.slice(span.start, span.end)), ['Root cause pending investigation']);
  });
});

describe('a cause that somebody looks for, or found', () => {
  const severitiesOf = (cause: string, more = '') => findingsIn(`${around(cause)}\n${more}`, { rules }).map(({ severity }) => severity);
  const openCause = 'The root cause is unknown.';

  test('has an action that finds it', () => {
    assert.deepEqual(severitiesOf(openCause, '## Action Items\n\n- [ ] Find out why the queue filled up and what the cause is\n'), []);
    assert.deepEqual(severitiesOf(openCause, '## Action Items\n\n- [x] Find out why the queue filled up and what the cause is\n'), ['information']);
    assert.deepEqual(severitiesOf(openCause, '## Action Items\n\n- [ ] Alarm on the length of the queue\n'), ['information']);
  });
  test('is waited for', () => assert.deepEqual(severitiesOf(`${openCause} We have set up graphs of the queue\nso that we can investigate this when it fills up again.`), []));
  test('is found further down', () => {
    assert.deepEqual(severitiesOf('I do not know why the queue filled up.', '## Trying to understand the queue\n\nThis turned out to be a stuck consumer.\n'), []);
    assert.deepEqual(severitiesOf('I do not know why the queue filled up.', '## Trying to understand the queue\n\nIt has 20,000 entries.\n'), ['information']);
  });
  test('has a detail left open', () => {
    const told = 'A consumer was stuck behind one mail of 40 MB that it tried to read into its memory again and again. Each try took a minute, and no other mail was read in that time. '
      + 'The queue grew by 200 mails a minute until it was full, and the servers in front of it took no mails any more. The consumer on the second site read the same mail in a second. ';
    assert.deepEqual(severitiesOf(`${told}We do not know why the sites differ.`), ['hint']);
  });
  test('is looked for no more', () => assert.deepEqual(severitiesOf(openCause, '## Recovery\n\nThe provider has concluded its investigation and moved us elsewhere.\n'), ['hint']));
});

describe('a cause that is known', () => {
  const known = [
    'The queue was full as a consumer was stuck.',
    'The cause is no longer under investigation: the queue was full.',
    'Initially the cause was unknown. The queue was full.',
    'It was not known at the time that the queue was full.',
    'An unknown client flooded the queue.',
    'The number of lost mails is unknown.',
    'The old cause was under investigation until Tuesday; the queue was full.',
  ];
  for (const cause of known) test(cause, () => void expectMarked(around(cause), { rules }));

  test('an investigation elsewhere says nothing about it', () => assert.deepEqual(findingsIn(around('A full queue.', 'Investigating'), { rules }), []));
});
