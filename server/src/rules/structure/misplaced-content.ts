import type { IncidentDocument } from '../../document/document';
import type { Line } from '../../document/lines';
import type { Section } from '../../document/sections';
import { sectionsOf } from '../../document/sections';
import type { SectionRole } from '../../document/vocabulary';
import { t } from '../../l10n';
import { excerpt } from '../anchor';
import { matchesIn, proseLine } from '../prose';
import { defineRule } from '../rule';

/** A cause is no effect and no inventory: each has a section of its own. */
export const misplacedContent = defineRule({
  id: 'misplaced-content',
  group: 'structure',
  summary: 'A root cause section holds causes, not their impact or the environment',
  severity: 'hint',
  *check(document) {
    for (const cause of sectionsOf(document.sections, 'rootCause').filter(isNothingElse)) {
      for (let number = Math.max(cause.bodyLine, cause.line + 1); number <= cause.endLine; number++) {
        const head = document.lines[number] as Line;
        const label = labelOf(document, head);
        const isEffect = label !== null && effect.test(label.words);
        if (!label || (!isEffect && !(inventory.test(label.words) && isInventory(document, head, cause)))) continue;
        const home = sectionFor(document, isEffect ? 'impact' : 'technicalDetails', cause);
        yield {
          span: label.span,
          message: isEffect
            ? t('"{0}" stands in the root cause: what the incident did belongs into the impact.', excerpt(label.words))
            : t('"{0}" stands in the root cause: how the system is built belongs into the technical details.', excerpt(label.words)),
          ...(home && { related: [{ span: home.titleSpan, message: t('It would be looked for here.') }] }),
        };
      }
    }
  },
});

/** A whole report under the heading "RCA" has an impact of its own. */
function isNothingElse({ roles, children }: Section): boolean {
  return roles.every((role) => role === 'rootCause' || role === 'contributingFactors') && children.every((child) => child.roles.every((role) => part.has(role)));
}

const part: ReadonlySet<SectionRole> = new Set(['rootCause', 'contributingFactors', 'technicalDetails', 'impact', 'trigger']);
const effect = /^(?:\w+ ){0,3}impact(?: (?:on|to) (?:\w+ ?){1,4})?$/i;
const inventory = /^(?:\w+ ){0,3}(?:configuration|environment)$/i;
/** A configuration that is at fault is a cause, and so is one of which something is told beside what it is. */
const fault = /\b(?:wrong|incorrect\w*|missing|bad|invalid|faulty|improper\w*|insufficient\w*|outdated|stale|broken|default|inconsistent|conflict\w*|poor|weak|lack\w*|not|no|never|none|too|only|fail\w*|caus\w*|exceed\w*|exhaust\w*|mismatch\w*|drift\w*|error\w*|was|were|had|did|changed?|set|under\w+|over\w+|mis\w+|un\w+|without|allow\w*|prevent\w*)\b/i;

/** "**Impact:**" does as well. */
function endsWithColon(value: string, { contentStart, contentEnd }: Line): boolean {
  let last = contentEnd - 1;
  while (last > contentStart && (value[last] === '*' || value[last] === '_')) last--;
  return value[last] === ':' || value[last] === '：';
}

/** The words of a line that is nothing but a label over what follows: a heading, or "2. Cluster configuration:". */
function labelOf({ text }: IncidentDocument, line: Line): { words: string; span: { start: number; end: number } } | null {
  if (line.kind !== 'heading' && !endsWithColon(text.value, line)) return null;
  const content = text.value.slice(line.contentStart, line.contentEnd);
  const words = content.replace(/^[*_]+|[*_:：\s]+$/g, '');
  const start = line.contentStart + content.indexOf(words);
  return words === '' || words.length > 60 ? null : { words: words.replace(/^\d{1,2}[.)]\s+/, ''), span: { start, end: start + words.length } };
}

/** Whether what stands under a label is facts alone. */
function isInventory(document: IncidentDocument, head: Line, cause: Section): boolean {
  if (fault.test(document.text.slice({ start: head.contentStart, end: head.contentEnd }))) return false;
  let facts = 0;
  for (let number = head.number + 1; number <= cause.endLine; number++) {
    const line = document.lines[number];
    if (!line || line.kind === 'blank') continue;
    if (line.kind === 'heading' || line.kind === 'code' || (line.indent <= head.indent && line.marker !== null) || (line.indent <= head.indent && head.kind !== 'heading')) break;
    const words = proseLine(document, number)?.words ?? '';
    if (matchesIn(faults, words).length > 0) return false;
    facts++;
  }
  return facts >= 2;
}

const faults = new RegExp(fault.source, 'gi');

function sectionFor({ sections }: IncidentDocument, role: SectionRole, cause: Section): Section | undefined {
  return sectionsOf(sections, role).find((section) => section !== cause && section.roles[0] === role);
}
