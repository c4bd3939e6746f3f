import type { IncidentDocument } from '../../document/document';
import { wordsOf } from '../../document/words';
import { t } from '../../l10n';
import { excerpt } from '../anchor';
import { defineRule } from '../rule';
import { isJob, saysNoName } from './job-words';

/** Those who answer for an incident have names. */
export const roleInsteadOfOwner = defineRule({
  id: 'role-instead-of-owner',
  group: 'metadata',
  summary: 'The owner is a person, not a job title',
  severity: 'information',
  *check(document, _, { toleratedOwners }) {
    const tolerated = new Set(toleratedOwners.map(wordsOf));
    const customers = customersOf(document);
    for (const { key, value, valueSpan } of document.fields) {
      if ((key !== 'owner' && key !== 'contact') || !isRole(value, customers) || tolerated.has(wordsOf(value))) continue;
      yield key === 'owner'
        ? { span: valueSpan, message: t('"{0}" is a job title: name the person who answers for this.', excerpt(value, 40)) }
        : { span: valueSpan, message: t('"{0}" is a job title: name the person to talk to.', excerpt(value, 40)), severity: 'hint' as const };
    }
  },
});

/** No title is longer. */
const longest = 80;
const firstWord = /^[A-Za-z]+/;
const breaks = /\s[-–—|/]\s|[,;()@]|\bat\b/;

/** Whether a value is a job's title, with nothing beside it but the customer's name or another title. */
function isRole(value: string, customers: readonly string[]): boolean {
  if (value.length > longest || !saysNoName(firstWord.exec(value)?.[0].toLowerCase() ?? '')) return false;
  const [title, ...others] = value.split(breaks).map(wordsOf).filter((words) => words !== '');
  if (title === undefined || !isJob(title)) return false;
  return others.every((words) => saysNoName(words) || customers.some((customer) => ` ${customer} `.includes(` ${words} `)));
}

/** What the document calls the customer; a document that names very many is no record of one. */
function customersOf({ fields }: IncidentDocument): string[] {
  return fields.flatMap(({ key, value }) => (key === 'customer' ? [wordsOf(value)] : [])).slice(0, 5);
}
