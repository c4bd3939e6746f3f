import type { ActionItem, StateMark } from '../../document/actions';
import type { IncidentDocument } from '../../document/document';
import { capital, wordsOf } from '../../document/words';
import { perDocument } from '../../rules/per-document';
import { ownEnd, ownStart } from '../detail-notation';

/** Whether an item is done, as a mark tells it. */
type Told = 'done' | 'open';

/** What done is called where nothing else in the plan tells how what is open is called, and the other way round. The first fits. */
const opposites: readonly (readonly [done: string, open: string])[] = [
  ['done', 'open'], ['done', 'todo'], ['done', 'to do'], ['closed', 'open'], ['completed', 'not started'], ['complete', 'not started'], ['completed', 'pending'],
  ['erledigt', 'offen'], ['abgeschlossen', 'in arbeit'], ['hecho', 'pendiente'], ['completado', 'pendiente'], ['terminé', 'en cours'], ['fait', 'à faire'], ['feito', 'pendente'],
  ['concluído', 'pendente'], ['完了', '未完了'], ['済', '未対応'], ['対応済み', '未対応'],
];
const signs: readonly (readonly [done: string, open: string])[] = [
  ['☑', '☐'], ['☒', '☐'], ['✅', '⬜'], ['✔', '☐'], ['🟢', '🔴'], ['✅', '⏳'], ['✅', '🔄'], ['✅', '🚧'], ['✅', '❌'], ['🟢', '🟡'], ['🟢', '🟠'], ['🟢', '⚪'],
];

/** How the plan of a document marks its items, most used first. */
export interface StateWords {
  /** The marks of a kind, as written. */
  marks(kind: StateMark['kind'], told: Told): readonly string[];
  /** What the cells of a column of states hold that say nothing else, with their emphasis. */
  cells(told: Told): readonly string[];
  /** What items that are done have before or behind their words, and others have not. */
  readonly additions: readonly Addition[];
  /** Whether items that are not done mostly have no mark. */
  readonly isOpenUnmarked: boolean;
}

/** A mark with the brackets, dashes and blanks that set it apart; or a strike through all of the words. */
export type Addition = { readonly kind: 'before' | 'behind'; readonly written: string } | { readonly kind: 'strike' };

/** Words of what is on its way, or stuck: what is opened again is neither. */
const begun = /^(?:in progress|inprogress|in review|on track|at risk|late|delayed|off track|waiting|planned|started|ongoing|doing|wip|blocked|assigned|under way|underway|scheduled|en curso|in arbeit|geplant|en cours|em andamento|対応中|進行中)$/;

/** A mark with what sets it apart is no longer. */
const longest = 24;

export const stateWords = perDocument((document): StateWords => {
  const counts = new Map<string, Map<string, number>>();
  const additions = new Map<string, { addition: Addition; count: number }>();
  const cells = { done: new Map<string, number>(), open: new Map<string, number>() };
  let [marked, unmarked] = [0, 0];
  for (const item of document.plan.items) {
    const { mark, state, notation } = item;
    if (state !== 'done') {
      if (mark && mark.kind !== 'box' && mark.kind !== 'heading') marked++;
      else if (!mark) unmarked++;
    }
    if (!mark || state === 'untracked') continue;
    const key = `${mark.kind} ${state}`;
    const known = counts.get(key) ?? new Map<string, number>();
    const written = document.text.slice(mark.span);
    if (written.length <= longest) known.set(written, (known.get(written) ?? 0) + 1);
    counts.set(key, known);
    const cell = mark.kind === 'cell' || mark.kind === 'word' ? wholeCell(document, item, mark) : null;
    if (cell !== null) cells[state].set(cell, (cells[state].get(cell) ?? 0) + 1);
    const addition = state === 'done' && notation !== 'row' ? additionOf(document, item, mark) : null;
    if (!addition) continue;
    const name = JSON.stringify(addition);
    additions.set(name, { addition, count: (additions.get(name)?.count ?? 0) + 1 });
  }
  return {
    marks: (kind, told) => byUse(counts.get(`${kind} ${told}`) ?? []),
    cells: (told) => byUse(cells[told]),
    additions: [...additions.values()].sort((a, b) => b.count - a.count).map(({ addition }) => addition),
    isOpenUnmarked: unmarked > marked,
  };
});

/** Most used first; of what is open, that which nobody has begun. */
const byUse = (counts: Iterable<[string, number]>): string[] =>
  [...counts].sort(([one, a], [other, b]) => Number(begun.test(wordsOf(one))) - Number(begun.test(wordsOf(other))) || b - a).map(([written]) => written);

/** The cell of a row whose mark is all that it says, as written; else null. */
function wholeCell({ text }: IncidentDocument, { place }: ActionItem, { span }: StateMark): string | null {
  const cell = place?.row.cells[place.columns.columnOf('status')];
  if (!cell || span.start < cell.start || span.end > cell.end) return null;
  return /[\p{L}\p{N}]/u.test(text.value.slice(cell.start, span.start) + text.value.slice(span.end, cell.end)) ? null : text.slice(cell);
}

/** Null where the mark is not apart at one end of the words. */
export function additionOf(document: IncidentDocument, item: ActionItem, { kind, span }: StateMark): Addition | null {
  if (kind === 'strike') return { kind: 'strike' };
  if (kind !== 'word' && kind !== 'sign') return null;
  const { value } = document.text;
  const start = ownStart(document, item);
  const end = ownEnd(document, item);
  const before = value.slice(start, span.start);
  const behind = value.slice(span.end, end);
  if (!/[\p{L}\p{N}]/u.test(before)) {
    const gap = /^[^\p{L}\p{N}@#`"'[(]*/u.exec(behind)?.[0] ?? '';
    const written = before + value.slice(span.start, span.end) + gap;
    return written.length <= longest && behind.length > gap.length ? { kind: 'before', written } : null;
  }
  if (/[\p{L}\p{N}]/u.test(behind)) return null;
  const gap = /[^\p{L}\p{N}"'`)\]]*(?:\b[Ss]tatus:\s*)?$/u.exec(before)?.[0] ?? '';
  const written = gap.replace(/^[.!;]+(?=\s)/, '') + value.slice(span.start, end);
  return written.length <= longest && written !== value.slice(span.start, end) ? { kind: 'behind', written } : null;
}

/** The words that a mark of another one's kind may have, the likeliest first. */
export function wordsFor(document: IncidentDocument, kind: StateMark['kind'], told: Told, written: string): readonly string[] {
  const used = stateWords(document).marks(kind, told);
  const from = wordsOf(written);
  const side = told === 'done' ? 1 : 0;
  const pairs = kind === 'sign' ? signs : opposites;
  const known = pairs.filter((pair) => (kind === 'sign' ? written.startsWith(pair[side] as string) : pair[side] === from)).map((pair) => pair[1 - side] as string);
  const usual = kind === 'sign' ? [] : [told === 'done' ? 'done' : 'open'];
  return [...used, ...[...known, ...usual].map((word) => (kind === 'sign' ? word : likeCase(written, word)))];
}

/** `TODO` becomes `DONE`, `Open` becomes `Done`. */
function likeCase(model: string, word: string): string {
  if (/\p{Lu}{2}/u.test(model) && model === model.toUpperCase()) return word.toUpperCase().replace('TO DO', 'TODO');
  return /^\P{L}*\p{Lu}/u.test(model) ? capital(word) : word;
}
