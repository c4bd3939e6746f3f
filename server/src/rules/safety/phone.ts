import type { IncidentDocument } from '../../document/document';
import type { Span } from '../../document/text';
import type { Mention } from '../mentions';
import { placesOf } from './places';

export const phoneWords = ['phone', 'phones', 'telephone', 'tel', 'mobile', 'cell', 'cellphone', 'whatsapp'] as const;

/** An international number: a plus sign, the country, groups of digits. */
const international = /^\+[1-9]\d{0,14}(?:[ .\-\u00a0]?\(\d{1,5}\)\d{0,8})?(?:[ .\-\u00a0]\d{1,8}){0,6}(?![\w%]|[.,:]\d)/;
/** A number behind the word for it. */
const labelled = /^(?:(?: |-)?(?:no\.?|number|nr\.?|#))?(?: (?:is|was|at|on))?[\s:=|*_]{0,6}(?:tel:)?(\(?\d{2,5}\)?(?:[ .\-/]\(?\d{2,8}\)?){1,4}|\d{9,12})(?![\w%]|[.,:]\d)/;
/** Numbers that may be called by everyone, and those that films and documentation use. */
const nobody = /^1?(?:8(?:00|33|44|55|66|77|88)\d{7}|\d{3}55501\d\d)$|^44(?:0?1632960|0?7700900|0?2079460)\d{3}$/;

/** The phone numbers of a document: in international notation wherever they stand, others behind a word for them. */
export function* phoneNumbers({ text: { value }, lines, text }: IncidentDocument, mentions: readonly Mention[]): Generator<Span> {
  for (const at of placesOf(value, '+')) {
    const first = value.charCodeAt(at + 1);
    if (first < 49 || first > 57 || !/[\s("'<:;,|*_`=]|^$/.test(value.charAt(at - 1))) continue;
    // a plus sign that begins a line of code says that the line was added
    const line = text.lineAt(at);
    if (lines[line]?.kind === 'code' && at === text.lineStart(line)) continue;
    const found = international.exec(value.slice(at, at + 40))?.[0];
    if (found !== undefined && isNumber(found) && !isAmount(found)) yield { start: at, end: at + found.length };
  }
  for (const { span, line } of mentions) {
    const written = labelled.exec(value.slice(span.end, Math.min(span.end + 60, line.start + line.words.length)));
    const number = written?.[1];
    if (!written || number === undefined || !isNumber(number) || isDate(number)) continue;
    const start = span.end + written[0].length - number.length;
    yield { start, end: start + number.length };
  }
}

function isNumber(written: string): boolean {
  const digits = written.replace(/\D/g, '');
  return digits.length >= 8 && digits.length <= 15 && new Set(digits).size > 2 && !nobody.test(digits);
}

/** `+10 000 000`: groups of three. */
function isAmount(written: string): boolean {
  return /^\+\d{1,3}(?:[ .\u00a0]\d{3}){2,}$/.test(written) || /^\+\d+$/.test(written) && /0{4}$/.test(written);
}

function isDate(written: string): boolean {
  return /^(?:19|20)\d\d[-./]\d\d?[-./]\d\d?|^\d\d?[-./]\d\d?[-./](?:19|20)\d\d/.test(written);
}
