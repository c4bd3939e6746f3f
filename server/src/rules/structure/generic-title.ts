import type { IncidentDocument } from '../../document/document';
import { t } from '../../l10n';
import { excerpt } from '../anchor';
import { defineRule } from '../rule';

/** A title tells this document from the next. */
export const genericTitle = defineRule({
  id: 'generic-title',
  group: 'structure',
  summary: 'The title says which incident it is about',
  severity: 'hint',
  *check(document) {
    const { title } = document;
    if (!title || !isGeneric(title.text) || isNamed(document)) return;
    yield { span: title.span, message: t('"{0}" fits every incident: say in the title what happened to what, and when.', excerpt(title.text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, ''))) };
  },
});

const kinds = new Set(
  `post mortem postmortem postmortems incident incidents outage escalation report reports summary review analysis rca root cause causes customer document documentation
  template draft final the a an of on for and our my after action issue problem major production service system web stack debugging blameless internal public technical engineering
  write up writeup page retrospective learning`.split(/\s+/),
);

/** Whether a title has nothing but words for the kind of document. */
function isGeneric(title: string): boolean {
  const words = title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length > 0 && words.length <= 8 && words.every((word) => kinds.has(word)) && words.some((word) => !weak.has(word));
}

/** Words that name no kind of document by themselves. */
const weak = new Set('the a an of on for and our my web stack system service production page'.split(' '));

/** Keys under which a document has its name where the title is that of a form. */
const nameKey = /^(?:(?:incident|issue|escalation|report|post-?mortem|document|case|ticket|event) )?(?:title|name|subject|id|number|no\.?|key|reference)$/i;

function isNamed({ fields, allSections }: IncidentDocument): boolean {
  return fields.some(({ key, label, value }) => key === 'id' || (nameKey.test(label.trim()) && !isGeneric(value))) || allSections.some(({ title }) => nameKey.test(title.trim()));
}
