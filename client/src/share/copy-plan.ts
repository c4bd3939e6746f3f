import * as vscode from 'vscode';
import type { Ask } from '../ask';
import type { Detections } from '../detections';
import { exportedPlan, sharedDocument } from './exported-plan';
import { formatOf, labelOf, pasted } from './formats';

/** Copies the action plan of a document. The call may name a format and a document, in this order, or a document alone. */
export async function copyPlan(detections: Detections, ask: Ask, named: unknown, second: unknown, shown: vscode.Uri | undefined): Promise<void> {
  const uri = sharedDocument(detections, named, second, shown);
  const format = uri && (await formatOf(named, pasted, vscode.l10n.t('Copy Action Plan As')));
  const plan = format && (await exportedPlan(ask, uri, format));
  if (!plan) return;
  await vscode.env.clipboard.writeText(plan.text);
  vscode.window.setStatusBarMessage(vscode.l10n.t('Action plan copied: {0}', labelOf(format)), 4000);
}
