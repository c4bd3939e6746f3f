import * as vscode from 'vscode';
import type { PlanFormatName } from '../../../server/src/protocol';
import type { Ask } from '../ask';
import type { Detections } from '../detections';
import { nameOf } from '../target';
import { exportedPlan, sharedDocument, type ExportedPlan } from './exported-plan';
import { formatOf, labelOf, saved } from './formats';

/** Saves the action plan of a document where the user says, and offers to open it. The call may name a format and a document, as when it is copied. */
export async function saveExportedPlan(detections: Detections, ask: Ask, named: unknown, second: unknown, shown: vscode.Uri | undefined): Promise<void> {
  const uri = sharedDocument(detections, named, second, shown);
  const format = uri && (await formatOf(named, saved, vscode.l10n.t('Export Action Plan')));
  const plan = format && (await exportedPlan(ask, uri, format));
  if (!plan) return;
  const extension = plan.name.slice(plan.name.lastIndexOf('.') + 1);
  const target = await vscode.window.showSaveDialog({
    defaultUri: suggested(plan), filters: { [labelOf(format)]: [extension] }, title: vscode.l10n.t('Export Action Plan'), saveLabel: vscode.l10n.t('Export'),
  });
  if (!target) return;
  try {
    // without the mark spreadsheets read a file in the old encoding of the machine
    await vscode.workspace.fs.writeFile(target, new TextEncoder().encode((format === 'csv' ? '\ufeff' : '') + plan.text));
  } catch (error) {
    void vscode.window.showErrorMessage(vscode.l10n.t('{0} could not be written: {1}', nameOf(target), error instanceof Error ? error.message : String(error)));
    return;
  }
  const open = vscode.l10n.t('Open');
  // not awaited: the message may stand for as long as it likes
  void vscode.window.showInformationMessage(vscode.l10n.t('The action plan was written to {0}.', nameOf(target)), open).then((answer) => (answer === open ? show(target, format) : undefined));
}

/** Beside the document, or in the first folder where it has no place of its own. */
function suggested({ of, name }: ExportedPlan): vscode.Uri {
  const folder = of.scheme === 'untitled' ? vscode.workspace.workspaceFolders?.[0]?.uri : vscode.Uri.joinPath(of, '..');
  return folder ? vscode.Uri.joinPath(folder, name) : vscode.Uri.file(name);
}

/** What has a program of its own is shown there, where the file lies on the user's machine; all else in an editor. */
async function show(file: vscode.Uri, format: PlanFormatName): Promise<void> {
  const isHere = file.scheme === 'file' && vscode.env.remoteName === undefined && vscode.env.uiKind === vscode.UIKind.Desktop;
  if (isHere && ['html', 'csv', 'ics'].includes(format) && (await vscode.env.openExternal(file))) return;
  await vscode.commands.executeCommand('vscode.open', file);
}
