import type { ActionItemModel, ActionPlanModel } from '../../server/src/protocol/action-plan';
import type { Place } from './item';
import { button, type Look, type OpenForm } from './look';
import { element, type Tree } from './tree';
import type { Word } from './words';

type RowForm = Exclude<OpenForm, { kind: 'add' }>;

/** The form that changes what stands in the row of an item. */
export function formOf({ kind }: RowForm, item: ActionItemModel, { plan, group }: Place, look: Look): Tree {
  if (kind === 'move') {
    const others = plan.groups.filter(({ id }) => id !== group.id);
    const options = others.map(({ id, label }) => element('option', id, { value: id }, label));
    return form(kind, look, 'set', false, [field('group', 'moveLabel', look, element('select', 'input', { name: 'group' }, options))]);
  }
  if (kind === 'owner') return form(kind, look, 'set', item.owner !== null, ownerField(plan, look, item.owner ?? ''));
  return form(kind, look, 'set', item.due?.source === 'stated', [dueField(look, item.due?.date ?? '')]);
}

/** The form that adds an item to a group, or to the plan. */
export function addForm(plan: ActionPlanModel, look: Look): Tree {
  const text = element('input', 'input', { name: 'text', type: 'text', required: '', autocomplete: 'off', spellcheck: 'true', maxlength: '1000' });
  return form('add', look, 'add', false, [field('text', 'textLabel', look, text), ...ownerField(plan, look, ''), dueField(look, '')]);
}

function ownerField(plan: ActionPlanModel, look: Look, value: string): Tree[] {
  const input = element('input', 'input', { name: 'owner', type: 'text', autocomplete: 'off', spellcheck: 'false', maxlength: '200', list: 'owners' }, [], { initial: { value } });
  return [
    field('owner', 'ownerLabel', look, input),
    element('datalist', 'owners', { id: 'owners' }, plan.owners.map((owner, index) => element('option', String(index), { value: owner }))),
  ];
}

function dueField(look: Look, value: string): Tree {
  return field('due', 'dueLabel', look, element('input', 'input', { name: 'due', type: 'date', max: '9999-12-31' }, [], { initial: { value } }));
}

function field(key: string, label: Word, { strings }: Look, input: Tree): Tree {
  return element('label', key, { class: `field ${key}-field` }, [element('span', 'label', {}, strings[label]), input]);
}

/** A form stays until it is sent or given up: leaving it loses nothing. */
function form(kind: OpenForm['kind'], { strings }: Look, send: 'set' | 'add', canRemove: boolean, fields: readonly Tree[]): Tree {
  const buttons = [
    element('button', 'send', { type: 'submit', class: 'primary' }, strings[send]),
    ...(canRemove ? [button('remove', 'secondary', strings.remove)] : []),
    button('cancel', 'secondary', strings.cancel),
  ];
  return element('form', `form ${kind}`, { class: `form form-${kind}`, 'data-form': kind, novalidate: '' }, [...fields, element('div', 'buttons', { class: 'buttons' }, buttons)]);
}
