import type { IncidentDocument } from '../../document/document';
import { t } from '../../l10n';
import { applyEdits } from '../../rules/apply-fixes';
import type { CheckedFinding } from '../../rules/check';
import { insertAt, type Edit, type NewSection } from '../../rules/rule';
import { canonicalOrder, insertSection } from '../../rules/skeleton';
import type { Refactoring, RefactoringQuery } from './refactoring';

/** Inserts every section that a finding asks for, each at its place, headed as its neighbours are. */
export const addMissingSections: Refactoring = {
  kind: 'source.addMissingSections.incidentDocs',
  keeps: ['entries'],
  *offers(document, query) {
    const edits = insertions(document, query);
    if (edits.length > 0) yield { title: t('Add all missing sections'), edits };
  },
};

/** The first of the sections that findings ask for, in the order in which readers expect them. */
function missing(findings: readonly CheckedFinding[]): NewSection | undefined {
  const sections = findings.flatMap(({ fixes }) => fixes ?? []).flatMap(({ section }) => section ?? []);
  return sections.sort((a, b) => canonicalOrder.indexOf(a.role) - canonicalOrder.indexOf(b.role))[0];
}

/** Each section is inserted into the document that has those before it already: another may belong between them, and one calls for others. */
function insertions(document: IncidentDocument, { read, check }: RefactoringQuery): Edit[] {
  const edits: Edit[] = [];
  let current = document;
  for (let round = 0; round < canonicalOrder.length; round++) {
    const section = missing(check(current));
    if (!section) break;
    const made = insertSection(current, section.role, section.title, section.body).edits;
    for (const { span, newText } of made) addInsertion(edits, span.start, newText);
    current = read(applyEdits(current.text.value, made));
  }
  return edits;
}

/** Adds an insertion into what the edits, all insertions, have made of a text. */
function addInsertion(edits: Edit[], at: number, newText: string): void {
  let shift = 0;
  for (const [index, { span, newText: inserted }] of edits.entries()) {
    const start = span.start + shift;
    if (at < start) {
      edits.splice(index, 0, insertAt(at - shift, newText));
      return;
    }
    if (at <= start + inserted.length) {
      edits[index] = insertAt(span.start, inserted.slice(0, at - start) + newText + inserted.slice(at - start));
      return;
    }
    shift += inserted.length;
  }
  edits.push(insertAt(at - shift, newText));
}
