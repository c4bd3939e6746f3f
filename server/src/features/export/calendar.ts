import { dayOfIso, isoDay } from '../../document/time';
import { t } from '../../l10n';
import type { ActionGroupModel, ActionItemModel, ActionPlanModel } from '../../protocol';
import { hashOf } from '../action-plan/identity';
import { contentLine, textValue, uriValue } from './content-line';
import type { NamedPlan, PlanFormat } from './plan-format';
import { titleOfPlan } from './words';

/**
 * A calendar (RFC 5545) with an event of a whole day for each item that has a due date and is not done. Events, as most calendars take no
 * to-dos from a file. The same plan gives the same text, so that importing it again changes the events that are there.
 */
export const calendar: PlanFormat = {
  extension: 'ics',
  write(plans) {
    const events = plans.flatMap((named) => eventsOf(named));
    if (events.length === 0) return { refused: t('Nothing that is still to be done has a due date, so there is nothing to put into a calendar.') };
    return ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Incident Docs//Action plan//EN', 'CALSCALE:GREGORIAN', ...events, 'END:VCALENDAR'].map(contentLine).join('');
  },
};

function eventsOf({ file, plan }: NamedPlan): string[] {
  const document = nameOf(file, plan);
  return plan.groups.flatMap((group) => group.items.flatMap((item) => (item.state === 'done' ? [] : eventOf(item, group, plan, file, document))));
}

function eventOf(item: ActionItemModel, group: ActionGroupModel, plan: ActionPlanModel, file: string, document: string): string[] {
  const day = dayOfIso(item.due?.date ?? null);
  if (day === null) return [];
  const url = item.tickets.find((ticket) => ticket.url !== null)?.url;
  const description = [
    titleOfPlan(plan, file),
    group.label,
    ...(item.owner === null ? [] : [t('Owner: {0}', item.owner)]),
    ...(item.tickets.length > 0 ? [t('Tickets: {0}', item.tickets.map(({ key }) => key).join(', '))] : []),
    ...(item.due?.source === 'horizon' ? [t('The document states no date: this one is the end of “{0}”.', group.window ?? group.label)] : []),
  ];
  return [
    'BEGIN:VEVENT',
    `UID:${item.id}.${document}@incident-docs`,
    `DTSTAMP:${dateValue(dayOfIso(plan.asOf) ?? day)}T000000Z`,
    `DTSTART;VALUE=DATE:${dateValue(day)}`,
    `DTEND;VALUE=DATE:${dateValue(day + 1)}`,
    `SUMMARY:${textValue(item.title)}`,
    `DESCRIPTION:${textValue(description.join('\n'))}`,
    ...(url ? [`URL:${uriValue(url)}`] : []),
    // it takes nobody's time
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/** What tells the items of one document from equal ones of another, wherever the folder lies. */
function nameOf(file: string, { title }: ActionPlanModel): string {
  return hashOf(`${file.slice(file.lastIndexOf('/') + 1)}\n${title ?? ''}`);
}

const dateValue = (day: number): string => isoDay(day).replaceAll('-', '');
