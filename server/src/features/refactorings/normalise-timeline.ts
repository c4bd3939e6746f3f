import type { IncidentDocument } from '../../document/document';
import type { Span } from '../../document/text';
import { dayNumber, type CivilDate, type TimePoint } from '../../document/time';
import type { Timeline, TimelineEntry } from '../../document/timeline';
import { t } from '../../l10n';
import type { Edit } from '../../rules/rule';
import { halfDays } from '../../rules/timeline/half-days';
import { rewriteDate } from '../../rules/timeline/rewrite-date';
import { mostUsed } from '../most-used';
import { clockStyle, clockText, type ClockStyle } from './clock-text';
import { timelineAt, type Refactoring } from './refactoring';

/** Writes the entries of a timeline alike: dates, times of day, the marks around them and the dash behind, each as most entries have it. */
export const normaliseTimeline: Refactoring = {
  kind: 'refactor.rewrite.incidentDocs.normaliseTimeline',
  keeps: ['entries', 'items', 'fields', 'outline'],
  *offers(document, { span }) {
    const timeline = timelineAt(document, span);
    if (!timeline || timeline.unread > 0) return;
    const edits = normalised(document, timeline);
    if (edits.length > 0) yield { title: t('Write all entries of the timeline alike'), edits };
  },
};

function normalised(document: IncidentDocument, timeline: Timeline): Edit[] {
  const { text, lines } = document;
  const { entries } = timeline;
  const certain = entries.filter(({ time, start }) => !time.approximate && start.otherDay === undefined && time.start.clock?.possible !== false);
  const points = certain.flatMap(({ time }) => [time.start, ...(time.end ? [time.end] : [])]);
  const list = certain.filter((entry) => isListed(document, entry));
  const edits = [
    ...dateEdits(document, points),
    ...(halfDays(document.text, timeline) === null ? clockEdits(document, points) : []),
    // between the date and the time of day, and between the two ends
    ...joined(document, points.flatMap(({ dateSpan, clockSpan }) => between(dateSpan, clockSpan))),
    ...joined(document, certain.flatMap(({ time: { start, end, zone } }) => (end && !isInside(zone?.span, start, end) ? between(lastOf(start), firstOf(end)) : []))),
    ...dressEdits(document, list),
  ];
  const indents = new Set(list.map(({ line }) => lines[line]?.indent));
  const bullets = indents.size === 1 ? list.filter(({ line }) => lines[line]?.marker === 'bullet').map(({ line }) => bulletOf(document, line)) : [];
  return [...edits, ...alike(document, bullets)].filter(({ span, newText }) => text.slice(span) !== newText).sort((a, b) => a.span.start - b.span.start);
}

const isListed = ({ lines }: IncidentDocument, { line, time, textSpan }: TimelineEntry): boolean => {
  const kind = lines[line]?.kind;
  return (kind === 'item' || kind === 'field' || kind === 'prose') && textSpan.start >= time.span.end && textSpan.end > textSpan.start;
};

const lastOf = ({ dateSpan, clockSpan }: TimePoint): Span | null => (dateSpan && clockSpan ? (dateSpan.end > clockSpan.end ? dateSpan : clockSpan) : (clockSpan ?? dateSpan));
const firstOf = ({ dateSpan, clockSpan }: TimePoint): Span | null => (dateSpan && clockSpan ? (dateSpan.start < clockSpan.start ? dateSpan : clockSpan) : (clockSpan ?? dateSpan));
const between = (first: Span | null, second: Span | null): Span[] => (first && second && first.end <= second.start ? [{ start: first.end, end: second.start }] : []);
/** What may stand between two parts of a time and says nothing: "~" and "about" do. */
const isJoint = /^(?:T|[ \t]*(?:,|@|at|from|to|until|till|and|-|–|—|−|→|->|\/)?[ \t]*)$/i;

function isInside(span: Span | undefined, start: TimePoint, end: TimePoint): boolean {
  const [from, to] = [lastOf(start), firstOf(end)];
  return span !== undefined && from !== null && to !== null && span.start >= from.end && span.end <= to.start;
}

function bulletOf({ text, lines }: IncidentDocument, line: number): Span {
  const { start, contentStart } = lines[line] ?? { start: 0, contentStart: 0 };
  const at = start + (/^\s*/.exec(text.value.slice(start, contentStart))?.[0].length ?? 0);
  return { start: at, end: contentStart };
}

/** Writes all of the joints as most of them are. */
function joined(document: IncidentDocument, spans: readonly Span[]): Edit[] {
  return alike(document, spans.filter((span) => isJoint.test(document.text.slice(span))));
}

