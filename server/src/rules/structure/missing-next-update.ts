import type { IncidentDocument } from '../../document/document';
import { sectionsOf } from '../../document/sections';
import type { Span } from '../../document/text';
import { t } from '../../l10n';
import { matchesIn, proseLines } from '../prose';
import { defineRule } from '../rule';
import type { Fix } from '../rule';
import { statusStage } from '../status';

/** Who was promised updates is told when the next one comes. */
export const missingNextUpdate = defineRule({
  id: 'missing-next-update',
  group: 'structure',
  summary: 'An open escalation that promises updates says when the next one comes',
  severity: 'warning',
  kinds: ['escalation'],
  *check(document) {
    if (statusStage(document) !== 'open' || announced.test(document.text.value)) return;
    const [first, ...others] = [...promises(document)];
    if (!first) return;
    const fix = nextUpdateField(document);
    yield {
      span: first,
      message: t('Updates are promised or asked for, and nothing says when the next one comes: add "Next update" with date and time.'),
      related: others.map((span) => ({ span, message: t('Updates are spoken of here as well.') })),
      ...(fix && { fixes: [fix] }),
    };
  },
});

/** The appointment that is looked for. */
export const announced = /\bnext (?:\w+ ){0,2}?(?:update|mail|message|call|brief|briefing|report|meeting|check-?in|review|contact|sync)\b/i;
/** How often, in front of "updates" and behind it. */
const often = /\b(?:daily|hourly|weekly|regular|frequent|continuous|periodic|twice[- ]daily|\w+[- ]hourly|morning|evening|(?:every|each) (?:\w+ ){1,2})\s(?:(?:status|progress|written|customer|email|mail|short|further|regular) ){0,2}$/i;
const rhythm = /^\s(?:(?:on|about|from|to|by|for) (?:\w+ ){1,3}|\w+ )?(?:every|each|daily|hourly|weekly|twice|regularly|once (?:a|per)|(?:at least )?(?:\w+ )?times a)\b/i;
const denied = /\b(?:no|not|without|lack of|missing|instead of|fewer|never)\s[^.;]{0,30}$/i;
/** Who says so: updates of data are none of a person's. */
const person = /\b(?:status update|promis\w*|commit\w*|agreed?|requests?|requested|asks?|asked|asking|expects?|expected|wants?|demands?|insists?|we|customer|client|communication)\b/i;
const spoken = ['sentiment', 'communication', 'status', 'actions', 'escalation'] as const;

/** The places that speak of updates in a rhythm, by what somebody asked for or promised. */
function* promises(document: IncidentDocument): Generator<Span> {
  for (const { line, endLine } of sectionsOf(document.sections, ...spoken)) {
    for (const { start, words } of proseLines(document, line + 1, endLine)) {
      if (!person.test(words)) continue;
      for (const { index, 0: word } of matchesIn(update, words)) {
        const before = words.slice(Math.max(0, index - 60), index);
        const after = words.slice(index + word.length, index + word.length + 60);
        if ((often.test(before) || rhythm.test(after)) && !denied.test(before)) yield { start: start + index, end: start + index + word.length };
      }
    }
  }
}

const update = /\bupdates?\b/gi;

/** The field in the notation of the status, on the line below it. */
function nextUpdateField({ text, fields }: IncidentDocument): Fix | null {
  const status = fields.find(({ key, notation }) => key === 'status' && (notation === 'line' || notation === 'item'));
  if (!status) return null;
  const [start, end] = [text.lineStart(status.line), text.lineEnd(status.line)];
  const at = (offset: number) => offset - start;
  const line = text.value.slice(start, end);
  const name = t('Next update');
  const written = `${line.slice(0, at(status.labelSpan.start))}Next update${line.slice(at(status.labelSpan.end), at(status.valueSpan.start))}YYYY-MM-DD HH:MM UTC${line.slice(at(status.valueSpan.end))}`;
  return { title: t('Insert the field "{0}"', name), kind: 'suggested', edits: [{ span: { start: end, end }, newText: `${text.eol}${written}` }] };
}
