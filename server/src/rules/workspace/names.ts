import type { IncidentDocument } from '../../document/document';
import type { Field } from '../../document/fields';
import { wordsOf } from '../../document/words';

/** Keys of a document's own number. A ticket, a case or a reference may belong to several documents. */
const naming = /^(?:id|(?:incident|escalation|document|doc|report|post ?mortem|coe|record)(?: (?:id|no|number|key|#))?|incident name|número de incidente|vorfall ?(?:nr|nummer|id)|インシデント番号|インシデントid)$/;
/** One word of letters and a number, or a number. */
const identifier = /^[[#]?(?:[A-Za-z][A-Za-z_/-]{0,15})?\d[\w/-]{0,40}\]?$/;
/** A day, a month or a version is no name. */
const noName = /^(?:(?:19|20)\d{2}[-/]?(?:\d{2}[-/]?(?:\d{2})?)?|v?\d{1,2}|(?:sev|p|q|h)-?\d)$/i;
/** What may stand before the id that a title begins with. */
const lead = new Set('postmortem post mortem incident escalation customer rca coe outage record report review summary retrospective of for the no number'.split(' '));
/** Below a document's head, a number is that of something else. */
const farthest = 60;

/** The identifiers that a document is called by: in its title, or in the first field that numbers documents. */
export function namesIn({ title, fields }: Pick<IncidentDocument, 'title' | 'fields'>): Field[] {
  const first = fields.find((field) => field.notation !== 'title' && isNaming(field));
  return fields.filter((field) => field === first || (field.notation === 'title' && isName(field.value) && standsOut(field.value, title?.text ?? '')));
}

function isNaming({ key, label, line, value }: Field): boolean {
  return key === 'id' && line < farthest && naming.test(wordsOf(label)) && isName(value);
}

function isName(value: string): boolean {
  return value.length > 2 && identifier.test(value) && !noName.test(value);
}

/** At a title's beginning or, set apart, at its end: within a sentence an id is what the incident is about. */
function standsOut(id: string, title: string): boolean {
  const at = title.indexOf(id);
  const before = title.slice(0, at);
  const words = wordsOf(before);
  if (words === '' || words.split(' ').every((word) => lead.has(word))) return at >= 0;
  return /[([\-–—:|,#]\s*$/.test(before) && /^[\])\s.]*$/.test(title.slice(at + id.length));
}
