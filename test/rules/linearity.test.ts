import { describe, test } from 'node:test';
import { parse } from '../../server/src/document/document';
import { check } from '../../server/src/rules/check';
import { defaultSettings } from '../../server/src/settings';
import { assertNoSquare } from '../support/cpu-time';

const head = '# Post-mortem: x\n\n## Timeline\n\n- 2026-01-01 10:00 a\n- 2026-01-01 09:00 b\n\n## Root Cause\n\n';
const filled = (piece: string) => (length: number) => head + piece.repeat(length / piece.length);

const rows = (row: string | ((index: number) => string), size: number) => (length: number) =>
  `# Post-mortem: x\n\n## Timeline\n\n${Array.from({ length: length / size }, (_, index) => (typeof row === 'string' ? row : row(index))).join('\n')}\n`;
const dayOf = (index: number) => `20${10 + (index % 20)}-0${1 + (index % 9)}-${10 + (index % 18)}`;
/** Timelines in which every entry has the same fault, or is to be compared with all others. */
const timelines: Readonly<Record<string, (length: number) => string>> = {
  'inverted ranges': rows('- 06:00-05:00 a', 16), 'halves of the day': rows('- 13:55 PM a', 13), 'minutes beyond the hour': rows((index) => (index % 2 ? '- 12:75 a' : '- 12:40 a'), 10),
  'calls that end': rows((index) => (index % 400 ? '- 10:30 call ended' : '- 10:00-11:00 call'), 19), 'seasons': rows((index) => `- ${dayOf(index)} 10:00 PST a`, 26),
  'zones of many names': rows((index) => `- 10:00 Europe/A${String.fromCharCode(97 + (index % 26), 97 + ((index >> 4) % 26))}x a`, 22), 'zones of many meanings': rows((index) => `- ${dayOf(index)} 10:00 ${['IST', 'CST', 'BST', 'PST', 'UTC'][index % 5]} a`, 26),
  'weekdays': rows('Monday, 13 January 2026 (Monday) Mon', 37), 'weekdays without a year': rows('Mon 13 Jan Tue 14 Jan Wed', 26), 'gaps': rows((index) => `- ${new Date(Math.floor(index / 6) * 86_400_000).toISOString().slice(0, 10)} ${index % 6 === 5 ? '14:30' : `08:0${index % 6}`} noticed`, 26),
  'empty entries': rows('- 10:00 -', 10), 'empty rows': rows((index) => (index === 0 ? '| Time | Event |\n|---|---|' : '| 10:00 | |'), 12), 'small tables of empty rows': rows('| Time | b |\n|---|---|\n| 10:00 | |\n', 36),
  'entries of one time': rows((index) => `- 10:00 node ${index} of all nodes is back`, 35), 'times of no clock': rows((index) => (index % 2 ? '- 20 minutes later - a' : '- 10:00 a'), 16),
  'milestones': rows((index) => `- 2026-01-01 10:00 ${['Detected', 'Resolved', 'Impact started'][index % 3]}: a`, 32), 'reports of customers': rows('- 10:00 users users users users of users', 41),
  'nothing that ends': rows('- 10:00 the import is looked at', 32), 'newest first': (length) => `# Post-mortem: x\n\n## Timeline\n\n${Array.from({ length: length / 26 }, (_, index) => `- ${3000 - Math.floor(index / 300)}-01-0${9 - (index % 300 === 7 ? 0 : 1)} 10:00 a`).join('\n')}\n`,
};

