import { t } from '../../l10n';
import type { ActionGroupModel, ActionItemModel, ActionPlanModel, MetricModel } from '../../protocol';
import { durationText } from '../duration-text';
import { measureOf } from '../hover/milestone';
import { style } from './html-style';
import type { NamedPlan, PlanFormat } from './plan-format';
import { dueWords, factsOf, progressWords, stateWord, titleOfPlan } from './words';

/** Markup that is safe as it stands. Made by `markup` alone, which escapes all that is put into it. */
interface Markup {
  readonly html: string;
}
type Part = string | number | Markup | readonly Part[];

/** A page of its own for people and for paper: no script, nothing from elsewhere. */
export const html: PlanFormat = {
  extension: 'html',
  write(plans) {
    const [first] = plans;
    const title = plans.length === 1 && first ? t('Action plan: {0}', titleOfPlan(first.plan, first.file)) : t('Action plans');
    // the style is text of our own, which needs no escaping and would be none with it
    const { html: page } = markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${{ html: style }}</style>
</head>
<body>
<main>
${plans.length > 1 ? contents(plans) : ''}${plans.map(article)}</main>
</body>
</html>
`;
    return page;
  },
};

function markup(parts: TemplateStringsArray, ...values: readonly Part[]): Markup {
  return { html: parts.map((part, index) => part + (index < values.length ? htmlOf(values[index] as Part) : '')).join('') };
}

function htmlOf(part: Part): string {
  if (typeof part === 'string' || typeof part === 'number') return escaped(String(part));
  return 'html' in part ? part.html : part.map(htmlOf).join('');
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign] as string);

/** Words of a document: they cannot turn the direction of what stands around them. */
const said = (words: string): Markup => markup`<bdi>${words}</bdi>`;

function contents(plans: readonly NamedPlan[]): Markup {
  const rows = plans.map(({ file, plan }, index) => markup`<li><a href="#plan-${index + 1}">${said(titleOfPlan(plan, file))}</a> <small>${progressWords(plan)}</small></li>\n`);
  return markup`<nav aria-label="${t('Action plans')}">
<h1>${t('Action plans')}</h1>
<ol>
${rows}</ol>
</nav>
`;
}

function article({ file, plan }: NamedPlan, index: number): Markup {
  const kind = plan.kind === 'postmortem' ? t('Post-mortem') : t('Escalation summary');
  return markup`<article id="plan-${index + 1}">
<header>
<p class="kind">${kind}</p>
<h1>${said(titleOfPlan(plan, file))}</h1>
${facts(plan)}</header>
${metrics(plan.metrics)}${progress(plan)}${blocking(plan)}${plan.groups.map(groupOf)}<footer>${t('{0}, as of {1}', file.slice(file.lastIndexOf('/') + 1), plan.asOf)}</footer>
</article>
`;
}

function facts(plan: ActionPlanModel): Part {
  const rows = factsOf(plan).map(([label, value]) => markup`<div><dt>${said(label)}</dt><dd>${said(value)}</dd></div>`);
  return rows.length === 0 ? '' : markup`<dl class="facts">${rows}</dl>\n`;
}

function metrics(all: readonly MetricModel[]): Part {
  const cells = all.map(({ key, seconds, reason }) => (seconds === null
    ? markup`<div class="unknown"><dt>${measureOf(key).name()}</dt><dd>${t('n/a')}${reason === null ? '' : markup` <small>${reason}</small>`}</dd></div>`
    : markup`<div><dt>${measureOf(key).name()}</dt><dd>${durationText(seconds)}</dd></div>`));
  return cells.length === 0 ? '' : markup`<dl class="metrics">${cells}</dl>\n`;
}

function progress(plan: ActionPlanModel): Markup {
  const bar = plan.tracked > 0 ? markup`<progress max="${plan.total}" value="${plan.done}" aria-label="${t('{0} of {1} done', plan.done, plan.total)}"></progress>` : '';
  return markup`<p class="progress">${bar}<strong>${progressWords(plan)}</strong></p>\n`;
}

function blocking({ blocking: reasons }: ActionPlanModel): Part {
  if (reasons.length === 0) return '';
  return markup`<section class="blocking">
<h2>${t('What blocks closing')}</h2>
<ul>${reasons.map(({ text }) => markup`<li>${said(text)}</li>`)}</ul>
</section>
`;
}

function groupOf(group: ActionGroupModel): Markup {
  const { label, tracked, done, items } = group;
  const columns = [t('Action'), t('Owner'), t('Due'), t('Tickets')];
  return markup`<section class="group">
<h2>${said(label)}${tracked > 0 ? markup` <small>${t('{0} of {1} done', done, items.length)}</small>` : ''}</h2>
<table>
<thead><tr><th class="state" scope="col"><span class="hidden">${t('Status')}</span></th>${columns.map((column) => markup`<th scope="col">${column}</th>`)}</tr></thead>
<tbody>
${items.map((item) => rowOf(item, group))}</tbody>
</table>
</section>
`;
}

function rowOf(item: ActionItemModel, { window }: ActionGroupModel): Markup {
  const tickets = item.tickets.map(({ key, url }, index) => markup`${index > 0 ? ', ' : ''}${url !== null && /^https?:\/\//i.test(url) ? markup`<a href="${url}" rel="noreferrer">${said(key)}</a>` : said(key)}`);
  const tags = [item.priority, item.type && item.type.stated ? item.type.value : null].filter((tag) => tag !== null).map((tag) => markup` <span class="tag">${said(tag)}</span>`);
  const isLate = item.due?.overdue === true && item.state !== 'done';
  return markup`<tr class="${item.state}">
<td class="state"><span class="mark" role="img" aria-label="${stateWord(item)}" title="${stateWord(item)}"></span></td>
<td class="action">${said(item.title)}${tags}</td>
<td class="owner">${item.owner === null ? markup`<span class="none">${t('nobody')}</span>` : said(item.owner)}</td>
<td class="${isLate ? 'due late' : 'due'}">${said(dueWords(item, window))}</td>
<td class="tickets">${tickets}</td>
</tr>
`;
}