/** Writes all of the spans as most of them are. */
function alike({ text }: IncidentDocument, spans: readonly Span[]): Edit[] {
  const most = mostUsed(spans.map((span) => text.slice(span)));
  return most === undefined ? [] : spans.map((span) => ({ span, newText: most }));
}

/** Dates in the notation of most. One that lacks the year is not written anew, nor taken for a model of one that has it. */
function dateEdits({ text }: IncidentDocument, points: readonly TimePoint[]): Edit[] {
  const dated = points.flatMap(({ date, dateSpan }) => (date && date.year !== null && dateSpan ? [{ date: date as CivilDate & { year: number }, dateSpan }] : []));
  const shape = mostUsed(dated.map(({ dateSpan }) => shapeOf(text.slice(dateSpan))));
  const model = dated.find(({ dateSpan }) => shapeOf(text.slice(dateSpan)) === shape);
  if (!model) return [];
  return dated.filter(({ dateSpan }) => shapeOf(text.slice(dateSpan)) !== shape).flatMap(({ date, dateSpan }) => {
    const day = dayNumber(date.year, date.month, date.day);
    const newText = day === null ? null : rewriteDate(text.slice(model.dateSpan), model.date, day);
    return newText === null ? [] : [{ span: dateSpan, newText }];
  });
}

/** A date's notation: what is the same in two dates that are written alike. */
const shapeOf = (date: string): string => date.replace(/\d{4}/, 'Y').replace(/\d+(?:st|nd|rd|th)\b/, 'Dth').replace(/\d{1,2}/g, 'D').replace(/\p{L}{4,}/gu, 'Month').replace(/(?<!\p{L})(?!Dth)\p{L}{3}(?!\p{L})/gu, 'Mon');

/** Times of day in the notation of most. Seconds stay where they are written. */
function clockEdits({ text }: IncidentDocument, points: readonly TimePoint[]): Edit[] {
  const clocks = points.flatMap(({ clock, clockSpan }) => {
    const style = clock && clockSpan && clockStyle(text.slice(clockSpan));
    return style && style.behind === '' ? [{ clock, clockSpan, style }] : [];
  });
  const most = mostUsed(clocks.map(({ style }) => keyOf(style)));
  const model = clocks.find(({ style }) => keyOf(style) === most)?.style;
  if (!model) return [];
  // "10:00" is the same with hours of one digit and of two: those below ten decide
  const padded = mostUsed(clocks.filter(({ clock, style }) => keyOf(style) === most && hourOf(clock.second, style) < 10).map(({ style }) => String(style.padded))) !== 'false';
  return clocks.map(({ clock, clockSpan }) => ({ span: clockSpan, newText: clockText(clock.second, clock.precision === 'second', { ...model, minutes: true, padded: model.halves && clocks.every(({ style }) => !style.padded) ? false : padded }) }));
}

const keyOf = ({ halves, mark, minutes }: ClockStyle): string => `${halves?.[0]}${mark}${minutes}`;
const hourOf = (second: number, { halves }: ClockStyle): number => (halves ? Math.floor(second / 3600) % 12 || 12 : Math.floor(second / 3600));

/** Whether nothing but marks stand there, and those in front are closed behind: an emoji or "T+10" says something, and several blanks align. */
function isDress(front: string, behind: string): boolean {
  const count = (part: string, marks: string) => [...part].filter((mark) => marks.includes(mark)).length;
  return /^[*_`[(\s]*$/.test(front) && /^[*_`\])\s:,;.|–—-]*$/.test(behind) && !/\s{2}|\t/.test(behind) && count(front, '*_`') === count(behind, '*_`') && count(front, '[') === count(behind, ']') && count(front, '(') === count(behind, ')');
}

/** The marks in front of the time and what parts it from the words, which belong together: `**…** – `, `[…] `, `…: `. */
function dressEdits({ text, lines }: IncidentDocument, entries: readonly TimelineEntry[]): Edit[] {
  const dresses = entries.map(({ line, time, textSpan }) => ({
    front: { start: lines[line]?.contentStart ?? time.span.start, end: time.span.start }, behind: { start: time.span.end, end: textSpan.start },
  })).filter(({ front, behind }) => isDress(text.slice(front), text.slice(behind)));
  const most = mostUsed(dresses.map(({ front, behind }) => `${text.slice(front)}\0${text.slice(behind)}`));
  const [before, after] = most?.split('\0') ?? [];
  if (before === undefined || after === undefined) return [];
  return dresses.flatMap(({ front, behind }) => [{ span: front, newText: before }, { span: behind, newText: after }]);
}
