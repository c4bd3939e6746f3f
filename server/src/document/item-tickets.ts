import type { Mention } from './actions';
import type { Span } from './text';

/** Standards and scales that look like ticket keys. */
const standards = 'UTF|SHA|MD|ISO|RFC|CVE|CWE|SEV|RF|AZ|COVID|ERC|EIP|BIP|TLS|HTTP|IPV|AES|RSA|PEP|GPT|P|S|L|V|T|Q|UTC|GMT|X|I|FY|KB|ARM|CP|H';
const noTicket = new RegExp(`^(?:${standards})-`);
const isStandard = new RegExp(`^(?:${standards})-?\\d`, 'i');
const ticketKey = /\b[A-Z][A-Z0-9]{1,9}-\d{1,6}\b/g;

/** Whether a word is none of a ticket or an incident though it looks so: UTF-8, SHA256, SEV-2. */
export const namesStandard = (word: string): boolean => isStandard.test(word);

/** A ticket's key at the beginning. */
export const firstTicket = new RegExp(`^${ticketKey.source}`);
const ticketNumber = /(?<![\w&/])(?:[\w.-]+\/[\w.-]+)?#\d{1,7}\b/g;
const url = /https?:\/\/[^\s<>)\]|"']+/g;
/** Each with what it cannot be without. */
const ticketPatterns = [{ pattern: url, sign: '://' }, { pattern: ticketNumber, sign: '#' }, { pattern: ticketKey, sign: '-' }];
/** More tickets than this are a list of tickets. */
const MAX_TICKETS = 50;

/** The tickets that a stretch of text names, in its order. */
export function ticketsIn(source: string, span: Span): Mention[] {
  const content = source.slice(span.start, span.end);
  const found: Mention[] = [];
  const taken: Span[] = [];
  for (const { pattern, sign } of ticketPatterns) {
    if (!content.includes(sign)) continue;
    pattern.lastIndex = 0;
    for (let match = pattern.exec(content); match; match = pattern.exec(content)) {
      const at = { start: span.start + match.index, end: span.start + match.index + match[0].length };
      if (taken.some((other) => at.start < other.end && at.end > other.start) || isLinkText(source, at)) continue;
      if (pattern === ticketKey && noTicket.test(match[0])) continue;
      if (found.length >= MAX_TICKETS) break;
      taken.push(at);
      found.push({ value: match[0].replace(/[.,]$/, ''), span: at });
    }
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

/** The words of a link stand for its address, which counts. */
function isLinkText(source: string, span: Span): boolean {
  const close = source.indexOf(']', span.end);
  return close >= 0 && close - span.end < 80 && source[close + 1] === '(' && source.lastIndexOf('[', span.start) >= Math.max(0, span.start - 80) && !source.slice(span.end, close).includes('\n')
    && source.lastIndexOf(']', span.start) < source.lastIndexOf('[', span.start);
}
