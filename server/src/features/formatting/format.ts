import type { IncidentDocument } from '../../document/document';
import type { Span } from '../../document/text';
import { applyEdits } from '../../rules/apply-fixes';
import type { Edit } from '../../rules/rule';
import type { Read } from '../read';
import { sayTheSame } from '../statements';
import { unifyBullets } from './bullets';
import type { Change } from './change';
import { unifyDashes } from './dashes';
import { lineEdits } from './line-edits';
import { renumberLists } from './numbers';
import { alignTables } from './pipe-tables';
import { spaceSections } from './section-spacing';
import { trimLines } from './trailing-spaces';
import { alignUnderlines } from './underlines';

/** What formatting does, in this order. */
const passes: readonly ((document: IncidentDocument) => readonly Change[])[] = [
  trimLines, alignUnderlines, unifyBullets, unifyDashes, renumberLists, alignTables, spaceSections,
];

/**
 * The edits that lay a document out evenly, in document order. No word changes, and what would make the document say anything else
 * than before is left as it is. In the document's own line ending.
 */
export function formatDocument(document: IncidentDocument, read: Read): Edit[] {
  const formatted = passes.reduce((current, pass) => made(current, pass(current), read), document);
  return formatted === document ? [] : lineEdits(document.text, formatted.text);
}

/** The same edits, of the blocks alone that a span touches. */
export function formatRange(document: IncidentDocument, span: Span, read: Read): Edit[] {
  const { text, lines } = document;
  let [first, last] = [text.lineAt(span.start), text.lineAt(Math.max(span.start, span.end - 1))];
  while (first > 0 && lines[first - 1]?.kind !== 'blank') first--;
  while (last + 1 < lines.length && lines[last + 1]?.kind !== 'blank') last++;
  const [start, end] = [text.lineStart(first), text.lineEnd(last)];
  const edits = formatDocument(document, read).filter((edit) => edit.span.start >= start && edit.span.end <= end);
  return sayTheSame(document, read(applyEdits(text.value, edits))) ? edits : [];
}

/** The document with those of the changes made that leave what it says. */
function made(document: IncidentDocument, changes: readonly Change[], read: Read): IncidentDocument {
  const wanted = changes.filter((change) => change.length > 0);
  if (wanted.length === 0) return document;
  const apply = (chosen: readonly Change[]): IncidentDocument =>
    read(applyEdits(document.text.value, chosen.flat().sort((one, other) => one.span.start - other.span.start)));
  /** Halves what does not hold until the changes are found that are to blame. */
  const keep = (kept: readonly Change[], more: readonly Change[]): readonly Change[] => {
    if (more.length === 0 || sayTheSame(document, apply([...kept, ...more]))) return [...kept, ...more];
    if (more.length === 1) return kept;
    const half = more.length >> 1;
    return keep(keep(kept, more.slice(0, half)), more.slice(half));
  };
  const kept = keep([], wanted);
  return kept.length > 0 ? apply(kept) : document;
}
