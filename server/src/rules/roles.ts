import type { IncidentDocument } from '../document/document';
import { builtIn } from '../document/built-in-roles';
import { sectionsOf } from '../document/sections';
import type { FieldKey, SectionRole } from '../document/vocabulary';
import { bareLabel } from '../document/words';
import { perDocument } from './per-document';

/**
 * Whether a section has one of the roles, be it by its heading's words alone ("Causes" under a timeline), or a key says the
 * same ("Root cause: …"). What a plan's items are about is not told by that.
 */
export function hasRole(document: IncidentDocument, ...roles: SectionRole[]): boolean {
  const known = namedRoles(document);
  for (const role of roles) if (known.has(role)) return true;
  return false;
}

/** Every rule that misses something asks for the same. */
const namedRoles = perDocument(({ text, lines, allSections, fields, plan }): ReadonlySet<SectionRole> => {
  const found = new Set<SectionRole>();
  const add = (roles: readonly SectionRole[]) => roles.forEach((role) => found.add(role));
  for (const { roles, title } of allSections) add(roles.length > 0 ? roles : builtIn.ofHeading(title));
  const addKey = (label: string) => {
    const key = builtIn.fieldKey(label);
    if (key === null || !moments.has(key)) add(builtIn.ofHeading(label));
  };
  for (const { label, value } of fields) if (value !== '') addKey(label);
  for (const { number, kind, contentStart, contentEnd, colon } of lines) {
    if (kind !== 'field' || colon < 0 || colon + 1 >= contentEnd || plan.sections.some(({ line, endLine }) => line <= number && number <= endLine)) continue;
    const label = text.slice(bareLabel(text.value, contentStart, colon));
    if (label.length <= longestKey) addKey(label);
  }
  return found;
});

/** "Resolved: 14:20" says when, and not how. */
const moments: ReadonlySet<FieldKey> = new Set(['started', 'detected', 'acknowledged', 'mitigated', 'resolved', 'closed', 'escalated', 'status']);

/** A key that is longer is a sentence. */
const longestKey = 40;

/** Which lines stand in a section of the role: 1 for those that do. */
export function coveredLines(document: IncidentDocument, role: SectionRole): ArrayLike<number> {
  const known = covered(document);
  let lines = known.get(role);
  if (!lines) known.set(role, (lines = linesOf(document, role)));
  return lines;
}

/** Several rules ask for the same roles. */
const covered = perDocument(() => new Map<SectionRole, ArrayLike<number>>());

function linesOf({ sections, lines }: IncidentDocument, role: SectionRole): ArrayLike<number> {
  const marked = new Uint8Array(lines.length);
  for (const { line, endLine } of sectionsOf(sections, role)) marked.fill(1, line, endLine + 1);
  return marked;
}
