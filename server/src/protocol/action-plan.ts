import * as z from 'zod/mini';
import { Position } from './positions';

export const ActionItemModel = z.object({
  /** Stable while the item's text stays: what a toggle names. */
  id: z.string(),
  line: z.number(),
  /** As written, without markup. */
  text: z.string(),
  /** The text without details at its end that stand in `owner`, `due` and `tickets`. */
  title: z.string(),
  state: z.enum(['open', 'done', 'untracked']),
  /** Whether the item has a checkbox that can be toggled. */
  checkable: z.boolean(),
  owner: z.nullable(z.string()),
  due: z.nullable(z.string()),
  tickets: z.array(z.string()),
});
export type ActionItemModel = z.infer<typeof ActionItemModel>;

export const ActionGroupModel = z.object({
  label: z.string(),
  line: z.number(),
  /** Items whose state is tracked, and how many of these are done. */
  tracked: z.number(),
  done: z.number(),
  items: z.array(ActionItemModel),
});
export type ActionGroupModel = z.infer<typeof ActionGroupModel>;

export const ActionPlanModel = z.object({
  uri: z.string(),
  version: z.number(),
  kind: z.enum(['postmortem', 'escalation']),
  title: z.nullable(z.string()),
  status: z.nullable(z.string()),
  /** Severity or priority, with the word for it that the document uses. */
  severity: z.nullable(z.object({ label: z.string(), value: z.string() })),
  customer: z.nullable(z.string()),
  problems: z.number(),
  tracked: z.number(),
  done: z.number(),
  total: z.number(),
  groups: z.array(ActionGroupModel),
});
export type ActionPlanModel = z.infer<typeof ActionPlanModel>;

/** `incidentDocs/actionPlan`: the plan of an open document, or null where it is no incident document. */
export const actionPlanRequest = 'incidentDocs/actionPlan';
export const ActionPlanParams = z.object({ uri: z.string() });
export type ActionPlanParams = z.infer<typeof ActionPlanParams>;

/** `incidentDocs/toggleAction`: the smallest edit that sets an item's checkbox. Changes nothing by itself. */
export const toggleActionRequest = 'incidentDocs/toggleAction';
export const ToggleActionParams = z.object({
  uri: z.string(),
  /** The version that the item was seen in. */
  version: z.number(),
  id: z.string(),
  done: z.boolean(),
});
export type ToggleActionParams = z.infer<typeof ToggleActionParams>;

/** The edit, for exactly `version`; or why there is none. */
export const ToggleActionResult = z.union([
  z.object({ version: z.number(), range: z.object({ start: Position, end: Position }), newText: z.string() }),
  z.object({ refused: z.string() }),
]);
export type ToggleActionResult = z.infer<typeof ToggleActionResult>;
