import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { countMismatch } from '../../server/src/rules/consistency/count-mismatch';
import { dateMismatch } from '../../server/src/rules/consistency/date-mismatch';
import { durationMismatch } from '../../server/src/rules/consistency/duration-mismatch';
import { magnitudeMismatch } from '../../server/src/rules/consistency/magnitude-mismatch';
import { metricMismatch } from '../../server/src/rules/consistency/metric-mismatch';
import { nearMissIdentifier } from '../../server/src/rules/consistency/near-miss-identifier';
import { percentSum } from '../../server/src/rules/consistency/percent-sum';
import { statusContradiction } from '../../server/src/rules/consistency/status-contradiction';
import type { Rule } from '../../server/src/rules/rule';
import { expectMarked, findingsIn } from '../support/marked-text';

type Cases = Readonly<Record<string, string>>;

/** Documents with marks, and documents without a finding. */
function cases(rule: Rule, marked: Cases, silent: Cases): void {
  for (const [name, text] of Object.entries(marked)) test(name, () => void expectMarked(text, { rules: [rule] }));
  for (const [name, text] of Object.entries(silent)) test(`silent: ${name}`, () => assert.deepEqual(findingsIn(text, { rules: [rule] }), []));
}

describe('status-contradiction', () => {
  const log = (status: string, ...rows: string[]) => `# Post-mortem: labels\n\nStatus: ${status}\n\n## Timeline (UTC)\n\n- 2026-02-03 09:00 Printing stops\n${rows.map((row, index) => `- 2026-02-03 1${index}:00 ${row}`).join('\n')}\n`;
  const text = (status: string, words: string, heading = 'Summary') => `# Post-mortem: labels\n\nStatus: ${status}\n\n## ${heading}\n\n${words}\n`;
  const mark = (document: string, carets: string) => document.replace(/^(Status: .*)$/m, `$1\n        ${carets} status-contradiction (warning)`);
  cases(statusContradiction, {
    'an open status and a log that ends': mark(log('In Progress', 'Incident resolved'), '^^^^^^^^^^^'),
    'the newest row on top': `# Post-mortem: labels

Status: Investigating
        ^^^^^^^^^^^^^ status-contradiction: "Resolved. All sites print"

## Log

| When (UTC) | Who | What |
|---|---|---|
| 2026-02-03 11:00 | Ida | Resolved. All sites print |
| 2026-02-03 10:00 | Ida | Agent restarted |
| 2026-02-03 09:00 | Ida | Printing stops |
`,
    'a fault that is gone while it is investigated': mark(log('Investigating', 'All services are fully restored'), '^^^^^^^^^^^^^'),
    'closed, and the text keeps it open': mark(text('Closed', 'One site prints nothing, and this stays open.'), '^^^^^^'),
    'closed, and somebody keeps it open': mark(text('Closed', 'The case remains open with us until the council has decided.'), '^^^^^^'),
    'resolved, and the text still says no': mark(text('Resolved', 'The incident is still not resolved for one site.'), '^^^^^^^^'),
    'resolved, and the text says no': mark(text('Resolved', 'The incident is not yet resolved for one site.'), '^^^^^^^^'),
  }, {
    'the same stage': log('Resolved', 'Incident resolved'),
    'a case that goes on for its cause': log('In Progress', 'Service restored'),
    'partly': log('Open', 'Incident resolved for most sites'),
    'a relapse': log('Open', 'Incident resolved', 'Printing stops again'),
    'a call that ends': log('Open', 'Call closed'),
    'resolved and watched': log('Open', 'Issue resolved, monitoring until Friday'),
    'a draft': log('Draft', 'Incident resolved'),
    'two timelines': `${log('Open', 'Printing stops')}\n## Detection Timeline\n\n- 2026-02-03 12:00 Incident resolved\n`,
    'told as history': text('Resolved', 'At 10:00 the incident is still open.', 'Timeline'),
    'a follow-up': text('Closed', 'The ticket for the alarm remains open. The port is still open to the network.'),
    'an underlying problem': text('Resolved', 'The underlying cause is not yet fixed.'),
    'another one': text('Resolved', 'A similar incident is still open at the vendor.'),
    'in somebody\'s words': text('Resolved', 'They wrote "for us the incident is not resolved".'),
  });
  const fixed = (status: string) => findingsIn(log(status, 'Incident resolved'), { rules: [statusContradiction] })[0]?.fixes?.[0]?.edits[0]?.newText;
  test('the status keeps its case, and a qualified one is left to its author', () => {
    assert.deepEqual(['Open', 'open', 'OPEN', 'In Progress', 'Open (waiting for the vendor)'].map(fixed), ['Resolved', 'resolved', 'RESOLVED', 'Resolved', undefined]);
  });
});

