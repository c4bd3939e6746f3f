import type { IncidentDocument } from '../../document/document';
import { builtIn } from '../../document/built-in-roles';
import type { SectionRole } from '../../document/vocabulary';
import { documentAnchor } from '../anchor';
import { perDocument } from '../per-document';
import { allProse } from '../prose';
import { coveredLines } from '../roles';
import type { Finding, NewSection } from '../rule';
import { insertSection } from '../skeleton';
import { isUnfinished } from '../status';

/** The finding that a document lacks a section: on its title, one level lower while the document is unfinished. */
export function absence(document: IncidentDocument, message: string, { role, title, body }: NewSection): Finding {
  return {
    span: documentAnchor(document),
    message,
    fixes: [insertSection(document, role, title, body)],
    ...(isUnfinished(document) && { severity: 'information' as const }),
  };
}

/** Whether a document is laid out in sections or fields that we know. One of free prose is not asked for a section. */
export function isLaidOut({ allSections, fields }: IncidentDocument): boolean {
  return allSections.some(({ roles }) => roles.length > 0) || fields.some(({ label, notation }) => notation !== 'frontMatter' && builtIn.ofHeading(label).length > 0);
}

/**
 * Whether words of the pattern stand where the document tells what happened: in no heading, header fact or section of the
 * roles left out. A text in another language than that of the words is taken to tell it. Asked last, and answered by the
 * first of the words: hardly any document is read to its end.
 */
export function isTold(document: IncidentDocument, pattern: RegExp, leftOut: readonly SectionRole[] = ['actions', 'lessons']): boolean {
  for (const { line, words } of allProse(document)) {
    if (!pattern.test(words) || document.lines[line]?.kind === 'heading' || factLines(document).has(line)) continue;
    if (!leftOut.some((role) => coveredLines(document, role)[line] === 1)) return true;
  }
  return !isEnglish(document);
}

/** The lines that state a fact which has a name of its own. */
const factLines = perDocument(({ fields }) => new Set(fields.filter(({ key }) => key !== null).map(({ line }) => line)));

/** Whether the beginning of a text has more little words of English than of other languages, and is in Latin letters. */
export const isEnglish = perDocument(({ text: { value } }): boolean => {
  const sample = value.slice(0, 4000);
  const count = (pattern: RegExp) => sample.match(pattern)?.length ?? 0;
  return count(littleWords) >= count(foreignWords) && count(/[\u0370-\u1fff\u3040-\ud7ff]/g) * 20 < sample.length;
});

const littleWords = /\b(?:the|and|was|were|of|to|is|for)\b/gi;
const foreignWords = /\b(?:der|das|und|ist|nicht|wurde|les|des|est|une|los|las|que|para|por|uma|foi|het|een|och|att)\b/gi;
