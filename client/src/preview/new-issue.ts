import type { ActionItemModel, ActionPlanModel } from '../../../server/src/protocol';

/** Servers refuse addresses that are longer. */
const longest = 7_500;
/** Of the title of an issue, in characters. */
const longestTitle = 200;

type Translate = (sentence: string, ...values: (string | number)[]) => string;

/**
 * The address of a form for a new issue with an item filled in, from the address of the settings; null where it is none of the web.
 * In it `$title` stands for the item, `$owner` and `$due` for what is known of it, `$body` for the item with its incident.
 */
export function newIssueAddress(template: string, item: ActionItemModel, plan: ActionPlanModel, name: string, t: Translate): string | null {
  const facts = [
    t('Incident: {0}', plan.title ?? name),
    ...(item.owner === null ? [] : [t('Owner: {0}', item.owner)]),
    ...(item.due === null ? [] : [t('Due: {0}', item.due.date ?? item.due.text)]),
    t('Document: {0}, line {1}', name, item.line + 1),
  ];
  const body = `${item.text}\n\n${facts.join('\n')}`;
  for (let length = body.length; ; length = Math.floor(length * 0.8)) {
    const values: Readonly<Record<string, string>> = { title: cut(item.title, longestTitle), body: cut(body, length), owner: (item.owner ?? '').replace(/^@/, ''), due: item.due?.date ?? '' };
    const address = template.replace(/\$(title|body|owner|due)\b/g, (_, place: string) => encodeURIComponent((values[place] as string).replace(/\p{Cs}/gu, '\ufffd')));
    if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return null;
    if (address.length <= longest || length < 20) return address;
  }
}

function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, Math.max(0, length - 1))}…`;
}
