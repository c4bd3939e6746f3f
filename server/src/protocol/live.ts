import * as z from 'zod/mini';
import { Position, TextEdit } from './positions';

/** `incidentDocs/insertEntryNow`: the edits that put an entry of this moment into the timeline. Changes nothing by itself. */
export const insertEntryNowRequest = 'incidentDocs/insertEntryNow';
/** `version` is the one that `position`, the cursor's, is of. */
export const PlaceParams = z.object({ uri: z.string(), version: z.number(), position: Position });
export type PlaceParams = z.infer<typeof PlaceParams>;
/** The edits, for exactly `version`, or why there are none. `cursor`: where the words of the entry belong, in the new text of one of the edits. */
export const InsertEntryNowResult = z.union([
  z.object({ version: z.number(), edits: z.array(TextEdit), cursor: z.object({ edit: z.number(), offset: z.number() }) }),
  z.object({ refused: z.string() }),
]);
export type InsertEntryNowResult = z.infer<typeof InsertEntryNowResult>;

/** `incidentDocs/statusChoices`: the statuses that a document can be given, each with the edits that do so. Changes nothing by itself. */
export const statusChoicesRequest = 'incidentDocs/statusChoices';
export const StatusChoices = z.union([
  z.object({
    version: z.number(),
    choices: z.array(z.object({ value: z.string(), meaning: z.string(), isCurrent: z.boolean(), edits: z.array(TextEdit) })),
  }),
  z.object({ refused: z.string() }),
]);
export type StatusChoices = z.infer<typeof StatusChoices>;

/** `incidentDocs/milestoneChoices`: what the entry at a position can be marked as, each with the edits that do so. Changes nothing by itself. */
export const milestoneChoicesRequest = 'incidentDocs/milestoneChoices';
export const MilestoneChoices = z.union([
  z.object({
    version: z.number(),
    /** The words of the entry. */
    entry: z.string(),
    choices: z.array(z.object({
      /** For a person, as marks name it. */
      name: z.string(),
      /** Whether the entry is marked so: then the edits take the mark away. */
      isMarked: z.boolean(),
      /** The line (0-based) that tells of the milestone now. */
      line: z.nullable(z.number()),
      change: z.union([z.object({ edits: z.array(TextEdit) }), z.object({ refused: z.string() })]),
    })),
  }),
  z.object({ refused: z.string() }),
]);
export type MilestoneChoices = z.infer<typeof MilestoneChoices>;

/** `incidentDocs/clock`: how long an incident has been going on; null where the document is none. Lengths of time are for a person. */
export const clockRequest = 'incidentDocs/clock';
export const IncidentClock = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('running'),
    elapsed: z.string(),
    /** What it counts from. */
    start: z.object({ line: z.number(), name: z.string() }),
    nextUpdate: z.nullable(z.object({ line: z.number(), isOverdue: z.boolean(), in: z.string() })),
    /** Seconds until it shows something else. */
    changesIn: z.number(),
  }),
  z.object({ state: z.literal('ended'), took: z.nullable(z.string()) }),
  z.object({ state: z.literal('unknown') }),
]);
export type IncidentClock = z.infer<typeof IncidentClock>;
