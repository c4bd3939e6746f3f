import * as vscode from 'vscode';

interface Way extends vscode.QuickPickItem {
  readonly command?: string;
}

/** What one can do where a document was taken for the wrong thing, or the checks are not as expected: one list to choose from. */
export async function showWays(detected: string): Promise<void> {
  const ways: readonly Way[] = [
    { command: 'incidentDocs.notAnIncident', label: `$(circle-slash) ${vscode.l10n.t('Not an Incident Document')}`, detail: vscode.l10n.t('Leaves it alone in this workspace; the file is not changed') },
    { command: 'incidentDocs.explainDetection', label: `$(question) ${vscode.l10n.t('Explain Detection')}`, detail: vscode.l10n.t('What it was taken for, by which words, and what would change it') },
    { kind: vscode.QuickPickItemKind.Separator, label: vscode.l10n.t('If something else is wrong') },
    { command: 'incidentDocs.showEffectiveSettings', label: `$(settings-gear) ${vscode.l10n.t('Show Effective Settings')}`, detail: vscode.l10n.t('Every setting that holds here, with where it comes from') },
    { command: 'incidentDocs.showLog', label: `$(output) ${vscode.l10n.t('Show Log')}` },
    { command: 'incidentDocs.copyDiagnosticsInfo', label: `$(clippy) ${vscode.l10n.t('Copy Diagnostics Info')}`, detail: vscode.l10n.t('For a report: no text and no names of files') },
  ];
  const picked = await vscode.window.showQuickPick(ways, { title: detected, placeHolder: vscode.l10n.t('What is wrong?'), matchOnDetail: true });
  if (picked?.command) await vscode.commands.executeCommand(picked.command);
}
