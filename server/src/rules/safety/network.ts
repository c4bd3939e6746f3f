import type { SourceText, Span } from '../../document/text';
import type { Mention } from '../mentions';
import { placesOf } from './places';

/** What names of hosts end with that no public domain ends with. */
export const internalEndings = ['internal', 'local', 'localdomain', 'lan', 'corp'] as const;

const octet = '(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)';
/** The three ranges of RFC 1918, each with the literal that it is found by. */
const ranges: readonly (readonly [sign: string, address: RegExp])[] = [
  ['10.', new RegExp(`^10(?:\\.${octet}){3}(?:/\\d{1,2})?(?![\\w-]|\\.\\d)`)],
  ['172.', new RegExp(`^172\\.(?:1[6-9]|2\\d|3[01])(?:\\.${octet}){2}(?:/\\d{1,2})?(?![\\w-]|\\.\\d)`)],
  ['192.1', new RegExp(`^192\\.168(?:\\.${octet}){2}(?:/\\d{1,2})?(?![\\w-]|\\.\\d)`)],
];
/** A whole range tells nothing about a network. */
const general = /^(?:10\.0\.0\.0\/8|172\.16\.0\.0\/12|192\.168\.0\.0\/16)$/;
/** Numbers of four parts that are versions. */
const version = /(?:[\w@~^-]|\d\.|\b(?:versions?|ver\.?|v\.?|release|build|firmware|patch|upgrad\w+(?: \w+)?(?: to| from)?|update[ds]?(?: \w+)?(?: to| from)?)[ :=]{0,3})$/i;

/** Addresses of the three ranges of RFC 1918; versions are none. */
export function* privateAddresses({ value }: SourceText): Generator<Span> {
  for (const [sign, address] of ranges) {
    for (const start of placesOf(value, sign)) {
      const found = address.exec(value.slice(start, start + 24))?.[0];
      if (found === undefined || general.test(found) || version.test(value.slice(Math.max(0, start - 30), start))) continue;
      yield { start, end: start + found.length };
    }
  }
}

/** A name that no public domain ends with, or what stands before the domain of a company. */
const ending = /^\.(?:internal|local|localdomain|lan|corp)(?:(?:\.[a-z0-9-]{1,63}){1,3}\.(?:com|net|org|io|dev|cloud|co|app|eu))?(?![\w-]|\.[\w-])/;
/** Names that are the same everywhere, and those of packages. */
const everywhere = /(?:^|\.)(?:docker\.internal|google\.internal|kubernetes\.default\.svc\.cluster\.local)$|^(?:svc\.)?cluster\.local$|^(?:com|org|net|io|java|javax|sun|go|github)\./;

const fullStop = 46;

/** Names of hosts that no public domain ends with; `mentions` are of the words of `internalEndings`. */
export function* internalHosts({ value }: SourceText, mentions: readonly Mention[]): Generator<Span> {
  for (const { span } of mentions) {
    const dot = span.start - 1;
    if (value.charCodeAt(dot) !== fullStop) continue;
    const end = ending.exec(value.slice(dot, dot + 200))?.[0];
    if (end === undefined) continue;
    const start = startOfName(value, dot);
    if (start === dot) continue;
    const host = value.slice(start, dot) + end;
    const addressed = value.slice(start - 3, start) === '://' || /^:\d/.test(value.slice(dot + end.length, dot + end.length + 2));
    // `settings.local` and `package.internal` are names of files and of code
    const isHost = addressed || (/[\d-]/.test(host) && /^[\s(["'`|=,;:*@<]?$/.test(value.charAt(start - 1))) || (host.split('.').length > 3 && value.charAt(start - 1) !== '.');
    if (isHost && !everywhere.test(host.toLowerCase())) yield { start, end: dot + end.length };
  }
}

/** Where the name before a full stop begins: a letter or digit, then letters, digits, hyphens and full stops. */
function startOfName(value: string, dot: number): number {
  let start = dot;
  while (start > 0 && dot - start < 200 && /[\w.-]/.test(value.charAt(start - 1))) start--;
  while (start < dot && !/[a-z0-9]/i.test(value.charAt(start))) start++;
  return start;
}

/** The passwords in links to meetings. */
export function* meetingPasswords({ value }: SourceText): Generator<Span> {
  for (const at of placesOf(value, '?pwd=')) {
    const password = /^[\w.~%-]{6,80}/.exec(value.slice(at + 5, at + 90))?.[0];
    if (password !== undefined && /:\/\/[\w.-]{0,80}zoom\.(?:us|com)\/[\w/-]{1,80}$/.test(value.slice(Math.max(0, at - 200), at))) {
      yield { start: at + 5, end: at + 5 + password.length };
    }
  }
}
