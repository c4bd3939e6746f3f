import { csv2json } from 'csv42';
import * as fc from 'fast-check';
import ICAL from 'ical.js';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { Ajv } from 'ajv';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { isoDay } from '../../../server/src/document/time';
import { guarded } from '../../../server/src/features/export/csv';
import { exportPlans } from '../../../server/src/features/export/export-plan';
import { inJira } from '../../../server/src/features/export/jira';
import { onOneLine } from '../../../server/src/features/export/one-line';
import type { NamedPlan } from '../../../server/src/features/export/plan-format';
import { actionTypes, type ActionItemModel, type PlanFormatName } from '../../../server/src/protocol';
import { PlanFile } from '../../../server/src/protocol/plan-file';
import { itemsOf, planWith } from '../../support/plans';

const runs = { numRuns: 300, seed: 7 };

/** Words that mean something to one of the formats, and any others. */
const pieces = fc.constantFrom(
  '=', '+', '-', '@', '＝', '\t', '\r', '\n', ';', ',', '"', "'", '|', '\\', '<', '>', '&', '&lt;', '&#92;', '<script>', '</td>', '<!--', '{code}', '[a|b]', '[x](javascript:y)', '*b*', '_i_', '!i!',
  '(x)', ':)', '--', '??', '#', 'h1. ', '\u202e', '\u2028', '\u0000', '\ud83d', '🚒', 'é', '修', ' ', 'word', 'snake_case', 'OPS-1', 'https://a.example/b_c?d=e&f=(g)', 'www.a.example', 'a@b.example', '- [ ] ', '1. ', '~', '^', '`', '%0a',
);
const text = fc.array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 12 })), { maxLength: 12 }).map((parts) => parts.join(''));
/** No item is without words. */
const title = text.filter((words) => /[^\s\p{C}]/u.test(words));
const day = fc.integer({ min: 0, max: 40_000 }).map(isoDay);
const item = fc.record<Partial<ActionItemModel>>({
  text, title, owner: fc.option(text, { nil: null }), priority: fc.option(text, { nil: null }),
  state: fc.constantFrom('open', 'done', 'untracked'),
  due: fc.option(fc.record({ text, date: fc.option(day), source: fc.constantFrom('stated', 'horizon'), overdue: fc.boolean() })),
  type: fc.option(fc.record({ value: fc.constantFrom(...actionTypes), stated: fc.boolean() })),
  tickets: fc.array(fc.record({ key: text, url: fc.option(text.map((end) => `https://tickets.example.com/${end}`)) }), { maxLength: 3 }),
});
const plan = fc.tuple(fc.array(item, { minLength: 1, maxLength: 4 }), fc.option(text, { nil: null }), text).map(([items, title, label]) => planWith(items, { title, blocking: [{ kind: 'problem', text: label, line: null }] }, label));

const as = (named: NamedPlan, format: PlanFormatName): string | null => {
  const exported = exportPlans([named], format);
  return typeof exported === 'string' ? exported : null;
};
/** What any format may write. */
const clean = (named: NamedPlan): NamedPlan => onOneLine([named])[0]!;
const holds = (check: (named: NamedPlan) => void): void => fc.assert(fc.property(plan, check), runs);

