import * as vscode from 'vscode';
import { RuleCommandParams } from '../../../server/src/protocol';

/** The rule that a command is about: the one of the code action, else the one at the cursor, else the one that is picked; undefined where none is. */
export async function chooseRule(extension: vscode.Extension<unknown>, params: unknown): Promise<RuleCommandParams | undefined> {
  const given = RuleCommandParams.safeParse(params);
  if (given.success) return given.data;
  const editor = vscode.window.activeTextEditor;
  const uri = editor?.document.uri.toString() ?? '';
  const here = editor && vscode.languages.getDiagnostics(editor.document.uri)
    .filter(({ source, range }) => source === 'incident-docs' && range.contains(editor.selection.active))
    .map(({ code }) => String(typeof code === 'object' ? code.value : code));
  const [only, ...others] = new Set(here);
  if (only !== undefined && others.length === 0) return { rule: only, uri, projectFile: null };
  const items = rulesOf(extension).sort((a, b) => Number(here?.includes(b.label)) - Number(here?.includes(a.label)));
  const picked = await vscode.window.showQuickPick(items, { placeHolder: vscode.l10n.t('Which rule?'), matchOnDetail: true });
  return picked && { rule: picked.label, uri, projectFile: null };
}

interface Manifest {
  readonly contributes: { readonly configuration: { readonly properties: Readonly<Record<string, { readonly properties?: Readonly<Record<string, { readonly markdownDescription?: string }>> }>> } };
}

/** Every rule, as the manifest describes its settings. */
function rulesOf({ packageJSON }: vscode.Extension<unknown>): vscode.QuickPickItem[] {
  const rules = (packageJSON as Manifest).contributes.configuration.properties['incidentDocs.rules']?.properties ?? {};
  return Object.entries(rules).map(([label, { markdownDescription = '' }]) => ({ label, detail: markdownDescription.replaceAll('`', '') }));
}
