import * as z from 'zod/mini';

/** What is to be done about a thing, of the kinds that a plan should have several of. */
export const actionTypes = ['investigate', 'mitigate', 'repair', 'detect', 'prevent', 'process', 'document', 'comms'] as const;

/** What a person may change of an item, where it stands and as it is written. */
const itemGestures = ['toggle', 'owner', 'due', 'move'] as const;

export const ActionItemModel = z.object({
  /** Stable while the item's words stay: what a gesture names. */
  id: z.string(),
  line: z.number(),
  /** As written, without markup. */
  text: z.string(),
  /** The text without details at its end that stand in `owner`, `due` and `tickets`. */
  title: z.string(),
  state: z.enum(['open', 'done', 'untracked']),
  /** As written. */
  priority: z.nullable(z.string()),
  /** `stated`: the document says so itself; else its words tell. */
  type: z.nullable(z.object({ value: z.enum(actionTypes), stated: z.boolean() })),
  owner: z.nullable(z.string()),
  /** Whether nothing says who does it: "The depot checks the belts" names no owner in a place of its own, and is not unowned. */
  unowned: z.boolean(),
  /** `text` as written; `date` in ISO 8601 where it is a calendar date. Of the source `horizon` it is computed from the window of the group. */
  due: z.nullable(z.object({ text: z.string(), date: z.nullable(z.string()), source: z.enum(['stated', 'horizon']), overdue: z.boolean() })),
  /** `url` is of the web, by the patterns of the settings or by a link in the text. */
  tickets: z.array(z.object({ key: z.string(), url: z.nullable(z.string()) })),
  /** Another place of the document that says that the item is done, though the plan does not. */
  likelyDone: z.nullable(z.object({ line: z.number(), text: z.string() })),
  /** What can be written back. */
  gestures: z.array(z.enum(itemGestures)),
});
export type ActionItemModel = z.infer<typeof ActionItemModel>;

export const ActionGroupModel = z.object({
  /** Stable while the label stays. */
  id: z.string(),
  label: z.string(),
  line: z.number(),
  /** When it is to be done, as the label says it: "0-4 hours". */
  window: z.nullable(z.string()),
  /** Items whose state is tracked, and how many of these are done. */
  tracked: z.number(),
  done: z.number(),
  items: z.array(ActionItemModel),
  canAdd: z.boolean(),
  /** Whether it has items that `makeChecklist` gives boxes. */
  canChecklist: z.boolean(),
});
export type ActionGroupModel = z.infer<typeof ActionGroupModel>;

export const metricNames = ['timeToDetect', 'timeToAcknowledge', 'timeToMitigate', 'timeToResolve'] as const;

export const MetricModel = z.object({
  key: z.enum(metricNames),
  seconds: z.nullable(z.number()),
  /** The lines that it is measured between. */
  from: z.nullable(z.number()),
  line: z.nullable(z.number()),
  /** Why it is not known, as a sentence. */
  reason: z.nullable(z.string()),
});
export type MetricModel = z.infer<typeof MetricModel>;

export const TimelineModel = z.object({
  /** The zone that the axis is in, as the document names it; UTC where the entries are of several; null where none is known. */
  zone: z.nullable(z.string()),
  entries: z.array(z.object({
    line: z.number(),
    /** Seconds from 1970-01-01 00:00 of that zone: read as UTC it gives what the axis shows. */
    start: z.number(),
    end: z.nullable(z.number()),
    /** The time as written. */
    label: z.string(),
    text: z.string(),
    milestones: z.array(z.string()),
    /** Whether it stands out of its order in the document. */
    disorder: z.boolean(),
  })),
  /** Entries that have no place on the axis. */
  undated: z.number(),
});
export type TimelineModel = z.infer<typeof TimelineModel>;

const blockingKinds = ['openActions', 'unowned', 'undated', 'overdue', 'contradiction', 'rootCausePending', 'missingSection', 'problem'] as const;

export const BlockingModel = z.object({ kind: z.enum(blockingKinds), text: z.string(), line: z.nullable(z.number()) });
export type BlockingModel = z.infer<typeof BlockingModel>;

const Fact = z.object({ value: z.string(), line: z.number() });

export const ActionPlanModel = z.object({
  uri: z.string(),
  version: z.number(),
  kind: z.enum(['postmortem', 'escalation']),
  title: z.nullable(z.string()),
  titleLine: z.number(),
  /** The day (ISO 8601) that ages and what is overdue are told of. */
  asOf: z.string(),
  status: z.nullable(Fact),
  /** Severity or priority, with the word for it that the document uses. */
  severity: z.nullable(z.object({ label: z.string(), value: z.string(), line: z.number() })),
  customer: z.nullable(Fact),
  /** How long it has been going on since a day or moment (ISO 8601), or how long it was where it has ended. */
  age: z.nullable(z.object({ seconds: z.number(), since: z.string(), line: z.number(), ended: z.boolean() })),
  nextUpdate: z.nullable(z.object({ text: z.string(), line: z.number(), overdue: z.boolean() })),
  metrics: z.array(MetricModel),
  /** Findings that the editor lists. */
  problems: z.number(),
  /** What stands against closing the incident, the gravest first; a few. */
  blocking: z.array(BlockingModel),
  tracked: z.number(),
  done: z.number(),
  total: z.number(),
  /** Of what is not done. */
  unowned: z.number(),
  overdue: z.number(),
  /** Who might be named as an owner. */
  owners: z.array(z.string()),
  groups: z.array(ActionGroupModel),
  timeline: z.nullable(TimelineModel),
  /** The heading under which an added item would stand, where there is no plan. */
  emptyHint: z.nullable(z.string()),
  /** The address of a form for a new issue, by the settings; `$title`, `$body`, `$owner` and `$due` in it stand for those of an item. */
  newIssue: z.nullable(z.string()),
});
export type ActionPlanModel = z.infer<typeof ActionPlanModel>;

/** `incidentDocs/actionPlan`: the plan of an open document, or null where it is no incident document. */
export const actionPlanRequest = 'incidentDocs/actionPlan';

/** What a person does to a plan. Items and groups are named by their ids; dates are ISO 8601 and are written as the document writes its own. */
export const PlanGesture = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('toggle'), id: z.string(), done: z.boolean() }),
  z.object({ kind: z.literal('setOwner'), id: z.string(), owner: z.nullable(z.string()) }),
  z.object({ kind: z.literal('setDue'), id: z.string(), due: z.nullable(z.string()) }),
  /** To the end of another group. */
  z.object({ kind: z.literal('move'), id: z.string(), group: z.string() }),
  /** To the end of a group, or of the plan; the section is made where there is none. */
  z.object({ kind: z.literal('addItem'), group: z.nullable(z.string()), text: z.string(), owner: z.nullable(z.string()), due: z.nullable(z.string()) }),
  /** Gives the items of a group, or of the whole plan, boxes. */
  z.object({ kind: z.literal('makeChecklist'), group: z.nullable(z.string()) }),
]);
export type PlanGesture = z.infer<typeof PlanGesture>;

/** `incidentDocs/editPlan`: the smallest edits that a gesture takes, as `DocumentEdits`. Changes nothing by itself. */
export const editPlanRequest = 'incidentDocs/editPlan';
export const EditPlanParams = z.object({
  uri: z.string(),
  /** The version that the plan was seen in. */
  version: z.number(),
  gesture: PlanGesture,
});
export type EditPlanParams = z.infer<typeof EditPlanParams>;