const rows = ['2026-02-03 09:00 The outage begins', '2026-02-03 09:20 The alarm fires', '2026-02-03 11:30 All sites print'];
const timed = (claim: string, entries: readonly string[] = rows) => `# Post-mortem: labels\n\n${claim}\n\n## Timeline (UTC)\n\n${entries.map((entry) => `- ${entry}`).join('\n')}\n`;

describe('duration-mismatch', () => {
  const metrics = (total: string) => `# Post-mortem: labels\n\n## Metrics\n\n| Metric | Time |\n|---|---|\n| Time to detect | 20 minutes |\n| Time to resolve | 2 hours |\n| Total downtime | ${total} |\n`;
  cases(durationMismatch, {
    'a field against the rows': timed('Duration: 4 hours\n          ^^^^^^^ duration-mismatch (warning): No two rows'),
    'a time to resolve in a list': timed('- **Time to resolve**: 1h 10m\n                       ^^^^^^ duration-mismatch'),
    'over midnight, without dates': timed('Duration: 5 hours\n          ^^^^^^^ duration-mismatch', ['22:00 The outage begins', '23:30 Agent restarted', '00:30 All sites print']),
    'a duration and its own clocks': '# Post-mortem: labels\n\nDuration: 2 hours (10:00 AM - 1:30 PM)\n          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ duration-mismatch: 10:00 AM - 1:30 PM\n',
    'a sentence and its clocks': '# Post-mortem: labels\n\n## Summary\n\nPrinting stopped for 3 hours, from 10:00 to 11:30 UTC.\n                     ^^^^^^^ duration-mismatch\n',
    'clocks and what is said of them': '# Post-mortem: labels\n\n## Summary\n\nFrom 10:00 to 11:30 (45 minutes) no label was printed.\n                     ^^^^^^^^^^ duration-mismatch\n',
    'a range and what stands behind it': '# Post-mortem: labels\n\n**Severity:** SEV-2\n**Window:** 3 February 2026 10:00 – 11:30 UTC (2 hours)\n                                               ^^^^^^^ duration-mismatch\n',
    'clocks, and the duration further on': '# Post-mortem: labels\n\n## Summary\n\nFrom 10:00 to 11:30 no label was printed (duration: 45 minutes).\n                                                    ^^^^^^^^^^ duration-mismatch\n',
    'in German': '# Post-mortem: Etiketten\n\n## Zusammenfassung\n\nVon 10:00 bis 11:30 Uhr kam kein Etikett (Dauer: 2 Stunden 30 Minuten).\n                                                 ^^^^^^^^^^^^^^^^^^^^ duration-mismatch\n',
    'a header that begins and ends': '# Post-mortem: labels\n\nStart: 2026-02-03 10:00\nEnd: 2026-02-03 11:30\nDuration: 2 hours 30 minutes\n          ^^^^^^^^^^^^^^^^^^ duration-mismatch: From "Start" to "End" it is another time\n',
    'an abbreviation behind others': timed('TTD: 20 min. TTR: 4 h. All in UTC.\n                  ^^^ duration-mismatch: No two rows'),
    'a sum': `${metrics('2 hours 40 minutes')}                   ^^^^^^^^^^^^^^^^^^ duration-mismatch: do not add up\n`,
    'the begin of the outage': `# Post-mortem: labels\n\n## Summary\n\nFrom 08:00 to 11:30 there was an outage of printing.\n     ^^^^^ duration-mismatch: outage begin at 2026-02-03 09:00\n\n## Timeline\n\n${rows.map((row) => `- ${row}`).join('\n')}\n`,
  }, {
    'a header that agrees': '# Post-mortem: labels\n\nStart: 2026-02-03 10:00\nEnd: 2026-02-03 11:30\nDuration: 1.5 hours\n',
    'a header with the end of the repair': '# Post-mortem: labels\n\nStart: 2026-02-03 10:00\nFixed: 2026-02-03 11:30\nDuration: 20 minutes\n',
    'a header of two incidents': '# Post-mortem: labels\n\nStart: 2026-02-03 10:00\nEnd: 2026-02-03 11:30\nStart: 2026-02-04 10:00\nEnd: 2026-02-04 10:30\nDuration: 2 hours\n',
    'brackets that say something else': '# Post-mortem: labels\n\n**Window:** 10:00 – 11:30 UTC (3 sites)\n',
    'the whole timeline': timed('Duration: 2h 30m'),
    'from the alarm': timed('Duration: 2h 10m'),
    'nearly': timed('Duration: 2 hours 27 minutes'),
    'approximately': timed('Duration: about 2 hours'),
    'longer than rows that do not show the start': timed('Duration: 5 hours', rows.slice(1)),
    'business hours': timed('Duration: 1 hour (business hours)'),
    'at least': timed('Duration: at least 1 hour'),
    'several phases': timed('Duration: 40 minutes in the first phase, 20 in the second'),
    'a plan for it': timed('We keep the time to resolve: 1 hour at most.'),
    'rows in disorder': timed('Duration: 4 hours', [rows[2]!, rows[0]!, rows[1]!]),
    'a row without a time': timed('Duration: 4 hours', [...rows, '2026-02-04 Review']),
    'zones that nobody knows': timed('Duration: 4 hours', ['2026-02-03 09:00 IST The outage begins', '2026-02-03 11:30 CST All sites print']),
    'two timelines': `${timed('Duration: 4 hours')}\n## Timeline of the vendor\n\n- 2026-02-03 09:00 a\n- 2026-02-03 10:00 b\n`,
    'no timeline': '# Post-mortem: labels\n\nDuration: 4 hours\n',
    'a total that is the time to resolve': metrics('2 hours'),
    'a total that is the sum': metrics('2 hours 20 minutes'),
    'a total of something else': metrics('9 hours'),
    'clocks over midnight': '# Post-mortem: labels\n\nDuration: 2 hours (23:00 - 01:00)\n',
    'halves of the day that are not written': '# Post-mortem: labels\n\nDuration: 4 hours (10:30 - 2:30)\nOutage duration: 4 hours (10:30 - 2:30 AM)\n',
    'clocks in two days': '# Post-mortem: labels\n\nDuration: 26 hours (2026-02-03 09:00 - 2026-02-04 11:00)\n',
    'an approximate range': '# Post-mortem: labels\n\n## Summary\n\nIt lasted 3 hours, from about 10:00 to 11:30.\n',
    'a window of a change': `# Post-mortem: labels\n\n## Summary\n\nFrom 08:00 to 08:30 the agent was updated.\n\n## Timeline\n\n${rows.map((row) => `- ${row}`).join('\n')}\n`,
  });
});

