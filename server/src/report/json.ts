import type { CheckedFinding } from '../rules/check';
import type { CheckedFile } from './checked-file';
import { diagnosticOf, placeOf, placesElsewhere } from './diagnostic';

/** The findings as a JSON array of one object a file that has any, in the order of the files. */
export function jsonReport(files: readonly CheckedFile[]): string {
  const report = files
    .filter(({ findings }) => findings.length > 0)
    .map((checked) => ({ file: checked.file, kind: checked.kind, diagnostics: checked.findings.map((finding) => detailed(checked, finding)) }));
  return `${JSON.stringify(report, null, 2)}\n`;
}

/** A diagnostic with its related places and its fixes, so that another tool can show and apply them. */
function detailed(checked: CheckedFile, finding: CheckedFinding): object {
  const { text } = checked;
  return {
    ...diagnosticOf(text, finding),
    related: (finding.related ?? []).map(({ span, message }) => ({ ...placeOf(text, span), message })),
    ...(finding.elsewhere?.length && { elsewhere: placesElsewhere(checked, finding) }),
    fixes: (finding.fixes ?? []).map(({ title, kind, edits }) => ({
      title,
      kind,
      edits: edits.map(({ span, newText }) => ({ ...placeOf(text, span), newText })),
    })),
  };
}
