import type { IncidentDocument } from '../../document/document';
import type { Line, LineKind } from '../../document/lines';
import { displayWidth } from '../display-width';
import { headingWords } from './heading-words';
import { plainWords } from './inline';
import { isMarkdown } from './is-markdown';
import { gap, type NewLine, type NewLines } from './rewritten-lines';

const verbatim: ReadonlySet<LineKind> = new Set(['blank', 'code', 'fence', 'frontMatter', 'delimiter', 'rule', 'underline']);

/** How headings below the second level are written, which have no underline: what to try, the plainest first. */
export const minorNotations = ['label', 'ruled', 'atx'] as const;
type MinorNotation = (typeof minorNotations)[number];
type Inline = (words: string) => string;

/** The lines of a document in plain text: headings underlined, facts on lines of their own, no emphasis. */
export function toPlainText(document: IncidentDocument, minor: MinorNotation): NewLines {
  const { text, lines, sections } = document;
  const header = sections[0]?.line ?? lines.length;
  const markdown = isMarkdown(document);
  const inline: Inline = (words) => plainWords(words, markdown);
  return lines.map((line): readonly NewLine[] => {
    const content = text.value.slice(line.start, line.end).replace(/^\ufeff/, '');
    if (verbatim.has(line.kind)) return [content];
    if (line.kind === 'comment') return [content.replace(directive, '$1# $2')];
    if (line.kind === 'heading') return line.notation === 'atx' && line.marker === null ? headed(document, line, minor, inline) : [inline(content)];
    const words = inline(content.replace(/(?: {2,}|\\)$/, ''));
    return [line.kind === 'field' && line.marker === 'bullet' && line.indent === 0 && line.checkbox < 0 && line.number < header ? words.replace(/^\S+\s+/, '') : words];
  });
}

/** `<!-- incident-docs-disable-file -->` */
const directive = /^(\s*)<!--\s*(incident-docs\b[^>]*?)\s*-->\s*$/;

function headed({ text, lines }: IncidentDocument, line: Line, minor: MinorNotation, inline: Inline): NewLine[] {
  const words = inline(headingWords(text, line));
  if (words === '') return [text.value.slice(line.start, line.end)];
  // a comment silences the very next line
  const above = lines[line.number - 1]?.kind === 'comment' ? [] : [gap];
  if (line.level < 3) return [...above, words, (line.level === 1 ? '=' : '-').repeat(Math.max(3, displayWidth(words)))];
  if (minor === 'label') return [...above, `${words}:`];
  return [...above, minor === 'ruled' ? `--- ${words} ---` : `${'#'.repeat(line.level)} ${words}`];
}
