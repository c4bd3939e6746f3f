import type { IncidentDocument } from '../../document/document';
import type { Line } from '../../document/lines';
import { plainText } from '../../document/words';
import { t } from '../../l10n';
import { excerpt } from '../anchor';
import { defineRule } from '../rule';
import type { Fix } from '../rule';

/** A heading is at most one level below the one above it. */
export const headingLevelSkip = defineRule({
  id: 'heading-level-skip',
  group: 'structure',
  summary: 'Headings go down one level at a time',
  severity: 'hint',
  *check(document) {
    for (const { above, run, isPlain } of skips(document)) {
      const first = run[0] as Line;
      const others = run.filter((line) => line !== first && line.level === first.level);
      const { text } = document;
      yield {
        span: { start: first.contentStart, end: first.contentEnd },
        message: t('"{0}" is {1} levels below the heading above it: an outline misses what is between.', excerpt(plainText(text.slice({ start: first.contentStart, end: first.contentEnd }))), first.level - above),
        related: others.slice(0, 20).map((line) => ({ span: { start: line.contentStart, end: line.contentEnd }, message: t('This one as well.') })),
        ...(isPlain && { fixes: [raised(document, run, first.level - above - 1)] }),
      };
    }
  },
});

interface Skip {
  /** The level of the heading above. */
  readonly above: number;
  /** The headings that hang below it too deep, with those below them. */
  readonly run: readonly Line[];
  /** No heading without marks stands in between, whose section would end earlier if the run were raised. */
  readonly isPlain: boolean;
}

/** The runs of headings that hang too deep. Only marks of Markdown tell a level. */
function* skips({ lines }: IncidentDocument): Generator<Skip> {
  const marked = lines.filter(({ kind, notation }) => kind === 'heading' && (notation === 'atx' || notation === 'setext'));
  for (const [index, line] of marked.entries()) {
    const previous = marked[index - 1] ?? line;
    if (line.level <= previous.level + 1) continue;
    let end = index + 1;
    while (end < marked.length && (marked[end] as Line).level >= line.level) end++;
    const isPlain = lines.slice(previous.number + 1, line.number).every(({ kind }) => kind !== 'heading');
    yield { above: previous.level, run: marked.slice(index, end), isPlain };
  }
}

/** Takes marks away from every heading of the run, so that all keep their places among each other. */
function raised({ text }: IncidentDocument, run: readonly Line[], levels: number): Fix {
  return {
    title: levels === 1 ? t('Raise the headings by one level') : t('Raise the headings by {0} levels', levels),
    kind: 'suggested',
    edits: run.map((line) => {
      const start = text.value.indexOf('#', line.start);
      return { span: { start, end: start + levels }, newText: '' };
    }),
  };
}
