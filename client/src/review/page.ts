import type { Answer, ReviewedPart, ReviewedQuestion, ReviewResult } from '../../../server/src/protocol';
import { literal } from '../markdown';
import type { Translate } from '../reasons';

/** What the page tells of the document beside the answers. */
export interface Place {
  readonly name: string;
  /** The target of a link to a line (0-based). */
  readonly link: (line: number) => string;
}

/** How an answer looks and is read out. */
const answers: Readonly<Record<Answer, readonly [sign: string, words: string]>> = {
  found: ['✓', 'found'],
  partly: ['◐', 'partly'],
  notFound: ['✗', 'not found'],
  doubted: ['!', 'doubted'],
  unknown: ['?', 'cannot tell'],
};

/** The answers to a reviewer's questions as a page of Markdown: how many there are of each, then each question with its lines. */
export function reviewPage({ kind, questions }: NonNullable<ReviewResult>, { name, link }: Place, t: Translate): string {
  const count = (Object.keys(answers) as Answer[]).flatMap((answer) => {
    const number = questions.filter((question) => question.answer === answer).length;
    return number > 0 ? [`${number} × ${label(answer, t)}`] : [];
  });
  return [
    `# ${t('Review of {0}', literal(name))}`,
    kind === 'postmortem' ? t('What reviewers ask of a post-mortem, and where this one answers.') : t('What reviewers ask of an escalation, and where this one answers.'),
    t('It goes by the words and the problems that are recognized: what is “not found” may still be there, and what is “found” may still be wrong. “Cannot tell” is what no word can show, even where no problem was found.'),
    count.join(' &nbsp; '),
    ...questions.map((question) => section(question, link, t)),
  ].join('\n\n') + '\n';
}

function section({ question, answer, parts, judge }: ReviewedQuestion, link: Place['link'], t: Translate): string {
  const rows = parts.map((part) => `| ${label(part.answer, t)} | ${literal(part.asks)} | ${where(part, link, t)} |`);
  return [
    `## ${literal(question)} ${label(answer, t)}`,
    [`| ${t('Answer')} | ${t('What it takes')} | ${t('Where')} |`, '| :-- | :-- | :-- |', ...rows].join('\n'),
    `${t('For you to judge:')} *${literal(judge)}*`,
  ].join('\n\n');
}

function label(answer: Answer, t: Translate): string {
  const [sign, words] = answers[answer];
  return `<span class="answer ${answer}">${sign} ${t(words)}</span>`;
}

function where({ answer, searched, found, lacking, against }: ReviewedPart, link: Place['link'], t: Translate): string {
  const place = (line: number) => `[${t('line {0}', String(line + 1))}](${link(line)})`;
  const more = ({ count, lines }: ReviewedPart['found']) => (count > lines.length ? [t('and {0} more', String(count - lines.length))] : []);
  const told = ({ lines }: ReviewedPart['found']) => lines.map(({ line, text }) => `${place(line)}: ${literal(text)}`);
  const places = [
    ...told(found), ...more(found),
    ...(lacking.count > 0 ? [`${t('Missing in:')} ${[...lacking.lines.map(({ line }) => place(line)), ...more(lacking)].join(', ')}`] : []),
    ...told(against).map((words) => `<span class="against">${words}</span>`), ...more(against),
  ];
  if (places.length > 0) return places.join('<br>');
  if (answer !== 'unknown') return '–';
  return searched ? t('Its words do not tell.') : t('No problem was found in it.');
}
