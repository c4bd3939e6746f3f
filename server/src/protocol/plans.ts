import * as z from 'zod/mini';
import { ActionItemModel } from './action-plan';

/** An item as it stands in a list of many plans. */
export const ListedItem = z.extend(z.pick(ActionItemModel, { id: true, line: true, text: true, title: true, state: true, owner: true, due: true, tickets: true, gestures: true }), {
  /** The label of its group. */
  group: z.string(),
  /** The same for every spelling of an owner. */
  ownerKey: z.nullable(z.string()),
});
export type ListedItem = z.infer<typeof ListedItem>;

/** A plan that has items, as far as a list tells of it. */
export const ListedPlan = z.object({
  uri: z.string(),
  title: z.nullable(z.string()),
  /** The day (ISO 8601) that what is overdue is told of. */
  asOf: z.string(),
  tracked: z.number(),
  done: z.number(),
  total: z.number(),
  items: z.array(ListedItem),
});
export type ListedPlan = z.infer<typeof ListedPlan>;

/** `incidentDocs/plans`: the action items of many documents. Reports how far it is where a token is handed over. */
export const plansRequest = 'incidentDocs/plans';
export const PlansParams = z.object({
  /** The documents, open or not; null for all that the workspace has, the latest incidents first. */
  uris: z.nullable(z.array(z.string())),
  /** Leaves out what is done; it is counted nevertheless. */
  openOnly: z.boolean(),
  workDoneToken: z.optional(z.union([z.string(), z.number()])),
});
export type PlansParams = z.infer<typeof PlansParams>;

/** In the order in which they were asked for; without documents that are no incident documents or have no items. `leftOut` is what was too much to list. */
export const PlansResult = z.object({ plans: z.array(ListedPlan), leftOut: z.object({ documents: z.number(), items: z.number() }) });
export type PlansResult = z.infer<typeof PlansResult>;
