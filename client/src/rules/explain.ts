import * as vscode from 'vscode';
import { chooseRule } from './choose';

/** Shows the page of a rule, which comes with the extension. */
export async function explainRule(extension: vscode.Extension<unknown>, params: unknown): Promise<void> {
  const chosen = await chooseRule(extension, params);
  if (chosen === undefined) return;
  const page = await pageOf(extension.extensionUri, chosen.rule);
  if (page === undefined) {
    void vscode.window.showInformationMessage(vscode.l10n.t('There is no rule “{0}”.', chosen.rule));
    return;
  }
  try {
    await vscode.commands.executeCommand('markdown.showPreview', page);
  } catch {
    // the preview belongs to an extension of its own, which may be switched off
    await vscode.window.showTextDocument(page, { preview: true });
  }
}

/** The pages lie in folders by the groups of the rules. */
async function pageOf(extension: vscode.Uri, rule: string): Promise<vscode.Uri | undefined> {
  if (!/^[a-z-]+$/.test(rule)) return undefined;
  const rules = vscode.Uri.joinPath(extension, 'server', 'src', 'rules');
  for (const [group] of await vscode.workspace.fs.readDirectory(rules)) {
    const page = vscode.Uri.joinPath(rules, group, `${rule}.md`);
    const found = await vscode.workspace.fs.stat(page).then(() => true, () => false);
    if (found) return page;
  }
  return undefined;
}
