import type { SourceText } from '../../document/text';
import type { TimelineEntry } from '../../document/timeline';

/** What an entry says, as written; where it is a heading, with what stands below it. Cut where it goes on for long. */
export function entryWords(text: SourceText, { textSpan, span }: TimelineEntry): string {
  return text.value.slice(textSpan.start, Math.min(Math.max(textSpan.end, span.end), textSpan.start + most));
}

const most = 600;
