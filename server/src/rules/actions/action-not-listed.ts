import type { ActionItem } from '../../document/actions';
import type { IncidentDocument } from '../../document/document';
import { t } from '../../l10n';
import { defineRule, insertAt } from '../rule';
import type { Edit, Fix } from '../rule';
import { isImperative } from '../../document/imperatives';
import { itemsOf } from './planned-items';

/** Actions are items of a list. */
export const actionNotListed = defineRule({
  id: 'action-not-listed',
  group: 'actions',
  summary: 'Actions are items of a list',
  severity: 'information',
  judges: 'actions',
  *check(document) {
    const runs = bareRuns(document);
    const [first, ...others] = runs.flat();
    if (!first) return;
    yield {
      span: first.textSpan,
      message: t('{0} actions stand here as bare lines: make them a list, so that each can be assigned and ticked off.', others.length + 1),
      related: others.map(({ textSpan }) => ({ span: textSpan, message: t('This is a bare line as well.') })),
      fixes: [listOf(document, runs)],
      ...(keepsLines(document) && !expectsList(document, first) && { severity: 'hint' as const }),
    };
  },
});

const markup = /\.(?:md|markdown|mdx|mkd|rst|adoc|asciidoc|org|textile|wiki|erb|html?)$/i;

/** Whether bare lines stay apart as they are read: in plain text they do, in markup they run together. */
const keepsLines = ({ fileName }: IncidentDocument): boolean => fileName !== '' && !markup.test(fileName);

/** Whether the document marks its lists elsewhere, or a sentence above the actions leads to one: "We will do the following:". */
function expectsList({ text, lines }: IncidentDocument, { line }: ActionItem): boolean {
  if (lines.some(({ kind, marker }) => marker !== null && kind !== 'heading')) return true;
  let above = line - 1;
  while (lines[above]?.kind === 'blank') above--;
  const found = lines[above];
  const words = found && found.kind !== 'heading' ? text.value.slice(found.start, Math.min(found.end, found.start + 1000)).trim() : '';
  return words.endsWith(':') && words.split(/\s+/).length >= shortestSentence;
}

/** Fewer words are a label. */
const shortestSentence = 6;

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

/** The lists in the notation of the document's other lists. A line that follows at once must not be taken into the last item. */
function listOf({ text, lines }: IncidentDocument, runs: readonly ActionItem[][]): Fix {
  const model = lines.find(({ kind, marker }) => marker === 'bullet' && (kind === 'item' || kind === 'field'));
  const marker = (model && /[-*+•]/.exec(text.value.slice(model.start, model.contentStart))?.[0]) ?? '-';
  const edits: Edit[] = [];
  for (const run of runs) {
    for (const { line } of run) {
      const at = lines[line]?.contentStart ?? text.lineStart(line);
      edits.push(insertAt(at, `${marker} `));
    }
    const last = (run.at(-1) as ActionItem).line;
    const next = lines[last + 1];
    if (next && next.kind !== 'blank' && next.kind !== 'heading') {
      const end = text.lineEnd(last);
      edits.push({ span: { start: end, end }, newText: text.eol });
    }
  }
  return { title: t('Make the {0} lines a list', runs.flat().length), kind: 'suggested', edits };
}
