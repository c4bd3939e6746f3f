import type { ActionPlanModel } from '../../protocol';

/** A document's plan, and what its reader calls the document. */
export interface NamedPlan {
  readonly file: string;
  readonly plan: ActionPlanModel;
}

/** A way to hand over plans. */
export interface PlanFormat {
  /** Of a file's name, without its dot. */
  readonly extension: string;
  /** The whole text, or why there is none. The strings of the plans have no control characters. */
  write(plans: readonly NamedPlan[]): string | { readonly refused: string };
}
