import type { Severity } from '../rules/rule';
import type { CheckedFile } from './checked-file';
import { codeFrame, printable } from './code-frame';
import { diagnosticOf, gravity, placeOf, placesElsewhere } from './diagnostic';

export interface TextReportOptions {
  readonly colour: boolean;
  /** How wide a line may be. */
  readonly columns: number;
  /** Files that were looked at and are no incident documents. */
  readonly others: number;
}

const colours = { error: 31, warning: 33, information: 34, hint: 36, dim: 2, good: 32 } as const;

/** Of the places that belong to a finding, no more are listed. */
const mostRelated = 3;

/** The findings for a person to read: `file:line:column` first, the line below it, and a summary at the end. */
export function textReport(files: readonly CheckedFile[], { colour, columns, others }: TextReportOptions): string {
  const paint = (style: keyof typeof colours, text: string) => (colour ? `\u001b[${colours[style]}m${text}\u001b[0m` : text);
  const blocks = files.flatMap((checked) =>
    checked.findings.map((finding) => {
      const { file, text } = checked;
      const { line, column, severity, message, rule } = diagnosticOf(text, finding);
      const { source, carets } = codeFrame(text, finding.span, columns - 2);
      const related = [
        ...(finding.related ?? []).map((other) => {
          const place = placeOf(text, other.span);
          return `${place.line}:${place.column}  ${printable(other.message)}`;
        }),
        ...placesElsewhere(checked, finding).map((other) => printable(`${other.file}:${other.line}  ${other.message}`)),
      ];
      const places = related.slice(0, mostRelated);
      const more = related.length > mostRelated ? [`and ${related.length - mostRelated} more`] : [];
      const indent = ' '.repeat(String(line).length);
      return [
        `${printable(`${file}:${line}:${column}`)}  ${paint(severity, severity)}  ${printable(message)}  ${paint('dim', rule)}`,
        `  ${paint('dim', source)}`,
        `  ${paint(severity, carets)}`,
        ...[...places, ...more].map((words) => paint('dim', `  ${indent} = ${words}`)),
      ].join('\n');
    }),
  );
  return [...blocks, summary(files, others, paint)].join('\n\n');
}

function summary(files: readonly CheckedFile[], others: number, paint: (style: keyof typeof colours, text: string) => string): string {
  const findings = files.flatMap((file) => file.findings);
  const documents = files.filter(({ kind }) => kind !== 'settings').length;
  const settings = files.length - documents;
  const looked = [amount(documents, 'incident document'), ...(settings > 0 ? [amount(settings, 'file of settings', 'files of settings')] : [])].join(' and ');
  const passed = others > 0 ? ` (${amount(others, 'other file')} passed over)` : '';
  if (findings.length === 0) return `${paint('good', '✔')} No problems in ${looked}${passed}.\n`;
  const [worst = 'hint'] = gravity.filter((severity) => findings.some((finding) => finding.severity === severity));
  const fixable = findings.filter(({ fixes }) => fixes?.some(({ kind }) => kind === 'safe')).length;
  const offer = fixable > 0 ? `\n  ${fixable} of them can be fixed with --fix.` : '';
  return `${paint(worst, '✖')} ${countsOf(findings)} in ${looked}${passed}.${offer}\n`;
}

function countsOf(findings: readonly { readonly severity: Severity }[]): string {
  return gravity
    .map((severity) => [severity, findings.filter((finding) => finding.severity === severity).length] as const)
    .filter(([, count]) => count > 0)
    .map(([severity, count]) => (severity === 'information' ? `${count} information` : amount(count, severity)))
    .join(', ');
}

function amount(count: number, noun: string, nouns = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : nouns}`;
}
