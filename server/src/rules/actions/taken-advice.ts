import type { IncidentDocument } from '../../document/document';
import { sectionsOf } from '../../document/sections';
import { proseLines } from '../prose';
import { itemsOf } from './planned-items';

const noticing = /\b(?:alert(?:s|ing)?|alarms?|monitor(?:s|ing)?|probes?|health ?checks?|dashboards?|metrics?|notif(?:y|ies|ications?)|observability|telemetry|paging|pages?|synthetics?|uptime)\b|\b(?:detect|notice|discover|catch|aware|surface|identify)\w*\b.{0,80}\b(?:earlier|sooner|quicker|quickly|faster|early|before|promptly|immediately|automatically)\b|監視|アラート|検知/i;
/** More of the same, whatever it is. */
const unspecific = /\b(?:improv|enhanc|strengthen|better\b|comprehensive|robust|proactive)/i;
const intent = /\b(?:will|should|must|shall|needs?|plan(?:ned|ning)?|going to|add(?:ed|ing)?|set(?:ting)? up|introduc\w+|implement\w*|now)\b/i;

/** Whether the document plans or names what notices such an incident earlier: not at all, in general words, or in its own. */
export function plannedDetection(document: IncidentDocument): 'none' | 'general' | 'certain' {
  const { sections } = document;
  let found: 'none' | 'general' = 'none';
  for (const { line, endLine, roles } of sectionsOf(sections, 'actions', 'lessons', 'detection')) {
    const isPlan = roles.includes('actions');
    for (const { words } of proseLines(document, line, endLine)) {
      if (!noticing.test(words) || (!isPlan && !intent.test(words))) continue;
      if (!unspecific.test(words)) return 'certain';
      found = 'general';
    }
  }
  return found;
}

const inquiry = /\b(?:investigate|investigation|find(?:ing)? out|figur(?:e|ing) out|determine|understand(?:ing)?|diagnose|analy[sz]e|analysis|reproduc(?:e|ing)|look(?:ing)? (?:\w+ )?(?:into|at)|dig(?:ging)? (?:\w+ )?into|research|identify|establish|trac(?:e|ing)|follow(?:ing)?[- ]up|deep[- ]dive|debug|bisect|ask)\b.{0,120}?\b(?:why|causes?|reasons?|crash\w*|fail\w*|issues?|problems?|leaks?|behaviou?r|bug|trigger\w*|root|origin|incident|stall\w*|outage)\b|\b(?:root[- ]cause|rca)\b.{0,40}\b(?:analysis|investigation|review)\b|原因(?:を)?(?:調査|究明|特定)/i;

/** "We have set up new graphs so that we can look into this" */
const prepared = /\b(?:set up|added|enabled|deployed|installed|turned on|put in place)\b[^.]{0,160}\bso (?:that )?(?:we|it|this) (?:can|may|could)\b[^.]{0,30}\b(?:investigat|debug|diagnos|find|understand|see why|learn)/i;
/** No section about a cause has more to say. */
const longest = 5000;

/** Whether something that is still to be done looks for the cause, or the words about it tell how it will be found. */
export function plansInquiry(document: IncidentDocument): boolean {
  const causes = sectionsOf(document.sections, 'rootCause').map(({ span }) => document.text.value.slice(span.start, Math.min(span.end, span.start + longest)));
  if (causes.some((words) => prepared.test(words.replace(/\s+/g, ' ')))) return true;
  return itemsOf(document).some(({ state, text }) => state !== 'done' && inquiry.test(text.slice(0, 1000)));
}
