import { csv2json } from 'csv42';
import type { PasteFormat, PastedEntry, PastedText } from './format';
import { entryOf, keysOf } from './records';

/** Tables of comma-separated values (RFC 4180), and with semicolons or tabs between them as spreadsheets copy them. */
export const csv: PasteFormat = {
  id: 'csv',
  name: 'CSV',
  example: `time,author,message
2026-03-09T21:40:00Z,Ana Lima,"The error rate of checkout is at 40 %, and rising"
2026-03-09T21:45:00Z,Ben Okafor,"He said ""roll back"""
`,
  read(text) {
    const header = text.lines[0] ?? '';
    const delimiter = [',', '\t', ';'].find((sign) => header.includes(sign) && keysOf(cellsOf(header, sign)));
    return delimiter === undefined ? null : read(text, delimiter);
  },
};

const MAX_COLUMNS = 500;

const cellsOf = (header: string, delimiter: string): string[] => header.split(delimiter).map((cell) => cell.replace(/^\ufeff?"|"$/g, '').trim());

function read({ value, lines, order }: PastedText, delimiter: string): PastedEntry[] | null {
  const names = cellsOf(lines[0] as string, delimiter);
  const keys = keysOf(names);
  const rows = names.length > MAX_COLUMNS ? null : rowsOf(value.trim(), delimiter, names.length);
  if (!keys || !rows) return null;
  const entries: PastedEntry[] = [];
  for (const row of rows.slice(1)) {
    const entry = entryOf(keys, (key) => row[names.indexOf(key)], order);
    if (entry === null) return null;
    if (entry) entries.push(entry);
  }
  return entries.length > 0 ? entries : null;
}

/** Null where a quoted value does not end. */
function rowsOf(value: string, delimiter: string, columns: number): string[][] | null {
  const fields = Array.from({ length: columns }, (_, index) => ({ index, setValue: (row: object, cell: unknown) => void ((row as unknown[])[index] = cell) }));
  try {
    return csv2json<string[]>(value.replace(/\r(?!\n)/g, '\n'), { header: false, delimiter, fields, parseValue: (cell) => cell });
  } catch {
    return null;
  }
}
