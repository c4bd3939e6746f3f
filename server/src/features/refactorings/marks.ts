import type { IncidentDocument } from '../../document/document';
import { mostUsed } from '../most-used';

/** The bullet that most items of a document have; a hyphen where there is none. */
export function bulletMark({ text, lines }: IncidentDocument): string {
  return mostUsed(lines.flatMap(({ marker, start, contentStart }) => (marker === 'bullet' ? /[-*+•]/.exec(text.value.slice(start, contentStart))?.[0] ?? [] : []))) ?? '-';
}

/** What a document puts between the parts of a line. */
export const dashMark = ({ text: { value } }: IncidentDocument): string => (value.includes(' – ') ? ' – ' : value.includes(' — ') ? ' — ' : ' - ');

/** Words as they stand in a cell of a table. A pipe that is written as one is kept. */
export const inCell = (words: string): string => words.trim().replace(/\s*(?:\r\n|\r|\n)\s*/g, ' ').replace(/(?<!\\)\|/g, '\\|');

/** The words of a cell as they stand elsewhere. */
export const outOfCell = (words: string): string => words.replaceAll('\\|', '|');

/** A row of a table. */
export const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`.replace(/\| {2,}(?=\|)/g, '| ');

/** The line below the header of a table. */
export const delimiter = (columns: number): string => `|${'---|'.repeat(columns)}`;

/** Line endings that part a block from its neighbours: one where the line there is not blank. */
export function gapsAround({ lines, text }: IncidentDocument, first: number, last: number): { readonly above: string; readonly below: string } {
  const isFree = (number: number) => lines[number] === undefined || lines[number]?.kind === 'blank' || lines[number]?.kind === 'heading' || lines[number]?.kind === 'underline';
  return { above: isFree(first - 1) ? '' : text.eol, below: isFree(last + 1) ? '' : text.eol };
}
