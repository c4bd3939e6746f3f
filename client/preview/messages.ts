import * as z from 'zod/mini';
import { ActionPlanModel } from '../../server/src/protocol';

/**
 * What the preview and its host say to each other, and what the preview remembers. Both sides check what they receive;
 * what does not fit is passed over. Lines are 0-based.
 */

/** From the host to the preview. */
export const HostMessage = z.discriminatedUnion('type', [
  /** The plan to draw. `readOnly` is the reason why nothing can be ticked, or null. */
  z.object({ type: z.literal('plan'), plan: ActionPlanModel, readOnly: z.nullable(z.string()) }),
  /** There is no document to show a plan of. */
  z.object({ type: z.literal('nothing') }),
  /** A sentence about the last gesture; `undo` offers to take it back. */
  z.object({ type: z.literal('note'), text: z.string(), undo: z.boolean() }),
]);
export type HostMessage = z.infer<typeof HostMessage>;

/** From the preview to the host. */
export const PreviewMessage = z.discriminatedUnion('type', [
  /** The page has loaded and wants its plan. */
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('reveal'), uri: z.string(), line: z.number() }),
  z.object({ type: z.literal('toggle'), uri: z.string(), version: z.number(), id: z.string(), done: z.boolean() }),
  z.object({ type: z.literal('undo') }),
  z.object({ type: z.literal('redo') }),
  z.object({ type: z.literal('problems') }),
]);
export type PreviewMessage = z.infer<typeof PreviewMessage>;

/** What survives hiding the panel and reloading the window. */
export const PreviewState = z.object({
  /** The document whose plan was shown last. */
  uri: z.nullable(z.string()),
  /** Pixels from the top. */
  scroll: z.number(),
  /** Keys of the groups that were folded. */
  collapsed: z.array(z.string()),
});
export type PreviewState = z.infer<typeof PreviewState>;

/** Every sentence of the preview, in English; the host hands over its translations. `{0}` and `{1}` are filled in. */
export const ENGLISH = {
  postmortem: 'Post-mortem',
  escalation: 'Escalation',
  untitled: 'Untitled incident',
  status: 'Status',
  customer: 'Customer',
  progress: '{0} of {1} done',
  untrackedMore: '{0} not tracked',
  noneTracked: 'Actions: {0}, none tracked',
  groupProgress: '{0}: {1}',
  problems: 'Problems: {0}',
  showProblems: 'Show in the Problems panel',
  owner: 'Owner: {0}',
  due: 'Due: {0}',
  ticket: 'Ticket: {0}',
  reveal: 'Go to line {0}',
  done: 'Done: {0}',
  stateDone: 'Done, as the text says',
  stateOpen: 'Open, as the text says',
  untracked: 'Not tracked: the document does not say whether this is done',
  undo: 'Undo',
  emptyTitle: 'No action plan yet',
  emptyText: 'List what has to be done under a heading such as “Action items”. Group it by when it is due, and begin an item with a box to tick it here.',
  nothingTitle: 'No incident document',
  nothingText: 'Open a post-mortem or an escalation summary to see its action plan.',
} as const;
export type Strings = { readonly [Key in keyof typeof ENGLISH]: string };
export const Strings = z.record(z.string(), z.string());
