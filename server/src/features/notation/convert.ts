import type { IncidentDocument } from '../../document/document';
import { t } from '../../l10n';
import { applyEdits } from '../../rules/apply-fixes';
import type { Edit } from '../../rules/rule';
import type { Read } from '../read';
import { lettersOf, sayTheSame } from '../statements';
import { isMarkdown } from './is-markdown';
import { editsTo, type NewLines } from './rewritten-lines';
import { toMarkdown } from './to-markdown';
import { minorNotations, toPlainText } from './to-plain-text';

export type Notation = 'markdown' | 'plainText';

/**
 * The edits that write a document in another notation, in document order; none where it is written so already. Every word stays, in
 * its order, and everything that is read from the document; where that cannot be, a sentence says why there are no edits.
 */
export function convertDocument(document: IncidentDocument, to: Notation, read: Read): readonly Edit[] | { readonly refused: string } {
  const obstacle = to === 'plainText' && isMarkdown(document) ? lineOfHtml(document) : -1;
  if (obstacle >= 0) return { refused: t('Line {0} holds HTML or a picture, for which plain text has no form.', obstacle + 1) };
  const attempts: (() => NewLines)[] = to === 'markdown' ? [() => toMarkdown(document)] : minorNotations.map((minor) => () => toPlainText(document, minor));
  for (const attempt of attempts) {
    const edits = editsTo(document.text, attempt());
    const converted = read(applyEdits(document.text.value, edits));
    // twice would be once too often: nobody could tell that it is done
    if (to === 'markdown' && edits.length > 0 && !isMarkdown(converted)) return { refused: t('This document has no heading by which Markdown could be told from plain text.') };
    if (lettersOf(converted.text.value) === lettersOf(document.text.value) && sayTheSame(document, converted)) return edits;
  }
  return { refused: to === 'markdown' ? t('In Markdown this document would no longer say the same.') : t('In plain text this document would no longer say the same.') };
}

const html = /<\/?[A-Za-z][\w-]*(?:\s[^<>\n]*)?\/?>|!\[[^\]\n]*\]\(/;

/** The first line (0-based) with a tag or a picture outside of code; -1 where there is none. */
function lineOfHtml({ text, lines }: IncidentDocument): number {
  return lines.findIndex(({ kind, start, end }) =>
    kind !== 'code' && kind !== 'fence' && kind !== 'comment' && kind !== 'frontMatter' && html.test(text.value.slice(start, end).replace(/`[^`]*`|\\</g, '')));
}
