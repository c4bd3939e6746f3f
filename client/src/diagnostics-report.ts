import type { DetectionExplanation, EffectiveSetting } from '../../server/src/protocol';

/** What is known when somebody reports a fault. */
export interface Facts {
  readonly versions: Readonly<Record<string, string>>;
  readonly server: 'running' | 'stopped';
  /** How many folders are open. */
  readonly folders: number;
  /** Of the documents that the server knows. */
  readonly kinds: readonly string[];
  /** Of the problems that are shown. */
  readonly severities: readonly string[];
  /** What the user has said of files. */
  readonly choices: readonly string[];
  /** The active document, if it could be an incident document. */
  readonly document: ActiveDocument | undefined;
  readonly settings: readonly Pick<EffectiveSetting, 'key' | 'from' | 'isDefault'>[];
}

interface ActiveDocument {
  /** Of which only the end of the name is told. */
  readonly path: string;
  readonly scheme: string;
  readonly languageId: string;
  readonly lines: number;
  readonly lineEnds: string;
  readonly dirty: boolean;
  readonly explained: Omit<DetectionExplanation, 'otherwise' | 'missing'> | null;
}

/**
 * The facts as lines of stable English, as the log is written. Nothing of a document's text is in it, no name of a file
 * but its end, no value of a setting.
 */
export function diagnosticsReport({ versions, server, folders, kinds, severities, choices, document, settings }: Facts): string {
  const changed = settings.filter(({ isDefault, from }) => !isDefault && from !== 'profile').map(({ key, from }) => `${key} (${from === 'project' ? 'project file' : 'editor'})`);
  return [
    ...Object.entries(versions).map(([name, version]) => `${name}: ${version}`),
    `Server: ${server}`,
    `Folders: ${folders}`,
    `Documents: ${counted(kinds)}`,
    `Problems: ${counted(severities)}`,
    `Said by the user: ${counted(choices)}`,
    ...(document ? active(document) : ['Active document: none that could be an incident document']),
    `Settings that are not as by default: ${changed.join(', ') || 'none'}`,
    '',
  ].join('\n');
}

function active({ path, scheme, languageId, lines, lineEnds, dirty, explained }: ActiveDocument): string[] {
  const [, end = 'none'] = /(\.[^./]{1,12})$/.exec(path) ?? [];
  return [
    `Active document: ${scheme}, name ends in ${end}, ${languageId}, ${lines} lines, ${lineEnds}${dirty ? ', not saved' : ''}`,
    ...(explained === null ? ['Detection: no answer'] : [
      `Detection: ${explained.kind} by ${explained.by}, ${explained.score} points of ${explained.needed.score}, ${explained.independent} signals of ${explained.needed.independent}`,
      ...explained.signals.map(({ reason, points }) => `  ${points} ${reason}`),
    ]),
  ];
}

/** "3 (2 postmortem, 1 none)". */
function counted(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return names.length === 0 ? '0' : `${names.length} (${[...counts].map(([name, count]) => `${count} ${name}`).join(', ')})`;
}
