import * as z from 'zod/mini';
import { PlanGesture } from '../../server/src/protocol/action-plan';

const copyFormats = ['markdown', 'checklist', 'jira', 'text'] as const;
export type CopyFormat = (typeof copyFormats)[number];

/** What the preview says to its host. The page itself knows the types alone: what it does not check it need not carry. */
export const PreviewMessage = z.discriminatedUnion('type', [
  /** The page has loaded and wants its plan. */
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('reveal'), uri: z.string(), line: z.number() }),
  /** What a person did to the plan that they saw in `version`. */
  z.object({ type: z.literal('gesture'), uri: z.string(), version: z.number(), gesture: PlanGesture }),
  z.object({ type: z.literal('undo') }),
  z.object({ type: z.literal('redo') }),
  z.object({ type: z.literal('problems') }),
  z.object({ type: z.literal('lock'), locked: z.boolean() }),
  z.object({ type: z.literal('copy'), uri: z.string(), format: z.enum(copyFormats) }),
  z.object({ type: z.literal('export'), uri: z.string() }),
  z.object({ type: z.literal('customerSafe'), uri: z.string() }),
  z.object({ type: z.literal('newIssue'), uri: z.string(), id: z.string() }),
  /** The document that is none of ours shall be one. */
  z.object({ type: z.literal('treat') }),
]);
export type PreviewMessage = z.infer<typeof PreviewMessage>;
