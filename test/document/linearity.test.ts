import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parse } from '../../server/src/document/document';
import { leastCpuTime } from '../support/cpu-time';

const times = (words: string) => (length: number): string => words.repeat(length / words.length);
const section = (heading: string, line: (length: number) => string) => (length: number): string => `# T\n\n## ${heading}\n\n${line(length)}\n`;
const item = (words: string) => (length: number): string => `- a ${words.repeat(length / words.length)}`;

/** Texts that a pattern with two ways through them would take long over. */
const hostile: Readonly<Record<string, (length: number) => string>> = {
  'a title of blanks': (length) => `# a${' '.repeat(length)}b\n\n## Impact\n\nNone.\n`,
  'a heading of blanks': (length) => `# T\n\n## a${' '.repeat(length)}b\n\nNone.\n`,
  'a heading of brackets': (length) => `# T\n\n## ${'('.repeat(length)}\n\nNone.\n`,
  'a heading of colons': (length) => `# T\n\n## ${':'.repeat(length)}\n\nNone.\n`,
  'a heading of words': (length) => `# T\n\n## ${times('a of ')(length)}\n\nNone.\n`,
  'dashes in an item': section('Actions', item(' - a')),
  'brackets in an item': section('Actions', item('(')),
  'links in an item': section('Actions', item('[a](b) ')),
  'tickets in an item': section('Actions', item('AB-1 ')),
  'owners in an item': section('Actions', item('owner: ')),
  'slashes in an item': section('Actions', item('a/')),
  'stars before a time': section('Timeline', (length) => `- ${'*'.repeat(length)}10:00 a`),
  'negations in an entry': section('Timeline', (length) => `- 10:00 ${times('not ')(length)}resolved`),
  'tags in an entry': section('Timeline', (length) => `- 10:00 ${times('[detected] ')(length)}a`),
  'labels in an entry': section('Timeline', (length) => `- 10:00 ${times('**Detected:** ')(length)}a`),
  'comments in an entry': section('Timeline', (length) => `- 10:00 ${times('<!-- milestone: ')(length)}a`),
  'bars and blanks in an entry': section('Timeline', (length) => `- 10:00 ${times('|    ')(length)}detected:`),
  'pictures before a time': section('Timeline', (length) => `- ${times('🔥')(length)} 10:00 a`),
  'times in the summary': (length) => `# T\n\n## Summary\n\n${times('10:00 ')(length)}\n\n## Timeline\n\n- 10:00 a\n`,
  'months in the summary': (length) => `# T\n\n## Summary\n\n${times('May ')(length)}\n\n## Timeline\n\n- 10:00 a\n`,
  'dates that can be read both ways': section('Timeline', (length) => `- 1/2/2024 ${times('1/2/')(length)}`),
  'dates that no other decides': section('Timeline', times('- 03/04/2024 10:00 a\n')),
  'small tables': section('Actions', times('| Action |\n|---|\n| a |\n\n')),
  'a duration of digits': (length) => `# T\n\n**Duration:** ${'1'.repeat(length)}\n`,
  'dot leaders': (length) => `T\n\ncustomer ${'.'.repeat(length)}\n\nImpact:\nNone.\n`,
  'columns': (length) => `T\n\n${times('a  ')(length)}\n\nImpact:\nNone.\n`,
  'rulers': (length) => `T\n\n---${times(' a')(length)}\n\nNone.\n`,
  'directives': (length) => `# T\n\n${times('<!-- incident-docs-disable-line ')(length)}\n`,
  'roles below a timeline': (length) => `# T\n\n## Timeline\n\n${'a\n'.repeat(length / 4)}\n${'### Resolution\n\n'.repeat(length / 32)}`,
  'labels in bold below headings': times(`## A\n\n**Impact**: ${'none of the orders was lost '.repeat(2)}\n\n`),
  'timelines without a zone': (length) => times('## Timeline\n\n- 10:00 a\n\n')(length),
};

describe('hostile texts', () => {
  for (const [what, make] of Object.entries(hostile)) {
    test(`${what}: 200 KB are read, words and all, within a second`, () => {
      const text = make(200_000);
      const taken = leastCpuTime(() => {
        const document = parse(text);
        for (const { entries } of document.timelines) for (const entry of entries) assert.ok([entry.text, entry.milestones, entry.zone]);
        for (const { text: words, state, owner, due, tickets } of document.plan.items) assert.ok([words, state, owner, due, tickets]);
        assert.ok(document.metrics);
      }, 1);
      assert.ok(taken < 1000, `${taken.toFixed(0)} ms`);
    });
  }
});
