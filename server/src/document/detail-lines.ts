import type { DetailCells } from './action-details';
import type { Line } from './lines';
import type { SourceText, Span } from './text';
import { bareValue } from './words';

/** What the lines below an item state of it, by their labels. */
const labels: Readonly<Record<'owner' | 'due' | 'status' | 'ticket', RegExp>> = {
  owner: /^(?:owners?|owned by|assignees?|assigned to|responsible|dri|who|verantwortlich|zuständig|responsable|responsável|担当|担当者)$/i,
  due: /^(?:due|due date|due by|deadline|eta|target|target date|by when|fällig|fällig bis|plazo|échéance|prazo|期限)$/i,
  status: /^(?:status|state|estado|statut|状態|ステータス)$/i,
  ticket: /^(?:tickets?|issue|jira|tracking)$/i,
};
/** Labels of further details. */
const others = /^(?:priority|prio|type|category|effort|優先度)$/i;

/** No item states its details further below. */
const mostLines = 20;

/** Whether a line in a list states a detail of the item above it: "- Owner: Ana". */
export function isDetail({ value }: SourceText, line: Line): boolean {
  const label = labelOf(value, line);
  return label !== null && (others.test(label) || Object.values(labels).some((pattern) => pattern.test(label)));
}

/** The details that the list below an item states, from one line to another; null where there are none. */
export function detailsBelow(text: SourceText, lines: readonly Line[], first: number, last: number): DetailCells | null {
  const found: { owner: Span | null; due: Span | null; status: Span | null; ticket: Span | null } = { owner: null, due: null, status: null, ticket: null };
  let any = false;
  const indent = lines.slice(first, last + 1).find(({ marker }) => marker !== null)?.indent;
  for (let number = first; number <= Math.min(last, first + mostLines); number++) {
    const line = lines[number] as Line;
    // what stands deeper is of another item
    const label = line.indent === indent ? labelOf(text.value, line) : null;
    if (label === null) continue;
    for (const name of ['owner', 'due', 'status', 'ticket'] as const) {
      if (found[name] || !labels[name].test(label)) continue;
      const span = bareValue(text.value, line.colon + 1, line.contentEnd);
      if (span.end <= span.start) continue;
      found[name] = span;
      any = true;
    }
  }
  return any ? { ...found, sign: null } : null;
}

function labelOf(source: string, { marker, colon, contentStart }: Line): string | null {
  return marker === null || colon < 0 || colon - contentStart > 40 ? null : source.slice(contentStart, colon).replace(/[*_`]/g, '').trim();
}
