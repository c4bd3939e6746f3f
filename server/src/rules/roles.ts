import type { IncidentDocument } from '../document/document';
import { builtIn } from '../document/roles';
import { sectionsOf } from '../document/sections';
import type { SectionRole } from '../document/vocabulary';

/**
 * Whether a section has one of the roles, be it by its heading's words alone ("Causes" under a timeline), or a field's key
 * says the same ("Root cause: …").
 */
export function hasRole({ allSections, fields }: IncidentDocument, ...roles: SectionRole[]): boolean {
  const named = (title: string) => builtIn.ofHeading(title).some((role) => roles.includes(role));
  for (const section of allSections) {
    if (section.roles.some((role) => roles.includes(role)) || (section.roles.length === 0 && named(section.title))) return true;
  }
  return fields.some(({ label, value }) => value !== '' && named(label));
}

/** Which lines stand in a section of the role: 1 for those that do. */
export function coveredLines({ sections, lines }: IncidentDocument, role: SectionRole): Uint8Array {
  const covered = new Uint8Array(lines.length);
  for (const { line, endLine } of sectionsOf(sections, role)) covered.fill(1, line, endLine + 1);
  return covered;
}