describe('metric-mismatch', () => cases(metricMismatch, {
  'a time to detect': timed('Time to detect: 50 minutes\n                ^^^^^^^^^^ metric-mismatch (warning)'),
  'its abbreviation': timed('MTTD: 50 minutes\n      ^^^^^^^^^^ metric-mismatch'),
  'in a table': timed('| Metric | Value |\n|---|---|\n| Time to mitigate | 50 min |\n                     ^^^^^^ metric-mismatch'),
}, {
  'a distance of two rows': timed('Time to detect: 20 minutes'),
  'an approximate one': timed('Time to detect: ~25 minutes'),
  'in a sentence': timed('It took us time to detect: 50 minutes went by.'),
  'an aim': timed('Time to detect: under 5 minutes'),
  'a mean over incidents': timed('Mean time to detect: 50 minutes on average'),
  'a start that is not shown': timed('Time to detect: 5 hours', rows.slice(1)),
}));

describe('date-mismatch', () => {
  const dated = (title: string, summary: string, ...days: string[]) => `# ${title}\n\n## Summary\n\n${summary}\n\n## Timeline (UTC)\n\n${days.map((day) => `- ${day} 10:00 Something happens`).join('\n')}\n`;
  cases(dateMismatch, {
    'another year in the title': dated('Post-mortem: outage on 2025-02-03\n                         ^^^^^^^^^^ date-mismatch (warning)', 'Down.', '2026-02-03', '2026-02-04'),
    'another month in the summary': dated('Post-mortem: labels', 'On March 3, 2026 printing stopped.\n   ^^^^^^^^^^^^^ date-mismatch: March 3, 2026', '2026-02-03', '2026-02-04'),
    'another day of the outage': dated('Post-mortem: labels', 'On 2026-02-13 there was an outage.\n   ^^^^^^^^^^ date-mismatch', '2026-02-03', '2026-02-04'),
  }, {
    'a day of the timeline': dated('Post-mortem: outage on 2026-02-03', 'On February 4, 2026 printing stopped.', '2026-02-03', '2026-02-04'),
    'the day before': dated('Post-mortem: outage on 2026-02-02', 'On 2026-02-02 there was an outage.', '2026-02-03', '2026-02-04'),
    'one of several': dated('Post-mortem: labels', 'The release of 2026-01-03 failed on 2026-02-03.', '2026-02-03', '2026-02-04'),
    'the day of the report': dated('Post-mortem report 2026-03-03', 'Down.', '2026-02-03', '2026-02-04'),
    'a cause that is older': dated('Post-mortem: labels', 'On 2026-01-12 a release introduced an error.', '2026-02-03', '2026-02-04'),
    'either way round': dated('Post-mortem: labels', 'On 03/02/2025 there was an outage.', '2026-02-03', '2026-02-04'),
    'without a year': dated('Post-mortem: outage on 3 March', 'Down.', '2026-02-03', '2026-02-04'),
    'rows without dates': '# Post-mortem: outage on 2025-02-03\n\n## Timeline (UTC)\n\n- 10:00 a\n- 11:00 b\n',
    'a version': dated('Post-mortem: release v2025.02.03 fails', 'Down.', '2026-02-03', '2026-02-04'),
  });
});

