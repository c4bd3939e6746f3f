import type { TimelineModel } from '../../server/src/protocol/action-plan';
import { icon } from './icons';
import { button, type Look } from './look';
import { clockOf, dayOf, daysOf, ticksOf, timeScale, type TimeScale } from './time-scale';
import { element, type Tree } from './tree';
import { durationWords, fill, type Strings, type Word } from './words';

type Entry = TimelineModel['entries'][number];

/** No page is wide enough for more. */
const mostEntries = 500;
/** Pixels from the top: the labels of milestones stand in three rows above the lane that the entries lie on. */
const rows = [12, 27, 42] as const;
const lane = 74;
const axis = 94;
const height = 132;
/** Of a letter in the labels, in pixels: what is a little too wide keeps them apart. */
const letter = 6.6;

const milestones = ['started', 'detected', 'acknowledged', 'declared', 'escalated', 'identified', 'mitigated', 'resolved'] as const satisfies readonly Word[];

/**
 * The timeline as a drawing: what happened when, to one measure but for long silences. Entries lie where their times say, in the order of
 * the document: from one that goes back in time an arrow leads back, and nothing is sorted.
 */
export function timelineView({ zone, entries, undated }: TimelineModel, look: Look): Tree {
  const { strings, strip } = look;
  const drawn = entries.slice(0, mostEntries);
  const scale = timeScale(drawn, strip.width * strip.zoom);
  const disordered = entries.filter(({ disorder }) => disorder).length;
  const said = [
    fill(strings.entries, entries.length),
    ...(undated > 0 ? [fill(strings.undated, undated)] : []),
    ...(entries.length > drawn.length ? [fill(strings.tooMany, drawn.length)] : []),
  ];
  const svg = element('svg', 'drawing', { width: String(Math.ceil(scale.width)), height: String(height), role: 'group', 'aria-labelledby': 'timeline-title', 'aria-describedby': 'timeline-help' }, [
    ...axisOf(scale),
    ...gapsOf(scale, strings),
    ...jumpsOf(drawn, scale, strings),
    ...flagsOf(drawn, scale, strings),
    ...drawn.map((entry, index) => entryView(entry, index, scale, look)),
  ]);
  return element('section', 'timeline', { class: 'timeline', 'aria-labelledby': 'timeline-title' }, [
    element('div', 'head', { class: 'head' }, [
      element('h2', 'title', { id: 'timeline-title' }, zone === null ? strings.timeline : fill(strings.timelineIn, zone)),
      element('p', 'said', { class: 'said dim' }, [
        element('span', 'counts', {}, said.join(' · ')),
        ...(disordered > 0 ? [element('span', 'disorder', { class: 'late' }, fill(strings.disordered, disordered))] : []),
      ]),
      element('div', 'zoom', { class: 'zoom' }, [zoomButton('out', strings.zoomOut, strip.zoom <= 1), zoomButton('fit', strings.zoomFit, strip.zoom === 1), zoomButton('in', strings.zoomIn, strip.zoom >= mostZoom)]),
    ]),
    element('div', 'scroll', { class: 'strip', 'data-strip': '' }, [svg]),
    // What is pointed at is written here by the page.
    element('p', 'caption', { class: 'caption', 'aria-hidden': 'true' }),
    element('p', 'help', { id: 'timeline-help', class: 'hidden' }, strings.timelineHelp),
  ]);
}

export const mostZoom = 32;

function zoomButton(way: 'in' | 'out' | 'fit', says: string, isIdle: boolean): Tree {
  const drawing = icon(({ in: 'add', out: 'zoomOut', fit: 'fit' } as const)[way]);
  return button('zoom', 'icon-button', [drawing], { 'data-zoom': way, 'aria-label': says, title: says, ...(isIdle ? { 'aria-disabled': 'true' } : {}) }, way);
}

/** An entry in words, for who hears the page or points at the drawing. */
export function entryWords({ label, text, milestones: met, disorder }: Entry, strings: Strings): string {
  const notes = [...met.map((name) => milestoneWord(name, strings)), ...(disorder ? [strings.disorder] : [])];
  return `${label} ${text}${notes.length > 0 ? ` (${notes.join(', ')})` : ''}`;
}

function entryView(entry: Entry, index: number, scale: TimeScale, { strings, strip, cursor }: Look): Tree {
  const x = scale.at(entry.start);
  const end = entry.end === null || entry.end <= entry.start ? null : Math.max(scale.at(entry.end), x + 5);
  const words = entryWords(entry, strings);
  const shape =
    end !== null
      ? element('rect', 'range', { class: 'shape', x: px(x), y: String(lane - 4), width: px(end - x), height: '8', rx: '3' })
      : entry.milestones.length > 0
        ? element('path', 'milestone', { class: 'shape', d: `M${px(x)} ${lane - 6}l6 6l-6 6l-6 -6Z` })
        : element('circle', 'point', { class: 'shape', cx: px(x), cy: String(lane), r: '4' });
  const classes = ['entry', ...(end !== null ? ['range'] : []), ...(entry.milestones.length > 0 ? ['milestone'] : []), ...(entry.disorder ? ['disorder'] : []), ...(cursor === entry.line ? ['at-cursor'] : [])];
  return element(
    'g',
    `entry ${index}`,
    { class: classes.join(' '), role: 'button', tabindex: index === strip.entry ? '0' : '-1', 'data-gesture': 'reveal', 'data-line': String(entry.line), 'data-entry': String(index), 'aria-label': words },
    [element('rect', 'target', { class: 'target', x: px(x - 9), y: String(lane - 14), width: px((end ?? x) - x + 18), height: '28', rx: '3' }), shape],
  );
}

