import type { ActionItem } from '../document/actions';
import type { IncidentDocument } from '../document/document';
import type { Section } from '../document/sections';
import type { Span } from '../document/text';
import { isoDay } from '../document/time';
import type { TimelineEntry } from '../document/timeline';
import { bareLabel, plainText } from '../document/words';
import { t } from '../l10n';
import { shorten } from './shorten';

/** What a symbol stands for. `list` is a section that holds a timeline or an action plan, `group` a horizon or category of the plan. */
export type SymbolRole = 'section' | 'list' | 'entry' | 'group' | 'tracked' | 'untracked';

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
 * The outline: the title over the whole document; sections; the entries of their timelines, by the clock, with the time as written
 * as detail; the groups and items of the action plan with their state. In document order, properly nested.
 * With `sectionsOnly` entries, groups and items are left out. Empty where the document is no incident document.
 */
export function documentSymbols(document: IncidentDocument, { sectionsOnly = false } = {}): readonly OutlineSymbol[] {
  if (document.kind === 'none') return [];
  const nodes = [...titleNodes(document), ...sectionNodes(document)];
  if (!sectionsOnly) nodes.push(...entryNodes(document), ...planNodes(document));
  return nest(nodes);
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

function* sectionNodes(document: IncidentDocument): Generator<Node> {
  const lists = new Set<Section>([
    ...document.timelines.map((timeline) => timeline.section),
    ...document.plan.groups.map((group) => group.section),
  ]);
  const groups = new Map(document.plan.groups.map((group) => [group.line, group]));
  for (const section of document.allSections) {
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
  for (const { entries } of document.timelines) {
    const days = entries.map((entry) => dayOf(document, entry));
    const severalDays = new Set(days.filter((day) => day !== null)).size > 1;
    let before: string | null = null;
    for (const [index, entry] of entries.entries()) {
      const day: string | null = days[index] ?? before;
      const { clockSpan } = entry.time.start;
      const when = [clockSpan === null || (severalDays && day !== before) ? day : null, clockSpan && document.text.slice(clockSpan)];
      yield node('entry', [...when, entry.text].filter(Boolean).join(' '), timeAsWritten(document, entry), entry.span, entry.time.span);
      before = day;
    }
  }
}

/** In ISO 8601; as written where its year is not known. */
function dayOf(document: IncidentDocument, { start, time }: TimelineEntry): string | null {
  if (start.day !== null) return isoDay(start.day);
  return time.start.dateSpan && document.text.slice(time.start.dateSpan);
}

function timeAsWritten(document: IncidentDocument, entry: TimelineEntry): string {
  return document.text.slice(entry.time.span).replace(/^[*_`~|\s]+|[*_`~|\s]+$/g, '');
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
  return node(item.state === 'untracked' ? 'untracked' : 'tracked', box + item.text, detail, item.span, item.textSpan);
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
  return role === 'section' || role === 'list' ? 0 : role === 'group' ? 1 : 2;
}

function cut(original: Node, end: number): Node {
  const span = { start: original.span.start, end };
  return { ...original, span, selection: within(original.selection, span) };
}
