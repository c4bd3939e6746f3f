import type { DetectionExplanation, DetectionSignal } from '../../../server/src/protocol';
import { literal } from '../markdown';
import { inSentence, type Translate } from '../reasons';

/** What the page tells of the document beside the explanation. */
export interface Place {
  readonly name: string;
  readonly isMarkdown: boolean;
  /** The file with the pattern that decides; null where it stands in the settings. */
  readonly projectFile: string | null;
  /** The target of a link to a line (0-based). */
  readonly link: (line: number) => string;
}

/** An explanation as a page of Markdown: what decides, what speaks for and against, and what would change it. */
export function detectionPage(explained: DetectionExplanation, place: Place, t: Translate): string {
  const { kind, signals } = explained;
  const title = {
    postmortem: t('Why {0} is taken for a post-mortem', literal(place.name)),
    escalation: t('Why {0} is taken for an escalation', literal(place.name)),
    none: t('Why {0} is not taken for an incident document', literal(place.name)),
  }[kind];
  return [
    `# ${title}`,
    decision(explained, place, t),
    `## ${t('What would change it')}`,
    ways(explained, place, t).map((way) => `- ${way}`).join('\n'),
    `## ${t('What its content says')}`,
    t('It makes {0} points from {1} independent signals. An incident document has at least {2} points from {3} signals.', number(explained.score), String(explained.independent), number(explained.needed.score), String(explained.needed.independent)),
    ...(kind === 'none' && explained.by === 'content' ? [t('What would speak for one: {0}.', explained.missing.map((signal) => t(wishes[signal])).join('; '))] : []),
    signals.length > 0 ? table(signals, place, t) : t('Nothing in it speaks for an incident document, and nothing against.'),
  ].join('\n\n') + '\n';
}

const wishes: Readonly<Record<DetectionExplanation['missing'][number], string>> = {
  title: 'a title that names a post-mortem, an incident or an escalation',
  sections: 'sections such as Timeline, Impact or Root cause',
  facts: 'two facts in its header, such as Severity and Status',
  timeline: 'a timeline of three entries or more',
  plan: 'a plan of two actions or more',
};

function decision({ by, kind, line, pattern }: DetectionExplanation, { projectFile }: Place, t: Translate): string {
  const code = pattern ? `\`${pattern.text.replaceAll('`', "'")}\`` : '';
  const where = projectFile === null ? t('your settings') : literal(projectFile);
  switch (by) {
    case 'choice':
      return kind === 'none' ? t('**You said so**, by the command “Not an Incident Document”.') : t('**You said so**, by the command “Treat as Incident Document”.');
    case 'directive':
      return t('**A comment says so**: `incident-docs: off` in line {0}.', String((line ?? 0) + 1));
    case 'declared':
      return t('**Its language mode or the end of its name says so.**');
    case 'files':
      return kind === 'none' ? t('**A pattern leaves it out**: {0} under `files.exclude` in {1}.', code, where) : t('**A pattern takes it in**: {0} under `files.include` in {1}.', code, where);
    case 'disabled':
      return t('**All checks are switched off** by the setting `incidentDocs.enable`.');
    case 'before':
      return t('**It was recognized before it was edited**, and stays what it was until it is saved.');
    case 'content':
      return t('**Its content decides.**');
  }
}

function table(signals: readonly DetectionSignal[], { link }: Place, t: Translate): string {
  const rows = signals.map(({ reason, points, evidence }) => {
    const places = evidence.map(({ line, text }) => (line === null ? literal(text) : `[${t('line {0}', String(line + 1))}](${link(line)}): ${literal(text)}`));
    return `| ${signed(points)} | ${literal(inSentence(reason, t))} | ${places.join('<br>')} |`;
  });
  return [`| ${t('Points')} | ${t('Signal')} | ${t('Where')} |`, '| --: | :-- | :-- |', ...rows].join('\n');
}

function ways({ kind, by, otherwise }: DetectionExplanation, { isMarkdown }: Place, t: Translate): string[] {
  const off = isMarkdown ? '`<!-- incident-docs: off -->`' : '`# incident-docs: off`';
  const leave = t('The command “Not an Incident Document” leaves it alone in this workspace. The file is not changed.');
  const take = t('The command “Treat as Incident Document” has it checked in this workspace. The file is not changed.');
  const without = {
    postmortem: t('Without your word it would be taken for a post-mortem.'),
    escalation: t('Without your word it would be taken for an escalation.'),
    none: t('Without your word it would be no incident document.'),
  }[otherwise];
  if (by === 'disabled') return [t('The setting `incidentDocs.enable`, or `enable` in a project file, switches the checks on.')];
  if (by === 'choice') return [kind === 'none' ? t('The command “Treat as Incident Document” takes your word back.') : t('The command “Not an Incident Document” takes your word back.'), without];
  if (by === 'directive') return [t('Without the comment, its name, the settings and its content decide again.'), take];
  if (kind === 'none') {
    return [
      take,
      by === 'files' ? t('Another pattern decides otherwise: “Show Effective Settings” tells where each stands.') : t('A pattern under `incidentDocs.files.include` takes whole folders in.'),
      t('A name that ends in `.incident`, `.escalation` or `.postmortem`, alone or before `.txt`, says it to everybody.'),
    ];
  }
  return [
    leave,
    t('The comment {0} in one of its lines says so to everybody.', off),
    by === 'declared'
      ? t('Another language mode, or another name, lets its content decide.')
      : t('A pattern under `incidentDocs.files.exclude`, or under `files.exclude` in a project file, leaves whole folders out.'),
  ];
}

function number(value: number): string {
  return String(Math.round(value * 100) / 100);
}

function signed(points: number): string {
  return points > 0 ? `+${number(points)}` : number(points).replace('-', '−');
}
