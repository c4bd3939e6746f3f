import type { ActionItem } from '../../document/actions';
import type { IncidentDocument } from '../../document/document';
import { t } from '../../l10n';
import type { ActionItemModel, BlockingModel } from '../../protocol';
import { hasDue } from '../../rules/actions/item-details';
import { isClosed } from '../../rules/actions/closed';
import { plannedItems } from '../../rules/actions/planned-items';
import type { CheckedFinding } from '../../rules/check';

type Kind = BlockingModel['kind'];

/** A person reads no more. */
const most = 6;

/** Findings that stand against closing an incident, by their rules. */
const kinds: Readonly<Record<string, Kind>> = {
  'status-contradiction': 'contradiction', 'action-done-contradiction': 'contradiction', 'root-cause-contradiction': 'contradiction', 'sla-contradiction': 'contradiction',
  'root-cause-pending': 'rootCausePending', 'missing-root-cause': 'missingSection', 'missing-impact': 'missingSection', 'missing-summary': 'missingSection', 'missing-actions': 'missingSection',
  'missing-resolution': 'missingSection', 'missing-timeline': 'missingSection', 'missing-section': 'missingSection',
};
const order: readonly Kind[] = ['contradiction', 'rootCausePending', 'overdue', 'openActions', 'unowned', 'undated', 'missingSection', 'problem'];

/** What stands against closing the incident, the gravest first; nothing where it is closed. */
export function blockingOf(document: IncidentDocument, findings: readonly CheckedFinding[], models: ReadonlyMap<ActionItem, ActionItemModel>): BlockingModel[] {
  if (isClosed(document)) return [];
  const found: BlockingModel[] = findings.flatMap(({ rule, severity, message, span }) => {
    const kind = kinds[rule] ?? (severity === 'error' ? 'problem' : undefined);
    return kind === undefined || severity === 'hint' ? [] : [{ kind, text: message, line: document.text.lineAt(span.start) }];
  });
  const { open } = plannedItems(document);
  const counted = (kind: Kind, items: readonly ActionItem[], one: string, many: (count: number) => string): void => {
    const [first] = items;
    if (first) found.push({ kind, text: items.length === 1 ? one : many(items.length), line: first.line });
  };
  counted('overdue', document.plan.items.filter((item) => models.get(item)?.due?.overdue), t('An action is overdue.'), (count) => t('{0} actions are overdue.', count));
  counted('openActions', document.plan.items.filter(({ state }) => state === 'open'), t('An action is still open.'), (count) => t('{0} actions are still open.', count));
  counted('unowned', open.filter((item) => models.get(item)?.unowned), t('An action has no owner.'), (count) => t('{0} actions have no owner.', count));
  counted('undated', open.filter((item) => !hasDue(document, item)), t('An action has no due date.'), (count) => t('{0} actions have no due date.', count));
  const kept = new Set<Kind>();
  const sorted = found.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  // one of each kind before a second one of any
  const firsts = sorted.filter(({ kind }) => !kept.has(kind) && kept.add(kind));
  const others = sorted.filter((entry) => !firsts.includes(entry));
  return [...firsts, ...others].slice(0, most).sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}
