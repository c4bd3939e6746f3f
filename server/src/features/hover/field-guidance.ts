import type { FieldKey, StatusStage } from '../../document/vocabulary';
import { t } from '../../l10n';

/** What a key is called and what its value is expected to be. */
export interface FieldGuidance {
  readonly name: string;
  readonly expects: string;
}

const moment = (): string => t('A date and a time with its time zone, such as 2026-03-11 07:42 UTC.');

export const fieldGuidance: Readonly<Record<FieldKey, () => FieldGuidance>> = {
  id: () => ({ name: t('Identifier'), expects: t('The one name of this incident, such as INC-318, that no other document bears.') }),
  customer: () => ({ name: t('Customer'), expects: t('Who is affected, by the name of the account.') }),
  status: () => ({ name: t('Status'), expects: t('How far the incident is: open or investigating, mitigated, monitoring, resolved, closed. The sections should agree with it.') }),
  priority: () => ({ name: t('Priority'), expects: t('How urgent the work is, on one scale: P0 to P5, or urgent, high, medium, low.') }),
  severity: () => ({ name: t('Severity'), expects: t('How grave the impact is, on one scale: SEV0 to SEV5, or critical, major, minor. Urgency has a key of its own, the priority.') }),
  escalationLevel: () => ({ name: t('Escalation level'), expects: t('To which level it has been raised, such as L2.') }),
  created: () => ({ name: t('Created'), expects: `${t('When the case was opened.')} ${moment()}` }),
  escalated: () => ({ name: t('Escalated'), expects: `${t('When it was raised to the next level.')} ${moment()}` }),
  started: () => ({ name: t('Started'), expects: `${t('When the impact began, which may be long before anyone noticed.')} ${moment()}` }),
  detected: () => ({ name: t('Detected'), expects: `${t('When somebody or something first noticed it.')} ${moment()}` }),
  acknowledged: () => ({ name: t('Acknowledged'), expects: `${t('When the first person began to work on it.')} ${moment()}` }),
  mitigated: () => ({ name: t('Mitigated'), expects: `${t('When the harm was ended or eased, before the cause was removed.')} ${moment()}` }),
  resolved: () => ({ name: t('Resolved'), expects: `${t('When the service was fully restored.')} ${moment()}` }),
  closed: () => ({ name: t('Closed'), expects: `${t('When all that was left to do was done.')} ${moment()}` }),
  date: () => ({ name: t('Date'), expects: t('The day of the incident or of the report, with its year, such as 2026-03-11.') }),
  authors: () => ({ name: t('Authors'), expects: t('Who wrote the document, to be asked about it.') }),
  owner: () => ({ name: t('Owner'), expects: t('The one person who answers for the incident; a name, not a job title.') }),
  contact: () => ({ name: t('Contact'), expects: t('Whom to talk to on the other side.') }),
  duration: () => ({ name: t('Duration'), expects: t('From the start of the impact to its end, such as 2 h 30 min. The timeline should show the same.') }),
  services: () => ({ name: t('Services'), expects: t('The services or components that were affected, by the names that their teams use.') }),
};

/** What a status says of the incident. */
export const statusMeaning: Readonly<Record<StatusStage, () => string>> = {
  draft: () => t('The document is still being written or reviewed.'),
  open: () => t('The incident is not over: it is being looked into or worked on.'),
  mitigated: () => t('The harm is ended or eased; the cause may still be there.'),
  resolved: () => t('The service works as before; follow-ups may be open.'),
  closed: () => t('Nothing is left to do: no action is open and no question pending.'),
};
