import { stateOfHeading } from '../../document/action-item';
import type { ActionItem } from '../../document/actions';
import type { IncidentDocument } from '../../document/document';
import type { Span } from '../../document/text';
import { insertAt, type Edit } from '../../rules/rule';
import { ownEnd, ownStart } from '../detail-notation';
import { endsOf } from './detail-edits';
import { stateWords, wordsFor } from './state-words';
import { writeCell } from './table-cell';

/** The edits that may set an item done or open in the notation of its document, the likeliest first; none where it has no notation for that. */
export function* toggles(document: IncidentDocument, item: ActionItem, done: boolean): Generator<Edit> {
  const { mark } = item;
  if (!mark) {
    if (done) yield* firstMarks(document, item);
    return;
  }
  const { text } = document;
  const written = text.slice(mark.span);
  /** Without a mark its heading says that it is done. */
  const isBareDone = stateOfHeading(item.group.label) === 'done';
  switch (mark.kind) {
    case 'box':
      yield { span: mark.span, newText: done ? tick(document) : ' ' };
      return;
    case 'heading':
      return;
    case 'strike':
      if (!isBareDone) yield { span: mark.span, newText: written.replaceAll('~~', '') };
      return;
    default: {
      // "[~]" is a box to everybody but to Markdown
      const words = /^[~/-]$/.test(written) ? ['x'] : wordsFor(document, mark.kind, done ? 'done' : 'open', written);
      const bare = done || mark.kind === 'cell' || isBareDone ? null : withoutMark(document, item, mark.span);
      const isUnmarked = bare && (stateWords(document).isOpenUnmarked || stateWords(document).marks(mark.kind, 'open').length === 0);
      if (bare && isUnmarked) yield bare;
      for (const word of words) {
        const edit = replaced(document, item, mark.span, word);
        if (edit) yield edit;
      }
      if (bare && !isUnmarked) yield bare;
    }
  }
}

/** What gives an item its first mark: an entry in the column of states, or what other items that are done have. */
function* firstMarks(document: IncidentDocument, item: ActionItem): Generator<Edit> {
  const { text, lines } = document;
  const words = stateWords(document);
  if (item.notation === 'row') {
    const column = item.place?.columns.columnOf('status') ?? -1;
    const cell = item.place?.row.cells[column];
    // a cell that says something else keeps it
    if (!cell || (cell.end > cell.start && !/^[\p{L} *_]{1,24}$|^[-–—?]+$/u.test(text.slice(cell)))) return;
    for (const word of [...words.cells('done'), 'Done']) {
      const edit = writeCell(document, item, column, word);
      if (edit) yield edit;
    }
    return;
  }
  if (lines[item.line]?.kind === 'heading') return;
  const start = ownStart(document, item);
  const end = ownEnd(document, item);
  for (const addition of words.additions) {
    if (addition.kind === 'strike') {
      // a line of its own that is struck through is taken for a heading
      if (!lines[item.line]?.marker || text.value.slice(start, end).includes('~~')) continue;
      for (const last of endsOf(document, item)) yield { span: { start, end: last }, newText: `~~${text.value.slice(start, last)}~~` };
    } else if (addition.kind === 'before') yield { span: { start, end: start }, newText: addition.written };
    else for (const last of endsOf(document, item)) yield insertAt(last, addition.written);
  }
}

function replaced(document: IncidentDocument, item: ActionItem, span: Span, word: string): Edit | null {
  const column = item.place?.row.cells.findIndex((cell) => cell.start <= span.start && span.end <= cell.end) ?? -1;
  return column < 0 ? { span, newText: word } : writeCell(document, item, column, word, span);
}

const leading = /(?:\s*(?:--?|[–—:]|->|→)|[.;!?](?=\s))?\s*[([]?[*_]*(?:[Ss]tatus:\s*)?[*_]*$/;
const trailing = /^[*_]*[)\]]?[*_]*/;

/** Takes a mark away with what sets it apart: "(done)" behind the words, "**DONE** – " before them. Null where it does not stand at either end, or a link is made of it. */
function withoutMark(document: IncidentDocument, item: ActionItem, { start, end }: Span): Edit | null {
  const { value } = document.text;
  const from = ownStart(document, item);
  const upto = ownEnd(document, item);
  if (start < from || end > upto) return null;
  const before = leading.exec(value.slice(Math.max(from, start - 30), start))?.[0] ?? '';
  const behind = trailing.exec(value.slice(end, upto))?.[0] ?? '';
  if (/[([]/.test(before) !== /[)\]]/.test(behind) || value[end + behind.length] === '(') return null;
  const isFirst = start - before.length <= from;
  const gap = isFirst ? (/^\s*(?:[:–—-]\s*)?/.exec(value.slice(end + behind.length, upto))?.[0].length ?? 0) : 0;
  const stop = /^[.;!?]/.exec(before)?.[0].length ?? 0;
  if (!isFirst && !/^[.!]?$/.test(value.slice(end + behind.length, upto)) && !/^\s/.test(value.slice(end + behind.length, upto))) return null;
  return { span: { start: start - before.length + stop, end: end + behind.length + gap }, newText: '' };
}

/** `x` or `X`, as the document writes it. */
function tick(document: IncidentDocument): string {
  return stateWords(document).marks('box', 'done')[0] ?? 'x';
}