/** Texts of about a length that a careless pattern or loop would take a square of it for. */
const families: Readonly<Record<string, (length: number) => string>> = {
  brackets: filled('['), links: filled('[a]('), 'angle brackets': filled('<'), backticks: filled('`a``b'), addresses: filled('<a@b '), comments: filled('<!-- a '),
  questions: filled('?'), patterns: filled('YYYY-MM-DD '), clauses: filled('the cause is '), adverbs: filled('is still '), admissions: filled('the cause is unknown. '),
  placeholders: filled('TBD\n'), references: filled('[a]: b\n'), 'empty sections': filled('## a\n\n'), 'cause sections': filled('## Root Cause\n\nis unknown\n\n'),
  'action sections': filled('## Action Items\n\n### x\n\nTODO: a\n\n'), statuses: filled('Status: root cause pending\n'),
  directives: filled('<!-- incident-docs-disable-next-line a -->\nTBD\n\n'), ranges: filled('<!-- incident-docs-disable a -->\n\n## x\n\n'),
  'same sections': filled('## Impact\n\na\n\n'), 'sections with children': filled('## Impact\n\n### Impact\n\na\n\n'), 'deep headings': filled('# a\n##### b\n#### c\n'), updates: filled('updates every day, '),
  'lines of updates': filled('- We promised regular updates\n'), effects: filled('- Impact:\n'), configurations: filled('1. Configuration:\n'), 'configurations in one': filled('- a\n  - Configuration:\n    - b\n'), levels: filled('SLA violation: '),
  'lines of levels': filled('- SLA violation: at risk\n'), outages: filled('outage, slow '), 'cells of holes': filled('| ?? | text here '), 'words before here': filled(': text here'), 'words of a plan': filled('we will '),
  'words of causes': filled('due to '), 'unmeasured impacts': (length) => `${head}## Impact\n\n${'since 1 until '.repeat(length / 14)}\n`, 'wide impacts': (length) => `${head}## Impact\n\n${'- users in v1.2 on May\n'.repeat(length / 23)}\n`,
  'times in prose': (length) => `# Post-mortem: x\n\n## Summary\n\n${'10:00 '.repeat(length / 6)}\n`, 'lines of times': (length) => `# Post-mortem: x\n\n## Summary\n\n${'at 10:00\n'.repeat(length / 9)}`,
  'nothing told': (length) => `# Post-mortem: x\n\nStatus: Resolved\n\n## References\n\n${'lorem ipsum dolor\n'.repeat(length / 18)}`, 'told in the plan': (length) => `# Post-mortem: x\n\nStatus: Resolved\n\n## Action Items\n\n${'- users alarm fixed\n'.repeat(length / 20)}`,
  'a long title': (length) => `# ${'incident '.repeat(length / 9)}\n\n## Impact\n\na\n`,
  blame: filled('the developer forgot '), 'adverbs that blame': filled('carelessly '), counterfacts: filled('we should have been '), quotation: filled('"terrible '),
  exclamations: filled('a!! '), 'quantifiers in summaries': filled('## Summary\n\nseveral users\n\n'), 'relative dates': filled('two weeks ago '), 'last days': filled('yesterday, last friday '),
  percent: filled('1% a, '), 'kept and broken': filled('the SLA was kept '), 'named percents': filled('web 9%, '), 'named percents a line': filled('a web 51%, app 29%, api 27% of the a\n'), 'rises': filled('latency rose from 1 s to 2 s, an increase of 30% '),
  'lines in lower case': filled('\n\ncause\na'), 'owners without a colon': filled('## Action Items\n\n- a: A, owner A, A A, 1 May\n\n'), 'an item of owners': (length) => `${head}## Action Items\n\n- ${'a: A, owner A, '.repeat(length / 15)}\n`,
  'headings of a ticket': filled('h2. a\n# b\n'), 'percent lines': filled('51% a, 29% b and 27% c\n'), lists: filled('two things:\n- a\n- b\n- c\n'), 'code spans': filled('`a_b`c`'),
  increases: filled('latency increased by 300% '), baselines: filled('queries 5 s (normally 2 s) '), durations: filled('Duration: 3 hours\n'), 'times to detect': filled('| Time to detect | 3 minutes |\n'),
  clocks: filled('from 10:00 to 12:00 an outage '), 'ambiguous dates': filled('from 03/04/2024 10:00 to 11:00 '), 'summaries with dates': filled('## Summary\n\nOn 2025-03-04 an outage.\n\n'),
  'open statuses': (length) => head.replace('\n\n', '\n\nStatus: Closed\n\n') + 'the incident is still open. '.repeat(length / 28),
  'identifiers that stand once': (length) => head + '`name_abcd` '.repeat(8) + Array.from({ length: length / 15 }, (_, index) => `\`name_${index.toString(36).padStart(5, 'q')}x\``).join(' '),
  'frequent identifiers': (length) => head + Array.from({ length: length / 13 }, (_, index) => `\`name_${(index >> 2).toString(36).padStart(5, 'q')}\``).join(' '),
  'names that are related': (length) => head + 'the `label_mgr` stops '.repeat(length / 44) + Array.from({ length: length / 44 }, (_, index) => `of \`q${(index + 1296).toString(36).replace(/\d/g, 'z')}x_mgr\` it`).join(' '),
  'rows over days': (length) => `# Post-mortem: outage on 2020-01-01\n\nDuration: 3 hours\n\n## Timeline\n\n${Array.from({ length: length / 26 }, (_, index) => `- ${new Date(1.7e12 + index * 9e7).toISOString().slice(0, 16).replace('T', ' ')} event`).join('\n')}\n`,
  'at signs': filled('@'), mails: filled('a@b.c '), logins: filled('a@a.a.a.a.a.aa '), plusses: filled('+1 2 3 4 5 6 7 8 9 0 1 2\n'), 'plus signs': filled('+1'), phones: filled('phone 12 34 '),
  cards: filled('card 4012 8888 8888 1881 '), digits: filled('card 4\n1'), dashes: filled('a-'), uuids: filled('5d1c7e2a-90b4-4f6g-8h2i-6a1b2c3d4e5f '), 'labelled uuids': filled('uuid 1-2-3-4-5 '),
  underscores: filled('ghp_'), installations: filled('ghs_1_'), 'installations a line': filled('ghs_1_a.'.repeat(50).concat('\n')), slack: filled('xoxb-a-'), sendgrid: filled(`SG.a.${'a'.repeat(395)}`),
  'private keys': filled('-----BEGIN RSA PRIVATE KEY-----\n'), 'keys that end': filled(`-----BEGIN RSA PRIVATE KEY-----\n${'A'.repeat(5000)}!-----END`), databases: filled('mongodb://a:b@c '),
  'addresses with users': filled('https://a:b@c'), accounts: filled('AKIAAWS_ACCOUNT_ID=1234'), private: filled('10.1.2.3 '), tens: filled('10.'), hosts: filled('a-1.'), 'internal hosts': filled('a-1.lan '), locals: filled('.local'),
  meetings: filled('https://zoom.us/j?pwd='), 'zero width': filled('a\u200b'), overrides: filled('\u202e'), 'marks of direction': filled('a\u200e'), 'marks of direction in Hebrew': filled('\u05d0\u200e'), 'quotation, again': filled('\u201c'), escapes: filled('\u001b['),
  unused: filled('<!-- incident-docs-disable-line placeholder-text -->\n'), unknown: filled('<!-- incident-docs-disable-line a-a -->\n'), 'files of directives': filled('<!-- incident-docs-disable-file empty-section -->\n'),
  'unknown names': (length) => `${head}<!-- incident-docs-disable-file ${'timeline-ordr '.repeat(length / 14)}-->\n`,
  'directives on one line': (length) => `${head}${'<!-- incident-docs-disable-line -->'.repeat(length / 36)} TBD\n`,
  'colons in a heading': (length) => `${head}## ${':'.repeat(length)}\n`,
  'causes in a status': (length) => head.replace('\n\n', `\n\nStatus: ${'cause '.repeat(length / 6)}\n\n`),
  'words of a status': (length) => head.replace('\n\n', `\n\nStatus: ${'x '.repeat(length / 2)}\n\n`),
  'directives over blank lines': (length) => `${head}${'<!--incident-docs-disable-next-line-->'.repeat(length / 76)}${'\n'.repeat(length / 2)}`,
  slashes: filled('1/'), 'numeric dates': filled('on 03/04/2026 '), 'dates of words': filled('\n## a\n\nDate: 03/04/2026\n\nDate: 5 May 2026\n'),
  'dated fields': filled('\n\nDetected: 2026-02-01\nResolved: 2026-01-01\nDate: 2026-02-31\n'), 'levels of an incident': filled('a P1 incident, declared a SEV-2 '),
  'fields stated twice': filled('## a\n\nStatus: Open\nStatus: Closed\n\n'), 'jobs': filled('Owner: senior engineer - x\nCustomer: x\n'),
  'unknown words': filled('Status: Banana\nSeverity: Hihg\n'), 'days of timelines': filled('## Timeline\n\n### 31 June 2026\n\n- 10:00 a\n\n'),
  'no date': (length) => `# Post-mortem: x\n\nStatus: Open\nOwner: a\n\n${'may jan 1'.replace('1', 'x').repeat(length / 9)}`,
  'stray entries': (length) => `# Post-mortem: x\n\n## Timeline\n\n${Array.from({ length: length / 28 }, (_, index) => `- 2026-01-01 ${10 + ((index * 7) % 13)}:00 event`).join('\n')}\n`,
  ...timelines,
  'bare actions': (length) => `# Post-mortem: x\n\n## Action Items\n\n${'Add a monitor\n'.repeat(length / 14)}`,
  'done and open': (length) => `# Post-mortem: x\n\n## Root Cause\n\nThe cause is unknown.\n\n## Current Status\n\n${'- Queue mail repair in progress\n'.repeat(200)}\n## Action Items\n\n${'- [x] Repair mail queue of it\n'.repeat(length / 30)}`,
  'open and done': (length) => `# Post-mortem: x\n\n## Current Status\n\n${'- Web queue restarted\n'.repeat(200)}\n## Action Items\n\n${'- [ ] Restart mail server, due 2020-01-01\n'.repeat(length / 42)}`,
  'owners in a plan': (length) => `# Post-mortem: x\n\n## Action Items\n\n${'Lead: \n'.repeat(length / 14)}\n${'- Test it\n  - a: b\n'.repeat(length / 40)}`,
  'one long action': (length) => `# Post-mortem: x\n\n## Action Items\n\n- ${'A team (Mo, to be: - '.repeat(length / 21)}\n`,
  'words of an action': (length) => `# Post-mortem: x\n\n## Action Items\n\n- Improve ${'proper best practices as needed '.repeat(length / 32)}\n`,
  'measures that were taken': (length) => `# Post-mortem: x\n\n${'## Action Items\n\nWe have taken the following steps:\n\n- Alarms\n\n'.repeat(length / 55)}`,
  'legends below a table': (length) => `# Post-mortem: x\n\n## Action Items\n\n| Type | Action |\n| --- | --- |\n${`| ${'a | '.repeat(2000)} |\n`.repeat(20)}\n### Types\n\n${'- Type: a\n'.repeat(Math.max(0, length - 160_000) / 10)}`,
  'causes asked again': (length) => `# Post-mortem: x\n\n## Root Cause\n\nThe root cause is unknown.\n\n${'## Why\n\nWe have set up a graph so\n\n'.repeat(length / 34)}`,
  'alarms that are planned': (length) => `# Post-mortem: x\n\n## Timeline\n\n- 2026-02-01 10:00 Customers report it\n- 2026-02-01 10:10 An alert\n\n## Action Items\n\n${'- improve what detects it '.repeat(length / 26)}\n`,
  'dates behind the end': (length) => `# Post-mortem: x\n\nResolved: 2026-01-01\nDate: 2026-03-01\n\n## Summary\n\n${'On 1 May 2025 it was 3.\n'.repeat(length / 24)}\n`,
  'causes of human error': filled('caused by a human error, the root cause was likely '), guesses: filled('it may have appeared to probably be '),
  'one long run': (length) => `# Post-mortem: x\n\n## Timeline\n\n- 2026-02-01 10:00 a\n${'- 2026-01-01 10:00 event\n'.repeat(length / 25)}`,
};

describe('the rules take no square of the time', () => {
  for (const [name, make] of Object.entries(families)) {
    test(name, () => assertNoSquare((length) => {
      const document = parse(make(length), { declared: true });
      return () => check(document, defaultSettings, { now: Date.UTC(2026, 10, 21) });
    }));
  }
});
