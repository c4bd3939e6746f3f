import type { IncidentDocument } from '../document/document';
import type { Span } from '../document/text';

/** Where a finding about the document as a whole stands: its title, or the first line that says something. */
export function documentAnchor({ title, text, lines }: IncidentDocument): Span {
  if (title) return title.span;
  const line = lines.find(({ kind }) => kind !== 'blank' && kind !== 'frontMatter' && kind !== 'comment') ?? lines[0];
  return line ? { start: line.contentStart, end: line.contentEnd } : { start: 0, end: text.lineEnd(0) };
}

/** A piece of the document's text for a message, cut so that the message stays short. */
export function excerpt(text: string, length = 32): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= length ? line : `${line.slice(0, length - 1).trimEnd()}…`;
}
