import type { IncidentDocument } from '../../document/document';
import { t } from '../../l10n';
import { documentAnchor } from '../anchor';
import { isPractice } from '../practice';
import { defineRule } from '../rule';
import { isUnfinished } from '../status';
import { insertField } from './record';
import { dateFields } from './stated-dates';

/** The document tells on which day the incident was. */
export const missingDate = defineRule({
  id: 'missing-date',
  group: 'metadata',
  summary: 'The document tells on which day the incident was',
  severity: 'information',
  *check(document) {
    // a field that is to be filled in is a placeholder
    if (dateFields(document).length > 0 || hasDate(document)) return;
    yield {
      span: documentAnchor(document),
      message: t('No date is stated anywhere: add the day of the incident.'),
      fixes: insertField(document, 'Date', 'YYYY-MM-DD'),
      ...((isUnfinished(document) || isPractice(document)) && { severity: 'hint' as const }),
    };
  },
});

const month = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}';
/** A year alone tells something; asking for more there would be pedantry. */
const coarse = new RegExp(`\\b(?:19|20)\\d\\d(?!\\d)|\\d ?[年月]|\\b\\d{1,2}([/.-])\\d{1,2}\\1\\d\\d|\\b${month}\\.? \\d|\\b\\d{1,2}(?:st|nd|rd|th)?\\.? (?:of )?${month}\\b`, 'i');

/** "11-03-24-cache.md" */
const inName = /(?<!\d)\d{1,4}([-_.])\d{1,2}\1\d{1,4}(?!\d|\.\d)/;

/** Whether there is a date in any notation, with a year or without; the likely places are looked at first. */
function hasDate(document: IncidentDocument): boolean {
  const { timelines, text, fileName } = document;
  return timelines.some(({ entries }) => entries.some(({ start, time }) => start.day !== null || time.start.date !== null)) || document.day !== null || inName.test(fileName) || coarse.test(text.value);
}
