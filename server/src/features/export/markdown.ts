import { t } from '../../l10n';
import type { ActionItemModel } from '../../protocol';
import { atStart, escaped } from '../hover/markup';
import { withAddresses } from './addresses';
import type { NamedPlan, PlanFormat } from './plan-format';
import { tableOf, ticketsOf, type Write } from './table';
import { standingWords, titleOfPlan } from './words';

/** Words as Markdown shows them, and addresses that lead somewhere. */
const words = (text: string): string => withAddresses(text, (address) => `<${address}>`, escaped);

const write: Write = {
  words,
  link: (text, url) => `[${escaped(text)}](<${url.replace(/[<>\\\s|]/g, encodeURIComponent)}>)`,
};

/** A table of Markdown. */
export const markdown: PlanFormat = {
  extension: 'md',
  write: (plans) => written(plans, ({ plan }) => {
    const { header, rows } = tableOf(plan, write);
    return [header, header.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  }),
};

/**
 * A task list of Markdown, as documents have them: with the due dates that are stated and nothing that is worked out. What is not tracked
 * gets an empty box, as a checklist is there to begin with that.
 */
export const checklist: PlanFormat = {
  extension: 'md',
  write: (plans) => written(plans, ({ plan }) => plan.groups.flatMap((group, index) => [
    ...(index > 0 ? [''] : []),
    ...(plan.groups.length > 1 ? [`### ${words(group.label)}`, ''] : []),
    ...group.items.map(task),
  ])),
};

function task(item: ActionItemModel): string {
  const details = [
    ...(item.owner === null ? [] : [t('owner: {0}', item.owner)]),
    ...(item.due?.source === 'stated' ? [t('due: {0}', item.due.date ?? item.due.text)] : []),
  ].map(words);
  const all = [...details, ...(item.tickets.length > 0 ? [ticketsOf(item, write)] : [])];
  return `- [${item.state === 'done' ? 'x' : ' '}] ${atStart(words(item.title))}${all.length > 0 ? ` (${all.join(', ')})` : ''}`;
}

function written(plans: readonly NamedPlan[], body: (named: NamedPlan) => string[]): string {
  return plans
    .map((named) => [
      `## ${t('Action plan: {0}', words(titleOfPlan(named.plan, named.file)))}`,
      '',
      words(standingWords(named.plan)),
      ...(named.plan.total > 0 ? ['', ...body(named)] : []),
      '',
    ].join('\n'))
    .join('\n');
}
