import type { SectionRole } from '../../document/vocabulary';
import { t } from '../../l10n';

/** What a section is for, for the one who writes it. */
export interface SectionGuidance {
  readonly name: string;
  readonly belongs: string;
  readonly good: string;
}

/** Short, plain, and about the system, not about people. */
export const sectionGuidance: Readonly<Record<SectionRole, () => SectionGuidance>> = {
  summary: () => ({
    name: t('Summary'),
    belongs: t('What happened, to whom, from when to when, and how it ended, for a reader who reads nothing else.'),
    good: t('three to five sentences without jargon; the date with its time zone, the impact in one number, the cause in one clause.'),
  }),
  impact: () => ({
    name: t('Impact'),
    belongs: t('Who and what was affected, how badly and for how long, as customers and the business felt it.'),
    good: t('numbers with units: users, requests, orders, money, minutes. What was not affected is worth a line too.'),
  }),
  timeline: () => ({
    name: t('Timeline'),
    belongs: t('What happened and what was known when, one event a row, from the change that led to it until all was well again.'),
    good: t('facts in order, each with date, time and zone; detection, escalation, mitigation and resolution can be told apart; no judgement.'),
  }),
  detection: () => ({
    name: t('Detection'),
    belongs: t('How the incident was noticed, by whom or by which alert, and how long after it began.'),
    good: t('says whether monitoring or a customer came first, and what would have shown it sooner.'),
  }),
  trigger: () => ({
    name: t('Trigger'),
    belongs: t('The event that set it off: a change, a peak of load, an expiry, a failing part.'),
    good: t('kept apart from the root cause: the trigger is what came last, the cause is why it could do harm.'),
  }),
  rootCause: () => ({
    name: t('Root Cause'),
    belongs: t('Why the incident was possible: the conditions in the system and in the way of working without which it would not have happened.'),
    good: t('asks “why” until the answer is something that can be changed. A mistake that somebody made is where the question starts, not where it ends.'),
  }),
  contributingFactors: () => ({
    name: t('Contributing Factors'),
    belongs: t('What made it likelier, worse or longer without being the cause: missing checks, unclear ownership, slow tools.'),
    good: t('one factor an item, each with what it changed; most of them have a follow-up in the plan.'),
  }),
  technicalDetails: () => ({
    name: t('Technical Details'),
    belongs: t('Versions, settings, logs and measurements that an engineer needs to follow the analysis.'),
    good: t('only what bears on the incident, with a link to the rest; no passwords, tokens or data of customers.'),
  }),
  mitigation: () => ({
    name: t('Mitigation'),
    belongs: t('What ended or eased the harm before the cause was removed, and what it cost.'),
    good: t('when it took effect and how that was seen; whether the workaround is still in place.'),
  }),
  resolution: () => ({
    name: t('Resolution'),
    belongs: t('What restored the service for good, and how that was verified.'),
    good: t('the fix, its time, and the measurement that shows that it holds.'),
  }),
  actions: () => ({
    name: t('Action Items'),
    belongs: t('What will be done so that it does not happen again, is noticed sooner, or hurts less.'),
    good: t('each begins with a verb, has one owner, a due date and an end that can be seen; at least one prevents a repetition.'),
  }),
  status: () => ({
    name: t('Current Status'),
    belongs: t('Where things stand now: what works, what does not, and who is on it.'),
    good: t('dated, in the present tense, and no older than the last promised update.'),
  }),
  sentiment: () => ({
    name: t('Customer Sentiment'),
    belongs: t('How the customer takes it, in their words, and what they expect next.'),
    good: t('quotes and facts, such as who called and what they asked for, before any reading of a mood.'),
  }),
  communication: () => ({
    name: t('Communication'),
    belongs: t('Who was told what, when and by which channel, inside and outside.'),
    good: t('each message with its time; the time of the next update is promised, not that of the fix.'),
  }),
  lessons: () => ({
    name: t('Lessons Learned'),
    belongs: t('What went well, what went wrong, and where luck helped.'),
    good: t('what surprised those involved, and what others can use; luck is named, since it will not be there next time.'),
  }),
  participants: () => ({
    name: t('Participants'),
    belongs: t('Who took part and in which role: lead, communication, engineering, customer contact.'),
    good: t('people by role, for questions later; not a list of who did what wrong.'),
  }),
  escalation: () => ({
    name: t('Escalation'),
    belongs: t('To which level it was raised, when, by whom, and what is asked of them by when.'),
    good: t('one clear request with a time, and one person who answers for it.'),
  }),
  references: () => ({
    name: t('References'),
    belongs: t('Tickets, dashboards, logs, changes and earlier incidents.'),
    good: t('links that still work in a year, each with a word on what it shows.'),
  }),
  background: () => ({
    name: t('Background'),
    belongs: t('What a reader from another team needs to know about the system to follow the rest.'),
    good: t('a paragraph, and a link to what is written elsewhere.'),
  }),
  glossary: () => ({
    name: t('Glossary'),
    belongs: t('Abbreviations and names that not every reader knows.'),
    good: t('one line a term.'),
  }),
  appendix: () => ({
    name: t('Appendix'),
    belongs: t('Data, queries and logs that support the text and would interrupt it.'),
    good: t('referred to from the text, and free of secrets and personal data.'),
  }),
};
