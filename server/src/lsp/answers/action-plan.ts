import { editPlan } from '../../features/action-plan/edit-plan';
import { actionPlan } from '../../features/action-plan/model';
import { DocumentParams, EditPlanParams, type ActionPlanModel, type DocumentEdits } from '../../protocol';
import { editsOf, nowhere, present, subjectOf, type Session } from '../session';

/** `incidentDocs/actionPlan`. */
export async function answerActionPlan(session: Session, params: unknown): Promise<ActionPlanModel | null> {
  const { uri } = DocumentParams.parse(params);
  const subject = await subjectOf(session, uri);
  if (!subject) return null;
  const { model, open, settings, findings } = subject;
  const owners = [...session.workspace.index.owners].sort(([, many], [, more]) => more - many);
  return actionPlan(model, {
    uri, version: open.version, ...present(session, subject), findings: findings(),
    ticketPatterns: settings.links.tickets, knownOwners: owners.map(([name]) => name), newIssue: settings.links.newIssue,
  });
}

/** `incidentDocs/editPlan`. What is named is looked for in the present text, whatever version it was seen in. */
export async function answerEditPlan(session: Session, params: unknown): Promise<DocumentEdits> {
  const { uri, gesture } = EditPlanParams.parse(params);
  const subject = await subjectOf(session, uri);
  if (!subject) return nowhere();
  const edits = editPlan(subject.model, gesture, subject.read, subject.open.marks);
  return 'refused' in edits ? edits : editsOf(subject, edits);
}
