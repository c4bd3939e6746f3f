import type { IncidentDocument } from '../../document/document';
import type { Section } from '../../document/sections';
import type { SectionRole } from '../../document/vocabulary';
import { withoutNumbering, wordsOf } from '../../document/words';
import { t } from '../../l10n';
import { excerpt } from '../anchor';
import { defineRule } from '../rule';
import type { Fix } from '../rule';

/** What belongs together stands together. */
export const duplicateSection = defineRule({
  id: 'duplicate-section',
  group: 'structure',
  summary: 'No section stands in the document twice',
  severity: 'warning',
  *check(document) {
    for (const siblings of families(document)) {
      for (const [first, ...others] of groups(siblings)) {
        if (!first) continue;
        for (const section of others) {
          const fix = merged(document, first, section);
          yield {
            span: section.titleSpan,
            message: t('There is a section "{0}" already: put both together, or give this one a heading of its own.', excerpt(section.title)),
            related: [{ span: first.titleSpan, message: t('The first one.') }],
            ...(fix && { fixes: [fix] }),
          };
        }
      }
    }
  },
});

/** The sections that stand side by side. */
function* families({ sections, allSections }: IncidentDocument): Generator<readonly Section[]> {
  if (sections.length > 1) yield sections;
  for (const { children } of allSections) if (children.length > 1) yield children;
}

/** Siblings of the same words, cut where a heading of another kind begins a new subject: a second incident has parts of its own. */
function* groups(siblings: readonly Section[]): Generator<readonly Section[]> {
  const count = new Map<SectionRole | undefined, number>();
  for (const { roles: [role] } of siblings) count.set(role, (count.get(role) ?? 0) + 1);
  let known = new Map<string, Section[]>();
  for (const section of siblings) {
    if (section.roles.length === 0) {
      if (section.isField) continue;
      yield* known.values();
      known = new Map();
      continue;
    }
    // the same words have the same role
    if (count.get(section.roles[0]) === 1) continue;
    const words = wordsOf(withoutNumbering(section.title));
    const same = known.get(words);
    if (same) same.push(section);
    else known.set(words, [section]);
  }
  yield* known.values();
}

/** Takes the second section's text under the first one; only where it can be cut out as a whole. */
function merged({ text, lines }: IncidentDocument, first: Section, second: Section): Fix | null {
  if (second.notation === 'runIn' || first.notation === 'runIn' || second.bodyLine > second.endLine || second.line <= first.endLine) return null;
  let from = second.bodyLine;
  while (lines[from]?.kind === 'blank') from++;
  let next = second.endLine + 1;
  while (next < lines.length && lines[next]?.kind === 'blank') next++;
  const { eol } = text;
  const end = text.lineEnd(first.endLine);
  const body = text.value.slice(text.lineStart(from), text.lineEnd(second.endLine));
  let above = second.line - 1;
  while (lines[above]?.kind === 'blank') above--;
  const isLast = next >= lines.length;
  const [start, stop] = isLast ? [text.lineEnd(above), text.lineEnd(second.endLine)] : [text.lineStart(second.line), text.lineStart(next)];
  if (end > start) return null;
  return {
    title: t('Move the text to the first section "{0}"', excerpt(first.title)),
    kind: 'suggested',
    edits: [{ span: { start: end, end }, newText: `${eol}${eol}${body}` }, { span: { start, end: stop }, newText: '' }],
  };
}
