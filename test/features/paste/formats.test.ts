import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { DayOrder } from '../../../server/src/document/day-order';
import type { PastedEntry } from '../../../server/src/features/paste/format';
import { pasteFormats, recognise } from '../../../server/src/features/paste/formats';
import { leastCpuTime } from '../../support/cpu-time';
import { exampleTexts } from '../../support/examples';
import { escalation, note, postmortem } from '../../support/documents';
import { sharedDocuments } from '../../support/shared';

const two = (value: number): string => String(value).padStart(2, '0');

/** An entry on one line: day, time of day, zone, who, what. */
function told({ time: { day, second, precision, zone }, author, text }: PastedEntry): string {
  const named = day === null ? '' : 'daysAgo' in day ? ['today ', 'yesterday '][day.daysAgo] : 'weekday' in day ? `weekday ${day.weekday} ` : `${day.year === null ? '' : `${day.year}-`}${two(day.month)}-${two(day.day)} `;
  const clock = `${two(Math.floor(second / 3600))}:${two(Math.floor(second / 60) % 60)}${precision === 'second' ? `:${two(second % 60)}` : ''}`;
  return `${named}${clock}${zone ? ` ${zone.text}` : ''} ${author === null ? '' : `<${author}> `}${text}`;
}

const read = (text: string, order: DayOrder = null): { format: string; entries: string[] } | null => {
  const found = recognise(text, order);
  return found && { format: found.format.id, entries: found.entries.map(told) };
};

