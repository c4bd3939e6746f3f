import type { ActionGroup } from '../../document/actions';
import type { IncidentDocument } from '../../document/document';
import { insertAt, type Edit } from '../../rules/rule';
import { insertSection } from '../../rules/skeleton';
import { inCell, row } from '../refactorings/marks';
import { frontOf, hasOwnLines, isLoose, nextMarker } from './item-lines';
import { stateWords } from './state-words';

/** The heading of a plan where a document has none. */
export const planHeading = 'Action Items';

/** Whether an item can be written behind those of a group. */
export function canAdd(document: IncidentDocument, { items }: ActionGroup): boolean {
  const last = items.at(-1);
  if (!last || !hasOwnLines(document, last)) return false;
  if (last.notation === 'row') return document.text.line(last.line).trimStart().startsWith('|');
  // a paragraph is an item by its words
  return last.notation !== 'line' || last.endLine === last.line;
}

/** The edits that may write an item behind those of a group in their notation, the likeliest first; as the first one of the plan where there is no group. */
export function* insertions(document: IncidentDocument, group: ActionGroup | null, words: string): Generator<readonly Edit[]> {
  if (!group) {
    yield* firstItems(document, words);
    return;
  }
  const last = group.items.at(-1);
  if (!last || !canAdd(document, group)) return;
  const at = document.text.lineEnd(last.endLine);
  const { eol } = document.text;
  const insertion = (gap: string, line: string): Edit[] => [insertAt(at, gap + line)];
  if (last.notation === 'row') {
    yield insertion(eol, rowFor(document, group, words));
    return;
  }
  const front = frontOf(document, last);
  const sign = /^[☐☑☒]\s*/.exec(document.text.line(last.line).slice(front.marker.length))?.[0].replace(/[☑☒]/, '☐') ?? '';
  const line = nextMarker(document, group) + front.box.replace(/[xX]/, ' ') + sign + words;
  yield* (isLoose(document, group) ? [eol + eol, eol] : [eol, eol + eol]).map((gap) => insertion(gap, line));
}

/** A row with the words in the column of the actions, and open in that of the states. */
function rowFor(document: IncidentDocument, { items }: ActionGroup, words: string): string {
  const last = items.at(-1);
  const header = last?.place?.table.rows[0];
  const columns = last?.place?.columns;
  const state = columns?.columnOf('status');
  const open = stateWords(document).cells('open')[0] ?? '';
  const cells = (header?.cells ?? []).map((_, index) => (index === columns?.action ? inCell(words) : index === state ? open : ''));
  return /^[ \t]*/.exec(last ? document.text.line(last.line) : '')?.[0] + row(cells);
}

/** In a section for actions that has none yet, or in one of its own. */
function* firstItems(document: IncidentDocument, words: string): Generator<readonly Edit[]> {
  const { plan, lines, text: source } = document;
  const section = plan.sections.at(-1);
  if (section) {
    let last = section.endLine;
    while (last > section.line && lines[last]?.kind === 'blank') last--;
    const at = source.lineEnd(last);
    yield [insertAt(at, `${source.eol}${source.eol}- [ ] ${words}`)];
    return;
  }
  yield insertSection(document, 'actions', planHeading, `- [ ] ${words}`).edits;
}
