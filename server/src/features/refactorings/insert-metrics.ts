import type { IncidentDocument } from '../../document/document';
import type { Field } from '../../document/fields';
import type { Metrics } from '../../document/milestones';
import { t } from '../../l10n';
import { insertAt, type Edit } from '../../rules/rule';
import { clockedTimeline } from '../../rules/consistency/clocked-timeline';
import { durationText } from '../duration-text';
import type { Refactoring } from './refactoring';

/** How a document names a metric, and what it says where it states it already. */
const labels: readonly (readonly [metric: keyof Metrics, label: string, stated: RegExp])[] = [
  ['timeToDetect', 'Time to detect', /\btime to detect|\bM?TTD\b/i],
  ['timeToAcknowledge', 'Time to acknowledge', /\btime to acknowledge|\bM?TTA\b/i],
  ['timeToMitigate', 'Time to mitigate', /\btime to mitigat|\bM?TTM\b/i],
  ['timeToResolve', 'Time to resolve', /\btime to (?:resol|recover|repair|restor)|\bM?TTR\b/i],
];

const metricsHeading = /^(?:(?:key |incident )?(?:metrics|figures|numbers)|durations)$/i;

/**
 * States what is computed of the milestones and stated nowhere yet: as facts like the last one of the section of metrics, or of the header.
 * Nothing where the timeline is not certain.
 */
export const insertMetrics: Refactoring = {
  kind: 'source.insertMetrics.incidentDocs',
  keeps: ['entries', 'items', 'outline'],
  *offers(document) {
    const { text, metrics } = document;
    const known = labels.flatMap(([metric, label, stated]) => {
      const seconds = metrics[metric];
      return seconds === null || stated.test(text.value) ? [] : [[label, durationText(seconds)] as const];
    });
    if (known.length === 0 || !isCertain(document)) return;
    const edit = insertion(document, known);
    if (edit) yield { title: t('Insert the computed metrics'), edits: [edit] };
  },
};

/** Whether what the milestones come from can be relied on, where they come from a timeline. */
function isCertain(document: IncidentDocument): boolean {
  const rows = new Set(document.timelines.flatMap(({ entries }) => entries.map(({ line }) => line)));
  return clockedTimeline(document) !== null || Object.values(document.milestones).every(({ line }) => !rows.has(line));
}

function insertion(document: IncidentDocument, facts: readonly (readonly [label: string, value: string])[]): Edit | null {
  const { text, lines, fields, sections, allSections } = document;
  const section = allSections.find(({ title }) => metricsHeading.test(title));
  const model = section
    ? fields.findLast((field) => field.line > section.line && field.line <= section.endLine && isModel(document, field))
    : fields.findLast((field) => field.line < (sections[0]?.line ?? 0) && isModel(document, field));
  if (model) {
    const at = text.lineEnd(model.line);
    return insertAt(at, facts.map((fact) => text.eol + like(document, model, fact)).join(''));
  }
  // a heading over nothing, or over words: the facts stand below
  if (!section || lines.slice(section.bodyLine, section.endLine + 1).some(({ kind }) => kind === 'row')) return null;
  const at = text.lineEnd(section.endLine);
  return insertAt(at, text.eol + text.eol + facts.map(([label, value]) => `- ${label}: ${value}`).join(text.eol));
}

/** Whether a fact has a line of its own, behind which another could stand. Front matter is for programs. */
function isModel({ text, fields }: IncidentDocument, { line, labelSpan, valueSpan, notation }: Field): boolean {
  if (notation !== 'line' && notation !== 'item' && notation !== 'row') return false;
  const isWhole = text.lineAt(labelSpan.start) === line && text.lineAt(valueSpan.end) === line && labelSpan.end <= valueSpan.start;
  return isWhole && fields.every((other) => other.line !== line || other.valueSpan.start === valueSpan.start);
}

/** The line of a fact with another label and another value. */
function like({ text }: IncidentDocument, { line, labelSpan, valueSpan, label }: Field, [name, value]: readonly [string, string]): string {
  // "TTD" is no shouting
  const written = label.length > 4 && label === label.toUpperCase() ? name.toUpperCase() : label === label.toLowerCase() ? name.toLowerCase() : name;
  const between = text.value.slice(labelSpan.end, valueSpan.start);
  return text.value.slice(text.lineStart(line), labelSpan.start) + written + between + value + text.value.slice(valueSpan.end, text.lineEnd(line));
}
