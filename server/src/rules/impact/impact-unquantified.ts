import type { IncidentDocument } from '../../document/document';
import { t } from '../../l10n';
import { excerpt } from '../anchor';
import { defineRule } from '../rule';
import { openingLines } from '../structure/opening';
import { bodyOf, impactSections, isUnfilled, linesIn } from './impact-text';

/** The impact has a number, or says that it was all or nothing. */
export const impactUnquantified = defineRule({
  id: 'impact-unquantified',
  group: 'impact',
  summary: 'The impact is told in numbers',
  severity: 'information',
  *check(document) {
    const sections = impactSections(document);
    const [first] = sections;
    if (!first) return;
    const told = sections.flatMap((section) => bodyOf(document, section).map(({ words }) => words));
    if (told.some((line) => isQuantified(line) || isUnfilled(line)) || told.every((line) => hypothetical.test(line)) || isCounted(document)) return;
    const words = told.reduce((sum, line) => sum + (line.match(/\p{L}{2,}/gu)?.length ?? 0), 0);
    if (words < fewestWords) return;
    yield {
      span: first.titleSpan,
      message: t('"{0}" has no number: say how many users, requests, orders or how much data or money it was.', excerpt(first.title)),
    };
  },
});

/** Fewer are a placeholder or "None". */
const fewestWords = 4;

/** Digits that count nothing: answers of HTTP, versions, identifiers, dates. */
const noAmount = /\bHTTP[/ ]?\d(?:\.\d)?\b|\bHTTP \d{3}s?\b|\b[45]\d\ds?\b(?=s|[ -](?:errors?|responses?|status|codes?|internal|bad|service|gateway|forbidden|not found|unauthorized))|\bv?\d+\.\d+\.\d+[\w.-]*|\bv\d+\b|\b[A-Z]{2,10}-\d+\b|#\d+|\b\d{4}-\d\d-\d\d\b|\b(?:19|20)\d\d\b|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? \d{1,2}\b|\b\d{1,2}(?:st|nd|rd|th)? (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\b|[A-Za-z_]\w*\d\w*|^\s*\d{1,2}[.)]\s/g;
/** Amounts in words, and all or nothing. */
const amount = /\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|millions?|half|third|quarter|minutes|hours|days|weeks|twice|double[ds]?|triple[ds]?|one|single|both|all|every|everyone|everybody|everything|each|entire|entirely|whole|none|nobody|no one|nothing|any|anyone|complete|completely|total|totally|full|fully|exclusively|solely|unaffected|minimal|negligible|down|unavailable|unreachable|inaccessible|offline|no|not? (?:a single|affected|known|yet)|nil|n\/a|tbd|unknown|being assessed)\b/i;
/** What is counted elsewhere: "75% of our users", "1,200 orders". A captured loop is compiled once, another one for each of its rounds. */
export const counted = /\d\s?%|\b(?!(?:19|20)\d\d\b)\d(?:[\d.,]{0,12}\d)?[kKmM]?\+?\s(\w+\s){0,2}(?:users?|customers?|clients?|visitors?|accounts?|requests?|orders?|payments?|transactions?|messages?|e-?mails?|records?|rows?|files?|nodes?|pods?|servers?|services?|sites?|tenants?|shards?|hubs?|tokens?|funds?|USD|EUR|GBP|dollars?|euros?)\b|[$€£]\s?\d/i;

/** Nothing happened that could be counted, or the line is empty. */
const hypothetical = /^\W*$|\b(?:[Rr]isks?|[Pp]otential|[Pp]otentially|[Ii]f|would|may|might|could be|could have)\b/;

function isQuantified(line: string): boolean {
  return amount.test(line) || isNumbered(line);
}

/** Whether digits of a line count something. */
export function isNumbered(line: string): boolean {
  return /\d/.test(line) && /\d/.test(line.replace(noAmount, ''));
}

/** Whether the document says the number where it sums up what happened. */
function isCounted(document: IncidentDocument): boolean {
  if (document.title && counted.test(document.title.text)) return true;
  for (const { words } of openingLines(document)) if (counted.test(words)) return true;
  for (const { words } of linesIn(document, 'summary')) if (counted.test(words)) return true;
  return false;
}
