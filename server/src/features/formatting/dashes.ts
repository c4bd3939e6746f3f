import type { IncidentDocument } from '../../document/document';
import { mostUsed } from '../most-used';
import { rewrite, type Change } from './change';

/** What stands between an entry's time and its words: closing marks, and a dash between blanks. */
const separator = /^([*_`)\]]*\s+)(--|[-–—])\s/;

/** One dash between time and words for each timeline. */
export function unifyDashes({ text, lines, timelines }: IncidentDocument): Change[] {
  return timelines.map(({ entries }) => {
    const dashes = entries.flatMap(({ time, textSpan, line }) => {
      const match = lines[line]?.kind === 'row' ? null : separator.exec(text.value.slice(time.span.end, Math.max(time.span.end, textSpan.start)));
      return match ? [{ at: time.span.end + (match[1] as string).length, dash: match[2] as string }] : [];
    });
    const most = mostUsed(dashes, ({ dash }) => dash)?.dash ?? '';
    return dashes.flatMap(({ at, dash }) => rewrite(text.value, at, at + dash.length, most));
  });
}
