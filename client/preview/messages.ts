import * as z from 'zod/mini';
import { ActionPlanModel } from '../../server/src/protocol/action-plan';
import { choiceOfItems } from './arrangement';

/**
 * What the host says to the preview, and what the preview remembers. Both sides check what they receive; what does not fit is passed over.
 * Lines are 0-based.
 */

/** Why there is no plan to draw: no document at all, one that is none of ours, or one that was deleted. */
export const absences = ['nothing', 'other', 'gone'] as const;
export type Absence = (typeof absences)[number];

/** From the host to the preview. */
export const HostMessage = z.discriminatedUnion('type', [
  /** The plan to draw. `readOnly` is the reason why nothing can be changed, or null; `locked` is null where there is nothing to follow. */
  z.object({ type: z.literal('plan'), plan: ActionPlanModel, readOnly: z.nullable(z.string()), locked: z.nullable(z.boolean()) }),
  z.object({ type: z.literal('absent'), why: z.enum(absences), locked: z.nullable(z.boolean()) }),
  /** A sentence about the last gesture; `refused` says that it was not made, `undo` offers to take it back as long as the document stays at that version. */
  z.object({ type: z.literal('note'), text: z.string(), refused: z.boolean(), undo: z.nullable(z.number()) }),
  /** Where the cursor was put in the text. */
  z.object({ type: z.literal('cursor'), uri: z.string(), line: z.number() }),
]);
export type HostMessage = z.infer<typeof HostMessage>;

/** What survives hiding the panel and reloading the window. */
export const PreviewState = z.object({
  /** The document whose plan was shown last. */
  uri: z.nullable(z.string()),
  locked: z.boolean(),
  /** Pixels from the top. */
  scroll: z.number(),
  /** Keys of the groups that were folded. */
  collapsed: z.array(z.string()),
  choice: choiceOfItems,
  /** Of the timeline: how many times as wide as the page. */
  zoom: z.number(),
});
export type PreviewState = z.infer<typeof PreviewState>;