/** Texts as programs hand them over, and what is read in them. */
const texts: Readonly<Record<string, readonly (readonly [what: string, text: string, entries: readonly string[]])[]>> = {
  slack: [
    ['the desktop program: the name over the time', 'Ana Lima\n  9:41 PM\nThe error rate is at 40 %\nand rising\n\nBen Okafor\n  9:45 PM\nRolling back\n', [
      '21:41 <Ana Lima> The error rate is at 40 % and rising', '21:45 <Ben Okafor> Rolling back',
    ]],
    ['the web program: the name beside the time, in 24 hours', 'Ana Lima  21:41\nThe error rate is at 40 %\nBen Okafor  21:45\nRolling back\n', ['21:41 <Ana Lima> The error rate is at 40 %', '21:45 <Ben Okafor> Rolling back']],
    ['further messages of one person, without their half of the day', 'Ana Lima  11:58 AM\nOne\n12:03\nTwo\n1:10\nThree\nBen Okafor  11:59 PM\nFour\n12:01\nFive\n', [
      '11:58 <Ana Lima> One', '12:03 <Ana Lima> Two', '13:10 <Ana Lima> Three', '23:59 <Ben Okafor> Four', '00:01 <Ben Okafor> Five',
    ]],
    ['days between the messages', 'Monday, March 9th\nAna Lima  11:58 PM\nOne\nTuesday, March 10th\nAna Lima  12:10 AM\nTwo\n12:11\nThree\nToday\nBen Okafor  8:00 AM\nFour\n', [
      '03-09 23:58 <Ana Lima> One', '03-10 00:10 <Ana Lima> Two', '03-10 00:11 <Ana Lima> Three', 'today 08:00 <Ben Okafor> Four',
    ]],
    ['older programs: the time in brackets', 'Ana Lima [9:41 PM]\nOne\n[9:43]\nTwo\n', ['21:41 <Ana Lima> One', '21:43 <Ana Lima> Two']],
    ['as Markdown, with links', 'Ana LimaAna Lima  [Mar 9th at 9:41 PM](https://example.slack.com/archives/C1/p1)\n\nOne\n\n[9:43](https://example.slack.com/archives/C1/p2)\n\nTwo\n', [
      '03-09 21:41 <Ana Lima> One', '03-09 21:43 <Ana Lima> Two',
    ].map((line) => line.replace('03-09 21:43', '21:43'))],
    ['a thread, with days in words', 'Ana Lima\n  Yesterday at 9:41 PM\nOne\nBen Okafor\n  Today at 8:05 AM  replied to a thread:\nTwo\n', ['yesterday 21:41 <Ana Lima> One', 'today 08:05 <Ben Okafor> Two']],
    ['without what the program adds', 'PagerDuty APP  9:41 PM\nTriggered: checkout\n:eyes: 2\n:+1:\n3\n2 replies\nLast reply today at 9:50 PM\nNew\nAna Lima :palm_tree:  9:45 PM\nLooking (edited)\n', [
      '21:41 <PagerDuty> Triggered: checkout', '21:45 <Ana Lima> Looking (edited)',
    ]],
    ['a narrow blank before "PM", and CR LF', 'Ana Lima\r\n  9:41\u202fPM\r\nOne\r\n', ['21:41 <Ana Lima> One']],
  ],
  'slack-export': [
    ['a line each', '{"type":"message","ts":"1773092460.000200","user":"U1","text":"One &lt;two&gt; <@U2> <#C1|ops> <https://status.example|the page>"}\n{"type":"message","ts":"1773092461.000200","user":"U1","subtype":"channel_join","text":"joined"}\n', [
      '2026-03-09 21:41:00 UTC <U1> One <two> @U2 @ops the page (https://status.example)',
    ]],
    ['the answer of the interface', '{"ok":true,"messages":[{"type":"message","ts":"1773092460.000200","username":"deploys","text":"One"}]}', ['2026-03-09 21:41:00 UTC <deploys> One']],
  ],
  teams: [
    ['the day in front, with a name of two parts', '[3/9/2026 9:41 PM] Lima, Ana\nOne\n[3/13/2026 9:45 PM] Ben Okafor\nTwo\n', ['2026-03-09 21:41 <Lima, Ana> One', '2026-03-13 21:45 <Ben Okafor> Two']],
    ['the message on the same line', '[9:41 PM] Ana Lima: One: two\n[9:45 PM] Ben Okafor: Three\n', ['21:41 <Ana Lima> One: two', '21:45 <Ben Okafor> Three']],
    ['the clock in front of the day', '[21:41 • 13/03/2026] Ana Lima:\nOne\n', ['2026-03-13 21:41 <Ana Lima> One']],
    ['days in words', '[Yesterday 9:41 PM] Ana Lima\nOne\n[Monday 9:45 AM] Ana Lima\nTwo\n', ['yesterday 21:41 <Ana Lima> One', 'weekday 1 09:45 <Ana Lima> Two']],
    ['a name over day and time', 'Ana Lima\n13/03/2026 21:41\nOne\n', ['2026-03-13 21:41 <Ana Lima> One']],
  ],
  zoom: [
    ['the message below', '21:41:05\t From Ana Lima to Everyone:\n\tOne\n\ttwo\n21:45:30\t From Ben Okafor to Ana Lima(Direct Message):\n\tThree\n', ['21:41:05 <Ana Lima> One two', '21:45:30 <Ben Okafor> Three']],
    ['older programs: the message on the same line', '21:41:05 From  Ana Lima : One: two\n21:45:30\t From Ben Okafor to Everyone : Three\n', ['21:41:05 <Ana Lima> One: two', '21:45:30 <Ben Okafor> Three']],
    ['with a date, without reactions', '2026-03-09 21:41:05 From Ana Lima to Everyone:\n\tOne\n2026-03-09 21:41:09 From Ben Okafor to Everyone:\n\tReacted to "One" with 👍\n', ['2026-03-09 21:41:05 <Ana Lima> One']],
  ],
  pagerduty: [
    ['the newest first, each behind its time', 'Mar 9, 2026\n9:52 PM\tResolved by Ana Lima through the website.\n9:43 PM\tAcknowledged by Ana Lima.\n9:40 PM\tTriggered through the API. (View Message)\n', [
      '2026-03-09 21:52 Resolved by Ana Lima through the website.', '2026-03-09 21:43 Acknowledged by Ana Lima.', '2026-03-09 21:40 Triggered through the API.',
    ]],
    ['times in UTC', '2026-03-09T21:40:00Z Triggered by monitoring\n2026-03-09T21:43:10Z Acknowledged by Ana Lima\n2026-03-09T21:50:00Z Looks like the pool\n', [
      '2026-03-09 21:40:00 Z Triggered by monitoring', '2026-03-09 21:43:10 Z Acknowledged by Ana Lima', '2026-03-09 21:50:00 Z Looks like the pool',
    ]],
    ['with "at"', 'at 9:40 PM\nTriggered through the API.\nDescription: checkout\nSHOW DETAILS\nat 9:41 PM\nNotified Ana Lima via SMS.\n', ['21:40 Triggered through the API. Description: checkout', '21:41 Notified Ana Lima via SMS.']],
  ],
  journal: [
    ['with its own notices and lines that go on', '-- Logs begin at Mon 2026-03-02 --\nMar 09 21:40:12 web-1 checkout[812]: panic: nil\n                                  goroutine 7\n-- Boot 1f --\nMar  9 21:41:05 web-1 kernel: out of memory\n', [
      '03-09 21:40:12 <web-1 checkout> panic: nil goroutine 7', '03-09 21:41:05 <web-1 kernel> out of memory',
    ]],
  ],
  'journal-iso': [
    ['with offsets', '2026-03-09T21:40:12-0700 web-1 checkout[812]: one\n2026-03-09T21:40:12.418233+00:00 web-1 checkout: two\n', ['2026-03-09 21:40:12 -0700 <web-1 checkout> one', '2026-03-09 21:40:12 +00:00 <web-1 checkout> two']],
    ['in full', 'Mon 2026-03-09 21:40:12 UTC web-1 checkout[812]: one\n', ['2026-03-09 21:40:12 UTC <web-1 checkout> one']],
  ],
  'journal-precise': [['with its fractions', 'Mar 09 21:40:12.418233 web-1 checkout[812]: one\n', ['03-09 21:40:12 <web-1 checkout> one']]],
  csv: [
    ['quotes, commas and line ends in values', 'time,message\r\n2026-03-09 21:40,"a, ""b"",\r\nc"\r\n2026-03-09 21:41,d\r\n', ['2026-03-09 21:40 a, "b", c', '2026-03-09 21:41 d']],
    ['semicolons, date and time apart, the zone in the header', 'Date;Time (CET);Who;What happened\n2026-03-09;21:40;Ana;One\n2026-03-09;21:41;;Two\n', ['2026-03-09 21:40 CET <Ana> One', '2026-03-09 21:41 CET Two']],
    ['tabs, as spreadsheets copy them, and seconds since 1970', 'timestamp\thost\tmsg\n1773092460\tweb-1\tOne\n1773092461123\tweb-2\tTwo\n', ['2026-03-09 21:41:00 UTC <web-1> One', '2026-03-09 21:41:01 UTC <web-2> Two']],
    ['empty rows', '"time","text"\n2026-03-09 21:40,One\n,\n', ['2026-03-09 21:40 One']],
  ],
  'json-lines': [
    ['keys of several loggers', '{"time":1773092460123,"msg":"One","hostname":"web-1"}\n\n{"ts":"2026-03-09T21:41:05.120+01:00","text":"Two","user":{"name":"Ana"}}\n', ['2026-03-09 21:41:00 UTC <web-1> One', '2026-03-09 21:41:05 +01:00 <Ana> Two']],
    ['an array within an answer', '{"log_entries":[{"type":"trigger_log_entry","created_at":"2026-03-09T21:40:00Z","summary":"Triggered through the API.","agent":{"summary":"Monitoring"}}],"limit":25}', ['2026-03-09 21:40:00 Z <Monitoring> Triggered through the API.']],
  ],
};

