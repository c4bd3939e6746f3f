import type { IncidentDocument } from '../document/document';
import type { Span } from '../document/text';
import { t } from '../l10n';
import type { CheckedFinding } from '../rules/check';
import type { Edit } from '../rules/rule';
import { placeholderText } from '../rules/structure/placeholder-text';
import { placeholder } from './snippet';

/** Placeholders as places of a snippet, to be typed over one after the other. */
export interface FillIn {
  readonly title: string;
  /** The placeholders as they stand. */
  readonly edits: readonly Edit[];
  /** The same as places to fill in. */
  readonly snippets: readonly Edit[];
  readonly finding: CheckedFinding;
}

/** Offers to fill in the first of the placeholders that are touched, with all that follow it in the document; null where none is touched. */
export function fillIn({ text }: IncidentDocument, findings: readonly CheckedFinding[], touched: readonly CheckedFinding[]): FillIn | null {
  const finding = touched.find(({ rule }) => rule === placeholderText.id);
  if (!finding) return null;
  const places = findings.filter(({ rule, span }) => rule === placeholderText.id && span.start >= finding.span.start).flatMap(({ span, related = [] }) => [span, ...related.map((other) => other.span)]);
  const edit = (span: Span, newText: string): Edit => ({ span, newText });
  return {
    title: places.length === 1 ? t('Fill in the placeholder') : t('Fill in {0} placeholders from here on', places.length),
    edits: places.map((span) => edit(span, text.slice(span))),
    snippets: places.map((span, index) => edit(span, placeholder(index + 1, text.slice(span)))),
    finding,
  };
}
