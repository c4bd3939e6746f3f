import type { IncidentDocument } from '../../document/document';
import type { Span } from '../../document/text';
import type { Mention } from '../mentions';
import { matchesIn } from '../prose';

export const cardWords = ['card', 'cards', 'visa', 'mastercard', 'amex', 'pan', 'pans', 'maestro'] as const;

export const isCardWord = ({ word }: Mention): boolean => (cardWords as readonly string[]).includes(word);

const digits = /(?<![\w.+-])\d(?:[ -]?\d){12,18}(?![\w-]|\.\d)/g;
/** The first digits of the cards of the large schemes, and how long their numbers are. */
const schemes = /^(?:4(?:\d{12}|\d{15}|\d{18})|5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}|3[47]\d{13}|(?:6011|64[4-9]\d|65\d\d)\d{12}|35(?:2[89]|[3-8]\d)\d{12}|3(?:0[0-5]|[68]\d)\d{11}|62\d{14})$/;

/** The numbers of payment cards on lines that speak of cards. */
export function* cardNumbers({ text: { value } }: IncidentDocument, mentions: readonly Mention[]): Generator<Span> {
  let last = -1;
  for (const { line } of mentions) {
    if (line.line === last) continue;
    last = line.line;
    const content = value.slice(line.start, line.start + line.words.length);
    for (const { index, 0: found } of matchesIn(digits, content)) {
      const number = found.replace(/[ -]/g, '');
      if (!schemes.test(number) || !isLuhn(number) || /\b(?:test|dummy|sandbox|example|sample)\b[^.]{0,40}$/i.test(content.slice(Math.max(0, index - 60), index))) continue;
      yield { start: line.start + index, end: line.start + index + found.length };
    }
  }
}

/** Whether the last digit is the check digit of the others. */
function isLuhn(number: string): boolean {
  let sum = 0;
  for (let index = 0; index < number.length; index++) {
    const digit = number.charCodeAt(number.length - 1 - index) - 48;
    sum += index % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2;
  }
  return sum % 10 === 0;
}
