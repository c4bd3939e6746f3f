import type { ActionItem } from '../document/actions';
import type { IncidentDocument } from '../document/document';
import type { Section } from '../document/sections';
import type { Span } from '../document/text';
import type { TimelineEntry } from '../document/timeline';
import { bareLabel, plainText } from '../document/words';
import { t } from '../l10n';
import { milestonesByEntry, milestoneWord } from './entry-milestones';
import { titleOf } from './item-title';
import { shorten } from './shorten';
import { dayName, daysOf, entryCount, headingOf } from './timeline-days';

/** What a symbol stands for. `list` is a section that holds a timeline or an action plan, `day` a day of a timeline, `group` a horizon or category of the plan. */
export type SymbolRole = 'section' | 'list' | 'day' | 'entry' | 'group' | 'tracked' | 'untracked';

/** A node of the outline. `selection` lies within `span`, the spans of the children too. */
export interface OutlineSymbol {
  readonly name: string;
  readonly detail: string;
  readonly role: SymbolRole;
  readonly span: Span;
  readonly selection: Span;
  readonly children: readonly OutlineSymbol[];
}

type Node = Omit<OutlineSymbol, 'children'> & { readonly children: Node[] };

/**
 * The outline: the title over the whole document; sections; the days and entries of their timelines, the time as written first,
 * milestones as details; the groups and items of the action plan with their state. In document order, properly nested, nothing twice.
 * With `sectionsOnly` days, entries, groups and items are left out. Empty where the document is no incident document.
 */
export function documentSymbols(document: IncidentDocument, { sectionsOnly = false } = {}): readonly OutlineSymbol[] {
  if (document.kind === 'none') return [];
  if (sectionsOnly) return nest([...titleNodes(document), ...sectionNodes(document, new Set())]);
  const taken = new Set([...document.timelines.flatMap(({ entries }) => entries), ...document.plan.items].map(({ line }) => line));
  return nest([...titleNodes(document), ...sectionNodes(document, taken), ...entryNodes(document), ...planNodes(document)]);
}

function node(role: SymbolRole, name: string, detail: string, span: Span, selection: Span): Node {
  return { role, name: shorten(name) || shorten(detail) || '…', detail: shorten(detail), span, selection: within(selection, span), children: [] };
}

/** The title covers the whole text: wherever the cursor is, the breadcrumbs begin with it. */
function* titleNodes({ text, title }: IncidentDocument): Generator<Node> {
  if (title === null) return;
  const name = plainText(text.slice(bareLabel(text.value, title.span.start, title.span.end)));
  yield node('section', name || title.text, '', { start: 0, end: text.value.length }, title.span);
}

/** The sections but those whose headings are in the outline as something else. */
function* sectionNodes(document: IncidentDocument, taken: ReadonlySet<number>): Generator<Node> {
  const lists = new Set<Section>([
    ...document.timelines.map((timeline) => timeline.section),
    ...document.plan.groups.map((group) => group.section),
  ]);
  const groups = new Map(document.plan.groups.map((group) => [group.line, group]));
  for (const section of document.allSections) {
    if (taken.has(section.line)) continue;
    const group = groups.get(section.line);
    const detail = group ? progress(group.items) : valueOf(document, section);
    yield node(group || lists.has(section) ? 'list' : 'section', section.title, detail, section.span, section.titleSpan);
  }
}

/** The value of a heading that names a fact ("## Status"). */
function valueOf(document: IncidentDocument, section: Section): string {
  if (!section.isField) return '';
  return document.fields.find(({ line }) => line >= section.line && line <= section.endLine)?.value ?? '';
}

function* entryNodes(document: IncidentDocument): Generator<Node> {
  const milestones = milestonesByEntry(document);
  for (const timeline of document.timelines) {
    const days = daysOf(document, timeline);
    const severalDays = new Set(timeline.entries.map((entry) => dayName(document, entry)).filter((day) => day !== null)).size > 1;
    const grouped = new Set(days.flatMap(({ entries }) => entries));
    for (const { name, span, nameSpan, entries, headed } of days) if (!headed) yield node('day', name, entryCount(entries.length), span, nameSpan);
    for (const entry of timeline.entries) {
      const name = entryName(document, entry, severalDays && !grouped.has(entry));
      const detail = (milestones.get(entry) ?? []).map(milestoneWord).join(' · ');
      yield node('entry', name, detail, headingOf(document, entry)?.span ?? entry.span, entry.time.span);
    }
  }
}

/** The time first: its clock as written, with the day where it is asked for; the day alone where there is no clock. */
function entryName(document: IncidentDocument, entry: TimelineEntry, withDay: boolean): string {
  const { clockSpan } = entry.time.start;
  const day = withDay || clockSpan === null ? dayName(document, entry) : null;
  return [day, clockSpan && document.text.slice(clockSpan), entry.text.replace(/[:：]$/, '')].filter(Boolean).join(' ');
}

function* planNodes(document: IncidentDocument): Generator<Node> {
  const headings = new Set(document.allSections.map((section) => section.line));
  for (const group of document.plan.groups) {
    // A group under a heading of its own is in the outline already, as that section.
    if (!headings.has(group.line)) {
      const span = { start: document.text.lineStart(group.line), end: document.text.lineEnd(group.endLine) };
      yield node('group', group.label, progress(group.items), span, group.labelSpan);
    }
    for (const item of group.items) yield itemNode(item);
  }
}

function itemNode(item: ActionItem): Node {
  const box = { open: '☐ ', done: '☑ ', untracked: '' }[item.state];
  const state = { open: t('open'), done: t('done'), untracked: null }[item.state];
  const detail = [state, item.owner?.value, item.due?.value].filter(Boolean).join(' · ');
  return node(item.state === 'untracked' ? 'untracked' : 'tracked', box + titleOf(item), detail, item.span, item.textSpan);
}

/** Measured by all items, as the preview does; nothing where none is tracked. */
function progress(items: readonly ActionItem[]): string {
  if (items.every((item) => item.state === 'untracked')) return '';
  return t('{0} of {1} done', items.filter((item) => item.state === 'done').length, items.length);
}

function within(selection: Span, span: Span): Span {
  return selection.start >= span.start && selection.end <= span.end ? selection : { start: span.start, end: span.start };
}

/** Orders nodes by place and hangs each under the innermost node that holds it; a node that overlaps the end of its parent is cut off there. */
function nest(nodes: Node[]): Node[] {
  const roots: Node[] = [];
  const open: Node[] = [];
  nodes.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end || weight(a) - weight(b));
  for (const candidate of nodes) {
    while (open.length > 0 && (open.at(-1) as Node).span.end <= candidate.span.start) open.pop();
    const parent = open.at(-1);
    const fitting = parent && candidate.span.end > parent.span.end ? cut(candidate, parent.span.end) : candidate;
    (parent?.children ?? roots).push(fitting);
    open.push(fitting);
  }
  return roots;
}

function weight({ role }: Node): number {
  return role === 'section' || role === 'list' ? 0 : role === 'day' || role === 'group' ? 1 : 2;
}

function cut(original: Node, end: number): Node {
  const span = { start: original.span.start, end };
  return { ...original, span, selection: within(original.selection, span) };
}