describe('percent-sum', () => {
  const around = (text: string) => `# Post-mortem: labels\n\n## Impact\n\n${text}\n`;
  cases(percentSum, {
    'three shares': around('Lost labels were 51% parcels, 29% letters and 27% pallets.\n                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ percent-sum (warning): 107 %'),
    'a share and the rest': around('Distribution: 80% in site A, 10% across the others\n              ^^^^^^^^^^^^^^^^^^ percent-sum: 90 %'),
    'names in front': around('Lost labels: parcels 51%, letters 29%, pallets 27% of all labels.\n             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ percent-sum: 107 %'),
    'a column': around('| Kind | Share of labels |\n         ^^^^^^^^^^^^^^^ percent-sum: 107 %\n|---|---|\n| Parcels | 51% |\n| Letters | **29 %** |\n| Others | 27% |'),
  }, {
    'a column that leaves something out': around('| Kind | Share |\n|---|---|\n| Parcels | 51% |\n| Letters | 29% |\n| Others | 12% |'),
    'a column without a rest': around('| Kind | Share of users |\n|---|---|\n| Parcels | 51% |\n| Letters | 49% |\n| Pallets | 27% |'),
    'a column of something else': around('| Kind | Failed |\n|---|---|\n| Parcels | 51% |\n| Letters | 49% |\n| Others | 27% |'),
    'names and levels': around('We saw cpu 51%, memory 29%, disk 27% of the hosts.'),
    'names and no whole': around('Lost labels: parcels 51%, letters 29%, pallets 27%.'),
    'a whole': around('Lost labels were 51% parcels, 29% letters and 20% pallets.'),
    'rounded': around('Lost labels were 33.3% parcels, 33.3% letters and 33.3% pallets.'),
    'levels': around('The host had 95% CPU, 40% memory and 12% disk in use.'),
    'of different things': around('It hit 60% of users, 30% of requests and 20% of sites.'),
    'rates by kind': around('11% of starts fail on phones, 2% on tablets and 5% on desktops.'),
    'changes': around('Latency rose 40% more, 35% more and 30% more than before.'),
    'nowhere near': around('We saw 5% retries, 3% drops and 1% resets.'),
    'two of them': around('It was 61% parcels and 27% letters.'),
    'approximate': around('It was ~61% parcels, ~27% letters and ~17% pallets.'),
    'code': around('`61% a, 27% b and 17% c`'),
  });
});

describe('count-mismatch', () => {
  const around = (text: string) => `# Post-mortem: labels\n\n## Root Cause\n\n${text}\n`;
  const items = (count: number) => Array.from({ length: count }, (_, index) => `- thing ${String.fromCharCode(97 + index)}`).join('\n');
  cases(countMismatch, {
    'one too many': around(`Three changes came together:\n^^^^^^^^^^^^^ count-mismatch (information): "Three changes" are announced, and the list has 4\n\n${items(4)}`),
    'one too few, in digits': around(`There were 4 main causes for this:\n           ^^^^^^^^^^^^^ count-mismatch\n${items(3)}`),
    'in an item, over its own list': around('- The tool takes four steps for each label:\n                 ^^^^^^^^^^ count-mismatch\n  - look\n  - print\n  - check\n- Slow agents'),
    'with details under the items': around('Two agents were hit:\n^^^^^^^^^^ count-mismatch\n\n- a\n  - at ten\n- b\n- c'),
  }, {
    'the items of a list are not what one of them announces': around('- There were two causes:\n- thing a\n- thing b\n- thing c'),
    'as many': around(`Three changes came together:\n\n${items(3)}`),
    'details are not counted': around('Two agents were hit:\n\n- a\n  - at ten\n  - at eleven\n- b'),
    'at least': around(`At least two changes came together:\n\n${items(3)}`),
    'two of the four': around(`Two of the agents failed:\n\n${items(3)}`),
    'a length of time': around(`It lasted two hours for these sites:\n\n${items(3)}`),
    'within a time': around(`Within three working days:\n\n${items(2)}`),
    'several numbers': around(`Two teams made three changes:\n\n${items(4)}`),
    'examples': around(`It hit 12 sites, such as the big ones:\n\n${items(3)}`),
    'a list that goes on': around(`Three changes came together:\n\n${items(2)}\n\nAnd then:\n\n${items(1)}`),
    'a heading': `# Post-mortem: labels\n\n## Three causes\n\n${items(4)}\n`,
    'a code or a version': around(`Agent 5.3 sends these errors:\n\n${items(2)}`),
    'users': around(`We asked 5 users about their labels:\n\n${items(2)}`),
  });
});

