import { t } from '../../l10n';
import { convertDocument } from '../notation/convert';
import { isMarkdown } from '../notation/is-markdown';
import type { Refactoring } from './refactoring';

/** Writes the whole document in the other notation: plain text in Markdown, Markdown in plain text. */
export const convertNotation: Refactoring = {
  kind: 'source.convertNotation.incidentDocs',
  // that it says the same is seen to by the conversion
  keeps: [],
  *offers(document, { read }) {
    const to = isMarkdown(document) ? 'plainText' : 'markdown';
    const title = to === 'markdown' ? t('Write the document in Markdown') : t('Write the document in plain text');
    const converted = convertDocument(document, to, read);
    if ('refused' in converted) yield { title, refused: converted.refused };
    else yield { title, edits: converted };
  },
};
