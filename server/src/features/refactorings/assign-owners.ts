import type { ActionItem } from '../../document/actions';
import type { IncidentDocument } from '../../document/document';
import { t } from '../../l10n';
import { insertAt, type Edit } from '../../rules/rule';
import { notationOf, ownEnd, placeOf, usualNotations, type DetailNotation, type DetailPlace } from '../detail-notation';
import { escaped, placeholder as field } from '../snippet';
import { touches, type Refactoring } from './refactoring';

const placeholder = 'TBD';

/** Gives every item that is not done and has no owner a place for one, in the notation of those that have one. */
export const assignOwners: Refactoring = {
  kind: 'refactor.rewrite.incidentDocs.assignOwners',
  keeps: ['states', 'entries', 'fields', 'outline'],
  *offers(document, { span }) {
    const { plan } = document;
    if (!plan.sections.some((section) => touches(section.span, span))) return;
    const notation = notationOf(document, 'owner') ?? usualNotations.owner[0]!;
    const places = plan.items.filter((item) => item.owner === null && item.state !== 'done').flatMap((item) => placeIn(document, item, notation) ?? []);
    if (places.length === 0) return;
    yield {
      title: places.length === 1 ? t('Add an owner to the item without one') : t('Add an owner to {0} items without one', places.length),
      edits: places.map(({ at, before, after }) => insertAt(at, before + placeholder + after)),
      snippets: places.map(({ at, before, after }, index): Edit => insertAt(at, escaped(before) + field(index + 1, notation.sign === '@' ? 'handle' : 'name') + escaped(after))),
    };
  },
};

/** Somebody is named already who is nobody: `(owner: TBD)`, `@TBD`, `Owner:`. */
const taken = /(?:@|[([,–—-]\s?|[:=]\*{0,2}\s*)(?:TBD|TBC|TBA|N\/A|none|nobody|unassigned|unknown|\?+)(?!\w)|\b(?:owner|assignee|dri)\*{0,2}\s*[:=]\s*\*{0,2}\s*(?:$|[)\],;])/i;

function placeIn(document: IncidentDocument, item: ActionItem, notation: DetailNotation): DetailPlace | null {
  const { text, lines } = document;
  if (item.notation === 'row') return placeInRow(document, item);
  if (lines[item.line]?.kind === 'heading') return null;
  return taken.test(text.value.slice(item.textSpan.start, ownEnd(document, item))) ? null : placeOf(document, item, 'owner', notation);
}

function placeInRow({ text }: IncidentDocument, { place }: ActionItem): DetailPlace | null {
  const cell = place?.row.cells[place.columns.columnOf('owner')];
  if (!cell || cell.end > cell.start) return null;
  const pad = (character: string | undefined) => (character === ' ' ? '' : ' ');
  return { at: cell.start, before: pad(text.value[cell.start - 1]), after: pad(text.value[cell.start]) };
}
