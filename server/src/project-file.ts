import type { Span } from './document/text';
import { SourceText } from './document/text';
import type { Host } from './host';
import { readJson, spanWithout } from './json-text';
import type { JsonPlace, JsonText } from './json-text';
import { t } from './l10n';
import type { CheckedFinding } from './rules/check';
import type { Fix } from './rules/rule';
import { defaultSettings, parseSettings } from './settings';
import type { Settings } from './settings';
import type { SettingProblem } from './setting-problems';

export const projectFileName = '.incident-docs.json';

/** Something wrong in a file of settings. */
export interface FileProblem extends CheckedFinding {
  readonly rule: SettingProblem['rule'];
}

/** Settings from a file; `file` is null where none was found. */
export interface FileSettings {
  readonly settings: Settings;
  /** What the file sets, as `ParsedSettings` names it. */
  readonly keys: ReadonlySet<string>;
  readonly file: string | null;
  /** The file's text, empty where it has none. */
  readonly text: SourceText;
  /** In the order in which they stand in the file. */
  readonly problems: readonly FileProblem[];
  /** Whether the file could be used at all. */
  readonly usable: boolean;
}

const nothing = new SourceText('');

/**
 * The settings of a folder: the nearest project file in it or above it, over the settings beneath. Paths may be file paths
 * or URIs. The search ends at `root` or where no folder is left. A file that cannot be used is a problem and leaves the
 * settings beneath as they are.
 */
export async function projectSettings(host: Host, folder: string, beneath: Settings, root?: string): Promise<FileSettings> {
  for (let at: string | null = folder; at !== null; at = at === root ? null : parentOf(at)) {
    const file = `${at.replace(/[/\\]$/, '')}/${projectFileName}`;
    const found = await readSettings(host, file, beneath);
    if (found) return found;
  }
  return { settings: beneath, keys: new Set(), problems: [], file: null, text: nothing, usable: true };
}

/** The settings of one file over the settings beneath, or null where there is no such file. */
export async function readSettings(host: Host, file: string, beneath: Settings = defaultSettings): Promise<FileSettings | null> {
  let content: string | null;
  try {
    content = await host.readFile(file);
  } catch {
    return unusable(file, beneath, nothing, t('This file cannot be read.'));
  }
  return content === null ? null : settingsIn(content, file, beneath);
}

/** The settings that the text of a file states, over the settings beneath. */
export function settingsIn(content: string, file: string, beneath: Settings = defaultSettings): FileSettings {
  const text = new SourceText(content);
  if (content.trim() === '') return unusable(file, beneath, text, t('This file is empty; write {} for no settings.'));
  const json = readJson(content);
  if ('fault' in json) return unusable(file, beneath, text, faultOf(json, text), json.fault);
  const { settings, problems, keys } = parseSettings(json.value, beneath);
  return { settings, keys, file, text, usable: true, problems: problems.flatMap((problem) => placed(problem, json, text, settings)).sort((a, b) => a.span.start - b.span.start) };
}

function unusable(file: string, settings: Settings, text: SourceText, message: string, span = { start: 0, end: 0 }): FileSettings {
  return { settings, keys: new Set(), file, text, usable: false, problems: [{ rule: 'invalid-settings', severity: 'error', message, span }] };
}

type Json = Extract<JsonText, { value: unknown }>;

/** A problem at its place, as grave as the settings want it. */
function placed(problem: SettingProblem, json: Json, text: SourceText, { rules }: Settings): FileProblem[] {
  const { rule, message, path, isKey } = problem;
  const severity = rules[rule]?.severity ?? 'warning';
  if (severity === 'off') return [];
  const place = json.placeOf(path);
  const span = (isKey ? place?.key : place?.value) ?? { start: 0, end: 0 };
  if (path.length === 0) return [{ rule, severity, message, span: { start: span.start, end: span.start + 1 } }];
  return [{ rule, severity, message, span, fixes: place ? fixesOf(problem, place, span, json, text) : [] }];
}

/** What was meant in place of what is written, and doing without an entry that has no meaning. */
function fixesOf({ path, isKey, meant }: SettingProblem, place: JsonPlace, span: Span, json: Json, text: SourceText): Fix[] {
  // of two equal keys only one would hold
  const taken = isKey && meant !== null && json.placeOf([...path.slice(0, -1), meant]) !== null;
  return [
    ...(meant === null || taken ? [] : [{ title: t('Change it to {0}', meant), kind: 'suggested', edits: [{ span, newText: JSON.stringify(meant) }] } as const]),
    ...(isKey ? [{ title: t('Remove this entry'), kind: 'suggested', edits: [{ span: spanWithout(text.value, place), newText: '' }] } as const] : []),
  ];
}

function faultOf({ expected, fault }: Extract<JsonText, { fault: Span }>, text: SourceText): string {
  if (fault.start >= text.value.length) return t('This is no valid JSON: the end is missing.');
  switch (expected) {
    case 'value':
      return t('This is no valid JSON: a value must stand here.');
    case 'key':
      return t('This is no valid JSON: a key in double quotes must stand here.');
    case 'colon':
      return t('This is no valid JSON: a colon is missing here.');
    case 'separator':
      return t('This is no valid JSON: a comma or a closing bracket is missing here.');
    case 'end':
      return t('This is no valid JSON: nothing may follow the closing bracket.');
    case 'no comma':
      return t('This is no valid JSON: nothing follows this comma.');
    case 'no comment':
      return t('This is no valid JSON: there are no comments in it.');
    case 'less nesting':
      return t('This is nested too deeply for settings.');
  }
}

/** The folder above; null at the top of a path or URI. */
function parentOf(folder: string): string | null {
  const trimmed = folder.replace(/[/\\]$/, '');
  const cut = Math.max(trimmed.lastIndexOf('/'), trimmed.lastIndexOf('\\'));
  if (cut < 0 || trimmed.slice(0, cut).endsWith('/')) return null;
  return cut === 0 ? (trimmed === '' ? null : '/') : trimmed.slice(0, cut);
}
