import type { IncidentDocument } from '../../document/document';
import type { Section } from '../../document/sections';
import { sectionsOf } from '../../document/sections';
import type { SectionRole } from '../../document/vocabulary';
import { proseLines } from '../prose';
import type { ProseLine } from '../prose';

/** The sections that are about the impact first of all. */
export function impactSections({ sections }: IncidentDocument): Section[] {
  return sectionsOf(sections, 'impact').filter(({ roles, title }) => roles[0] === 'impact' && !notYet.test(title));
}

/** What it looked like or could have been is not what it did. */
const notYet = /\b(?:symptoms?|risks?|hazards?|matters|sl[ao]|budget)\b/i;

/** What stands in the sections of the roles, without their headings. */
export function linesIn(document: IncidentDocument, ...roles: SectionRole[]): ProseLine[] {
  return sectionsOf(document.sections, ...roles).flatMap((section) => bodyOf(document, section));
}

/** Whether a line is still to be filled in: what it lacks is no fault of its author yet. */
export const isUnfilled = (words: string): boolean => /\[[^\][]{2,80}\]|<[^<>]{2,80}>|\?\?|\bTB[DC]\b|\bTODO\b/.test(words);

/** What stands under a heading. */
export function bodyOf(document: IncidentDocument, { line, bodyLine, endLine }: Section): ProseLine[] {
  return proseLines(document, Math.max(bodyLine, line), endLine);
}
