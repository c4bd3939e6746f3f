import type { Section } from '../../document/sections';
import type { SectionRole } from '../../document/vocabulary';
import { t } from '../../l10n';
import { findSimilarCommand } from '../../protocol';
import type { FindSimilarParams } from '../../protocol';
import { text, title } from './card';
import type { Block, Card } from './card';
import { holds } from './query';
import type { HoverQuery } from './query';
import { sectionGuidance } from './section-guidance';

/** A heading: what belongs under it and what good looks like, by the roles of its section. */
export function headingCard({ document, offset, uri }: HoverQuery): Card | null {
  const section = document.allSections.find(({ titleSpan }) => holds(titleSpan, offset));
  if (!section || section.roles.length === 0) return null;
  return { span: section.titleSpan, blocks: [...section.roles.slice(0, 2).flatMap((role) => guidance(section, role)), ...similar(section, uri)] };
}

function guidance({ roles }: Section, role: SectionRole): Block[] {
  const { name, belongs, good } = sectionGuidance[role]();
  return [...(roles.length > 1 ? [title(name)] : []), text([belongs]), { kind: 'facts', rows: [[t('Good'), [good]]] }];
}

/** Where a cause is told, a reader may ask who else had it. */
function similar({ roles }: Section, uri: string): Block[] {
  return roles.includes('rootCause') ? [{ kind: 'command', label: t('Find similar incidents'), command: findSimilarCommand, argument: { uri } satisfies FindSimilarParams }] : [];
}
