import * as z from 'zod/mini';
import { Position, TextEdit } from './positions';

/** `incidentDocs/format`: the edits that lay an incident document of any language out evenly. Changes nothing by itself. */
export const formatRequest = 'incidentDocs/format';

/** `incidentDocs/convert`: the edits that write an incident document in another notation. Changes nothing by itself. */
export const convertRequest = 'incidentDocs/convert';
export const ConvertParams = z.object({ uri: z.string(), to: z.enum(['markdown', 'plainText']) });
export type ConvertParams = z.infer<typeof ConvertParams>;

/** `incidentDocs/refactorings`: what can be done to the notation and the order of what a range touches. Changes nothing by itself. */
export const refactoringsRequest = 'incidentDocs/refactorings';
export const RefactoringsParams = z.object({
  uri: z.string(),
  /** The cursor or the selection; the whole document where absent. */
  range: z.optional(z.object({ start: Position, end: Position })),
  /** The kind of code action that is wanted; all where absent. */
  kind: z.optional(z.string()),
  /** The zone to convert times to, in place of those that are offered unasked: a name of IANA's, or one that documents use. */
  timeZone: z.optional(z.string()),
});
export type RefactoringsParams = z.infer<typeof RefactoringsParams>;

/** A change, or why it cannot be made. The edits of a change do not overlap; `snippets`: their texts are snippets, with places to fill in. */
export const RefactoringOffer = z.union([
  z.object({ title: z.string(), kind: z.string(), edits: z.array(TextEdit), snippets: z.boolean(), timeZone: z.optional(z.string()) }),
  z.object({ title: z.string(), kind: z.string(), refused: z.string() }),
]);
export type RefactoringOffer = z.infer<typeof RefactoringOffer>;

/** The offers, for exactly `version`; null where the document is not open as an incident document. */
export const RefactoringsResult = z.nullable(z.object({ version: z.number(), offers: z.array(RefactoringOffer) }));
export type RefactoringsResult = z.infer<typeof RefactoringsResult>;
