import type { IncidentDocument } from '../../document/document';
import type { Line } from '../../document/lines';
import type { Timeline, TimelineEntry } from '../../document/timeline';
import { rewriteDate } from '../../rules/timeline/rewrite-date';

/** A line that gives its day to the entries under it, and nothing else. */
export interface DayLine {
  /** 0-based. */
  readonly line: number;
  /** Its last line: an underlined heading has two. */
  readonly endLine: number;
  /** Whether a blank line stands in front of it, and behind it. */
  readonly blankBefore: boolean;
  readonly blankBehind: boolean;
  /** The same for another day, since 1970-01-01; null where it does not tell how. */
  rewritten(day: number): string | null;
}

/** The line that states the day of an entry; null where that is not a line of its own. */
export function dayLineOf(document: IncidentDocument, timeline: Timeline, entry: TimelineEntry): DayLine | null {
  if (entry.dateSource !== 'heading') return null;
  const { text, lines, times } = document;
  for (let number = entry.line - 1; number >= timeline.section.bodyLine; number--) {
    const line = lines[number] as Line;
    if (line.kind === 'blank' || line.kind === 'underline' || line.marker !== null) continue;
    const found = times.findDate(line.contentStart, Math.min(line.contentEnd, line.contentStart + 80));
    if (!found) continue;
    const underline = lines[number + 1]?.kind === 'underline' ? number + 1 : number;
    const written = text.value.slice(line.start, line.end);
    const around = written.slice(0, found.span.start - line.start) + written.slice(found.span.end - line.start);
    const isSole = underline === number && !/\p{L}{4}|\d/u.test(around.replace(/\p{L}{1,7}day\b|\p{L}{1,8}tag\b/gu, ''));
    return {
      line: number, endLine: underline, blankBefore: lines[number - 1]?.kind === 'blank', blankBehind: lines[underline + 1]?.kind === 'blank',
      rewritten(day) {
        // with the weekday in front of the date
        return isSole ? rewriteDate(written, found.date, day) : null;
      },
    };
  }
  return null;
}

