import type { MutableLine } from './lines';
import type { Next } from './next';
import type { Place } from './open-blocks';
import { isDigit } from './sticky';

const TAB = 9;
const SPACE = 32;
const HASH = 35;
const STAR = 42;
const PLUS = 43;
const DASH = 45;
const DOT = 46;
const COLON = 58;
const LESS = 60;
const EQUALS = 61;
const GREATER = 62;
const BACKTICK = 96;
const UNDERSCORE = 95;
const PIPE = 124;
const TILDE = 126;
const NBSP = 160;

/** A key is at most this long: longer is a sentence with a colon in it. */
const MAX_KEY = 48;

const BOM = 0xfeff;

/** White space within a line, the byte order mark included. */
export const isBlank = (code: number): boolean => code === SPACE || code === TAB || code === NBSP || code === BOM || code === 0x3000;

/** Reads what stands at the line's first visible character: block markers first, then what the content looks like. */
export function classify(source: string, line: MutableLine, code: number, place: Place, colons: Next): void {
  if (place === 'html') {
    if (code === LESS && source.startsWith('<!--', line.contentStart)) line.kind = 'comment';
    else readWords(source, line, colons);
    return;
  }
  if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90)) {
    readWords(source, line, colons);
    return;
  }
  if (place === 'block' && readBlock(source, line, code)) return;
  if (readDivider(source, line, code)) return;
  if (readMarker(source, line)) {
    line.kind = 'item';
    const first = source.charCodeAt(line.contentStart);
    if (line.checkbox < 0 && !isNumberSign(source, line.contentStart, first) && readBlock(source, line, first)) return;
  }
  if (source.charCodeAt(line.contentStart) === COLON) skipShortcode(source, line);
  readWords(source, line, colons);
}

const shortcode = /:[a-z0-9_+-]{2,40}:[ \t]+/y;

/** `:calendar: **Escalated:** 2024-01-02` has an emoji in front of its words. */
function skipShortcode(source: string, line: MutableLine): void {
  shortcode.lastIndex = line.contentStart;
  const match = shortcode.exec(source);
  if (match && line.contentStart + match[0].length < line.contentEnd) line.contentStart += match[0].length;
}

/** "- # of hosts: 12" counts hosts. */
const isNumberSign = (source: string, at: number, first: number): boolean => first === HASH && source.startsWith('# of ', at);

function readWords(source: string, line: MutableLine, colons: Next): void {
  const colon = colons.from(line.contentStart);
  if (colon >= 0 && colon < line.contentEnd && colon - line.contentStart <= MAX_KEY) readKey(source, line);
}

/** A heading, fence or comment, at the beginning of a line or of an item. */
function readBlock(source: string, line: MutableLine, code: number): boolean {
  const at = line.contentStart;
  const end = line.contentEnd;
  if (code === HASH) {
    const level = runLength(source, at, end, HASH);
    if (level > 6 || (at + level < end && !isBlank(source.charCodeAt(at + level)))) return false;
    line.kind = 'heading';
    line.notation = 'atx';
    line.level = level;
    line.contentStart = skipBlank(source, at + level, end);
    line.contentEnd = withoutClosingHashes(source, line.contentStart, end);
    return true;
  }
  if (code === BACKTICK || code === TILDE) {
    const length = runLength(source, at, end, code);
    // a fence's info string has no backtick: ```code``` on one line is code in prose
    if (length < 3 || (code === BACKTICK && source.slice(at + length, end).includes('`'))) return false;
    line.kind = 'fence';
    return true;
  }
  if (code === LESS && source.startsWith('<!--', at)) {
    line.kind = 'comment';
    return true;
  }
  return false;
}

/** Quotes, underlines, rules, rows and delimiter lines. */
function readDivider(source: string, line: MutableLine, code: number): boolean {
  const at = line.contentStart;
  const end = line.contentEnd;
  switch (code) {
    case GREATER:
      line.kind = 'quote';
      return true;
    case EQUALS:
      if (!isRun(source, at, end, EQUALS)) return false;
      line.kind = 'underline';
      return true;
    case PIPE:
      line.kind = isDelimiterRow(source, at, end) ? 'delimiter' : 'row';
      return true;
    case DASH:
    case STAR:
    case UNDERSCORE:
      if (code === DASH && end - at === 2 && source.charCodeAt(at + 1) === DASH) line.kind = 'underline';
      else if (isThematicBreak(source, at, end, code)) line.kind = code === DASH && isRun(source, at, end, DASH) ? 'underline' : 'rule';
      else if (code === DASH && isDelimiterRow(source, at, end)) line.kind = 'delimiter';
      return line.kind !== 'prose';
    case COLON:
      if (isDelimiterRow(source, at, end)) line.kind = 'delimiter';
      return line.kind !== 'prose';
    default:
      return false;
  }
}

