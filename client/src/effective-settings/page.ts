import type { EffectiveSetting } from '../../../server/src/protocol';
import type { Translate } from '../reasons';
import type { Scope } from './scopes';

export interface Origins {
  /** The name of the document. */
  readonly name: string;
  /** The project file as a reader would name it; null where there is none. */
  readonly projectFile: string | null;
  /** Where the editor's own settings have a key. */
  scopeOf(key: string): Scope | null;
}

/** A value is not followed by spaces beyond this column. */
const WIDEST = 56;

/** The settings of a document as JSON, as one would write them in settings.json; behind each stands where it comes from. */
export function settingsPage(settings: readonly EffectiveSetting[], origins: Origins, t: Translate): string {
  const isRule = ({ key }: EffectiveSetting): boolean => key.startsWith('rules.');
  const row = (indent: string, prefix: string) => (setting: EffectiveSetting): [string, string] => [
    `${indent}${JSON.stringify(prefix + setting.key.replace(/^rules\./, ''))}: ${written(setting.value)},`,
    origin(setting, origins, t),
  ];
  const plain = settings.filter((setting) => !isRule(setting)).map(row('  ', 'incidentDocs.'));
  const rules = settings.filter(isRule).map(row('    ', ''));
  const width = Math.min(WIDEST, Math.max(...[...plain, ...rules].map(([text]) => text.length)));
  const line = ([text, from]: [string, string]): string => `${text.padEnd(width)} // ${from}`;
  const changed = settings.filter(({ isDefault, from }) => !isDefault && from !== 'profile').map(({ key }) => key);
  return [
    `// ${t('The settings that hold for {0}. Of several places the nearest counts:', origins.name)}`,
    `// ${t('project file, folder, workspace, user, default.')}`,
    ...(origins.projectFile === null ? [] : [`// ${t('Project file: {0}', origins.projectFile)}`]),
    ...(changed.length === 0 ? [] : [`// ${t('Not as by default: {0}', changed.join(', '))}`]),
    '{',
    ...plain.map(line),
    '  "incidentDocs.rules": {',
    ...rules.map(line),
    '  }',
    '}',
    '',
  ].join('\n').replace(/,(\s+\/\/ [^\n]*\n\s*\})/g, ' $1');
}

function origin({ key, from }: EffectiveSetting, { projectFile, scopeOf }: Origins, t: Translate): string {
  if (from === 'project') return projectFile ?? t('project file');
  const scope = from === 'client' ? scopeOf(key) : null;
  if (scope !== null) return { folder: t('folder settings'), workspace: t('workspace settings'), user: t('user settings') }[scope];
  return from === 'profile' ? t('by the profile') : t('default');
}

/** JSON on one line, with blanks as a person sets them. */
function written(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(written).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, part]) => `${JSON.stringify(key)}: ${written(part)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}
