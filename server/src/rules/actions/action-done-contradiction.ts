import type { ActionItem } from '../../document/actions';
import type { IncidentDocument } from '../../document/document';
import { sectionsOf } from '../../document/sections';
import type { Span } from '../../document/text';
import { t } from '../../l10n';
import { excerpt } from '../anchor';
import { openRootCauses } from '../cause/open-cause';
import { proseLines } from '../prose';
import { defineRule } from '../rule';
import type { Fix } from '../rule';
import { shared, stemsOf } from './word-stems';
import { itemsOf } from './planned-items';

/** What is ticked off is not still open elsewhere. */
export const actionDoneContradiction = defineRule({
  id: 'action-done-contradiction',
  group: 'actions',
  summary: 'What is ticked off is done',
  severity: 'warning',
  judges: 'actions',
  *check(document) {
    const done = itemsOf(document).filter(({ state }) => state === 'done');
    if (done.length === 0) return;
    const causes = openRootCauses(document);
    const reports = openReports(document);
    for (const item of done) {
      const search = causes.length > 0 ? searchIn(document, item) : null;
      const report = search ? undefined : reports.find(({ stems }) => isAbout(stems, stemsOf(item.text)));
      const elsewhere = search ? causes : report ? [report.span] : [];
      const [open] = elsewhere;
      if (!open) continue;
      yield {
        span: search ?? item.textSpan,
        message: search
          ? t('This is ticked off although the cause is still open ("{0}"): untick it, or state the cause.', excerpt(document.text.slice(open), 28))
          : t('This is ticked off, but elsewhere it is not done ("{0}"): correct one of the two.', excerpt(document.text.slice(open), 28)),
        related: elsewhere.map((span) => ({ span, message: t('Here it is still open.') })),
        fixes: untick(item),
      };
    }
  },
});

/** The search for the cause: "Continue root cause analysis", "Find the cause of …". */
const search = /\b(?:(?:continue |complete |finish )?(?:the )?(?:root[- ]cause (?:analysis|investigation)|rca)\b|(?:find|determine|identify|establish|investigate|confirm|understand|continue|complete|finish|pinpoint) (?:\w+ ){0,4}(?:root[- ])?cause\b)/i;
/** Writing about it is something else. */
const writing = /\b(?:document|write|written|publish|share|schedule|template|letter|report|meeting|assign|send)\b/i;

function searchIn({ text }: IncidentDocument, { textSpan }: ActionItem): Span | null {
  const words = text.value.slice(textSpan.start, Math.min(textSpan.end, textSpan.start + 300));
  const match = writing.test(words) ? null : search.exec(words);
  return match ? { start: textSpan.start + match.index, end: textSpan.start + match.index + match[0].length } : null;
}

/** "WAL repair in progress", "The recalculation is still waiting for …": what stands in front is not done. */
const notDone = /\b(?:(?:is|are) )?(?:(?:still|currently) )?(?:in progress|under ?way|ongoing|outstanding|blocked|on hold|not (?:yet )?(?:done|finished|complete|completed|started|deployed)|still (?:waiting|pending|open|missing|to be done)|waiting for|has not (?:yet )?(?:been|started))\b/i;

interface Report {
  readonly span: Span;
  readonly stems: ReadonlySet<string>;
}

/** What the status section says is not done. */
function openReports(document: IncidentDocument): Report[] {
  const reports: Report[] = [];
  for (const { bodyLine, endLine } of sectionsOf(document.sections, 'status')) {
    for (const { words, start } of proseLines(document, bodyLine, Math.min(endLine, bodyLine + 100))) {
      const match = notDone.exec(words);
      if (!match) continue;
      const subject = words.slice(0, match.index);
      const from = Math.max(subject.lastIndexOf('. '), subject.lastIndexOf('; '), subject.lastIndexOf(', ')) + 1;
      const begin = from + (/^[\s>*+_#\d.)-]*/.exec(subject.slice(from))?.[0].length ?? 0);
      const stems = stemsOf(subject.slice(begin));
      if (stems.size > 0 && stems.size <= 6) reports.push({ span: { start: start + begin, end: start + match.index + match[0].length }, stems });
    }
  }
  return reports;
}

/** All words of the report are in the item; a single word only where it is the item's first, which is what is done. */
function isAbout(report: ReadonlySet<string>, item: ReadonlySet<string>): boolean {
  if (report.size === 1) return item.size <= 4 && [...item][0] === [...report][0];
  return shared(report, item) === report.size;
}

function untick({ checkbox }: ActionItem): Fix[] {
  return checkbox < 0 ? [] : [{ title: t('Untick it'), kind: 'suggested', edits: [{ span: { start: checkbox, end: checkbox + 1 }, newText: ' ' }] }];
}
