import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Look } from '../../client/preview/look';
import { clockOf, dayOf, daysOf, ticksOf, timeScale } from '../../client/preview/time-scale';
import { timelineView } from '../../client/preview/timeline';
import type { Tree } from '../../client/preview/tree';
import { ENGLISH } from '../../client/preview/words';
import { fullPlan } from '../support/plan-model';

const at = (words: string): number => Date.parse(`${words.replace(' ', 'T')}:00Z`) / 1000;
const moments = (...words: string[]) => words.map((word) => ({ start: at(word), end: null }));

describe('the scale of a timeline', () => {
  test('is to one measure', () => {
    const scale = timeScale(moments('2026-03-11 10:00', '2026-03-11 11:00', '2026-03-11 13:00'), 600);
    const [a, b, c] = ['10:00', '11:00', '13:00'].map((clock) => scale.at(at(`2026-03-11 ${clock}`))) as [number, number, number];
    assert.ok(Math.abs((c - b) / (b - a) - 2) < 0.01);
    assert.equal(scale.parts.length, 1);
    assert.ok(Math.abs(scale.width - 600) < 1);
  });

  test('cuts out silences that are long beside all that happened', () => {
    const scale = timeScale(moments('2026-03-01 09:00', '2026-03-01 09:30', '2026-03-11 07:00', '2026-03-11 08:00', '2026-03-11 09:00'), 600);
    assert.deepEqual(scale.parts.map(({ isGap, from, to }) => [isGap, dayOf(from), dayOf(to)]), [[false, '2026-03-01', '2026-03-01'], [true, '2026-03-01', '2026-03-11'], [false, '2026-03-11', '2026-03-11']]);
  });

  test('cuts nothing out of even steps, nor of what went on all the time', () => {
    assert.equal(timeScale(moments('2026-03-01 09:00', '2026-03-02 09:00', '2026-03-03 09:00', '2026-03-04 09:00'), 600).parts.length, 1);
    assert.equal(timeScale([{ start: at('2026-03-01 09:00'), end: at('2026-03-11 09:00') }, ...moments('2026-03-01 09:01', '2026-03-01 09:02')], 600).parts.length, 1);
  });

  for (const [name, spans] of [['one moment', moments('2026-03-01 09:00')], ['one moment twice', moments('2026-03-01 09:00', '2026-03-01 09:00')], ['a range that ends before it begins', [{ start: at('2026-03-01 09:00'), end: at('2026-03-01 08:00') }]], ['nothing', []]] as const) {
    test(`has a place for ${name}`, () => {
      const scale = timeScale(spans, 300);
      const x = scale.at(at('2026-03-01 09:00'));
      assert.ok(x >= 0 && x <= scale.width, `${x} of ${scale.width}`);
    });
  }

  test('keeps every moment within the drawing, and later ones to the right of earlier ones', () => {
    let seed = 7;
    const random = () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
    for (let round = 0; round < 200; round++) {
      const spans = Array.from({ length: 1 + Math.floor(random() * 12) }, () => ({ start: Math.floor(random() ** 4 * 1e8), end: null }));
      const scale = timeScale(spans, 200 + random() * 800);
      const places = spans.map(({ start }) => start).sort((a, b) => a - b).map((start) => scale.at(start));
      for (const [index, x] of places.entries()) assert.ok(x >= 0 && x <= scale.width && x >= (places[index - 1] ?? 0) - 1e-6, `${places}`);
    }
  });

  test('has ticks at even times, apart, and none in a gap', () => {
    const scale = timeScale(moments('2026-03-01 09:07', '2026-03-01 09:50', '2026-03-11 07:10', '2026-03-11 09:55'), 900);
    const ticks = ticksOf(scale, 60);
    assert.ok(ticks.length > 4 && ticks.every(({ seconds }) => seconds % 60 === 0));
    assert.ok(ticks.every(({ seconds }) => ['2026-03-01', '2026-03-11'].includes(dayOf(seconds))));
    assert.equal(clockOf(at('2026-03-01 09:07')), '09:07');
  });

  test('names the days that begin, and no two in one place', () => {
    const scale = timeScale(moments('2026-03-01 20:00', '2026-03-02 02:00', '2026-03-02 08:00', '2026-03-03 01:00'), 900);
    assert.deepEqual(daysOf(scale, 70).map(({ seconds, isDay }) => [dayOf(seconds), isDay]), [['2026-03-01', false], ['2026-03-02', true], ['2026-03-03', true]]);
    const years = timeScale(moments('2016-03-01 20:00', '2018-01-01 00:00', '2020-01-01 00:00', '2022-01-01 00:00', '2024-01-01 00:00', '2026-03-01 20:00'), 500);
    const places = daysOf(years, 70).map(({ x }) => x);
    assert.ok(places.length > 2 && places.every((x, index) => index === 0 || x - (places[index - 1] as number) >= 70));
  });
});

