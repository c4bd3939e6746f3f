import type { ActionItem } from '../../document/actions';
import type { IncidentDocument } from '../../document/document';
import { t } from '../../l10n';
import { excerpt } from '../anchor';
import { defineRule } from '../rule';
import type { Fix } from '../rule';
import { plannedItems } from './planned-items';
import { shared, stemsOf } from './word-stems';

/** An action stands in the plan once. */
export const actionDuplicate = defineRule({
  id: 'action-duplicate',
  group: 'actions',
  summary: 'An action stands in the plan once',
  severity: 'hint',
  *check(document) {
    const { open, done } = plannedItems(document);
    const items = [...open, ...done].slice(0, mostItems).sort((a, b) => a.line - b.line).map((item) => ({ item, stems: stemsOf(item.text) }));
    for (const [index, { item, stems }] of items.entries()) {
      const first = items.slice(0, index).find((other) => areAlike(stems, other.stems));
      if (!first) continue;
      yield {
        span: item.textSpan,
        message: t('This is in the plan already ("{0}"): keep one of the two, with one owner.', excerpt(first.item.text)),
        related: [{ span: first.item.textSpan, message: t('It stands here first.') }],
        fixes: first.item.text === item.text && first.item.state === item.state ? [removal(document, item)] : [],
      };
    }
  },
});

/** Every pair is compared: a plan with more is no plan. */
const mostItems = 150;

/** The same words, or one or the other more on one side: a word for another word is another thing. */
function areAlike(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const [few, many] = one.size < other.size ? [one, other] : [other, one];
  if (few.size < 2 || shared(few, many) < few.size || few.size / many.size < 0.75) return false;
  return [...many].every((stem) => few.has(stem) || !/\d/.test(stem));
}

function removal({ text }: IncidentDocument, { line, endLine }: ActionItem): Fix {
  const end = endLine + 1 < text.lineCount ? text.lineStart(endLine + 1) : text.value.length;
  return { title: t('Remove the second one'), kind: 'suggested', edits: [{ span: { start: text.lineStart(line), end }, newText: '' }] };
}
