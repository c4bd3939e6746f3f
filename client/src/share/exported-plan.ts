import * as vscode from 'vscode';
import { ExportedText, exportPlanRequest, type PlanFormatName } from '../../../server/src/protocol';
import type { Ask } from '../ask';
import { sayNoIncidentDocument } from '../commands/not-here';
import type { Detections } from '../detections';
import { say, sayNoAnswer } from '../say';
import { documentInFront } from '../tabs';

/** A plan in another format, and the document that it is of. */
export interface ExportedPlan {
  readonly of: vscode.Uri;
  /** Of a file that it may be saved in. */
  readonly name: string;
  readonly text: string;
}

/** The incident document that a call names, first or second, or that the active editor or the action plan shows; a sentence where there is none. */
export function sharedDocument(detections: Detections, named: unknown, second: unknown, shown: vscode.Uri | undefined): vscode.Uri | undefined {
  const uri = [named, second, documentInFront(), shown].find((candidate) => candidate instanceof vscode.Uri);
  if (uri && detections.isIncident(uri)) return uri;
  sayNoIncidentDocument();
  return undefined;
}

/** The plan of a document in a format; a sentence where there is none. */
export async function exportedPlan(ask: Ask, of: vscode.Uri, format: PlanFormatName): Promise<ExportedPlan | undefined> {
  const answer = await ask(exportPlanRequest, { uri: of.toString(), format }, ExportedText);
  if (answer !== null && 'text' in answer) return { of, ...answer };
  return answer === null ? sayNoAnswer() : say(answer.refused);
}
