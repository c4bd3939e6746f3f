import * as vscode from 'vscode';

/** Why a document cannot be changed, as a sentence, or null. Unsaved documents have no file and can. */
export async function readOnlyReason(document: vscode.TextDocument): Promise<string | null> {
  const { uri } = document;
  if (uri.scheme === 'untitled') return null;
  if (vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false) return vscode.l10n.t('this kind of folder is read-only.');
  const settings = vscode.workspace.getConfiguration('files', uri);
  if (matches(settings.get('readonlyInclude'), document) && !matches(settings.get('readonlyExclude'), document)) return vscode.l10n.t('the settings of the editor make this file read-only.');
  const stat = await vscode.workspace.fs.stat(uri).then((found) => found, () => undefined);
  return stat?.permissions !== undefined && stat.permissions & vscode.FilePermission.Readonly ? vscode.l10n.t('this file is read-only.') : null;
}

/** Whether one of the patterns of a setting of the editor (a glob with true or false) is of a document. */
function matches(patterns: Readonly<Record<string, unknown>> | undefined, document: vscode.TextDocument): boolean {
  const folder = vscode.workspace.getWorkspaceFolder(document.uri);
  return Object.entries(patterns ?? {}).some(([pattern, isOn]) => isOn === true && vscode.languages.match([{ pattern }, ...(folder ? [{ pattern: new vscode.RelativePattern(folder, pattern) }] : [])], document) > 0);
}
