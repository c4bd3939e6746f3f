import type { ActionPlanModel, BlockingModel, MetricModel } from '../../server/src/protocol/action-plan';
import { icon } from './icons';
import { button, lineButton, unseen, type Look } from './look';
import { element, type Tree } from './tree';
import { durationWords, fill, type Strings } from './words';

/** What happened, in brief: title, facts, durations, and how many problems there are. */
export function header(plan: ActionPlanModel, look: Look): Tree {
  const { strings, locked } = look;
  const above: Tree[] = [element('p', 'kind', { class: 'kind' }, strings[plan.kind])];
  if (plan.problems > 0) above.push(problems(plan.problems, look));
  if (locked !== null) above.push(lock(locked, strings));
  const children: Tree[] = [
    element('div', 'above', { class: 'above' }, above),
    element('h1', 'title', {}, plan.title === null ? strings.untitled : [lineButton('reveal', 'plain', plan.titleLine, look, plan.title)]),
  ];
  const facts = factsOf(plan, look);
  if (facts.length > 0) children.push(element('dl', 'facts', { class: 'facts' }, facts));
  if (plan.metrics.length > 0) children.push(element('ul', 'metrics', { class: 'metrics', role: 'list', 'aria-label': strings.metrics }, plan.metrics.map((metric) => metricView(metric, look))));
  return element('header', 'header', {}, children);
}

/** What stands between the document and a closed incident. */
export function blockingView(blocking: readonly BlockingModel[], look: Look): Tree {
  const { strings } = look;
  if (blocking.length === 0) return element('p', 'blocking', { class: 'clear' }, [icon('done'), element('span', 'text', {}, strings.nothingBlocks)]);
  const items = blocking.map(({ kind, text, line }, index) =>
    element('li', `${kind} ${index}`, { class: kind }, [icon('blocked'), line === null ? element('span', 'text', {}, text) : lineButton('text', 'plain', line, look, text)]),
  );
  return element('section', 'blocking', { class: 'blocking', 'aria-labelledby': 'blocking' }, [
    element('h2', 'title', { id: 'blocking' }, strings.blocking),
    element('ul', 'items', { role: 'list' }, items),
  ]);
}

function problems(count: number, { strings }: Look): Tree {
  return button('problems', 'problems link', [icon('problems'), element('span', 'text', {}, fill(strings.problems, count))], { title: strings.showProblems });
}

/** The button that has the page stay with its document. */
export function lock(locked: boolean, strings: Strings): Tree {
  return button('lock', 'icon-button', [icon(locked ? 'locked' : 'unlocked')], { 'aria-pressed': String(locked), 'aria-label': strings.lock, title: locked ? strings.locked : strings.lock });
}

function factsOf({ status, severity, customer, age, nextUpdate }: ActionPlanModel, look: Look): Tree[] {
  const { strings } = look;
  const facts: Tree[] = [];
  const add = (key: string, label: string, line: number, value: string | Tree[], title?: string): void => {
    const shown = lineButton('value', 'plain', line, look, value);
    facts.push(element('div', key, {}, [element('dt', 'label', {}, label), element('dd', 'value', {}, [title ? { ...shown, attributes: { ...shown.attributes, title } } : shown])]));
  };
  if (status?.value) add('status', strings.status, status.line, status.value);
  if (severity?.value) add('severity', severity.label, severity.line, severity.value);
  if (customer?.value) add('customer', strings.customer, customer.line, customer.value);
  if (age) add('age', age.ended ? strings.lasted : strings.openFor, age.line, durationWords(age.seconds, strings), fill(strings.since, age.since.replace('T', ' ')));
  if (nextUpdate) {
    const late = nextUpdate.overdue ? [element('span', 'late', { class: 'late' }, strings.late)] : [];
    add('nextUpdate', strings.nextUpdate, nextUpdate.line, [element('span', 'text', {}, nextUpdate.text), ...late]);
  }
  return facts;
}

/** A duration that is not known says why; it is never zero. */
function metricView({ key, seconds, from, line, reason }: MetricModel, look: Look): Tree {
  const { strings } = look;
  const label = element('span', 'label', { class: 'label' }, strings[key]);
  if (seconds === null) {
    return element('li', key, { class: 'unknown' }, [label, element('span', 'value', { class: 'value' }, strings.unknown), element('span', 'reason', { class: 'reason' }, reason ?? '')]);
  }
  const value = element('span', 'value', { class: 'value' }, durationWords(seconds, strings));
  if (line === null) return element('li', key, {}, [label, value]);
  const between = from === null ? fill(strings.reveal, line + 1) : fill(strings.between, from + 1, line + 1);
  const shown = lineButton('reveal', 'plain', line, look, [label, value, unseen('between', between)]);
  return element('li', key, {}, [{ ...shown, attributes: { ...shown.attributes, title: between } }]);
}
