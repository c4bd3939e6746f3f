import type { ActionItem } from '../../document/actions';
import type { IncidentDocument } from '../../document/document';
import { sectionsOf } from '../../document/sections';
import type { Span } from '../../document/text';
import { t } from '../../l10n';
import { excerpt } from '../anchor';
import { perDocument } from '../per-document';
import { proseLines } from '../prose';
import { defineRule } from '../rule';
import type { Fix } from '../rule';
import { plannedItems } from './planned-items';
import { shared, stemsOf } from './word-stems';

/** What the status says is done is ticked off in the plan. */
export const actionDoneElsewhere = defineRule({
  id: 'action-done-elsewhere',
  group: 'actions',
  summary: 'What the status says is done is ticked off in the plan',
  severity: 'hint',
  judges: 'actions',
  *check(document) {
    for (const [item, span] of doneElsewhere(document)) {
      yield {
        span: item.textSpan,
        message: t('The status says that this is done ("{0}"): tick it off here.', excerpt(document.text.slice(span))),
        related: [{ span, message: t('It is said to be done here.') }],
        fixes: tick(document, item),
      };
    }
  },
});

/** The items that the plan does not say to be done though the status does, with the words of the status. */
export const doneElsewhere = perDocument((document): ReadonlyMap<ActionItem, Span> => {
  const found = new Map<ActionItem, Span>();
  const reports = doneReports(document);
  for (const item of reports.length > 0 ? plannedItems(document).open : []) {
    const stems = stemsOf(item.text);
    const report = reports.find((said) => isAbout(said.stems, stems));
    if (report) found.set(item, report.span);
  }
  return found;
});

/** "Disk space freed up", "Emergency restarts completed", "Backup service was restarted". */
const done = /\b(?!need|indeed|speed|feed|initiated|assigned|requested|planned|scheduled|approved|proposed|started|expected|affected|impacted|delayed|failed|paused|stopped\b)\w{2,}(?:ed|done)(?: (?:up|out|back|down|in|over|again|successfully))?[\s.!*_]*$/i;
const open = /\b(?:not|no|partial\w*|in progress|pending|to be|will|being|ongoing|until|half|almost|nearly|waiting|if|should|need\w*|some|un\w+ed)\b/i;

interface Report {
  readonly span: Span;
  readonly stems: ReadonlySet<string>;
}

function doneReports(document: IncidentDocument): Report[] {
  const reports: Report[] = [];
  for (const { bodyLine, endLine } of sectionsOf(document.sections, 'status')) {
    for (const { words, start } of proseLines(document, bodyLine, Math.min(endLine, bodyLine + 100))) {
      if (words.length > 120 || !done.test(words) || open.test(words)) continue;
      const from = /^[\s>*+_#\d.)-]*(?:\[.\]\s*)?/.exec(words)?.[0].length ?? 0;
      const stems = stemsOf(words);
      if (stems.size >= 2) reports.push({ span: { start: start + from, end: start + words.trimEnd().length }, stems });
    }
  }
  return reports;
}

/** Two words in three of the report, and every other one of the item. */
function isAbout(report: ReadonlySet<string>, item: ReadonlySet<string>): boolean {
  const both = shared(report, item);
  return both >= 2 && both / report.size >= 0.6 && both / item.size >= 0.5;
}

function tick({ lines }: IncidentDocument, { checkbox, notation, line }: ActionItem): Fix[] {
  const at = lines[line]?.contentStart;
  if (checkbox < 0 && (at === undefined || (notation !== 'bullet' && notation !== 'number'))) return [];
  const edit = checkbox >= 0 ? { span: { start: checkbox, end: checkbox + 1 }, newText: 'x' } : { span: { start: at as number, end: at as number }, newText: '[x] ' };
  return [{ title: t('Tick it off'), kind: 'suggested', edits: [edit] }];
}
