import * as z from 'zod/mini';

/** The command of the client that a code lens names; it takes no arguments. */
export const openActionPlanCommand = 'incidentDocs.openActionPlanToSide';

/** Commands of the client that code actions name, with their arguments. Offered only to clients that say they have them. */
export const disableRuleCommand = 'incidentDocs.disableRule';
export const explainRuleCommand = 'incidentDocs.explainRule';
export const RuleCommandParams = z.object({
  rule: z.string(),
  /** The document that the finding is in. */
  uri: z.string(),
  /** The project file that says how grave the rule is, and so overrules the settings; null where none does. */
  projectFile: z.nullable(z.string()),
});
export type RuleCommandParams = z.infer<typeof RuleCommandParams>;

/** The one command of the client that hovers name: looks for incidents that are like a document's. */
export const findSimilarCommand = 'incidentDocs.findSimilar';
export const FindSimilarParams = z.object({ uri: z.string() });
export type FindSimilarParams = z.infer<typeof FindSimilarParams>;
