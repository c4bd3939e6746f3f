import { fileNameOf } from '../../document/escaped-name';
import { exportPlan } from '../../features/export/export-plan';
import { ExportPlanParams, type ExportedText } from '../../protocol';
import { nowhere, type Session } from '../session';
import { answerActionPlan } from './action-plan';

/** `incidentDocs/exportPlan`. */
export async function answerExportPlan(session: Session, params: unknown): Promise<ExportedText> {
  const { uri, format } = ExportPlanParams.parse(params);
  const plan = await answerActionPlan(session, { uri });
  if (!plan) return nowhere();
  // "untitled:Untitled-1" has no folder
  return exportPlan({ file: fileNameOf(uri).replace(/^untitled:/, ''), plan }, format);
}
