import { capital } from '../../document/words';
import { readClock } from '../../features/live/incident-clock';
import { insertEntryNow } from '../../features/live/insert-entry';
import { milestoneChoices } from '../../features/live/mark-milestone';
import { statusChoices } from '../../features/live/set-status';
import { milestoneWord } from '../../features/entry-milestones';
import { shorten } from '../../features/shorten';
import { t } from '../../l10n';
import { DocumentParams, PlaceParams, type IncidentClock, type InsertEntryNowResult, type MilestoneChoices, type StatusChoices } from '../../protocol';
import { offsetAt } from '../positions';
import { editsOf, nowhere, present, subjectAt, subjectOf, type Session } from '../session';

/** `incidentDocs/insertEntryNow`. Custom messages count in UTF-16 whatever was negotiated. */
export async function answerInsertEntryNow(session: Session, params: unknown): Promise<InsertEntryNowResult> {
  const { position, ...place } = PlaceParams.parse(params);
  const subject = await subjectAt(session, place);
  if ('refused' in subject) return subject;
  const { model, read } = subject;
  const inserted = insertEntryNow(model, { ...present(session, subject), offset: offsetAt(model.text, position, 'utf-16'), read });
  return 'refused' in inserted ? inserted : { ...editsOf(subject, inserted.edits), cursor: inserted.cursor };
}

/** `incidentDocs/statusChoices`. */
export async function answerStatusChoices(session: Session, params: unknown): Promise<StatusChoices> {
  const { uri } = DocumentParams.parse(params);
  const subject = await subjectOf(session, uri);
  if (!subject) return nowhere();
  const choices = statusChoices(subject.model, subject.read);
  if (choices.length === 0) return { refused: t('This document has no place where a status could be written for certain.') };
  return { version: subject.open.version, choices: choices.map(({ edits, ...choice }) => ({ ...choice, edits: editsOf(subject, edits).edits })) };
}

/** `incidentDocs/milestoneChoices`. */
export async function answerMilestoneChoices(session: Session, params: unknown): Promise<MilestoneChoices> {
  const { position, ...place } = PlaceParams.parse(params);
  const subject = await subjectAt(session, place);
  if ('refused' in subject) return subject;
  const { model, read } = subject;
  const found = milestoneChoices(model, offsetAt(model.text, position, 'utf-16'), read);
  if (!found) return { refused: t('Put the cursor on an entry of the timeline first.') };
  return {
    version: place.version,
    entry: shorten(found.entry.text),
    choices: found.choices.map(({ key, isMarked, line, change }) => ({
      name: capital(milestoneWord(key)), isMarked, line, change: 'edits' in change ? { edits: editsOf(subject, change.edits).edits } : change,
    })),
  };
}

/** `incidentDocs/clock`. */
export async function answerClock(session: Session, params: unknown): Promise<IncidentClock | null> {
  const subject = await subjectOf(session, DocumentParams.parse(params).uri);
  return subject && readClock(subject.model, present(session, subject));
}
