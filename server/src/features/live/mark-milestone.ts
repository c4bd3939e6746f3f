import type { IncidentDocument } from '../../document/document';
import type { Line } from '../../document/lines';
import { marksIn, milestoneKeys, type MarkForm, type MilestoneMark } from '../../document/milestone-marks';
import { tableOver } from '../../document/tables';
import { isoMoment } from '../../document/time';
import type { TimelineEntry } from '../../document/timeline';
import type { MilestoneKey } from '../../document/vocabulary';
import { capital } from '../../document/words';
import { t } from '../../l10n';
import { applyEdits } from '../../rules/apply-fixes';
import { insertAt, type Edit } from '../../rules/rule';
import { milestonesByEntry } from '../entry-milestones';
import { isMarkdown } from '../notation/is-markdown';
import { rowWriter } from '../paste/table-notation';
import type { Read } from '../read';

/** What an entry of the timeline can be marked as. */
export interface MilestoneChoice {
  readonly key: MilestoneKey;
  /** Whether the entry is marked so: then the edits take the mark away. */
  readonly isMarked: boolean;
  /** The line (0-based) that tells of the milestone now, if any. */
  readonly line: number | null;
  readonly change: { readonly edits: readonly Edit[] } | { readonly refused: string };
}

/**
 * The milestones that the entry at an offset can be marked as, in the form in which the document marks others: else in bold before the words
 * in Markdown, in brackets elsewhere. Null where there is no entry. A mark that would not count, or that would be read as anything else, is
 * refused with a sentence that says why.
 */
export function milestoneChoices(document: IncidentDocument, offset: number, read: Read): { readonly entry: TimelineEntry; readonly choices: readonly MilestoneChoice[] } | null {
  const line = document.text.lineAt(offset);
  const entry = document.timelines.flatMap(({ entries }) => entries).find((candidate) => candidate.line <= line && line <= candidate.endLine);
  if (!entry) return null;
  const marks = marksOf(document, entry);
  const style = styleOf(document);
  const tryOut = trialOf(document, entry, read);
  return {
    entry,
    choices: milestoneKeys.map((key) => {
      const mark = marks.find((other) => other.key === key);
      const change = mark ? unmark(document, entry, mark, tryOut) : markAs(document, entry, key, style, tryOut);
      return { key, isMarked: mark !== undefined, line: document.milestones[key]?.line ?? null, change };
    }),
  };
}

/** The marks of an entry, in the document's own offsets. */
function marksOf({ text }: IncidentDocument, { line, textSpan, time }: TimelineEntry): MilestoneMark[] {
  return marksIn(text.value.slice(textSpan.start, text.lineEnd(line))).map((mark) => {
    const start = mark.span.start + textSpan.start;
    return { ...mark, span: { start: openingOf(text.value, start, time.span.end), end: mark.span.end + textSpan.start } };
  });
}

/** How a mark is written. */
interface MarkStyle {
  readonly form: MarkForm;
  /** Behind the words of the entry rather than before them. */
  readonly behind: boolean;
  write(key: MilestoneKey): string;
}

const styles = {
  bold: { form: 'label', behind: false, write: (key) => `**${capital(key)}:**` },
  label: { form: 'label', behind: false, write: (key) => `${capital(key)}:` },
  tag: { form: 'tag', behind: false, write: (key) => `[${key.toUpperCase()}]` },
  comment: { form: 'comment', behind: true, write: (key) => `<!-- milestone: ${key} -->` },
} as const satisfies Readonly<Record<string, MarkStyle>>;

/** The styles that come into question, the best first: the last that the document has, and that of its notation. */
function styleOf(document: IncidentDocument): readonly MarkStyle[] {
  const { text } = document;
  const marked = document.timelines.flatMap(({ entries }) => entries).filter((entry) => entry.marked.length > 0);
  const own = marked.flatMap((entry) => marksOf(document, entry).map(({ key, form, span }): MarkStyle => {
    const written = text.slice(span);
    return { form, behind: form === 'comment' || (form === 'tag' && span.start > entry.textSpan.start && text.value.slice(span.end, entry.textSpan.end).trim() === ''), write: (other) => likeMark(written, key, other) };
  }));
  const usual = isMarkdown(document) ? [styles.bold, styles.tag] : [styles.tag, styles.label];
  return [...own.slice(-1), ...usual, styles.comment];
}

/** A mark with another milestone in it, in its case. */
function likeMark(written: string, from: MilestoneKey, key: MilestoneKey): string {
  return written.replace(/<!--.*-->/, styles.comment.write(from)).replace(new RegExp(from, 'i'), (word) => (word === word.toUpperCase() ? key.toUpperCase() : word === word.toLowerCase() ? key : capital(key)));
}