describe('magnitude-mismatch', () => {
  const around = (claim: string, ...values: string[]) => `# Post-mortem: labels\n\n## Summary\n\n${claim}\n\n## Impact\n\n${values.map((value) => `- ${value}`).join('\n')}\n`;
  cases(magnitudeMismatch, {
    'too little': around('Response times increased by 300-500% since noon.\n                            ^^^^^^^^ magnitude-mismatch (hint): about 1400 %', 'Queries take 15-30 seconds (normally <1s)'),
    'beside its values': around('Response times rose from about 0.4 seconds to 12 seconds, an increase of 300 %.\n                                                                         ^^^^^ magnitude-mismatch (hint): about 2900 %'),
    'in other units': around('Latency increased from 200 ms to 1 s (+40%).\n                                       ^^^ magnitude-mismatch: about 400 %'),
    'too much': around('Query latency rose by 2000% since noon.\n                      ^^^^^ magnitude-mismatch', 'Queries take 400 ms (usually 200 ms)'),
  }, {
    'beside values that fit': around('Latency rose from 200 ms to 1 s (+400%). Latency rose from 2 to 6 s, an increase of 300%.'),
    'beside values that fall': around('Latency grew from 9 s to 1 s, an increase of 20% in speed.'),
    'it fits': around('Response times increased by 400% since noon.', 'Queries take 10 s (normally 2 s)'),
    'more than a limit': around('Response times increased by 900% since noon.', 'Queries take 5 s (normally <1s)'),
    'one of them fits': around('Response times increased by 400% since noon.', 'Queries take 10 s (normally 2 s)', 'Inserts and requests take 90 s (normally 1 s)'),
    'another family': around('Errors increased by 400% since noon.', 'Queries take 90 s (normally 2 s)'),
    'several increases': around('Response times increased by 400%, later latency increased by 900%.', 'Queries take 90 s (normally 2 s)'),
  });
});

describe('near-miss-identifier', () => {
  const around = (text: string) => `# Post-mortem: labels\n\n## Root Cause\n\n\`print_agent\` stops. \`print_agent\` hangs. \`print_agent\` waits.\n\n\`print_agent\` is restarted.\n\n${text}\n`;
  cases(nearMissIdentifier, {
    'a letter is missing': around('The log of `print_agnt` is empty.\n            ^^^^^^^^^^ near-miss-identifier (hint): "print_agent" 4 times'),
    'two are swapped': around('The log of `prnit_agent` is empty.\n            ^^^^^^^^^^^ near-miss-identifier'),
    'another product in the same company': '# Post-mortem: labels\n\n## Root Cause\n\nThe `label_mgr` process stops. `label_mgr` hangs, `label_mgr` waits, `label_mgr` leaks.\n\nThe `stamp_mgr` process is empty.\n     ^^^^^^^^^ near-miss-identifier\n',
  }, {
    'a plural': around('All `print_agents` are alike.'),
    'another separator': around('The option `printAgent` is `print-agent`.'),
    'a number': around('`print_agent2` and `print_agent_2` run.'),
    'another name': around('`print_client` runs, and `paint_client` too.'),
    'twice': around('`print_agnt` and `print_agnt`'),
    'another company': '# Post-mortem: labels\n\n## Root Cause\n\nThe `label_mgr` stops. `label_mgr` hangs, `label_mgr` waits, `label_mgr` leaks.\n\nThe `stamp_mgr` queue is empty.\n',
    'a product that is spoken of': '# Post-mortem: labels and stamps\n\n## Root Cause\n\nThe `label_mgr` process stops. `label_mgr` hangs, `label_mgr` waits, `label_mgr` leaks.\n\nThe `stamp_mgr` process is empty.\n',
    'in a block': around('```\n`print_agnt`\n```'),
    'rare names': '# Post-mortem: labels\n\n## Root Cause\n\n`print_agent` and `print_agnt`\n',
  });
});
