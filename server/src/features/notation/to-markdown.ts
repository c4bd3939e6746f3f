import type { IncidentDocument } from '../../document/document';
import type { Line, LineKind } from '../../document/lines';
import { headingWords } from './heading-words';
import { markdownWords } from './inline';
import { isMarkdown } from './is-markdown';
import { gap, type NewLine, type NewLines } from './rewritten-lines';

/** What means the same in both notations. */
const verbatim: ReadonlySet<LineKind> = new Set(['blank', 'code', 'fence', 'frontMatter']);
const DEEPEST = 6;

type Inline = (words: string) => string;

/** The lines of a document in Markdown: headings with hashes, facts and rows as lists, tables with pipes. */
export function toMarkdown(document: IncidentDocument): NewLines {
  const markdown = isMarkdown(document);
  const inline: Inline = (words) => markdownWords(words, markdown);
  const { text, lines, timelines, plan, fields } = document;
  const rows = new Set([...timelines.flatMap(({ entries }) => entries), ...plan.items].map(({ line }) => line));
  const facts = new Set(fields.filter(({ key, notation }) => key !== null && notation === 'line').map(({ line }) => line));
  const cells = drawnTables(document, inline);
  const margins = marginsOf(document);
  return lines.map((line): readonly NewLine[] => {
    const content = text.value.slice(line.start, line.end).slice(margins[line.number]);
    if (verbatim.has(line.kind)) return [content];
    const table = cells.get(line.number);
    if (table) return table;
    switch (line.kind) {
      case 'heading':
        return line.notation === 'atx' || line.contentEnd === line.contentStart ? [content] : headed(document, line, inline);
      case 'underline':
        return [];
      case 'rule':
        return lines[line.number - 1]?.kind === 'heading' || lines[line.number + 1]?.kind === 'heading' ? [] : [gap, isBreak.test(content) ? content : '---', gap];
      case 'comment':
        return [content.replace(directive, '$1<!-- $2 -->')];
      default:
        return [asItem(document, line, content, rows, facts, inline)];
    }
  });
}

/** `# incident-docs-disable-file` */
const directive = /^(\s*)(?:#|\/\/)\s*(incident-docs\b.*\S)\s*$/;
const isBreak = /^ {0,3}(?:-{3,}|\*{3,}|_{3,}|(?:- ){2,}-|(?:\* ){2,}\*)\s*$/;

function headed({ text, lines }: IncidentDocument, line: Line, inline: Inline): NewLine[] {
  const words = `${'#'.repeat(Math.min(line.level, DEEPEST))} ${inline(headingWords(text, line))}`;
  // a comment silences the very next line
  const heading = lines[line.number - 1]?.kind === 'comment' ? [words, gap] : [gap, words, gap];
  if (line.notation !== 'runIn') return heading;
  const rest = text.value.slice(line.contentEnd, line.end).replace(/^[\s.:：?!*_]+/, '');
  return rest === '' ? heading : [...heading, inline(rest)];
}

/** Rows of a timeline or a plan are items, and facts end with a hard break, as Markdown joins the lines of a paragraph. */
function asItem({ text, lines }: IncidentDocument, line: Line, content: string, rows: ReadonlySet<number>, facts: ReadonlySet<number>, inline: Inline): string {
  const words = text.value.slice(line.contentStart, line.contentEnd);
  if (line.marker !== null || (line.kind !== 'prose' && line.kind !== 'field')) return inline(content);
  if (rows.has(line.number)) return `- ${inline(bareBox.test(content) ? content.trimStart() : words)}`;
  if (line.kind !== 'field') return inline(content);
  const below = lines[line.number + 1];
  const isBroken = below?.kind === 'field' && below.marker === null && !rows.has(below.number);
  return `${facts.has(line.number) && !/[*_`]/.test(words) ? inBold(text.value, line, inline) : inline(content.trimEnd())}${isBroken ? '  ' : ''}`;
}

function inBold(source: string, { contentStart, colon, contentEnd }: Line, inline: Inline): string {
  return `**${inline(source.slice(contentStart, colon).trimEnd())}:** ${inline(source.slice(colon + 1, contentEnd).trim())}`;
}

const bareBox = /^\s*\[[ xX]\]\s/;

/** The lines of the tables that Markdown would not know: aligned by blanks, or drawn as a grid. */
function drawnTables({ text, lines, tables }: IncidentDocument, inline: Inline): Map<number, NewLine[]> {
  const drawn = new Map<number, NewLine[]>();
  for (const { line: first, endLine, rows } of tables) {
    const source = lines.slice(first, endLine + 1).map(({ contentStart, contentEnd, kind }) => ({ kind, content: text.value.slice(contentStart, contentEnd) }));
    if (!source.some(({ kind, content }) => (kind === 'row' && !content.includes('|')) || (kind === 'delimiter' && /[+=]/.test(content)))) continue;
    const columns = Math.max(...rows.map(({ cells }) => cells.length));
    for (let line = first; line <= endLine; line++) drawn.set(line, []);
    rows.forEach(({ line, cells }, index) => {
      const words = Array.from({ length: columns }, (_, column) => (cells[column] ? inline(text.slice(cells[column])).replaceAll('|', '\\|') : ''));
      const row = `| ${words.join(' | ')} |`;
      drawn.set(line, index === 0 ? [gap, row, `|${' --- |'.repeat(columns)}`] : index === rows.length - 1 ? [row, gap] : [row]);
    });
  }
  return drawn;
}

/** How many blanks each line loses: what a whole section is set in by would be code. */
function marginsOf({ text, lines }: IncidentDocument): number[] {
  const margins = lines.map(() => 0);
  const settle = (first: number, last: number): void => {
    const set = lines.slice(first, last).filter(({ kind }) => kind !== 'blank');
    const margin = Math.min(...set.map(({ start, end }) => /^ */.exec(text.value.slice(start, end))?.[0].length ?? 0));
    if (set.length > 0 && margin > 3) for (const { number } of set) margins[number] = margin;
  };
  let first = 0;
  for (const { kind, number } of lines) {
    if (kind !== 'heading' && kind !== 'underline') continue;
    settle(first, number);
    first = number + 1;
  }
  settle(first, lines.length);
  return margins;
}