describe('comma-separated values', () => {
  const read = (csv: string) => csv2json<Record<string, string>>(csv, { parseValue: (cell) => cell });

  test('read back by a library are the plan', () => holds((named) => {
    const rows = read(as(named, 'csv')!);
    assert.deepEqual(
      rows.map((row) => [row['group'], row['action'], row['state'], row['owner'], row['due'], row['tickets'], row['line']]),
      clean(named).plan.groups.flatMap(({ label, items }) => items.map((one) => [
        guarded(label), guarded(one.title), one.state, guarded(one.owner ?? ''), guarded(one.due?.date ?? one.due?.text ?? ''), guarded(one.tickets.map(({ key }) => key).join(' ')), String(one.line + 1),
      ])),
    );
  }));

  test('end every line with CR LF and have none within', () => holds((named) => {
    const lines = as(named, 'csv')!.split('\r\n');
    assert.equal(lines.length, 1 + itemsOf(named).length + 1);
    for (const line of lines) assert.doesNotMatch(line, /[\r\n]/);
  }));

  test('have no cell that a spreadsheet takes for a formula, whichever sign parts its cells', () => holds((named) => {
    const csv = as(named, 'csv')!;
    for (const row of read(csv)) for (const cell of Object.values(row)) assert.doesNotMatch(cell, /^[\s\p{Cf}]*[=+\-@＝＋－＠]/u);
    for (const line of csv.split('\r\n')) for (const cell of line.split(';')) assert.doesNotMatch(cell, /^[\s"]*[=+\-@]/);
  }));

  test('lose nothing but the guard', () => fc.assert(fc.property(text, (words) => assert.equal(guarded(words).replace(/(^|;)'(?=[\s\p{Cf}]*[=+\-@＝＋－＠])/gu, '$1'), words)), runs));
});

describe('a calendar', () => {
  const events = (ics: string) => new ICAL.Component(ICAL.parse(ics) as never[]).getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));

  test('read back by a library has the days and the words of what is still to be done', () => holds((named) => {
    const ics = as(named, 'ics');
    const due = itemsOf(clean(named)).filter(({ state, due: when }) => state !== 'done' && when?.date);
    if (ics === null) return assert.equal(due.length, 0);
    assert.deepEqual(events(ics).map(({ summary, startDate }) => [summary, startDate.toString()]), due.map(({ title, due: when }) => [title, when!.date]));
    for (const event of events(ics)) assert.equal(event.duration.toString(), 'P1D');
  }));

  test('has no line over 75 octets, and none that ends within a character', () => holds((named) => {
    const ics = as(named, 'ics') ?? '\r\n';
    assert.ok(ics.endsWith('\r\n'));
    for (const line of ics.split('\r\n')) {
      assert.ok(Buffer.byteLength(line) <= 75, line);
      assert.equal(Buffer.from(line).toString(), line);
    }
  }));

  test('is the same for the same plan, with a name of its own for each event', () => holds((named) => {
    const ics = as(named, 'ics') ?? '';
    assert.equal(as(structuredClone(named), 'ics') ?? '', ics);
    const names = [...ics.replaceAll('\r\n ', '').matchAll(/^UID:(.*)\r$/gm)].map(([, name]) => name);
    assert.equal(new Set(names).size, names.length);
  }));
});

describe('a page', () => {
  const tags = new Set(['html', 'head', 'meta', 'title', 'style', 'body', 'main', 'article', 'header', 'p', 'h1', 'h2', 'bdi', 'dl', 'div', 'dt', 'dd', 'small', 'progress', 'strong', 'section', 'ul', 'li', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'span', 'a', 'footer']);
  const attributes = /^<\w+(?: (?:class|id|title|scope|role|aria-label|max|value|lang|charset|name|content|http-equiv|rel|href)="[^"<>]*")*>$/;
  const unescaped = (html: string): string => html.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" })[name]!);

  test('has no tag, no attribute and no address but our own, and no script', () => holds((named) => {
    const page = as(named, 'html')!.replace('<!doctype html>', '');
    for (const [tag] of page.matchAll(/<[^>]*>?/g)) {
      const name = /^<\/?(\w+)/.exec(tag)?.[1] ?? '';
      assert.ok(tags.has(name), tag);
      if (!tag.startsWith('</')) assert.match(tag, attributes);
    }
    for (const [, target] of page.matchAll(/ href="([^"]*)"/g)) assert.match(target!, /^https?:\/\//);
  }));

  test('says what the plan says', () => holds((named) => {
    const page = as(named, 'html')!;
    const cells = [...page.matchAll(/<td class="action"><bdi>(.*?)<\/bdi>/gs)].map(([, cell]) => unescaped(cell!));
    assert.deepEqual(cells, itemsOf(clean(named)).map(({ title }) => title));
  }));
});

describe('Markdown', () => {
  /** Without the library's look for addresses in what was escaped: no reader does that. */
  const syntax = gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] }));
  const read = (markdown: string): Nodes => fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: syntax });
  const wordsOf = (node: Nodes): string => ('value' in node ? node.value : 'children' in node ? node.children.map(wordsOf).join('') : '');
  const all = (node: Nodes, type: Nodes['type']): Nodes[] => [...(node.type === type ? [node] : []), ...('children' in node ? node.children.flatMap((child) => all(child, type)) : [])];
  const onceSpaced = (words: string): string => words.replace(/\s+/g, ' ').trim();

  test('has a table whose cells are the plan’s words', () => holds((named) => {
    const root = read(as(named, 'markdown')!);
    const rows = all(root, 'tableRow').slice(1).map((row) => all(row, 'tableCell').map(wordsOf).map(onceSpaced));
    assert.deepEqual(rows.map(([title, owner]) => [title, owner]), itemsOf(clean(named)).map(({ title, owner }) => [onceSpaced(title), onceSpaced(owner ?? '')]));
    for (const type of ['html', 'image', 'emphasis', 'strong', 'delete', 'inlineCode'] as const) assert.deepEqual(all(root, type), [], type);
  }));

  test('has a checklist with a box an item', () => holds((named) => {
    const items = all(read(as(named, 'checklist')!), 'listItem');
    assert.deepEqual(items.map((one) => one.type === 'listItem' && one.checked), itemsOf(named).map(({ state }) => state === 'done'));
  }));
});