describe('what was copied', () => {
  for (const [format, rows] of Object.entries(texts)) {
    for (const [what, text, entries] of rows) test(`${format}: ${what}`, () => assert.deepEqual(read(text), { format, entries }));
  }

  for (const format of pasteFormats) {
    test(`${format.id}: its example is read, and by no other`, () => {
      assert.equal(recognise(format.example, null)?.format, format);
      const value = format.example;
      const readers = pasteFormats.filter((other) => other.read({ value, lines: value.split('\n').map((line) => line.trimEnd()), order: null }));
      assert.deepEqual(readers.map(({ id }) => id), format.id === 'slack-export' ? ['slack-export', 'json-lines'] : [format.id]);
    });
  }

  test('every format has rows here', () => assert.deepEqual(Object.keys(texts).sort(), pasteFormats.map(({ id }) => id).sort()));
});

const unknown: Readonly<Record<string, string>> = {
  'nothing': '', 'blanks': ' \n\n', 'a sentence': 'The database was slow at 9:41 PM.', 'a list': '- one\n- two\n',
  'entries of a timeline': '- 2026-03-09 21:40 – The belt stops\n- 2026-03-09 21:52 – It is seen\n',
  'a table without times': 'name,message\nAna,One\n', 'a table with a row that has no time': 'time,message\n2026-03-09 21:40,One\nsoon,Two\n', 'a value that does not end': 'time,message\n2026-03-09 21:40,"One\n',
  'records without a time': '{"msg":"One"}\n', 'records with something else between': '{"time":"2026-03-09T21:40:00Z","msg":"One"}\nTwo\n', 'a list of numbers': '[1, 2]', 'broken JSON': '{"time":',
  'a log with something else in it': 'Mar 09 21:40:12 web-1 checkout[812]: one\nand so on\n', 'a chat that begins in the middle': 'and so on\nAna Lima  9:41 PM\nOne\n',
  'elapsed time of a recording': '00:58:04\tAna:\tOne\n00:58:20\tBen:\tTwo\n', 'a program': 'function at(time) {\n  return 9;\n}\n', 'a time alone': '9:41 PM\n', 'a name and a time': 'Ana Lima  9:41 PM\n',
};

