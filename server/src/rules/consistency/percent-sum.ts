import type { IncidentDocument } from '../../document/document';
import type { Table } from '../../document/tables';
import type { Span } from '../../document/text';
import { t } from '../../l10n';
import { matchesIn, proseLine } from '../prose';
import { defineRule } from '../rule';
import type { Finding } from '../rule';

/** The shares of a whole are one hundred percent together. */
export const percentSum = defineRule({
  id: 'percent-sum',
  group: 'consistency',
  summary: 'Shares of one whole add up to 100 %',
  severity: 'warning',
  *check(document) {
    let previous = -1;
    for (const line of linesWithPercent(document)) {
      if (line === previous) continue;
      previous = line;
      const finding = sharesIn(document, line) ?? sharesBehindNames(document, line);
      if (finding) yield finding;
    }
    for (const table of document.tables) yield* sharesOf(document, table);
  },
});

/** The lines that have a percent sign. */
function* linesWithPercent({ text }: IncidentDocument): Generator<number> {
  for (let at = text.value.indexOf('%'); at >= 0; at = text.value.indexOf('%', text.lineEnd(text.lineAt(at)))) yield text.lineAt(at);
}

const share = /(?<![\w.,%+-])(~|≈|about |around )?(\d{1,2}(?:\.\d+)?) ?%/g;
/** What parts two shares of one enumeration; a share of something ("of users") may have another whole. */
const parting = /^ (?!of\b|or\b|and\b|to\b|more\b|less\b|higher\b|lower\b|faster\b|slower\b|increase|decrease|drop|cpu|memory|ram|disk|packet|error|loss|full|used|utili)[^%.;:()\d]{1,40}?(?:, (?:and )?| and | \/ | \+ |; )$/i;
const rest = /\b(?:rest|others?|remaining|remainder|elsewhere)\b/i;
const whole = /\b(?:distribut\w+|split|share[sd]?|breakdown|made up of|consist\w*|divided|partition\w*|proportion\w*)\b/i;
const closing = /^ (?!of\b|or\b|more\b|less\b|higher\b|lower\b|faster\b|slower\b)[a-z]/i;

/** Shares in a row that are nearly a whole, or said to be one. */
function sharesIn(document: IncidentDocument, number: number): Finding | null {
  const line = proseLine(document, number);
  if (!line) return null;
  const matches = matchesIn(share, line.words);
  for (let first = 0; first < matches.length; ) {
    let last = first;
    const gap = (index: number): string => line.words.slice(endOf(matches[index]), matches[index + 1]?.index);
    while (last + 1 < matches.length && parting.test(gap(last))) last++;
    const group = matches.slice(first, last + 1);
    const end = endOf(group.at(-1));
    const sentence = line.words.slice(group[0]?.index ?? 0, end + 40);
    const behind = line.words.slice(end, end + 40);
    first = last + 1;
    if (group.length < 2 || !closing.test(behind) || group.some(({ 1: about }) => about !== undefined)) continue;
    const sum = group.reduce((total, { 2: value }) => total + Number(value), 0);
    const stated = rest.test(sentence.slice(0, sentence.length)) && whole.test(line.words);
    const near = group.length > 2 && Math.abs(sum - 100) <= 15;
    if ((!near && !stated) || Math.abs(sum - 100) <= Math.max(1, group.length / 2)) continue;
    const span: Span = { start: line.start + (group[0]?.index ?? 0), end: line.start + end };
    return { span, message: t('These shares are {0} % together: correct the one that is wrong, or name the rest.', Math.round(sum * 10) / 10) };
  }
  return null;
}

/** "Mobile 48%, web 39%, partners 24% of the failed requests". */
const namedShares = /(?<![\w%])(?:[a-z][a-z-]{0,20} ){1,3}\d{1,2}(?:\.\d{1,3})? ?%(?:,? (?:and )?(?:[a-z][a-z-]{0,20} ){1,3}\d{1,2}(?:\.\d{1,3})? ?%){2,8}(?= of (?:the|all|our)\b)/i;
const load = /\b(?:cpu|memory|ram|disk|load|usage|about|around|over|from|to|by|up|down|least|most)\b/i;

/** Three shares or more of what is named behind the last one. */
function sharesBehindNames(document: IncidentDocument, number: number): Finding | null {
  const line = proseLine(document, number);
  const match = line && line.words.length <= longestLine ? namedShares.exec(line.words) : null;
  if (!line || !match || load.test(match[0])) return null;
  const sum = [...match[0].matchAll(/[\d.]+(?= ?%)/g)].reduce((total, [value]) => total + Number(value), 0);
  if (Math.abs(sum - 100) > 15 || Math.abs(sum - 100) <= 2) return null;
  const start = line.start + match.index;
  return { span: { start, end: start + match[0].length }, message: t('These shares are {0} % together: correct the one that is wrong, or name the rest.', Math.round(sum * 10) / 10) };
}

/** Lists of shares stand in sentences. */
const longestLine = 1000;
/** Whoever writes more rows does not share a whole among them. */
const mostRows = 40;
const columnOfShares = /\b(?:share|proportion|split|distribution|breakdown)\b/i;
const restAlone = /^\W*(?:all |the )?(?:rest|others?|remaining|remainder|elsewhere)\b/i;

/** A column of shares with a row for the rest. Less than a whole may leave out what nobody could attribute; more of it there is not. */
function* sharesOf({ text }: IncidentDocument, { hasHeader, rows: [header, ...rows] }: Table): Generator<Finding> {
  if (!hasHeader || !header || rows.length < 3 || rows.length > mostRows) return;
  const [name] = header.cells;
  if (!name || !rows.some(({ cells: [first] }) => first && restAlone.test(text.slice(first)))) return;
  for (const [column, cell] of header.cells.entries()) {
    const shares = columnOfShares.test(text.slice(cell)) ? rows.map(({ cells }) => (cells[column] ? shareAlone.exec(text.slice(cells[column]))?.[1] : undefined)) : [];
    if (shares.length === 0 || shares.includes(undefined)) continue;
    const sum = shares.reduce((total, share) => total + Number(share), 0);
    if (sum > 100 + Math.max(1, shares.length / 2)) yield { span: cell, message: t('These shares are {0} % together: correct the one that is wrong.', Math.round(sum * 10) / 10) };
  }
}

const shareAlone = /^\W{0,4}(\d{1,2}(?:\.\d+)?) ?%\W{0,4}$/;

const endOf = (match: RegExpExecArray | undefined): number => (match ? match.index + match[0].length : 0);
