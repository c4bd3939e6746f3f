import type { IncidentDocument } from '../../document/document';
import { builtIn } from '../../document/roles';
import type { SectionRole } from '../../document/vocabulary';
import { documentAnchor } from '../anchor';
import type { Mention } from '../mentions';
import { coveredLines } from '../roles';
import type { Finding } from '../rule';
import { insertSection } from '../skeleton';
import { isUnfinished } from '../status';

/** A section that could be inserted: its role, its heading and what stands under it at first. */
export interface Draft {
  readonly role: SectionRole;
  readonly title: string;
  readonly body: string;
}

/** The finding that a document lacks a section: on its title, one level lower while the document is unfinished. */
export function absence(document: IncidentDocument, message: string, { role, title, body }: Draft): Finding {
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
 * Whether one of the mentions stands where the document tells what happened: in no heading, header fact or section of the
 * roles left out. A text in another language than that of the words is taken to tell it.
 */
export function isTold(document: IncidentDocument, mentions: readonly Mention[], leftOut: readonly SectionRole[] = ['actions', 'lessons']): boolean {
  if (mentions.length === 0) return !isEnglish(document);
  const facts = new Set(document.fields.filter(({ key }) => key !== null).map(({ line }) => line));
  const elsewhere = leftOut.map((role) => coveredLines(document, role));
  const isOne = ({ line: { line } }: Mention) => document.lines[line]?.kind !== 'heading' && !facts.has(line) && !elsewhere.some((lines) => lines[line] === 1);
  return mentions.some(isOne) || !isEnglish(document);
}

/** Whether the first of a text has the little words of English. */
function isEnglish({ text: { value } }: IncidentDocument): boolean {
  const sample = value.slice(0, 4000);
  return (sample.match(/\b(?:the|and|was|were|of|to|is|for)\b/gi)?.length ?? 0) * 200 > sample.length;
}
