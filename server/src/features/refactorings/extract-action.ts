import type { ActionItem } from '../../document/actions';
import type { IncidentDocument } from '../../document/document';
import { plainText } from '../../document/words';
import { t } from '../../l10n';
import { applyEdits } from '../../rules/apply-fixes';
import { insertAt, type Edit } from '../../rules/rule';
import { inCell, row } from './marks';
import { touches, type Refactoring, type RefactoringQuery } from './refactoring';

/** A selection of fewer words or more characters is no action. */
const FEWEST_WORDS = 2;
const LONGEST = 400;

/** Makes an item at the end of the plan of the words that are selected elsewhere, in the notation of the last item. The words stay where they are. */
export const extractAction: Refactoring = {
  kind: 'refactor.extract.incidentDocs.action',
  keeps: ['entries', 'fields', 'outline'],
  *offers(document, query) {
    const { text, plan } = document;
    const last = plan.items.at(-1);
    const words = isProse(document, query) ? wordsIn(text.slice(query.span)) : '';
    if (!last || words.length > LONGEST || words.split(' ').length < FEWEST_WORDS || plan.sections.some((section) => touches(section.span, query.span))) return;
    const said = plainText(words);
    if (plan.items.some((item) => item.text === said)) return;
    const edit = appended(document, last, words);
    if (edit && isRead(document, query, edit, said)) yield { title: t('Add the selection to the action plan'), edits: [edit] };
  },
};

/** Whether nothing but sentences and items is selected. */
function isProse({ text, lines }: IncidentDocument, { span }: RefactoringQuery): boolean {
  return lines.slice(text.lineAt(span.start), text.lineAt(span.end) + 1).every(({ kind }) => kind === 'prose' || kind === 'item' || kind === 'field' || kind === 'quote' || kind === 'row');
}

/** The words of one item: without markers in front, on one line. */
const wordsIn = (selected: string): string => selected.split(/\r\n|\r|\n/).map((line) => line.trim().replace(/^(?:[-*+•>]|\d{1,3}[.)])\s+(?:\[[ xX]\]\s+)?/, '').replace(/^\|+\s*|\s*\|+$/g, '')).filter((line) => line !== '').join(' ');

/** The edit that puts words behind the last item. Null where that is a heading. */
function appended(document: IncidentDocument, item: ActionItem, words: string): Edit | null {
  const { text, lines } = document;
  const line = lines[item.line];
  if (!line || line.kind === 'heading') return null;
  const at = text.lineEnd(item.endLine);
  const insertion = (newText: string): Edit => insertAt(at, text.eol + newText);
  if (item.place) {
    const { table: { rows: [header] }, columns } = item.place;
    return insertion(row((header?.cells ?? []).map((_, index) => (index === columns.action ? inCell(words) : ''))));
  }
  const isBox = item.checkbox >= 0 && line.checkbox < 0;
  const front = text.value.slice(line.start, isBox ? item.textSpan.start : line.contentStart).replace(/\[[xX]\]/, '[ ]').replace(/[☑☒]/, '☐');
  return insertion(front.replace(/\d+(?=[.)]\s)/, (number) => String(Number(number) + 1)) + words);
}

/** Whether the words are read as one item more. */
function isRead(document: IncidentDocument, { read }: RefactoringQuery, edit: Edit, said: string): boolean {
  const { plan } = read(applyEdits(document.text.value, [edit]));
  return plan.items.length === document.plan.items.length + 1 && plan.items.at(-1)?.text === said;
}
