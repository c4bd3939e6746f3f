import * as vscode from 'vscode';

/** Where the editor's own settings are kept, from the nearest to the farthest. */
export type Scope = 'folder' | 'workspace' | 'user';

/** Says in which scope the editor's settings for a document have a key; null where they do not set it. A rule is a key of its own. */
export function scopeOf(document: vscode.TextDocument): (key: string) => Scope | null {
  const configuration = vscode.workspace.getConfiguration('incidentDocs', document);
  return (key) => {
    const [, rule] = /^rules\.(.+)$/.exec(key) ?? [];
    const found = configuration.inspect(rule === undefined ? key : 'rules');
    const isSet = (value: unknown): boolean => (rule === undefined ? value !== undefined : typeof value === 'object' && value !== null && rule in value);
    if (isSet(found?.workspaceFolderValue)) return 'folder';
    if (isSet(found?.workspaceValue)) return 'workspace';
    return isSet(found?.globalValue) ? 'user' : null;
  };
}
