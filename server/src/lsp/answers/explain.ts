import { explainDetection } from '../../features/detection';
import { effectiveSettings } from '../../features/effective-settings';
import { DocumentParams, type DetectionExplanation, type EffectiveSettings } from '../../protocol';
import type { Session } from '../session';

/** `incidentDocs/explainDetection`. Answers for every open document that could be an incident document. */
export async function answerExplainDetection(session: Session, params: unknown): Promise<DetectionExplanation | null> {
  const { uri } = DocumentParams.parse(params);
  const { settings, named, project } = await session.configuration.effectiveOf(uri);
  const open = session.documents.get(uri);
  if (!open?.served) return null;
  open.readAs(settings, session.choices.standingOf(uri, named));
  const explained = explainDetection(open.model, open.context);
  const pattern = explained.by === 'files' && named ? { text: named.pattern, projectFile: project?.keys.has(`files.${named.list}`) ? project.file : null } : null;
  return { ...explained, pattern, ...(!settings.enable && { kind: 'none', by: 'disabled' }) };
}

/** `incidentDocs/effectiveSettings`. */
export async function answerEffectiveSettings(session: Session, params: unknown): Promise<EffectiveSettings> {
  const { settings, clientKeys, project } = await session.configuration.effectiveOf(DocumentParams.parse(params).uri);
  return { projectFile: project?.file ?? null, settings: effectiveSettings(settings, { client: clientKeys, project: project?.keys ?? new Set() }) };
}
