import type { ActionItem } from '../../document/actions';
import type { IncidentDocument } from '../../document/document';
import { wordsOf } from '../../document/words';
import { t } from '../../l10n';
import { isPractice } from '../practice';
import { defineRule } from '../rule';
import { hasOwner, hasPlaceholder, mayHaveOwner } from './item-details';
import { planGap } from './plan-gap';
import { plannedItems } from './planned-items';
import type { PlannedItems } from './planned-items';

/** Every action has somebody who does it. */
export const actionMissingOwner = defineRule({
  id: 'action-missing-owner',
  group: 'actions',
  summary: 'Every action has an owner',
  severity: 'information',
  judges: 'actions',
  *check(document, _, { toleratedOwners }) {
    const planned = plannedItems(document);
    const { open, done } = planned;
    // what is done needs nobody any more, but a plan that never named anybody is worth a hint
    const all = open.length > 0 ? open : done;
    const items = certain(all);
    const tolerated = toleratedOwners.map((owner) => ` ${wordsOf(owner)} `);
    const isTolerated = ({ text, group }: ActionItem) => tolerated.length > 0 && [text, group.label].some((words) => tolerated.some((owner) => ` ${wordsOf(words)} `.includes(owner)));
    const missing = items.filter((item) => !hasOwner(document, item) && !isTolerated(item) && !hasPlaceholder(document, item) && !mayHaveOwner(item));
    if (missing.length === 0 || (open.length === 0 && missing.length < done.length)) return;
    const finding = planGap(document, missing, messageOf(document, missing, items.length === all.length && !items.some(mayHaveOwner) ? items : null, planned), t('Nobody is named for this.'));
    if (finding) yield isMinor(document, missing, planned) ? { ...finding, severity: 'hint' } : finding;
  },
});

/** Asks for the document that it stands in. */
const asksForReport = /^(?:write|publish|draft|finish|complete|create|prepare|post|share|send)(?: up)? (?:(?:an?|the|this|our) )?(?:\w+ )?(?:incident report|incident review|post-?mortem|rca|retrospective)(?: (?:report|document))?\W*$/i;

const isParagraph = ({ notation, line, endLine, text }: ActionItem): boolean => notation === 'line' && (endLine > line || /[.!?]\s+\p{Lu}/u.test(text));

/** The items without those that may be none: what asks for this document, and paragraphs beside a list. */
function certain(items: readonly ActionItem[]): readonly ActionItem[] {
  const hasList = items.some((item) => item.notation !== 'line');
  const found = items.filter((item) => !asksForReport.test(item.text) && !(hasList && isParagraph(item)));
  return found.length > 0 ? found : items;
}

/** Of how many actions, only where a reader who counts comes to the same; `items` is null where some of them are uncertain. */
function messageOf({ plan }: IncidentDocument, missing: readonly ActionItem[], items: readonly ActionItem[] | null, { open, done, others }: PlannedItems): string {
  if (missing.every(isParagraph)) return t('The plan names nobody who carries it out: add an owner to each action.');
  const isOpen = open.length > 0 && done.length > 0;
  if (items === null || others > 0 || items.length + (isOpen ? done.length : 0) !== plan.items.length) {
    return missing.length === 1 ? t('An action names nobody who does it: add an owner.') : t('{0} actions name nobody who does them: add an owner to each.', missing.length);
  }
  const isAll = missing.length === items.length;
  if (isOpen) {
    return items.length === 1
      ? t('The only open action names nobody who does it: add an owner.')
      : isAll
        ? t('None of the {0} open actions has an owner: name somebody for each.', items.length)
        : t('{0} of {1} open actions without an owner: name somebody for each.', missing.length, items.length);
  }
  return items.length === 1
    ? t('The only action names nobody who does it: add an owner.')
    : isAll
      ? t('None of the {0} actions has an owner: name somebody for each.', items.length)
      : t('{0} of {1} actions without an owner: name somebody for each.', missing.length, items.length);
}

/** "What we change", as a page for the public has it. */
const authorsSpeak = /^what (?:will |are )?we\b/i;

/** Where nothing is left to do but the report, the authors speak of what they will do, a tracker knows who does it, or nobody ever will. */
function isMinor(document: IncidentDocument, missing: readonly ActionItem[], { open }: PlannedItems): boolean {
  return open.length === 0 || missing.every(({ group }) => authorsSpeak.test(group.label)) || missing.every(isParagraph) || missing.every(({ tickets, text }) => tickets.length > 0 || asksForReport.test(text)) || isPractice(document);
}