function markAs(document: IncidentDocument, entry: TimelineEntry, key: MilestoneKey, all: readonly MarkStyle[], tryOut: Trial): MilestoneChoice['change'] {
  const { text } = document;
  const line = document.lines[entry.line] as Line;
  // within bold words, stars would end it
  const isInBold = (text.value.slice(line.start, placeOf(document, entry)).split('**').length - 1) % 2 === 1;
  let refused = t('This entry is written in a way that a mark would change.');
  for (const style of all) {
    const mark = isInBold ? style.write(key).replaceAll('**', '') : style.write(key);
    const edits = [style.behind ? behind(document, entry, mark) : before(document, entry, mark)];
    const after = tryOut(edits);
    const marked = after && entryOf(after, entry.line);
    if (!after || !marked?.marked.includes(key)) continue;
    if (milestonesByEntry(after).get(marked)?.includes(key)) return { edits };
    refused = whyNot(after, key);
  }
  return { refused };
}

/** Why a mark does not count. */
function whyNot(after: IncidentDocument, key: MilestoneKey): string {
  const counts = after.milestones[key];
  const other = counts && entryOf(after, counts.line);
  if (!counts || (other && !other.marked.includes(key))) return t('This entry goes back in time, so nothing is measured by it: correct its time first.');
  if (other) return t('Line {0} is marked so and counts: take that mark away first.', counts.line + 1);
  return t('Line {0} states when that was, and counts: change it there.', counts.line + 1);
}

function before(document: IncidentDocument, entry: TimelineEntry, mark: string): Edit {
  const at = placeOf(document, entry);
  const { value } = document.text;
  const gap = /\s/.test(value[at - 1] ?? ' ') ? '' : ' ';
  const isAlone = document.lines[entry.line]?.kind === 'heading' && entry.textSpan.end <= entry.textSpan.start;
  return insertAt(at, `${gap}${mark}${isAlone ? '' : ' '}`);
}

/** Where the words of an entry begin. */
function placeOf(document: IncidentDocument, entry: TimelineEntry): number {
  const { lines, tables, text } = document;
  const line = lines[entry.line] as Line;
  if (line.kind === 'row') {
    const table = tableOver(tables, entry.line);
    return (table && rowWriter(document, table, entry)?.wordsCell.start) ?? entry.textSpan.start;
  }
  // emphasis that begins the words stays theirs
  return entry.textSpan.end > entry.textSpan.start ? openingOf(text.value, entry.textSpan.start, entry.time.span.end) : line.end;
}

/** The offset of the words with the marks of emphasis that open in front of them. */
function openingOf(source: string, start: number, limit: number): number {
  let at = start;
  while (at > limit && '*_`"'.includes(source[at - 1] as string)) at--;
  return at > limit && /\s/.test(source[at - 1] as string) ? at : start;
}

function behind({ lines }: IncidentDocument, { line }: TimelineEntry, mark: string): Edit {
  const { contentEnd } = lines[line] as Line;
  return insertAt(contentEnd, ` ${mark}`);
}

/** Without the mark, and with the blank that parted it from the words. */
function unmark(document: IncidentDocument, entry: TimelineEntry, { span, key, form }: MilestoneMark, tryOut: Trial): MilestoneChoice['change'] {
  const { value } = document.text;
  const others = form === 'comment' ? marksOf(document, entry).filter((mark) => mark.form === form && mark.span.start === span.start && mark.key !== key) : [];
  const isLast = value.slice(span.end, document.text.lineEnd(entry.line)).trim() === '';
  const start = isLast && value[span.start - 1] === ' ' ? span.start - 1 : span.start;
  const end = !isLast && value[span.end] === ' ' ? span.end + 1 : span.end;
  const edits: Edit[] = others.length > 0
    ? [{ span, newText: `<!-- milestones: ${others.map((mark) => mark.key).join(', ')} -->` }]
    : [{ span: { start, end }, newText: '' }];
  const after = tryOut(edits);
  return after && entryOf(after, entry.line)?.marked.includes(key) === false ? { edits } : { refused: t('This entry is written in a way that a mark would change.') };
}

const entryOf = ({ timelines }: IncidentDocument, line: number): TimelineEntry | undefined => timelines.flatMap(({ entries }) => entries).find((entry) => entry.line === line);

/** Reads the document with edits of an entry; null where the time of the entry or anything else is no longer as before. */
type Trial = (edits: readonly Edit[]) => IncidentDocument | null;

function trialOf(document: IncidentDocument, { line }: TimelineEntry, read: Read): Trial {
  const facts = ({ kind, fields, allSections, plan, timelines }: IncidentDocument): string => JSON.stringify([
    kind, fields.map(({ label, value }) => [label, value]), allSections.map(({ roles }) => roles), plan.items.map(({ text, state }) => [text, state]),
    timelines.map(({ entries }) => entries.map((entry) => [isoMoment(entry.start), entry.end && isoMoment(entry.end), entry.zone?.text, entry.line === line ? '' : [entry.text, entry.milestones]])),
  ]);
  const known = facts(document);
  return (edits) => {
    const after = read(applyEdits(document.text.value, edits));
    return facts(after) === known ? after : null;
  };
}