/** Poles with the names of milestones. A name for which there is no room is left out: its entry says it too. */
function flagsOf(entries: readonly Entry[], scale: TimeScale, strings: Strings): Tree[] {
  const ends: number[] = rows.map(() => -Infinity);
  const flags = entries.flatMap(({ start, milestones: met, disorder }, index) => (met.length > 0 ? [{ index, disorder, x: scale.at(start), words: met.map((name) => milestoneWord(name, strings)).join(', ') }] : []));
  return flags.sort((a, b) => a.x - b.x).flatMap(({ index, x, words, disorder }) => {
    const width = words.length * letter;
    const place = placed(x, 5, words, scale);
    const left = place['text-anchor'] === 'end' ? x - width : x;
    // a pole goes down through the rows below its name
    const row = ends.findIndex((_, index) => ends.slice(index).every((end) => left > end));
    if (row < 0) return [];
    ends[row] = left + width + 8;
    const y = rows[row] as number;
    return [
      element('g', `flag ${index}`, { class: disorder ? 'flag disorder' : 'flag', 'aria-hidden': 'true' }, [
        element('path', 'pole', { class: 'pole', d: `M${px(x)} ${y - 8}V${lane - 7}` }),
        element('text', 'words', { ...place, y: String(y) }, words),
      ]),
    ];
  });
}

/** An arrow from each entry to the next one of the document that is earlier. */
function jumpsOf(entries: readonly Entry[], scale: TimeScale, strings: Strings): Tree[] {
  return entries.flatMap((entry, index) => {
    const before = entries[index - 1];
    if (!before || entry.start >= before.start || !(entry.disorder || before.disorder)) return [];
    const [from, to] = [scale.at(before.start), scale.at(entry.start)];
    const top = lane - Math.min(28, 12 + (from - to) / 8);
    return [
      element('g', `jump ${index}`, { class: 'jump' }, [
        element('title', 'title', {}, fill(strings.backwards, durationWords(before.start - entry.start, strings))),
        element('path', 'arc', { d: `M${px(from)} ${lane - 7}C${px(from)} ${px(top)} ${px(to)} ${px(top)} ${px(to)} ${lane - 8}` }),
        element('path', 'head', { class: 'arrow', d: `M${px(to - 3.5)} ${lane - 13}L${px(to)} ${lane - 7}L${px(to + 3.5)} ${lane - 13}` }),
      ]),
    ];
  });
}

function gapsOf({ parts }: TimeScale, strings: Strings): Tree[] {
  return parts.filter(({ isGap }) => isGap).map(({ left, right, from, to }) => {
    const words = durationWords(to - from, strings);
    // there is room for one unit
    const brief = durationWords(to - from, strings, 1);
    const middle = (left + right) / 2;
    return element('g', `gap ${from}`, { class: 'gap' }, [
      element('title', 'title', {}, fill(strings.gap, words)),
      element('rect', 'field', { x: px(left + 9), y: '52', width: px(right - left - 18), height: String(axis - 52) }),
      element('path', 'break', { d: `M${px(middle - 5)} ${axis + 5}l4 -10M${px(middle + 1)} ${axis + 5}l4 -10` }),
      element('text', 'words', { x: px(middle), y: String(lane + 4), 'text-anchor': 'middle' }, brief),
    ]);
  });
}

function axisOf(scale: TimeScale): Tree[] {
  const lines = scale.parts.map(({ left, right, isGap, from }) => element('path', `axis ${from} ${isGap}`, { class: isGap ? 'axis cut' : 'axis', d: `M${px(left)} ${axis}H${px(right)}` }));
  let end = -Infinity;
  const ticks = ticksOf(scale, 58).flatMap(({ seconds, x }) => {
    if (x < end) return [];
    end = x + 44;
    return [element('g', `tick ${seconds}`, { class: 'tick', 'aria-hidden': 'true' }, [element('path', 'mark', { d: `M${px(x)} ${axis}v5` }), element('text', 'words', { x: px(x), y: String(axis + 17), 'text-anchor': 'middle' }, clockOf(seconds))])];
  });
  const days = daysOf(scale, 78).map(({ seconds, x, isDay }) =>
    element('g', `day ${seconds} ${isDay}`, { class: 'day', 'aria-hidden': 'true' }, [
      ...(isDay ? [element('path', 'mark', { d: `M${px(x)} 4V${axis + 30}` })] : []),
      element('text', 'words', { ...placed(x, isDay ? 4 : 0, dayOf(seconds), scale), y: String(axis + 32) }, dayOf(seconds)),
    ]),
  );
  return [...days, ...lines, ...ticks];
}

/** Where words beside a place stand: to its right, or to its left where the drawing ends. */
function placed(x: number, apart: number, words: string, { width }: TimeScale): { x: string; 'text-anchor': string } {
  const isTurned = x + apart + words.length * letter > width;
  return { x: px(isTurned ? x - apart : x + apart), 'text-anchor': isTurned ? 'end' : 'start' };
}

function milestoneWord(name: string, strings: Strings): string {
  const known = milestones.find((milestone) => milestone === name);
  return known ? strings[known] : name;
}

/** Half pixels make no difference to the eye, but to what must be compared. */
function px(pixels: number): string {
  return String(Math.round(pixels * 2) / 2);
}
