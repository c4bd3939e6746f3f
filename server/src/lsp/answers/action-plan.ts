import { actionPlan, toggleAction } from '../../features/action-plan';
import { t } from '../../l10n';
import { ActionPlanParams, ToggleActionParams, type ActionPlanModel, type ToggleActionResult } from '../../protocol';
import { rangeOf } from '../positions';
import { subjectOf, type Session } from '../session';

/** `incidentDocs/actionPlan`. */
export async function answerActionPlan(session: Session, params: unknown): Promise<ActionPlanModel | null> {
  const { uri } = ActionPlanParams.parse(params);
  const subject = await subjectOf(session, uri);
  return subject && actionPlan(subject.model, uri, subject.open.version, subject.findings().filter(({ severity }) => severity !== 'hint').length);
}

/** `incidentDocs/toggleAction`. The item is looked for in the present text, whatever version it was seen in. */
export async function answerToggle(session: Session, params: unknown): Promise<ToggleActionResult> {
  const { uri, id, done } = ToggleActionParams.parse(params);
  const subject = await subjectOf(session, uri);
  if (!subject) return { refused: t('This document is not open as an incident document.') };
  const edit = toggleAction(subject.model, id, done);
  if ('refused' in edit) return edit;
  // Custom messages count in UTF-16 whatever was negotiated.
  return { version: subject.open.version, range: rangeOf(subject.model.text, edit.span, 'utf-16'), newText: edit.newText };
}
