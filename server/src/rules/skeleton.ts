import type { IncidentDocument } from '../document/document';
import type { Section } from '../document/sections';
import type { SectionRole } from '../document/vocabulary';
import { t } from '../l10n';
import { insertAt, type Fix } from './rule';

/** The sections of a document in the order in which readers expect them. */
export const canonicalOrder: readonly SectionRole[] = [
  'summary', 'background', 'impact', 'detection', 'trigger', 'timeline', 'rootCause', 'contributingFactors', 'technicalDetails',
  'mitigation', 'resolution', 'actions', 'status', 'sentiment', 'communication', 'lessons', 'participants', 'escalation',
  'references', 'glossary', 'appendix',
];

/** Inserts a new section, headed as its neighbours are, in front of the first section that belongs behind it. */
export function insertSection(document: IncidentDocument, role: SectionRole, title: string, body: string): Fix {
  const { text } = document;
  const { eol } = text;
  const sections = siblings(document);
  const next = sectionBehind(sections, role);
  const content = `${heading(document, next ?? sections.at(-1), title, eol)}${body.replaceAll('\n', eol)}${eol}`;
  const at = next ? text.lineStart(next.line) : text.value.length;
  const newText = next ? `${content}${eol}${ruleAbove(document, next)}` : `${gapAtEnd(document)}${content}`;
  return { title: t('Insert the section "{0}"', title), kind: 'suggested', edits: [insertAt(at, newText)], section: { role, title, body } };
}

/** The rule between a section and the one above it, with a blank line; empty where there is none. */
function ruleAbove({ text, lines }: IncidentDocument, { line }: Section): string {
  let above = line - 1;
  while (lines[above]?.kind === 'blank') above--;
  const rule = lines[above];
  return rule?.kind === 'rule' ? `${text.slice(rule)}${text.eol}${text.eol}` : '';
}

/** What it takes to end the last line and to leave one blank. */
export function gapAtEnd({ text: { value, eol } }: IncidentDocument): string {
  if (value === '' || value.endsWith(eol + eol)) return '';
  return value.endsWith(eol) ? eol : eol + eol;
}

/** The sections that a new one stands among: the top-level ones, or those below a heading that holds the whole document. */
export function siblings({ sections }: IncidentDocument): readonly Section[] {
  const [only] = sections;
  return sections.length === 1 && only && only.children.length > 0 ? only.children : sections;
}

/** The first of the sections whose place is behind the role's, all of whose followers are as well or have no place. */
export function sectionBehind(sections: readonly Section[], role: SectionRole): Section | undefined {
  const place = canonicalOrder.indexOf(role);
  const behind = (section: Section) => section.roles.length > 0 && section.roles.every((other) => canonicalOrder.indexOf(other) > place);
  const before = sections.findLastIndex((section) => section.roles.length > 0 && !behind(section));
  return sections.slice(before + 1).find(behind);
}

/** A heading in the notation of the model section, with the line behind it. */
export function heading({ text, lines }: IncidentDocument, model: Section | undefined, title: string, eol: string): string {
  const line = model && lines[model.line];
  if (!model || !line) return `## ${title}${eol}${eol}`;
  const colon = /[:：]\s*$/.test(text.value.slice(model.titleSpan.end, text.lineEnd(model.line)).replace(/[*_#=\s-]+$/, '')) ? ':' : '';
  const gap = lines[model.bodyLine]?.kind === 'blank' ? eol : '';
  switch (model.notation) {
    case 'atx':
      return `${'#'.repeat(Math.max(1, line.level))} ${title}${colon}${eol}${eol}`;
    case 'setext': {
      const mark = text.line(model.line + 1).trim().startsWith('=') ? '=' : '-';
      return `${title}${colon}${eol}${mark.repeat(title.length + colon.length)}${eol}${gap}`;
    }
    case 'bold':
      return `**${title}${colon}**${eol}${eol}`;
    case 'caps':
      return `${title.toUpperCase()}${colon}${eol}${gap}`;
    case 'ruled': {
      const mark = /^\s*([=\-*#])/.exec(text.line(model.line))?.[1] ?? '-';
      return `${mark.repeat(3)} ${title} ${mark.repeat(3)}${eol}${gap}`;
    }
    default:
      return `${title}:${eol}${gap}`;
  }
}
