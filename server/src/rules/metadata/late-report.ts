import * as z from 'zod/mini';
import type { IncidentDocument } from '../../document/document';
import { t } from '../../l10n';
import { defineRule } from '../rule';
import { isoDay } from '../../document/time';
import { allProse } from '../prose';
import { coveredLines } from '../roles';
import { saysItIsOver } from '../timeline/timeline-missing-resolution';
import { dayOf, statedDates } from './stated-dates';
import type { StatedDate } from './stated-dates';

/** A post-mortem is written while memories are fresh. */
export const lateReport = defineRule({
  id: 'late-report',
  group: 'metadata',
  summary: 'A post-mortem is written within a week of working days',
  severity: 'information',
  kinds: ['postmortem'],
  options: z.object({
    workingDays: z._default(z.number().check(z.minimum(1), z.describe('How many working days may go by between the end of the incident and the report.')), 5),
  }),
  *check(document, { workingDays }) {
    const report = reportDate(document);
    const end = lastDay(document);
    if (!report || end === null || report.start.day <= end) return;
    const late = workingDaysBetween(end, Math.min(report.start.day, report.start.otherDay ?? Infinity));
    if (late <= workingDays || late > aYear || isToldOfLater(document, end, report.start.day)) return;
    yield {
      span: report.field.valueSpan,
      message: t('The report is dated {0} working days after the end: write it within {1}, while memories are fresh.', late, workingDays),
    };
  },
});

/** A report that comes even later has another date in its header, or a wrong one. */
const aYear = 260;

/** The date of the report; that of the incident is none, nor that on which a page of a site was published. */
function reportDate(document: IncidentDocument): StatedDate | undefined {
  return statedDates(document).findLast(({ key, field: { label, notation } }) => key === 'date' && notation !== 'frontMatter' && !/incident|発生/i.test(label));
}

/**
 * The day on which the incident ended, where a field or an event says so; null where none does. What happened later, be it of the
 * aftermath, is the end then.
 */
function lastDay(document: IncidentDocument): number | null {
  let last: number | null = null;
  const take = (day: number | null | undefined): void => {
    if (day != null && day > (last ?? -Infinity)) last = day;
  };
  for (const { key, start } of statedDates(document)) if (key === 'resolved' || key === 'closed' || key === 'mitigated') take(Math.max(start.day, start.otherDay ?? start.day));
  const { resolved, mitigated } = document.milestones;
  take((resolved ?? mitigated)?.at.day);
  const ending = document.timelines.at(-1);
  const latest = ending?.entries.at(ending.newestFirst ? 0 : -1);
  if (last === null && !(latest && saysItIsOver(document, latest))) return null;
  for (const { entries } of document.timelines) {
    for (const { start, end, dateSource } of entries) if (dateSource !== 'document' && dateSource !== null) take(Math.max(end?.day ?? -Infinity, start.day ?? -Infinity, start.otherDay ?? -Infinity));
  }
  return last;
}

/** Whether a sentence names a day behind the end and not behind the report: the incident may have gone on until then. */
function isToldOfLater(document: IncidentDocument, end: number, report: number): boolean {
  const elsewhere = [coveredLines(document, 'timeline'), coveredLines(document, 'actions')];
  const facts = new Set(document.fields.map(({ line }) => line));
  for (const { line, start, words } of allProse(document)) {
    if (facts.has(line) || elsewhere.some((lines) => lines[line] === 1) || !/\d/.test(words)) continue;
    const date = document.times.findDate(start, start + words.length)?.date;
    const year = date && (date.year ?? yearOf(end));
    const day = date && year != null ? dayOf({ ...date, year }) : null;
    if (day !== null && day > end && day < report) return true;
  }
  return false;
}

const yearOf = (day: number): number => Number(isoDay(day).slice(0, 4));

/** How many days from Monday to Friday there are behind one day up to another. */
function workingDaysBetween(from: number, to: number): number {
  // 1970-01-01 was a Thursday: counted from Monday, the day 0 is the fourth
  const upTo = (day: number): number => {
    const weeks = Math.floor((day + 3) / 7);
    return weeks * 5 + Math.min(5, day + 4 - weeks * 7);
  };
  return upTo(to) - upTo(from);
}
