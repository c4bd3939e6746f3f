import type { IncidentDocument } from '../../document/document';
import { rewrite, type Change } from './change';
import { mostUsed } from './most-used';

/** What stands between an entry's time and its words: closing marks, and a dash between blanks. */
const separator = /^([*_`)\]]*\s+)(--|[-–—])\s/;

/** One dash between time and words for each timeline. */
export function unifyDashes({ text, lines, timelines }: IncidentDocument): Change[] {
  return timelines.map(({ entries }) => {
    const dashes = entries.flatMap(({ time, textSpan, line }) => {
      const match = lines[line]?.kind === 'row' ? null : separator.exec(text.value.slice(time.span.end, Math.max(time.span.end, textSpan.start)));
      return match ? [{ at: time.span.end + (match[1] as string).length, dash: match[2] as string }] : [];
    });
    const dash = mostUsed(dashes.map((found) => found.dash));
    return dashes.flatMap((found) => rewrite(text.value, found.at, found.at + found.dash.length, dash));
  });
}