describe('Jira’s markup', () => {
  const shown = (markup: string): string => markup.replace(/&#(\d+);|&amp;|\\([![\]^~+?%{}()*_|@-])/g, (_, code?: string, sign?: string) => (code ? String.fromCharCode(Number(code)) : (sign ?? '&')));

  const table: readonly (readonly [words: string, markup: string])[] = [
    ['plain words, with numbers 1-2 and snake_case', 'plain words, with numbers 1-2 and snake_case'],
    ['*bold* _it_ -gone- +new+ ^up^ ~down~ ??cite??', '\\*bold* \\_it_ \\-gone- \\+new+ \\^up\\^ \\~down\\~ \\?\\?cite\\?\\?'],
    ['{code} [link|to] !image.png! a|b', '\\{code\\} \\[link\\|to\\] \\!image.png! a\\|b'],
    ['C:\\temp & &lt;', 'C:&#92;temp & &amp;lt;'],
    ['well (x) :) ;) (on)', 'well \\(x) &#58;) &#59;) \\(on)'],
    ['a -- b --- c', 'a \\-\\- b \\-\\-\\- c'],
    ['# first', '&#35; first'], ['* first', '\\* first'], ['- first', '\\- first'], ['h2. first', 'h2&#46; first'], ['bq. first', 'bq&#46; first'],
    ['see https://a.example/b_c~d?e=f-*g, and _it_', 'see https://a.example/b_c~d?e=f-*g, and \\_it_'],
  ];
  for (const [words, markup] of table) test(words, () => assert.equal(inJira(words), markup));

  test('shows the words as they are', () => fc.assert(fc.property(text, (words) => {
    if (!words.includes('http')) assert.equal(shown(inJira(words)), words);
  }), runs));

  test('has a row a line and as many cells in each', () => holds((named) => {
    const rows = as(named, 'jira')!.split('\n').filter((line) => line.startsWith('|'));
    assert.equal(rows.length, 1 + itemsOf(named).length);
    const columns = rows[0]!.split('||').length - 2;
    for (const row of rows.slice(1)) assert.equal(row.replace(/\\./g, '').replace(/\[[^\]]*\]/g, 'link').split('|').length - 2, columns, row);
  }));
});

describe('JSON', () => {
  const fits = new Ajv({ strict: false }).compile(JSON.parse(readFileSync('schemas/action-plan.schema.json', 'utf8')));

  test('is what its schemas promise', () => holds((named) => {
    const file: unknown = JSON.parse(as(named, 'json')!);
    assert.ok(fits(file), JSON.stringify(fits.errors));
    assert.deepEqual(PlanFile.parse(file), file, 'there is nothing that the schema does not name');
  }));
});
