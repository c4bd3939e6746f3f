import type { IncidentDocument } from '../../document/document';
import type { TimelineEntry } from '../../document/timeline';
import { t } from '../../l10n';
import { excerpt } from '../anchor';
import type { Mention } from '../mentions';
import { coveredLines } from '../roles';
import { defineRule } from '../rule';
import type { Fix } from '../rule';
import { statedStatus } from '../status';
import { before, behind, isQuoted } from '../surroundings';
import { compareEntries } from '../timeline/entry-order';

/** The status says what the rest of the document says. */
export const statusContradiction = defineRule({
  id: 'status-contradiction',
  group: 'consistency',
  summary: 'The status agrees with the text and with the last row of the timeline',
  severity: 'warning',
  words: ['open', 'unresolved', 'ongoing', 'resolved', 'fixed', 'solved', 'unsolved'],
  *check(document, _options, { mentions }) {
    const status = statedStatus(document);
    if (!status) return;
    const { field: { valueSpan, value }, stage } = status;
    if (stage === 'open') {
      const last = lastEntry(document);
      if (!last || !isEnd(last, beingWorkedOn.test(value))) return;
      const fix = resolvedIn(value);
      yield {
        span: valueSpan,
        message: t('The timeline ends with "{0}": set the status to resolved, or say what is still open.', excerpt(last.text.replace(columns, ''), 36)),
        related: [{ span: last.textSpan, message: t('This row ends the incident.') }],
        ...(fix === null ? {} : { fixes: [{ title: t('Set the status to "{0}"', fix), kind: 'suggested', edits: [{ span: valueSpan, newText: fix }] } satisfies Fix] }),
      };
    } else if (stage === 'resolved' || stage === 'closed') {
      const claims = mentions.filter((mention) => isStillOpen(mention) && !isQuoted(mention));
      if (claims.length === 0) return;
      // Told as history, or planned.
      const elsewhere = (['timeline', 'lessons', 'actions'] as const).map((role) => coveredLines(document, role));
      const open = claims.find(({ line: { line } }) => !elsewhere.some((lines) => lines[line] === 1));
      if (!open) return;
      yield {
        span: valueSpan,
        message: t('The text says that this is still open: correct the status or the text.'),
        related: [{ span: open.span, message: t('Still open, it says here.') }],
      };
    }
  },
});

/** The latest entry of the document's only timeline, or null where that is in doubt. */
function lastEntry({ timelines }: IncidentDocument): TimelineEntry | null {
  const [timeline, ...others] = timelines.filter(({ entries }) => entries.length > 0);
  if (!timeline || others.length > 0 || timeline.entries.length < 2) return null;
  const entries = timeline.newestFirst ? timeline.entries.toReversed() : timeline.entries;
  const first = entries[0] as TimelineEntry;
  const last = entries.at(-1) as TimelineEntry;
  // A log with its newest row on top need not be long enough to be known as one.
  const order = compareEntries(first, last);
  return order !== null && order > 0 ? first : last;
}

/** The incident itself, and nothing of it, is over. */
const over = /^\W*(?:(?:resolved|closed|all clear)(?=\s*(?:[.,;:!–—-]|$))|(?:the )?(?:incident|issue|problem|outage|ticket|case|escalation|status)(?: (?:is|was|has been|status|marked|changed to|set to|as|now)){0,3}:? (?:fully |completely )?(?:resolved|closed)\b|(?:the )?(?:incident|case|escalation) (?:is )?(?:closed|over)\b)/i;
/** The fault is gone; the case may go on for its cause and its follow-ups. */
const repaired = /\b(?:(?:all )?(?:services?|systems?|sites?|traffic|operations|everything) (?:(?:is|are|was|were|has|have|been) ){0,2}(?:fully )?(?:restored|recovered|back to normal|operational)\b|fully (?:restored|recovered|operational)\b|back to normal\b)/i;
const beingWorkedOn = /^(?:investigating|identified|active|ongoing|triage|fixing)\b/i;
const doubt = /\b(?:partial\w*|temporar\w*|reopen\w*|again|not|until|if|monitor\w*|most|some|pending|interim|one of|first|recurr\w*)\b/i;
/** What somebody wrote in a column of its own in front of the words. */
const columns = /^(?:[^|]{1,40}\|\s*)+/;

/** Whether an entry ends the incident; where its status says that the fault is still there, the end of the fault does. */
function isEnd({ text }: TimelineEntry, faultIsOpen: boolean): boolean {
  const words = text.replace(columns, '');
  return (over.test(words) || (faultIsOpen && repaired.test(words))) && !doubt.test(words.slice(0, 120));
}

/** The status in the document's own case, where its value is a status word and no more. */
function resolvedIn(value: string): string | null {
  if (!/^[a-z]+(?: progress)?$/i.test(value)) return null;
  if (value === value.toUpperCase()) return 'RESOLVED';
  return value === value.toLowerCase() ? 'resolved' : 'Resolved';
}

const stillOpen = /(?:^|[.;:,!(] ?|\b(?:and|but|so|as|because|why|that) )(?:(?:the|this) )?(?:this|it|incident|case|escalation)(?: itself)? (?:(?:therefore|still) )?(?:stays|remains|is still) $/i;
const stillGoing = /(?:^|[.;:,!(] ?|\b(?:and|but|so|as|because|why|that) )(?:(?:the|this) )?(?:incident|case|escalation|outage) (?:(?:therefore|still) )?(?:remains|is still(?: not)?|still is not|is not(?: yet)?|has not(?: yet)? been|isn['’]t(?: yet)?|hasn['’]t(?: yet)? been) $/i;

function isStillOpen(mention: Mention): boolean {
  const earlier = before(mention);
  // "open to", "open for": an offer, and no state
  if (mention.word === 'open') return stillOpen.test(earlier) && /^(?: with \w{2,12})?\s*(?:[.,;!)]|$|until\b|as\b|because\b|while\b)/.test(behind(mention, 30));
  const negative = /(?:not(?: yet)?|not(?: yet)? been|n['’]t(?: yet)?(?: been)?) $/i.test(earlier);
  return negative === /^(?:resolved|fixed|solved)$/.test(mention.word) && stillGoing.test(earlier);
}
