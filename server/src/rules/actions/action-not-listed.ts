import type { ActionItem } from '../../document/actions';
import type { IncidentDocument } from '../../document/document';
import { t } from '../../l10n';
import { defineRule } from '../rule';
import type { Edit, Fix } from '../rule';
import { isImperative } from './imperatives';
import { itemsOf } from './planned-items';

/** Actions are items of a list. */
export const actionNotListed = defineRule({
  id: 'action-not-listed',
  group: 'actions',
  summary: 'Actions are items of a list',
  severity: 'information',
  judges: 'actions',
  *check(document) {
    for (const run of bareRuns(document)) {
      const [first, ...others] = run as [ActionItem, ...ActionItem[]];
      yield {
        span: first.textSpan,
        message: t('{0} actions stand here as bare lines: make them a list, so that each can be assigned and ticked off.', run.length),
        related: others.map(({ textSpan }) => ({ span: textSpan, message: t('This is a bare line as well.') })),
        fixes: [listOf(document, run)],
      };
    }
  },
});

/** A line that is longer is a paragraph. */
const mostWords = 30;

/** Lines right below each other, of which two or more, and most, say what to do. */
function bareRuns(document: IncidentDocument): ActionItem[][] {
  const runs: ActionItem[][] = [];
  let run: ActionItem[] = [];
  const close = (): void => {
    const says = run.map(({ text }) => isImperative(text));
    const saying = run.slice(says.indexOf(true), says.lastIndexOf(true) + 1);
    const plain = saying.filter(({ text }) => isImperative(text) && text.split(/\s+/).length <= mostWords).length;
    if (plain > 1 && plain * 2 > saying.length) runs.push(saying);
    run = [];
  };
  for (const item of itemsOf(document)) {
    const line = document.lines[item.line];
    const isBare = item.notation === 'line' && item.line === item.endLine && line?.kind !== 'heading' && line?.marker === null;
    if (!isBare || run.at(-1)?.line !== item.line - 1) close();
    if (isBare) run.push(item);
  }
  close();
  return runs;
}

/** The list in the notation of the document's other lists. A line that follows at once must not be taken into the last item. */
function listOf({ text, lines }: IncidentDocument, run: readonly ActionItem[]): Fix {
  const model = lines.find(({ kind, marker }) => marker === 'bullet' && (kind === 'item' || kind === 'field'));
  const marker = (model && /[-*+•]/.exec(text.value.slice(model.start, model.contentStart))?.[0]) ?? '-';
  const edits: Edit[] = run.map(({ line }) => {
    const at = lines[line]?.contentStart ?? text.lineStart(line);
    return { span: { start: at, end: at }, newText: `${marker} ` };
  });
  const last = (run.at(-1) as ActionItem).line;
  const next = lines[last + 1];
  if (next && next.kind !== 'blank' && next.kind !== 'heading') {
    const end = text.lineEnd(last);
    edits.push({ span: { start: end, end }, newText: text.eol });
  }
  return { title: t('Make the {0} lines a list', run.length), kind: 'suggested', edits };
}
