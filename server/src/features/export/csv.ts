import { json2csv } from 'csv42';
import type { ActionGroupModel, ActionItemModel } from '../../protocol';
import type { NamedPlan, PlanFormat } from './plan-format';

interface Row extends NamedPlan {
  readonly group: ActionGroupModel;
  readonly item: ActionItemModel;
}

/** Stable names: programs read them. */
const columns: Readonly<Record<string, (row: Row) => string | number | boolean | null>> = {
  file: ({ file }) => file,
  document: ({ plan }) => plan.title,
  group: ({ group }) => group.label,
  action: ({ item }) => item.title,
  state: ({ item }) => item.state,
  owner: ({ item }) => item.owner,
  due: ({ item }) => item.due && (item.due.date ?? item.due.text),
  'due derived': ({ item }) => item.due && item.due.source === 'horizon',
  overdue: ({ item }) => item.due && item.due.overdue,
  priority: ({ item }) => item.priority,
  type: ({ item }) => item.type && item.type.value,
  tickets: ({ item }) => item.tickets.map(({ key }) => key).join(' '),
  'ticket links': ({ item }) => item.tickets.flatMap(({ url }) => url ?? []).join(' '),
  line: ({ item }) => item.line + 1,
};

/** Comma-separated values (RFC 4180), a row an item. */
export const csv: PlanFormat = {
  extension: 'csv',
  write(plans) {
    const rows = plans.flatMap((named) => named.plan.groups.flatMap((group) => group.items.map((item): Row => ({ ...named, group, item }))));
    return json2csv(rows as unknown as Record<string, unknown>[], {
      eol: '\r\n',
      fields: Object.entries(columns).map(([name, cell]) => ({
        name,
        getValue: (row) => {
          const value = cell(row as unknown as Row);
          return typeof value === 'string' ? guarded(value) || null : value;
        },
      })),
    });
  },
};

/**
 * What a spreadsheet would take for a formula (https://owasp.org/www-community/attacks/CSV_Injection), at the beginning of a cell and
 * behind the sign that parts the cells where a comma is part of numbers.
 */
const formula = /(^|;)(?=[\s\p{Cf}]*[=+\-@＝＋－＠])/gu;

/** The text with an apostrophe before what would be a formula, which has spreadsheets show it as text. */
export function guarded(text: string): string {
  return text.replace(formula, "$1'");
}
