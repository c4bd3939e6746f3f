import { perDocument } from '../per-document';

const label = /^(?:(?:intended |target )?audience|distribution|visibility|classification|confidentiality|sharing|tlp)$/i;
const outsiders = /\b(?:customers?|clients?|public|external(?:ly)?|everyone|tlp:? ?(?:clear|white))\b|^(?:clear|white)$/i;
const insiders = /\b(?:not|non|never|no)\b|\binternal\b(?! and)/i;
const publicTitle = /\b(?:public|external|customer[- ](?:facing|safe))\b.{0,20}\b(?:post-?mortem|incident|rca|root cause|report|review|summary|statement)\b/i;

/** Whether the document says that customers or the public read it. */
export const isForOutsiders = perDocument(({ fields, title }): boolean =>
  fields.some((field) => label.test(field.label) && outsiders.test(field.value) && !insiders.test(field.value)) || publicTitle.test(title?.text ?? ''));
