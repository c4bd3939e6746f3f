import type { IncidentDocument } from '../../document/document';
import type { SectionRole } from '../../document/vocabulary';
import { perDocument } from '../per-document';
import { proseLines } from '../prose';
import type { ProseLine } from '../prose';

/** Sections that may stand in front of the text proper. */
const prefatory: ReadonlySet<SectionRole> = new Set(['participants', 'references', 'glossary', 'communication', 'escalation']);

/** The paragraphs and items that a document opens with, before the first section that is one of its parts. */
export const openingLines = perDocument((document): readonly ProseLine[] => {
  const { allSections, timelines, title, lines, fields } = document;
  const starts = [
    allSections.find(({ roles }) => roles.length > 0 && !roles.every((role) => prefatory.has(role)))?.line,
    timelines[0]?.section.line,
  ].filter((line) => line !== undefined);
  const facts = new Set(fields.map(({ line }) => line));
  return proseLines(document, (title?.line ?? -1) + 1, Math.min(...starts, lines.length) - 1).filter(({ line }) => {
    const kind = lines[line]?.kind;
    return (kind === 'prose' || kind === 'item') && !facts.has(line);
  });
});

/** Whether the document opens with a sentence or more. */
export function hasOpening(document: IncidentDocument): boolean {
  let words = 0;
  for (const line of openingLines(document)) {
    words += line.words.match(/\S+/g)?.length ?? 0;
    if (words >= fewestWords) return true;
  }
  return false;
}

/** Fewer are a remark. */
const fewestWords = 8;
