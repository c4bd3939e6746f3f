import type { ActionGroupModel, ActionItemModel } from '../../protocol';
import { t } from '../../l10n';
import type { PlanFormat } from './plan-format';
import { dueWords, factsOf, standingWords, titleOfPlan } from './words';

/** Plain text, for a mail or a chat. It has no labels on lines of their own: saved beside its document it is none itself. */
export const text: PlanFormat = {
  extension: 'txt',
  write: (plans) => plans
    .map(({ file, plan }) => {
      const facts = factsOf(plan).map(([label, value]) => `${label}: ${value}`);
      return [
        t('Action plan: {0}', titleOfPlan(plan, file)),
        ...(facts.length > 0 ? [`(${facts.join('; ')})`] : []),
        standingWords(plan),
        ...plan.groups.flatMap((group) => ['', `${group.label}${group.tracked > 0 ? ` (${group.done}/${group.items.length})` : ''}`, ...group.items.flatMap((item) => linesOf(item, group))]),
        '',
      ].join('\n');
    })
    .join('\n'),
};

const marks = { open: '[ ]', done: '[x]', untracked: ' - ' } as const;

function linesOf(item: ActionItemModel, { window }: ActionGroupModel): string[] {
  const due = dueWords(item, window);
  const details = [
    ...(item.owner === null ? [] : [item.owner]),
    ...(due === '' ? [] : [t('due {0}', due)]),
    ...item.tickets.map(({ key }) => key),
  ];
  return [`${marks[item.state]} ${item.title}`, ...(details.length > 0 ? [`    ${details.join('; ')}`] : [])];
}
