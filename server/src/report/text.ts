import type { Severity } from '../rules/rule';
import type { CheckedFile } from './checked-file';
import { diagnosticOf } from './diagnostic';

export interface TextReportOptions {
  readonly colour: boolean;
  /** Files that were looked at and are no incident documents. */
  readonly others: number;
}

const colours = { error: 31, warning: 33, information: 34, hint: 36, dim: 2, good: 32 } as const;

/** The findings for a person to read: a line each, `file:line:column` first, and a summary at the end. */
export function textReport(files: readonly CheckedFile[], { colour, others }: TextReportOptions): string {
  const paint = (style: keyof typeof colours, text: string) => (colour ? `\u001b[${colours[style]}m${text}\u001b[0m` : text);
  const rows = files.flatMap(({ file, document, findings }) =>
    findings.map((finding) => {
      const { line, column, severity, message, rule } = diagnosticOf(document.text, finding);
      return { place: printable(`${file}:${line}:${column}`), severity, message: printable(message), rule };
    }),
  );
  const places = Math.min(60, Math.max(0, ...rows.map(({ place }) => place.length)));
  const lines = rows.map(({ place, severity, message, rule }) =>
    `${place.padEnd(places)}  ${paint(severity, severity.padEnd(11))}  ${message}  ${paint('dim', rule)}`);
  const counts = countsOf(rows);
  const looked = `${amount(files.length, 'incident document')}${others > 0 ? ` (${amount(others, 'other file')} passed over)` : ''}`;
  if (counts === '') return `${paint('good', '✔')} No problems in ${looked}.\n`;
  const worst = rows.some(({ severity }) => severity === 'error') ? 'error' : 'warning';
  return `${lines.join('\n')}\n\n${paint(worst, '✖')} ${counts} in ${looked}.\n`;
}

function countsOf(rows: readonly { readonly severity: Severity }[]): string {
  const count = (severity: Severity) => rows.filter((row) => row.severity === severity).length;
  const parts: [number, string][] = [
    [count('error'), amount(count('error'), 'error')],
    [count('warning'), amount(count('warning'), 'warning')],
    [count('information'), `${count('information')} information`],
    [count('hint'), amount(count('hint'), 'hint')],
  ];
  return parts.filter(([number]) => number > 0).map(([, words]) => words).join(', ');
}

function amount(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** Text from a document or a file name without control characters: a terminal would obey them. */
export function printable(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u001f\u007f-\u009f]/g, '\ufffd');
}
