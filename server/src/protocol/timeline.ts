import * as z from 'zod/mini';
import { Position } from './positions';

/** `incidentDocs/timelineEntry`: where the next or previous entry of a timeline stands, seen from a line. */
export const timelineEntryRequest = 'incidentDocs/timelineEntry';
export const TimelineEntryParams = z.object({ uri: z.string(), line: z.number(), direction: z.enum(['next', 'previous']) });
export type TimelineEntryParams = z.infer<typeof TimelineEntryParams>;
/** `position` is null where the document has no timeline; `wrapped`: there was no further entry, and this is the first or the last of all. */
export const TimelineEntryResult = z.object({ position: z.nullable(Position), wrapped: z.boolean() });
export type TimelineEntryResult = z.infer<typeof TimelineEntryResult>;

/** `incidentDocs/pasteAsTimeline`: what a chat, a log or a table is as entries of a timeline. Changes nothing by itself. */
export const pasteAsTimelineRequest = 'incidentDocs/pasteAsTimeline';
export const PasteAsTimelineParams = z.object({
  uri: z.string(),
  /** The version that `position` is of. */
  version: z.number(),
  /** In the timeline that the entries are for. */
  position: Position,
  text: z.string(),
  /** Where the text stands in the document, whose lines go away; absent where it comes from the clipboard. */
  replacing: z.optional(z.object({ start: Position, end: Position })),
});
export type PasteAsTimelineParams = z.infer<typeof PasteAsTimelineParams>;

/** What there is to do, for exactly `version`; or why there is nothing. */
export const PasteAsTimelineResult = z.union([
  z.object({
    version: z.number(),
    /** As people call it. */
    format: z.string(),
    /** Those that are new, from the oldest on: local time of the timeline in ISO 8601, and who said what. */
    entries: z.array(z.object({ start: z.string(), text: z.string() })),
    /** Not overlapping. */
    edits: z.array(z.object({ range: z.object({ start: Position, end: Position }), newText: z.string() })),
    /** Sentences on what was assumed. */
    notes: z.array(z.string()),
  }),
  z.object({ refused: z.string() }),
]);
export type PasteAsTimelineResult = z.infer<typeof PasteAsTimelineResult>;
