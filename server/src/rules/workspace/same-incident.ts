import type { IncidentDocument } from '../../document/document';
import { shared, stemsOf } from '../actions/word-stems';
import type { Sibling, Siblings } from '../siblings';

/** Whether another document is about the same incident: a part and the whole, a translation, a copy, a version for other readers. */
export function isSameIncident({ day, title }: IncidentDocument, siblings: Siblings, other: Sibling): boolean {
  if (siblings.isTied(other) || areVersions(siblings.uri, other.uri)) return true;
  if (day === null || day !== other.day) return false;
  const [own, its] = [stemsOf(title?.text ?? ''), stemsOf(other.title?.text ?? '')];
  return title?.text === other.title?.text || shared(own, its) * 2 > Math.min(own.size, its.size);
}

/** Names that every folder has a file of. */
const everywhere = /^(?:readme|index|post-?_?mortem|incident|report|summary|rca|escalation)$/;

/** Whether one file's name goes on where the other's ends: `inc-104.md`, `inc-104-public.md`, `inc-104.de.md`, `de/inc-104.md`. */
function areVersions(uri: string, other: string): boolean {
  const [short, long] = [stemOf(uri), stemOf(other)].sort((a, b) => a.length - b.length) as [string, string];
  return !everywhere.test(short) && long.startsWith(short) && !/^[a-z\d]/.test(long.slice(short.length));
}

/** A file's name up to its first dot, in lower case. */
function stemOf(uri: string): string {
  return uri.slice(uri.lastIndexOf('/') + 1).replace(/\..*$/, '').toLowerCase();
}
