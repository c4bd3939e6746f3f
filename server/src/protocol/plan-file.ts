import * as z from 'zod/mini';
import { actionTypes } from './action-plan';

const Line = z.int().check(z.gte(1), z.describe('Counted from 1.'));
const Count = z.int().check(z.gte(0));
const Day = z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/), z.describe('ISO 8601, such as 2026-11-21.'));
const Duration = z.nullable(z.string()).check(z.describe('ISO 8601, such as PT1H30M; null where it is not known.'));

const PlanFileItem = z.object({
  line: Line,
  text: z.string().check(z.describe('As written, without markup.')),
  title: z.string().check(z.describe('The text without what `owner`, `due` and `tickets` say.')),
  state: z.enum(['open', 'done', 'untracked']).check(z.describe('`untracked`: nothing in the document says whether it is done.')),
  owner: z.nullable(z.string()),
  due: z.nullable(z.object({
    text: z.string().check(z.describe('As written.')),
    date: z.nullable(Day).check(z.describe('Null where the text names no day of the calendar.')),
    derived: z.boolean().check(z.describe('Whether the document states no date and the window of the group gives it.')),
    overdue: z.boolean().check(z.describe('As of the day that the plan is of.')),
  })),
  priority: z.nullable(z.string()),
  type: z.nullable(z.object({ value: z.enum(actionTypes), stated: z.boolean().check(z.describe('False where the words of the item tell it.')) })),
  tickets: z.array(z.object({ key: z.string(), url: z.nullable(z.string()) })),
  likelyDone: z.nullable(z.object({ line: Line, text: z.string() })).check(z.describe('Another place of the document that says that the item is done.')),
});

/**
 * A document in the file that "JSON" stands for. `schemas/action-plan.schema.json` is made from this, which runs nowhere else. Fields are
 * added, never renamed.
 */
const PlanFileDocument = z.object({
  file: z.string(),
  kind: z.enum(['postmortem', 'escalation']),
  title: z.nullable(z.string()),
  status: z.nullable(z.string()),
  severity: z.nullable(z.object({ label: z.string(), value: z.string() })).check(z.describe('Severity or priority, with the word for it that the document uses.')),
  customer: z.nullable(z.string()),
  asOf: Day.check(z.describe('The day that `overdue` is told of (ISO 8601).')),
  metrics: z.object({ timeToDetect: Duration, timeToAcknowledge: Duration, timeToMitigate: Duration, timeToResolve: Duration }),
  progress: z.object({
    total: Count,
    tracked: Count.check(z.describe('Items of which the document says whether they are done.')),
    done: Count,
    unowned: Count.check(z.describe('Of what is not done.')),
    overdue: Count,
  }),
  groups: z.array(z.object({
    label: z.string().check(z.describe('In the document’s own words.')),
    line: Line,
    window: z.nullable(z.string()).check(z.describe('When it is to be done, as the label says it.')),
    items: z.array(PlanFileItem),
  })),
});
export type PlanFileDocument = z.infer<typeof PlanFileDocument>;

/** The action plans of documents, in their order. */
export const PlanFile = z.array(PlanFileDocument);
export type PlanFile = z.infer<typeof PlanFile>;
