import type { Host } from './host';
import { parseSettings } from './settings';
import type { ParsedSettings, Settings } from './settings';

export const projectFileName = '.incident-docs.json';

/** Settings from a file; `file` is null where none was found. The problems begin with the file's path. */
export interface FileSettings extends ParsedSettings {
  readonly file: string | null;
  /** Whether the file could be used at all. */
  readonly usable: boolean;
}

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
  return { settings: beneath, problems: [], file: null, usable: true };
}

/** The settings of one file over the settings beneath, or null where there is no such file. */
export async function readSettings(host: Host, file: string, beneath: Settings): Promise<FileSettings | null> {
  let text: string | null;
  try {
    text = await host.readFile(file);
  } catch {
    return { settings: beneath, problems: [`${file}: cannot be read.`], file, usable: false };
  }
  if (text === null) return null;
  let layer: unknown;
  try {
    layer = JSON.parse(text);
  } catch {
    return { settings: beneath, problems: [`${file}: ${brokenJson(text)}`], file, usable: false };
  }
  const { settings, problems } = parseSettings(layer, beneath);
  return { settings, problems: problems.map((problem) => `${file}: ${problem}`), file, usable: true };
}

function brokenJson(text: string): string {
  if (text.trim() === '') return 'is empty; write {} for no settings.';
  return text.length > 64_000 ? 'is not valid JSON.' : `is not valid JSON (line ${brokenLine(text)}).`;
}

/** The first line (from 1) with which the text can no longer be the beginning of valid JSON. */
function brokenLine(text: string): number {
  const lines = text.trimEnd().split('\n');
  // What is wrong stays wrong whatever follows.
  let [low, high] = [1, lines.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBroken(lines.slice(0, middle).join('\n'))) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Whether a text cannot be the beginning of valid JSON. */
function isBroken(beginning: string): boolean {
  try {
    JSON.parse(beginning);
    return false;
  } catch (error) {
    // At its very end a beginning may be wrong: the rest is missing.
    const position = Number(/position (\d+)/.exec(String(error))?.[1] ?? -1);
    return position < beginning.length && !/end of JSON input|unterminated|end of data|EOF/i.test(String(error));
  }
}

/** The folder above; null at the top of a path or URI. */
function parentOf(folder: string): string | null {
  const trimmed = folder.replace(/[/\\]$/, '');
  const cut = Math.max(trimmed.lastIndexOf('/'), trimmed.lastIndexOf('\\'));
  if (cut < 0 || trimmed.slice(0, cut).endsWith('/')) return null;
  return cut === 0 ? (trimmed === '' ? null : '/') : trimmed.slice(0, cut);
}
