import type { IncidentDocument } from '../../document/document';
import type { Line } from '../../document/lines';
import type { Edit } from '../../rules/rule';
import { isMarkdown } from '../notation/is-markdown';
import { rewrite, type Change } from './change';
import { listsOf, type List } from './lists';

interface Numbered {
  readonly line: Line;
  readonly at: number;
  readonly digits: string;
  readonly value: number;
  readonly delimiter: string;
  /** The line behind the last one of the item. */
  readonly end: number;
}

const numbering = /^[ \t]*(\d{1,3})([.)])/;

/** Numbers lists on from their first number. Lists that count down, that are all ones in Markdown, or whose numbers are part of dates are left alone. */
export function renumberLists(document: IncidentDocument): Change[] {
  const markdown = isMarkdown(document);
  return listsOf(document).filter(({ marker }) => marker === 'number').flatMap((list) => {
    const items = numberedOf(document, list);
    return items ? runsOf(items).map((run) => (isMeant(run, markdown) ? [] : renumber(document, run))) : [];
  });
}

/** Null where something in the list is no plain number. */
function numberedOf({ text, lines, times }: IncidentDocument, { items, end }: List): Numbered[] | null {
  const found: Numbered[] = [];
  for (const [index, line] of items.entries()) {
    const match = numbering.exec(text.value.slice(line.start, Math.min(line.end, line.start + 64)));
    const digits = match?.[1];
    if (!match || digits === undefined || (digits.length > 1 && digits.startsWith('0'))) return null;
    const at = line.start + match[0].length - digits.length - 1;
    if (times.readDate(at, line.end)) return null;
    let last = items[index + 1]?.number ?? end;
    while (lines[last - 1]?.kind === 'blank') last--;
    found.push({ line, at, digits, value: Number(digits), delimiter: match[2] as string, end: last });
  }
  return found.every(({ delimiter }) => delimiter === found[0]?.delimiter) ? found : null;
}

/** A list that begins with one again is another list. */
function runsOf(items: readonly Numbered[]): Numbered[][] {
  const runs: Numbered[][] = [];
  for (const item of items) {
    const run = runs.at(-1);
    if (run && !(item.value === 1 && (run.at(-1) as Numbered).value > 1)) run.push(item);
    else runs.push([item]);
  }
  return runs;
}

function isMeant(run: readonly Numbered[], markdown: boolean): boolean {
  if (run.length < 2) return true;
  const isCountdown = run.every(({ value }, index) => index === 0 || value < (run[index - 1] as Numbered).value);
  return isCountdown || (markdown && run.every(({ value }) => value === run[0]?.value));
}

function renumber(document: IncidentDocument, run: readonly Numbered[]): Change {
  const { text } = document;
  const first = (run[0] as Numbered).value;
  return run.flatMap((item, index) => {
    const digits = String(first + index);
    const edits = rewrite(text.value, item.at, item.at + item.digits.length, digits);
    return edits.length > 0 ? [...edits, ...shift(document, item, digits.length - item.digits.length)] : [];
  });
}

/** What stands below an item moves with the beginning of its words. */
function shift({ text, lines }: IncidentDocument, { line, end }: Numbered, columns: number): Edit[] {
  if (columns === 0) return [];
  const edits: Edit[] = [];
  for (let number = line.number + 1; number < end; number++) {
    const below = lines[number] as Line;
    if (below.kind === 'blank' || below.indent < line.contentStart - line.start || text.value.slice(below.start, below.start + below.indent).includes('\t')) continue;
    edits.push({ span: { start: below.start, end: below.start + Math.max(-columns, 0) }, newText: ' '.repeat(Math.max(columns, 0)) });
  }
  return edits;
}
