import type { ActionItem } from '../../document/actions';
import type { IncidentDocument } from '../../document/document';
import { dayNumber, dayOfIso } from '../../document/time';
import type { TimelineEntry } from '../../document/timeline';

/** The day that an item is due as a number of days since 1970-01-01, where its date says the year itself; else null. */
export function dueDay({ due }: ActionItem): number | null {
  if (!due?.date || !/(?:^|\D)\d{4}(?:\D|$)/.test(due.value)) return null;
  return dayOfIso(due.date);
}

const label = /(?:\b(?:due|by|until|till|before|eta|deadline|target|fällig|bis)\b|📅|期限)[^\n.;]{0,16}$/iu;

/** Whether the date stands where a due date stands: in its column, behind a word that says so, or behind the owner. */
export function isSurelyDue({ text }: IncidentDocument, { due, owner, notation, textSpan }: ActionItem): boolean {
  if (!due) return false;
  if (notation === 'row') return due.span.start > textSpan.end || due.span.end < textSpan.start;
  if (label.test(text.value.slice(Math.max(textSpan.start, due.span.start - 40), due.span.start))) return true;
  return owner !== null && due.span.start >= owner.span.end && /^[)\]\s,:–—-]*$/.test(text.value.slice(owner.span.end, due.span.start));
}

/**
 * The earliest day that the document knows of the incident, so that a doubt is on the item's side; null where no date of it says
 * its year. The day that a post-mortem was written on is none of the incident.
 */
export function firstDay(document: IncidentDocument): number | null {
  const { kind, timelines, fields, text } = document;
  const entries = timelines.flatMap((timeline) => timeline.entries);
  let isSure = entries.some(({ time }) => time.start.date !== null && time.start.date.year !== null);
  const days = entries.map(({ start }) => start.day);
  isSure ||= isConfirmed(document, entries);
  for (const { key, valueSpan } of fields) {
    if (key !== 'started' && key !== 'escalated' && key !== 'detected' && !(key === 'created' && kind === 'escalation')) continue;
    const date = /\b\d{4}-\d{2}-\d{2}\b/.exec(text.slice(valueSpan));
    if (date) isSure = days.push(dayOfIso(date[0])) > 0;
  }
  const known = days.filter((day) => day !== null);
  return isSure && known.length > 0 ? Math.min(...known) : null;
}

/** Whether the rows' day, or only the year of it, is the one of the only date in the header, and the document says the day elsewhere too. */
function isConfirmed({ fields, times, allSections, lines, title }: IncidentDocument, entries: readonly TimelineEntry[]): boolean {
  const header = fields.filter(({ key }) => key === 'date').map(({ valueSpan }) => times.readDate(valueSpan.start, valueSpan.end)?.date);
  const [date, ...others] = header;
  if (!date || date.year === null || date.ambiguous || others.length > 0) return false;
  const day = dayNumber(date.year, date.month, date.day);
  const [first] = entries;
  if (first?.start.day !== day) return false;
  if (first.time.start.date !== null) return true;
  const summary = allSections.find(({ roles }) => roles.includes('summary'));
  const said = summary ? lines.slice(summary.bodyLine, Math.min(summary.endLine, summary.bodyLine + mostLines) + 1).map((line) => ({ start: line.contentStart, end: line.contentEnd })) : [];
  return [...said, ...(title ? [title.span] : [])].some(({ start, end }) => {
    const found = times.findDate(start, end)?.date;
    return found?.month === date.month && found.day === date.day;
  });
}

/** A summary says the day in one of its first lines. */
const mostLines = 40;
