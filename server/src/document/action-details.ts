import type { ItemSource } from './action-item';
import type { Mention } from './actions';
import { dueIn, dueOf, type Due } from './item-due';
import { isSomebody, mention } from './item-mention';
import { ownerBeforeDate, ownerIn } from './item-owner';
import { ticketsIn } from './item-tickets';
import { ownerInBrackets, ownerInFront } from './plan-names';
import { ownerBehindStop, readSegments } from './set-apart';
import type { Span } from './text';

export interface ActionDetails {
  readonly owner: Mention | null;
  readonly due: Due | null;
  readonly tickets: readonly Mention[];
}

/** What holds a detail by its name: the cells of a table row by their columns, or the lines below an item by their labels. */
export interface DetailCells {
  readonly owner: Span | null;
  readonly due: Span | null;
  readonly ticket: Span | null;
  readonly status: Span | null;
  /** A cell of a column without a name, which may hold a sign. */
  readonly sign: Span | null;
}

/** Owner, due date and tickets that an item states, in its words or in the cells of its row. */
export function readDetails({ text, times: reader, anchors, namesInBrackets, namesInFront }: ItemSource, content: Span, cells?: DetailCells): ActionDetails {
  const source = text.value;
  const span = withoutState(source, unstruck(source, content));
  let segments: ReturnType<typeof readSegments> | undefined;
  const apart = () => (segments ??= readSegments(source, span, reader, anchors));
  const named = ownerBehindStop(source, span, reader, anchors);
  const owner = (cells?.owner ? mention(source, cells.owner) : null) ?? ownerIn(source, span) ?? (namesInFront ? ownerInFront(source, span) : null) ?? named?.owner ?? ownerBeforeDate(source, span, reader) ?? (namesInBrackets ? ownerInBrackets(source, span, reader) : null) ?? apart().owner;
  const due = cells?.due ? dueOf(source, cells.due, reader, anchors) : (dueIn(source, span, reader, anchors) ?? named?.due ?? apart().due);
  const tickets = ticketsIn(source, span);
  if (cells?.ticket) tickets.push(...ticketsIn(source, cells.ticket).filter((ticket) => !tickets.some((other) => other.value === ticket.value)));
  return { owner: owner && isSomebody(owner.value) ? owner : null, due, tickets };
}

/** The words of what is struck through as a whole. */
function unstruck(source: string, { start, end }: Span): Span {
  const isStruck = source.startsWith('~~', start) && source.endsWith('~~', end) && end - start > 4;
  return isStruck ? { start: start + 2, end: end - 2 } : { start, end };
}

const stateAtEnd = /\s\*{1,3}[\p{L} ]{3,14}\*{1,3}\s*$/u;

/** Without a word in italics or bold at the end, as in "(Ana, by 16 May) *in progress*". */
function withoutState(source: string, { start, end }: Span): Span {
  const match = source[end - 1] === '*' && !source.startsWith('**', start) ? stateAtEnd.exec(source.slice(Math.max(start, end - 24), end)) : null;
  return { start, end: match ? end - match[0].length : end };
}
