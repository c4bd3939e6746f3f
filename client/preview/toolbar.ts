import type { ActionPlanModel } from '../../server/src/protocol/action-plan';
import { counts, orders, shows, type Show } from './arrangement';
import { icon } from './icons';
import { button, unseen, type Look } from './look';
import type { CopyFormat } from './requests';
import { element, type Tree } from './tree';
import type { Word } from './words';

const showWords: Readonly<Record<Show, Word>> = { all: 'showAll', open: 'showOpen', done: 'showDone', overdue: 'showOverdue', unowned: 'showUnowned' };
const orderWords: Readonly<Record<(typeof orders)[number], Word>> = { document: 'sortDocument', due: 'sortDue', owner: 'sortOwner' };
const formatWords: Readonly<Record<CopyFormat, Word>> = { markdown: 'markdown', checklist: 'copyChecklist', jira: 'jira', text: 'text' };

/** What chooses among the items of the plan: words, a state, an order. */
export function toolbar(plan: ActionPlanModel, { strings, choice }: Look): Tree {
  const words = element('label', 'filter', { class: 'search' }, [
    icon('search'),
    unseen('label', strings.filter),
    element('input', 'words', { type: 'search', placeholder: strings.filterHint, 'data-choice': 'words', autocomplete: 'off', spellcheck: 'false' }, [], { initial: { value: choice.words } }),
  ]);
  const count = counts(plan);
  const states = shows.map((show) =>
    button('show', 'toggle', [element('span', 'words', {}, strings[showWords[show]]), element('span', 'count', { class: 'count' }, String(count[show]))], { 'data-show': show, 'aria-pressed': String(choice.show === show) }, show),
  );
  const order = element('label', 'order', { class: 'order' }, [
    unseen('label', strings.sort),
    element('select', 'order', { 'data-choice': 'order', title: strings.sort }, orders.map((name) => element('option', name, { value: name }, strings[orderWords[name]])), { properties: { value: choice.order } }),
  ]);
  return element('div', 'toolbar', { class: 'toolbar' }, [words, element('div', 'show', { class: 'show', role: 'group', 'aria-label': strings.show }, states), order]);
}

/** What hands the plan on. */
export function share({ strings }: Look): Tree {
  const formats = Object.entries(formatWords).map(([format, word]) => button('copy', 'secondary', strings[word], { 'data-format': format }, format));
  return element('footer', 'share', { class: 'share', 'aria-label': strings.share }, [
    element('div', 'copy', { class: 'buttons', role: 'group', 'aria-labelledby': 'copy-as' }, [element('span', 'label', { id: 'copy-as', class: 'dim' }, strings.copyAs), ...formats]),
    element('div', 'files', { class: 'buttons' }, [
      button('export', 'secondary', strings.export),
      button('customerSafe', 'secondary', strings.customerSafe),
    ]),
  ]);
}
