import type { ActionItem } from '../../document/actions';
import type { IncidentDocument } from '../../document/document';
import { wordsBelow } from './columns';

const columns = new Set(['priority', 'prio', 'p', 'urgency', 'importance', 'priorität', 'prioridad', 'priorité', 'prioridade', '優先度']);
const labelled = /(?:^|[\s([,;|])(?:priority|prio|urgency|priorität)\s*[:=]\s*\*{0,2}([\p{L}\d][\p{L}\d-]{0,15})/iu;
const graded = /[([]\s*(p[0-5]|(?:high|medium|low|critical|urgent|major|minor)(?: priority)?)\s*[)\]]|^\W*(p[0-5])\b(?=\s*[:)\]–—-])/i;

/** "HIGH: Buy nuts", in capitals. */
const leading = /^\W*(HIGH|MEDIUM|LOW|CRITICAL|URGENT)\b/;

/** The priority that an item states, as written: in its column, behind a label, or in brackets; else null. */
export function priorityOf(document: IncidentDocument, item: ActionItem): string | null {
  const words = item.text.length > 2_000 ? '' : item.text;
  const grade = graded.exec(words);
  return wordsBelow(document, item, columns) ?? labelled.exec(words)?.[1] ?? grade?.[1] ?? grade?.[2] ?? leading.exec(words)?.[1] ?? null;
}
