import type { SelectionRange, SelectionRangeParams } from 'vscode-languageserver/node';
import { selectionRanges, type Selection } from '../../features/selection';
import { offsetAt } from '../positions';
import { ranging, subjectOf, type Session } from '../session';

/** `textDocument/selectionRange`: one chain for each position; null where the document is not ours. */
export async function answerSelection(session: Session, { textDocument: { uri }, positions }: SelectionRangeParams): Promise<SelectionRange[] | null> {
  const subject = await subjectOf(session, uri);
  if (!subject) return null;
  const toRange = ranging(session, subject);
  const rangeOf = ({ span, parent }: Selection): SelectionRange => ({ range: toRange(span), ...(parent && { parent: rangeOf(parent) }) });
  const offsets = positions.map((position) => offsetAt(subject.model.text, position, session.client.encoding));
  return selectionRanges(subject.model, offsets)?.map(rangeOf) ?? null;
}
