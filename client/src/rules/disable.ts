import * as vscode from 'vscode';
import { chooseRule } from './choose';
import { withRuleOff } from './rule-settings';

const section = 'incidentDocs';

/** Switches a rule off in the nearest settings: those of the folder or the workspace where there is one, else the user's. */
export async function disableRule(extension: vscode.Extension<unknown>, params: unknown): Promise<void> {
  const chosen = await chooseRule(extension, params);
  if (chosen === undefined) return;
  const { rule, uri, projectFile } = chosen;
  if (projectFile !== null) {
    await showInProjectFile(vscode.Uri.parse(projectFile), rule);
    return;
  }
  const document = vscode.Uri.parse(uri);
  const { target, value } = nearest(document);
  await write(document, target, withRuleOff(value, rule));
  const undo = vscode.l10n.t('Undo');
  const answer = await vscode.window.showInformationMessage(
    target === vscode.ConfigurationTarget.Global
      ? vscode.l10n.t('The rule {0} is off in your settings.', rule)
      : vscode.l10n.t('The rule {0} is off in the settings of this workspace.', rule),
    undo,
  );
  if (answer === undo) await write(document, target, value);
}

/** The nearest settings that can be written for a document, with what they say of the rules now. */
function nearest(document: vscode.Uri): { target: vscode.ConfigurationTarget; value: unknown } {
  const set = vscode.workspace.getConfiguration(section, document).inspect('rules');
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length > 1 && vscode.workspace.getWorkspaceFolder(document)) return { target: vscode.ConfigurationTarget.WorkspaceFolder, value: set?.workspaceFolderValue };
  if (folders.length > 0) return { target: vscode.ConfigurationTarget.Workspace, value: set?.workspaceValue };
  return { target: vscode.ConfigurationTarget.Global, value: set?.globalValue };
}

async function write(document: vscode.Uri, target: vscode.ConfigurationTarget, value: unknown): Promise<void> {
  await vscode.workspace.getConfiguration(section, document).update('rules', value, target);
}

/** The project file overrules all settings: it is the user who changes it. */
async function showInProjectFile(file: vscode.Uri, rule: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument(file);
  const at = Math.max(0, document.getText().indexOf(`"${rule}"`));
  const selection = new vscode.Range(document.positionAt(at), document.positionAt(at + (at > 0 ? rule.length + 2 : 0)));
  await vscode.window.showTextDocument(document, { selection });
  void vscode.window.showInformationMessage(vscode.l10n.t('The rule {0} is set in this file, which overrules the settings: change it here.', rule));
}
