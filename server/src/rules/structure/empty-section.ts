import type { IncidentDocument } from '../../document/document';
import type { Line } from '../../document/lines';
import type { Section } from '../../document/sections';
import { t } from '../../l10n';
import { excerpt } from '../anchor';
import { defineRule } from '../rule';
import type { Fix } from '../rule';

/** A heading has something under it. */
export const emptySection = defineRule({
  id: 'empty-section',
  group: 'structure',
  summary: 'Every heading has content under it',
  severity: 'warning',
  *check(document) {
    let told: ReadonlySet<number> | undefined;
    for (const section of document.allSections) {
      if (!isEmpty(document, section) || (told ??= linesThatTell(document)).has(section.line)) continue;
      yield {
        span: section.titleSpan,
        message: t('"{0}" is empty: write what is known, write why there is nothing, or remove it.', excerpt(section.title)),
        fixes: [removal(document, section)],
      };
    }
  },
});

function isEmpty({ text, lines }: IncidentDocument, section: Section): boolean {
  const { children, titleSpan, line, bodyLine, endLine } = section;
  if (children.length > 0 || hasBody(lines, bodyLine, endLine)) return false;
  // "Impact: text on the same line" has its content there.
  const heading = text.value.slice(titleSpan.start, text.lineEnd(line));
  const colon = heading.search(/[:：]/);
  if (colon >= 0 && /[\p{L}\p{N}]/u.test(heading.slice(colon))) return false;
  return !isValue(lines, section);
}

function hasBody(lines: readonly Line[], first: number, last: number): boolean {
  for (let number = first; number <= last; number++) {
    const kind = lines[number]?.kind;
    if (kind && kind !== 'blank' && kind !== 'rule' && kind !== 'comment') return true;
  }
  return false;
}

const plain: ReadonlySet<string> = new Set(['bold', 'title', 'caps', 'label']);

/** A heading under which the document's name stands as one of its own. */
const nameKey = /^(?:\w+ )?(?:title|name|subject|id)$/i;

/** A line that only looks like a heading: what a heading above says ("**No**"), or what leads over to one right below. */
function isValue(lines: readonly Line[], { notation, parent, line, bodyLine }: Section): boolean {
  if (lines[bodyLine]?.kind === 'heading' && plain.has(lines[bodyLine].notation ?? '')) return true;
  if (parent && nameKey.test(parent.title)) return true;
  if (!plain.has(notation) || !parent || parent.children.length > 1) return false;
  return lines.slice(parent.bodyLine, line).every(({ kind }) => kind === 'blank');
}

/** Headings that say something by themselves: a timeline entry, a fact, or the banner over sections of its own level. */
function linesThatTell({ timelines, fields, sections }: IncidentDocument): Set<number> {
  const lines = new Set<number>();
  for (const { entries } of timelines) for (const { line } of entries) lines.add(line);
  for (const { line, value } of fields) if (value !== '') lines.add(line);
  const [first] = sections;
  if (first && first.roles.length === 0) lines.add(first.line);
  return lines;
}

/** Takes the heading away, with the blank lines up to what follows. */
function removal({ text, lines }: IncidentDocument, { title, line, bodyLine, endLine }: Section): Fix {
  let next = Math.max(bodyLine, endLine + 1);
  while (next < lines.length && lines[next]?.kind === 'blank') next++;
  return {
    title: t('Remove the empty section "{0}"', excerpt(title)),
    kind: 'suggested',
    edits: [{ span: { start: text.lineStart(line), end: text.lineStart(next) }, newText: '' }],
  };
}