describe('the drawing of a timeline', () => {
  const look = { strings: ENGLISH, strip: { width: 700, zoom: 1, entry: 2 }, cursor: 33 } as unknown as Look;
  const model = fullPlan.timeline!;
  const all = (trees: readonly Tree[]): Tree[] => trees.flatMap((tree) => [tree, ...all(tree.children ?? [])]);
  const page = all([timelineView(model, look)]);
  const classed = (trees: readonly Tree[], name: string) => trees.filter(({ attributes }) => attributes?.['class']?.split(' ').includes(name));

  test('has every entry in the order of the document, by its own words and line', () => {
    const entries = classed(page, 'entry');
    assert.deepEqual(entries.map(({ attributes }) => Number(attributes?.['data-line'])), model.entries.map(({ line }) => line));
    assert.equal(entries[2]?.attributes?.['aria-label'], '2026-03-11 07:53 Latency alarm detected the rise; the engineer on call acknowledged it (Detected, Acknowledged)');
    assert.equal(entries[5]?.attributes?.['aria-label'], '2026-03-01 09:25 Search team called in (out of order)');
    assert.deepEqual(entries.map(({ attributes }) => attributes?.['tabindex']).filter((index) => index === '0').length, 1);
    assert.ok(entries[1]?.attributes?.['class']?.includes('at-cursor'));
  });

  test('draws where the order breaks, and sorts nothing', () => {
    assert.equal(classed(page, 'disorder').length >= 2, true);
    assert.deepEqual(classed(page, 'jump').map(({ children }) => children?.[0]?.text), ['Goes back by 9 d 22 h']);
    const places = classed(page, 'entry').map(({ children }) => Number(children?.[0]?.attributes?.['x']));
    assert.ok(places[5]! < places[4]!, 'the entry lies where its own date says');
  });

  test('says what it leaves out', () => {
    assert.ok(page.some(({ text }) => text === 'Entries: 10 · without a date: 1'));
    const many = { ...model, entries: Array.from({ length: 600 }, (_, index) => ({ ...model.entries[0]!, start: index * 60, line: index })) };
    assert.ok(all([timelineView(many, look)]).some(({ text }) => text?.includes('only the first 500 are drawn')));
  });

  test('has ranges as bars, gaps as gaps and milestones by name', () => {
    assert.equal(classed(page, 'range').length, 2);
    assert.deepEqual(classed(page, 'gap').map(({ children }) => children?.[0]?.text), ['Nothing for 9 d 21 h', 'Nothing for 14 h 15 min']);
    assert.deepEqual(classed(page, 'flag').map(({ children }) => children?.[1]?.text), ['Identified', 'Started', 'Detected, Acknowledged', 'Declared', 'Mitigated', 'Resolved']);
  });

  test('is wider where it is zoomed', () => {
    const svg = (zoom: number) => Number(all([timelineView(model, { ...look, strip: { ...look.strip, zoom } })]).find(({ key }) => key === 'drawing')?.attributes?.['width']);
    assert.ok(svg(4) > 3 * svg(1));
  });
});
