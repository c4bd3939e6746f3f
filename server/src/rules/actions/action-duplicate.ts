import type { ActionItem } from '../../document/actions';
import type { IncidentDocument } from '../../document/document';
import { t } from '../../l10n';
import { excerpt } from '../anchor';
import { defineRule } from '../rule';
import type { Fix } from '../rule';
import { hasPlaceholder } from './item-details';
import { plannedItems } from './planned-items';
import { stemsOf } from './word-stems';

/** An action stands in the plan once. */
export const actionDuplicate = defineRule({
  id: 'action-duplicate',
  group: 'actions',
  summary: 'An action stands in the plan once',
  severity: 'hint',
  judges: 'actions',
  *check(document) {
    const { open, done } = plannedItems(document);
    if (open.length + done.length < 2) return;
    const items = [...open, ...done].slice(0, mostItems).filter((item) => !hasPlaceholder(document, item)).sort((a, b) => a.line - b.line).map((item) => ({ item, stems: stemsOf(item.text) }));
    const repeated = new Map<ActionItem, ActionItem[]>();
    for (const [index, { item, stems }] of items.entries()) {
      let above = 0;
      while (above < index && !areAlike(stems, (items[above] as (typeof items)[number]).stems)) above++;
      const first = above < index ? items[above]?.item : undefined;
      if (first) repeated.set(first, [...(repeated.get(first) ?? []), item]);
    }
    for (const [first, again] of repeated) {
      const [second, ...others] = again as [ActionItem, ...ActionItem[]];
      const same = again.filter(({ text, state }) => text === first.text && state === first.state);
      yield {
        span: second.textSpan,
        message: t('This is in the plan already ("{0}"): keep one of the two, with one owner.', excerpt(first.text)),
        related: [{ span: first.textSpan, message: t('It stands here first.') }, ...others.map(({ textSpan }) => ({ span: textSpan, message: t('It stands here as well.') }))],
        fixes: same.length === again.length ? [removal(document, same)] : [],
      };
    }
  },
});

/** Every pair is compared: a plan with more is no plan. */
const mostItems = 150;

/** The same words, or one or the other more on one side: a word for another word is another thing. */
function areAlike(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const [few, many] = one.size < other.size ? [one, other] : [other, one];
  if (few.size < 2 || few.size / many.size < 0.75) return false;
  for (const stem of few) if (!many.has(stem)) return false;
  return [...many].every((stem) => few.has(stem) || !/\d/.test(stem));
}

function removal({ text }: IncidentDocument, items: readonly ActionItem[]): Fix {
  const edits = items.map(({ line, endLine }) => {
    const end = endLine + 1 < text.lineCount ? text.lineStart(endLine + 1) : text.value.length;
    return { span: { start: text.lineStart(line), end }, newText: '' };
  });
  return { title: items.length === 1 ? t('Remove the second one') : t('Remove the {0} repetitions', items.length), kind: 'suggested', edits };
}
