import type { IncidentDocument } from '../../document/document';
import type { Section } from '../../document/sections';
import type { SectionRole } from '../../document/vocabulary';
import { t } from '../../l10n';
import { hasRole } from '../../rules/roles';
import { canonicalOrder, heading, sectionBehind, siblings } from '../../rules/skeleton';
import { titles } from '../../rules/structure/missing-section';
import { sectionGuidance } from '../hover/section-guidance';
import type { Completion, CompletionQuery } from './completion';
import { headingPlace, shapeOf } from './heading-place';

/** The headings of the sections that are still missing, in the notation of the others: those whose place is here first. */
export function* sectionHeadings(document: IncidentDocument, { offset }: CompletionQuery): Generator<Completion> {
  const all = siblings(document);
  const line = document.text.lineAt(offset);
  const sections = all.filter((section) => section.line !== line);
  const behind = sections.find((section) => section.line > line);
  const above = sections.findLast((section) => section.line < line);
  const place = headingPlace(document, offset, shapeOf(document, above ?? behind));
  if (!place || line <= (document.title?.line ?? -1)) return;
  const missing = canonicalOrder.filter((role) => !hasRole(document, role));
  const fits = (role: SectionRole): boolean => sectionBehind(sections, role) === behind;
  for (const role of [...missing.filter(fits), ...missing.filter((other) => !fits(other))]) {
    const title = titles[role];
    const { belongs, good } = sectionGuidance[role]();
    const written = place.write(heading(document, above ?? behind, title, document.text.eol));
    yield { ...written, label: title, role: 'section', detail: fits(role) ? t('missing here') : elsewhere(sections, role), documentation: `${belongs}\n\n${t('Good: {0}', good)}` };
  }
}

function elsewhere(sections: readonly Section[], role: SectionRole): string {
  const next = sectionBehind(sections, role);
  return next ? t('usually before {0}', next.title) : t('usually at the end');
}
