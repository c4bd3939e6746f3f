import type { IncidentDocument } from '../../document/document';
import type { Section } from '../../document/sections';
import { t } from '../../l10n';
import { excerpt } from '../anchor';
import { allProse } from '../prose';
import { defineRule, insertAt } from '../rule';
import type { Fix } from '../rule';
import { statusStage } from '../status';
import { openingLines } from '../structure/opening';
import { bodyOf, impactSections, isUnfilled, linesIn } from './impact-text';

/** Who reads of the impact learns how long it lasted. */
export const impactMissingDuration = defineRule({
  id: 'impact-missing-duration',
  group: 'impact',
  summary: 'The impact says how long it lasted',
  severity: 'hint',
  *check(document) {
    const stage = statusStage(document);
    if (stage === 'open' || stage === 'draft') return;
    const sections = impactSections(document);
    const [first] = sections;
    if (!first || isInFields(document)) return;
    const told = sections.flatMap((section) => bodyOf(document, section));
    if (told.length === 0 || told.some(({ words }) => isUnfilled(words))) return;
    if ([told, linesIn(document, 'summary', 'background'), openingLines(document)].some((lines) => lines.some(({ words }) => lasting.test(words)))) return;
    for (const { words } of allProse(document)) if (measured.test(words)) return;
    const fix = sections.length === 1 ? insertion(document, first) : null;
    yield {
      span: first.titleSpan,
      message: t('"{0}" does not say how long it lasted, nor does the summary: add its duration.', excerpt(first.title)),
      ...(fix && { fixes: [fix] }),
    };
  },
});

/** A length of time, or two ends of it. */
export const lasting = /\b\d[\d.,]{0,9}[ -]?(?:s|m|h|d)\b|\b(?:\d[\d.,]{0,9}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|several|few|mere|couple of|many|half an?)(?:\+ |[ -])?(?:secs?|seconds?|mins?|minutes?|hrs?|hours?|days?|nights?|weeks?|months?)\b|\b\d{1,2}:\d\d\b.{1,60}\b\d{1,2}:\d\d\b|\b(?:from|between|since|until|till)\b.{1,60}\d|\b(?:all day|overnight|brief(?:ly)?|momentar\w+|intermittent(?:ly)?|short-lived|permanent(?:ly)?|never|no impact|not affected|none|n\/a)\b/i;
const durationKey = /\b(?:duration|downtime|length|time to|lasted|outage time|window|period)\b/i;

/** A length told of what happened, wherever that is. */
const measured = /\b(?:duration|last(?:ed|ing|s)|downtime|time to|took|for|after|mttr|ttr)\b.{0,40}\d\s?(?:s|m|h|d|sec|min|hour|hrs?|day)|\d\s?(?:s|m|h|d|min|mins|minutes|hours?)\b.{0,30}\b(?:outage|downtime|duration|lasted|later)\b/i;

/** Whether facts of the document tell the length, or both ends of it. */
function isInFields({ fields }: IncidentDocument): boolean {
  const has = (...keys: string[]) => fields.some(({ key }) => key !== null && keys.includes(key));
  return fields.some(({ key, label }) => key === 'duration' || durationKey.test(label)) || (has('started', 'detected') && has('resolved', 'mitigated', 'closed'));
}

/** What the timeline gives, as the last item or line of the section. */
function insertion({ text, lines, metrics, milestones }: IncidentDocument, { bodyLine, endLine }: Section): Fix | null {
  const seconds = milestones.started ? (metrics.timeToResolve ?? metrics.timeToMitigate) : null;
  const last = lines[endLine];
  if (seconds === null || seconds < 60 || !last || endLine < bodyLine || (last.kind !== 'prose' && last.kind !== 'item' && last.kind !== 'field')) return null;
  const written = `Duration: ${lengthOf(seconds)}`;
  const marker = last.marker === 'bullet' ? text.value.slice(last.start, last.contentStart).replace(/\[.\]\s*$/, '') : '';
  if (last.marker === 'number' || (last.marker === null && last.indent > 0)) return null;
  const { eol } = text;
  const at = text.lineEnd(endLine);
  return { title: t('Insert "{0}"', written), kind: 'suggested', edits: [insertAt(at, marker === '' ? `${eol}${eol}${written}` : `${eol}${marker}${written}`)] };
}

function lengthOf(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24, minutes % 60];
  return [days > 0 ? `${days} d` : '', hours > 0 ? `${hours} h` : '', rest > 0 ? `${rest} min` : ''].filter((part) => part !== '').join(' ');
}
