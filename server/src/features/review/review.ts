import type { IncidentDocument } from '../../document/document';
import { plainText } from '../../document/words';
import type { Answer, ReviewedPart, ReviewedQuestion } from '../../protocol';
import type { CheckedFinding } from '../../rules/check';
import { shorten } from '../shorten';
import { questions, type Part } from './questions';

/** The most lines that are shown of one sort. */
const FEW = 3;

/**
 * The questions of a reviewer with what the document says to each, by its model and its findings. Empty for what is no incident document.
 * `unknown` is what cannot be told from words: it never counts as an answer.
 */
export function review(document: IncidentDocument, findings: readonly CheckedFinding[]): ReviewedQuestion[] {
  const { kind } = document;
  if (kind === 'none') return [];
  return questions[kind].map(({ id, asks, parts, judge }) => {
    const reviewed = parts.map((part) => partOf(document, findings, part));
    return { id, question: asks(), answer: whole(reviewed.map(({ answer }) => answer)), parts: reviewed, judge: judge() };
  });
}

/** What is still to be filled in where the answer stands. */
const hole = 'placeholder-text';

function partOf(document: IncidentDocument, findings: readonly CheckedFinding[], { asks, find, against = [] }: Part): ReviewedPart {
  const { text, lines: read } = document;
  const evidence = find?.(document) ?? null;
  const speaking = findings.filter(({ rule, span }) => against.includes(rule) || (rule === hole && evidence?.found.includes(text.lineAt(span.start))));
  const words = (line: number) => shorten(plainText(text.value.slice(read[line]?.contentStart, read[line]?.contentEnd)));
  const lines = (numbers: readonly number[] = []) => numbers.slice(0, FEW).map((line) => ({ line, text: words(line) }));
  return {
    asks: asks(),
    answer: evidence === null ? (speaking.length > 0 ? 'doubted' : 'unknown') : evidence.found.length === 0 ? 'notFound' : evidence.lacking.length + speaking.length > 0 ? 'partly' : 'found',
    searched: find !== undefined,
    found: { count: evidence?.found.length ?? 0, lines: lines(evidence?.found) },
    lacking: { count: evidence?.lacking.length ?? 0, lines: lines(evidence?.lacking) },
    against: { count: speaking.length, lines: speaking.slice(0, FEW).map(({ span, message, rule }) => ({ line: text.lineAt(span.start), text: message, rule })) },
  };
}

/** The answer to a question by those to its parts, those left out that cannot be told. */
function whole(answers: readonly Answer[]): Answer {
  const told = answers.filter((answer) => answer !== 'unknown');
  if (told.length === 0) return 'unknown';
  return told.every((answer) => answer === told[0]) ? (told[0] as Answer) : 'partly';
}
