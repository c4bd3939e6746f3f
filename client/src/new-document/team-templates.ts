import * as vscode from 'vscode';
import { ownName } from '../../../server/src/document/location';
import { OWN_LANGUAGE } from '../documents';

/** A file of a team's own that new documents may begin with. */
export interface TeamTemplate {
  readonly uri: vscode.Uri;
  /** Without folders and endings. */
  readonly name: string;
  readonly language: string;
}

/** What the folders hold that the settings name, and which of those folders cannot be read. */
export interface TeamTemplates {
  readonly templates: readonly TeamTemplate[];
  readonly unreadable: readonly string[];
}

/** The setting of the folder, below `incidentDocs`. */
export const FOLDER_SETTING = 'templates.folder';

/** A document is never larger, in bytes. */
const LARGEST = 1024 * 1024;

/** Reads the folder of templates of every folder that is open, in the order of their names; folders below it are left aside. */
export async function teamTemplates(): Promise<TeamTemplates> {
  const templates: TeamTemplate[] = [];
  const unreadable: string[] = [];
  const seen = new Set<string>();
  for (const { uri } of vscode.workspace.workspaceFolders ?? []) {
    const path = vscode.workspace.getConfiguration('incidentDocs', uri).get(FOLDER_SETTING, '');
    if (typeof path !== 'string' || path.trim() === '') continue;
    const folder = vscode.Uri.joinPath(uri, path.trim());
    if (seen.has(folder.toString())) continue;
    seen.add(folder.toString());
    try {
      templates.push(...(await templatesIn(folder)));
    } catch {
      unreadable.push(path);
    }
  }
  return { templates, unreadable };
}

async function templatesIn(folder: vscode.Uri): Promise<TeamTemplate[]> {
  const found = (await vscode.workspace.fs.readDirectory(folder)).flatMap(([file, type]) => {
    const language = languageOf(file);
    const isFile = (type & vscode.FileType.File) !== 0;
    return language && isFile ? [{ uri: vscode.Uri.joinPath(folder, file), name: nameOf(file), language }] : [];
  });
  return found.sort((one, other) => one.name.localeCompare(other.name));
}

/** The text of a template without its byte order mark; null where it is too large to be one. Rejects where it cannot be read. */
export async function textOf({ uri }: TeamTemplate): Promise<string | null> {
  const { size } = await vscode.workspace.fs.stat(uri);
  if (size > LARGEST) return null;
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

function languageOf(file: string): string | null {
  if (ownName.test(file)) return OWN_LANGUAGE;
  if (/\.(?:md|markdown)$/i.test(file)) return 'markdown';
  return /\.txt$/i.test(file) ? 'plaintext' : null;
}

const nameOf = (file: string): string => file.replace(ownName, '').replace(/\.(?:md|markdown|txt)$/i, '');