/** The offset behind a list marker that stands at an offset, or -1. */
export function markerEnd(source: string, at: number, end: number): number {
  const code = source.charCodeAt(at);
  let behind = at + 1;
  if (isDigit(code)) {
    while (behind < end && behind - at < 9 && isDigit(source.charCodeAt(behind))) behind++;
    const close = source.charCodeAt(behind);
    if (behind >= end || (close !== DOT && close !== 41)) return -1;
    behind++;
  } else if (!isBullet(code) || at >= end) return -1;
  return behind >= end || isBlank(source.charCodeAt(behind)) ? behind : -1;
}

const isBullet = (code: number): boolean =>
  code === DASH || code === STAR || code === PLUS || code === 0x2022 || code === 0x25e6 || code === 0x2013 || code === 0x00b7 || code === 0x25cf;

/** Takes a list marker and a checkbox off the line's content. */
function readMarker(source: string, line: MutableLine): boolean {
  const end = line.contentEnd;
  const behind = markerEnd(source, line.contentStart, end);
  if (behind < 0) return false;
  line.marker = isDigit(source.charCodeAt(line.contentStart)) ? 'number' : 'bullet';
  line.contentStart = skipBlank(source, behind, end);
  const open = line.contentStart;
  if (source.charCodeAt(open) === 91 && source.charCodeAt(open + 2) === 93 && open + 2 < end) {
    const mark = source.charCodeAt(open + 1);
    const after = open + 3;
    if ((mark === SPACE || mark === 120 || mark === 88) && (after === end || isBlank(source.charCodeAt(after)))) {
      line.checkbox = open + 1;
      line.contentStart = skipBlank(source, after, end);
    }
  }
  return true;
}

/**
 * Finds the colon of `Key: value`, `**Key**: value`, `**Key:** value` or `Key    : value`. The key has letters, no sentence
 * punctuation and at most 48 characters.
 */
function readKey(source: string, line: MutableLine): void {
  const limit = Math.min(line.contentEnd, line.contentStart + MAX_KEY);
  let letters = 0;
  for (let at = line.contentStart; at < limit; at++) {
    const code = source.charCodeAt(at);
    if (code === COLON || code === 0xff1a) {
      if (letters < 2) return;
      let behind = at + 1;
      while (behind < line.contentEnd && (source.charCodeAt(behind) === STAR || source.charCodeAt(behind) === UNDERSCORE)) behind++;
      if (behind < line.contentEnd && code === COLON && !isBlank(source.charCodeAt(behind))) return;
      line.colon = at;
      if (line.checkbox < 0 && behind < line.contentEnd) line.kind = 'field';
      return;
    }
    if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code > 191) letters++;
    else if ((code === DOT && source.charCodeAt(at + 1) !== COLON) || code === 44 || code === 59 || code === 63 || code === 33 || code === PIPE || code === BACKTICK || code === 91 || isDashBetweenWords(source, at, code)) return;
  }
}

/** " - " in a key means that the colon belongs to a sentence behind it. */
function isDashBetweenWords(source: string, at: number, code: number): boolean {
  return (code === DASH || code === 0x2013 || code === 0x2014) && isBlank(source.charCodeAt(at - 1)) && isBlank(source.charCodeAt(at + 1));
}

/** Three or more of one character, with nothing but white space between. */
function isThematicBreak(source: string, at: number, end: number, mark: number): boolean {
  let count = 0;
  for (; at < end; at++) {
    const code = source.charCodeAt(at);
    if (code === mark) count++;
    else if (!isBlank(code)) return false;
  }
  return count >= 3;
}

/** The line under a table's header: dashes, colons and at least one pipe. */
function isDelimiterRow(source: string, at: number, end: number): boolean {
  let pipes = 0;
  let dashes = 0;
  for (; at < end; at++) {
    const code = source.charCodeAt(at);
    if (code === PIPE || code === PLUS) pipes++;
    else if (code === DASH || code === EQUALS) dashes++;
    else if (code !== COLON && !isBlank(code)) return false;
  }
  return pipes > 0 && dashes > 0;
}

function skipBlank(source: string, at: number, end: number): number {
  while (at < end && isBlank(source.charCodeAt(at))) at++;
  return at;
}

/** How many times a character stands in a row from an offset on. */
export function runLength(source: string, at: number, end: number, code: number): number {
  let last = at;
  while (last < end && source.charCodeAt(last) === code) last++;
  return last - at;
}

/** Whether a stretch is nothing but one character. */
export function isRun(source: string, at: number, end: number, code: number): boolean {
  return runLength(source, at, end, code) === end - at;
}

/** `## Title ##` is the title alone; `## C#` keeps its hash. */
function withoutClosingHashes(source: string, start: number, end: number): number {
  let at = end;
  while (at > start && source.charCodeAt(at - 1) === HASH) at--;
  if (at === end || (at > start && !isBlank(source.charCodeAt(at - 1)))) return end;
  while (at > start && isBlank(source.charCodeAt(at - 1))) at--;
  return at;
}