describe('what is left alone', () => {
  for (const [what, text] of Object.entries(unknown)) test(what, () => assert.equal(read(text), null));

  test('documents', () => {
    for (const text of [escalation, postmortem, note, ...exampleTexts()]) assert.equal(read(text), null, text.slice(0, 60));
  });

  const documents = sharedDocuments;
  test('documents of others', { skip: documents.length === 0 && 'they are not here' }, () => {
    for (const { name, text } of documents) assert.equal(read(text), null, name);
  });
});

const MB = 1_000_000;
const many = (words: string) => (length: number): string => words.repeat(Math.ceil(length / words.length));
const hostile: Readonly<Record<string, (length: number) => string>> = {
  ...Object.fromEntries(pasteFormats.filter(({ id }) => id !== 'slack-export' && id !== 'csv').map(({ id, example }) => [`many times ${id}`, many(example)])),
  'a table': (length) => `time,message\n${many('2026-03-09 21:40,One\n')(length)}`,
  'a table of quotes': (length) => `time,message\n2026-03-09 21:40,"${'""'.repeat(length / 2)}"\n`,
  'a table of commas': (length) => `time,message\n2026-03-09 21:40,${','.repeat(length)}\n`,
  'a header of commas': (length) => `time,message${','.repeat(length)}\n2026-03-09 21:40,One\n`,
  'brackets': many('['), 'braces': many('{"a":'), 'an array of arrays': (length) => `${'['.repeat(length / 2)}${']'.repeat(length / 2)}`,
  'blanks': many(' '), 'a line of blanks behind a name': (length) => `Ana${' '.repeat(length)}9:41 PM\nOne\n`, 'names': many('Ana Lima\n'), 'times': many('9:41 PM\n'), 'colons': many(':'), 'links': many('[9:41 PM](https://a'),
  'letters': many('a'), 'digits': many('1'), 'dates that can be read both ways': many('[03/04/2026 9:41 PM] Ana\nOne\n'), 'line ends': many('\n'), 'heads of Zoom': many('21:41:05 From Ana to '), 'emoji codes': many(':a:'),
};

describe('hostile texts', () => {
  for (const [what, make] of Object.entries(hostile)) {
    test(`${what}: 1 MB is read within two seconds`, () => {
      const text = make(MB);
      const taken = leastCpuTime(() => void recognise(text, null), 1);
      assert.ok(taken < 2000, `${taken.toFixed(0)} ms`);
    });
  }
});
