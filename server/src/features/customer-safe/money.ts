import type { IncidentDocument } from '../../document/document';
import type { Span } from '../../document/text';

/** An amount of money, and whether it says what somebody earns, owes or stands to lose. */
export interface Amount {
  readonly span: Span;
  readonly isAtStake: boolean;
}

const digits = '\\d{1,15}(?:[.,\\u00a0 ’]\\d{3}){0,5}(?:[.,]\\d{1,3})?';
const scale = '(?:\\s?(?:k|m|mn|mio|bn|b|million|billion|thousand|mil)(?![\\p{L}\\p{N}]))?';
const code = 'USD|EUR|GBP|CHF|JPY|CNY|INR|AUD|CAD|NZD|SEK|NOK|DKK|PLN|CZK|BRL|MXN|ZAR|SGD|HKD|KRW|ILS|TRY';
/** More than the rule `impact-unquantified` counts as a unit: with all of these it would find less. */
const currency = `${code}|euros?|dollars?|pounds? sterling|quid|francs?|yen|rupees`;
const unit = `(?:${currency})(?![\\p{L}\\p{N}])`;
const amount = new RegExp(
  `(?<![\\p{L}\\p{N}.])(?:(?:US|A|C|AU|CA|HK|NZ)?[$€£¥₹]|Rs\\.?)\\s?${digits}${scale}(?:\\s?(?:-|–|to)\\s?[$€£¥₹]?\\s?${digits}${scale})?(?:\\s(?:${code})(?![\\p{L}\\p{N}]))?`
  + `|(?<![\\p{L}\\p{N}.])(?:${code})\\s?${digits}${scale}`
  + `|(?<![\\p{L}\\p{N}.,])${digits}${scale}(?:\\s?(?:-|–|to)\\s?${digits}${scale})?\\s?(?:[€£](?![\\p{L}\\p{N}])|${unit})`, 'giu',
);
/** What every amount has, and few documents. */
const sign = new RegExp(`[$€£¥₹]|(?<![a-z])(?:Rs|${currency})(?![a-z])`, 'i');

/** What a contract is worth, with or without a currency: "ARR 1.2M", "12 % of our revenue". */
const worth = new RegExp(`\\b(?:ARR|MRR|ACV|TCV|contract value|account value|deal size|annual spend|revenue)\\b[^.\\n\\d[\\]]{0,24}(${digits}${scale}(?:\\s?%)?)(?![\\p{L}\\p{N}:/-]|\\.\\d|\\s?[×x*=])|(${digits}\\s?%) of (?:\\p{L}+ ){0,3}(?:revenue|turnover|ARR|MRR)\\b|(${digits}${scale}) (?:\\p{L}+ ){0,2}(?:ARR|MRR|ACV|TCV)\\b`, 'giu');
const commercial = /\b(?:ARR|MRR|ACV|TCV|revenue|turnover|contracts?|contractual|renewals?|upsell|churn|deals?|bookings?|at risk|at stake|penalt(?:y|ies)|service credits?|SLA credits?|credit note|compensation|discount|margins?|profits?|liabilit(?:y|ies)|exposure|lost business|goodwill|write-?off|withhold\w*|claims?|lost sales|cost us|costs us|spend)\b/i;

/** The amounts of money in a document, in document order. */
export function amountsIn({ text: { value } }: IncidentDocument): Amount[] {
  const found: Amount[] = [];
  if (sign.test(value)) {
    for (const { index, 0: { length } } of value.matchAll(amount)) {
      const span = { start: index, end: index + length };
      found.push({ span, isAtStake: commercial.test(sentenceAround(value, span)) });
    }
  }
  for (const { index, 0: whole, 1: behind, 2: share, 3: before } of value.matchAll(worth)) {
    const figure = (behind ?? share ?? before) as string;
    const start = index + (behind === undefined ? 0 : whole.lastIndexOf(figure));
    if (!found.some(({ span }) => span.start < start + figure.length && start < span.end)) found.push({ span: { start, end: start + figure.length }, isAtStake: true });
  }
  return found;
}

/** How far a sentence is looked at to each side. */
const reach = 200;

const sentenceEnd = /(?<!\bRs)[.!?]\s|\n\s*(?:\n|[-*+|>#]|\d+[.)]\s)/;

/** What is said around a place, up to the ends of the sentence, the paragraph or the item. */
function sentenceAround(value: string, { start, end }: Span): string {
  const before = value.slice(Math.max(0, start - reach), start).split(sentenceEnd).at(-1) ?? '';
  const behind = value.slice(end, end + reach).split(sentenceEnd)[0] ?? '';
  return before + value.slice(start, end) + behind;
}
