import type { Severity } from '../rules/rule';
import type { CheckedFile } from './checked-file';
import { diagnosticOf, gravity, placesElsewhere } from './diagnostic';

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' };

/**
 * The findings as workflow commands, which GitHub Actions shows beside the lines that they stand on. The gravest come first,
 * as GitHub shows ten of a kind and no more.
 */
export function githubReport(files: readonly CheckedFile[]): string {
  const findings = files.flatMap((checked) => checked.findings.map((finding) => ({ file: checked.file, ...diagnosticOf(checked.text, finding), elsewhere: placesElsewhere(checked, finding) })));
  return gravity
    .flatMap((severity) => findings.filter((finding) => finding.severity === severity))
    .map(({ file, line, column, endLine, endColumn, severity, rule, message, elsewhere }) => {
      const place = { file, line, endLine, col: column, ...(endLine === line && { endColumn }), title: rule };
      const properties = Object.entries(place).map(([key, value]) => `${key}=${property(String(value))}`);
      return `::${commands[severity]} ${properties.join(',')}::${data([message, ...elsewhere.map((other) => `${other.file}:${other.line}: ${other.message}`)].join('\n'))}\n`;
    })
    .join('');
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
