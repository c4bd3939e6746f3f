import type { IncidentDocument } from '../document/document';
import { fileNameOf } from '../document/escaped-name';
import type { Span } from '../document/text';
import { t } from '../l10n';
import { readPattern } from '../pattern';
import type { Pattern } from '../pattern';
import { proseLine } from '../rules/prose';
import { lineOfAnchor } from './slugs';

/** A link from a stretch of a document. */
export interface DocumentLink {
  readonly span: Span;
  /** A URI. */
  readonly target: string;
  readonly tooltip: string;
}

/** A link that a document writes as Markdown does, to a place relative to it. */
export interface WrittenLink {
  /** Of the target as written. */
  readonly span: Span;
  /** Without an anchor; the document itself where it is null. */
  readonly uri: string | null;
  /** Without `#`; null where there is none. */
  readonly anchor: string | null;
}

/** No document names more. */
const mostLinks = 2_000;

/**
 * The tickets that the author names, by the patterns of their keys. Code, comments, addresses and the words of links are passed over.
 * Of patterns that fit at the same place the first counts.
 */
export function ticketLinks(document: IncidentDocument, tickets: Readonly<Record<string, string>>): DocumentLink[] {
  const patterns = Object.entries(tickets).flatMap(([source, address]) => {
    const pattern = readPattern(source);
    return pattern ? [{ pattern, address }] : [];
  });
  const links: DocumentLink[] = [];
  if (patterns.length === 0) return links;
  for (const { number } of document.lines) {
    const line = proseLine(document, number);
    if (line && line.words.trim() !== '') links.push(...ticketsIn(document, line.words, line.start, patterns));
    if (links.length >= mostLinks) break;
  }
  return links;
}

type TicketPattern = { readonly pattern: Pattern; readonly address: string };

/** Nothing that goes on to the left or right of a key belongs to another word. */
const goesOn = /[\p{L}\p{N}_./@#&-]/u;

function* ticketsIn(document: IncidentDocument, words: string, start: number, patterns: readonly TicketPattern[]): Generator<DocumentLink> {
  for (let at = 0; at < words.length; at++) {
    if (words[at] === ' ' || (at > 0 && goesOn.test(words[at - 1] as string))) continue;
    for (const { pattern, address } of patterns) {
      const found = pattern.match(words, at);
      const key = found?.[0] ?? '';
      if (!found || !endsAt(words, at + key.length)) continue;
      const span = { start: start + at, end: start + at + key.length };
      const target = isReference(document, words, at, key) ? null : targetOf(address, found);
      if (target !== null) yield { span, target, tooltip: t('Open {0}: {1}', key, target) };
      at += key.length - 1;
      break;
    }
  }
}

const endsAt = (words: string, at: number): boolean => !/^(?:[\p{L}\p{N}_]|-[\p{L}\p{N}])/u.test(words.slice(at, at + 4));

/** Whether a key is the words of a link whose address stands elsewhere: "[OPS-1][tickets]", "[OPS-1]" with a definition of it, and that itself. */
function isReference({ text }: IncidentDocument, words: string, at: number, key: string): boolean {
  const open = words.lastIndexOf('[', at);
  const close = words.indexOf(']', at + key.length);
  if (open < 0 || close < 0 || words.lastIndexOf(']', at - 1) > open) return false;
  return '[:'.includes(words[close + 1] ?? ' ') || text.value.includes(`${words.slice(open, close + 1)}:`);
}

/** An address with the parts of a key in it, so written that none of them can change what it is; null where it is none of the web. */
function targetOf(address: string, parts: readonly string[]): string | null {
  const target = address.replace(/\$(\d)/g, (hole, index: string) => {
    const part = parts[Number(index)];
    return part === undefined ? hole : encodeURIComponent(part.replace(/\p{Cs}/gu, '\ufffd')).replaceAll('%2F', '/');
  });
  return /^https?:\/\//i.test(target) && URL.canParse(target) ? new URL(target).href : null;
}

const markdownLink = /\]\(\s*(?:<([^<>\n]{1,400})>|([^\s()<>]{1,400}))(?:\s+"[^"\n]{0,200}")?\s*\)/g;
const codeSpan = /`[^`\n]*`/g;

/** The links in Markdown's notation that lead to places beside the document or in it, resolved against its URI. */
export function writtenLinks(document: IncidentDocument, uri: string): WrittenLink[] {
  const { text, lines } = document;
  const found: WrittenLink[] = [];
  if (!text.value.includes('](')) return found;
  for (const { kind, start, end } of lines) {
    if (kind === 'code' || kind === 'comment' || kind === 'frontMatter' || found.length >= mostLinks) continue;
    const words = text.value.slice(start, Math.min(end, start + longestLine)).replace(codeSpan, (code) => ' '.repeat(code.length));
    for (const match of words.matchAll(markdownLink)) {
      const written = (match[1] ?? match[2]) as string;
      const at = start + match.index + match[0].indexOf(written);
      const link = relative(written, uri);
      if (link) found.push({ span: { start: at, end: at + written.length }, ...link });
    }
  }
  return found;
}

const longestLine = 4_000;

/** Null for addresses of their own, for paths from the root of nobody knows what, and where the document lies in no folder. */
function relative(written: string, base: string): Omit<WrittenLink, 'span'> | null {
  if (/^(?:[a-z][a-z0-9+.-]*:|[/\\])/i.test(written)) return null;
  const hash = written.indexOf('#');
  const [path, anchor] = hash < 0 ? [written, null] : [written.slice(0, hash), written.slice(hash + 1)];
  if (path === '') return anchor ? { uri: null, anchor } : null;
  const encoded = path.replace(/[ ?]|%(?![\da-f]{2})/gi, encodeURIComponent);
  return base.startsWith('untitled:') || !URL.canParse(encoded, base) ? null : { uri: new URL(encoded, base).href, anchor };
}

/**
 * Where a written link leads: to the line of the heading that its anchor names, else to the file; null for an anchor that is not in
 * the document itself. `other` is the incident document that it leads to, where it is one.
 */
export function resolvedLink({ span, uri, anchor }: WrittenLink, base: string, own: IncidentDocument, other: IncidentDocument | null): DocumentLink | null {
  const document = uri === null ? own : other;
  const line = anchor !== null && document ? lineOfAnchor(document, anchor) : undefined;
  if (uri === null && line === undefined) return null;
  const words = document && line !== undefined ? document.text.value.slice(document.lines[line]?.contentStart, document.lines[line]?.contentEnd) : null;
  const place = uri === null ? t('Go to "{0}"', words ?? '') : words === null ? t('Open {0}', fileNameOf(uri)) : t('Open {0} at "{1}"', fileNameOf(uri), words);
  return { span, target: line === undefined ? (uri as string) : `${uri ?? base}#L${line + 1}`, tooltip: place };
}
