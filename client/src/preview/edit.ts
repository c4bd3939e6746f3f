import type { DocumentEdits, EditPlanParams } from '../../../server/src/protocol';

/** Edits of one document, for one version of it. Lines and characters are 0-based. */
export type PlanEdit = Exclude<DocumentEdits, { refused: string }>;

/** The document that a plan is in, as far as who edits it must know it. */
export interface EditTarget {
  /** The version that the editor has now. */
  version(): number;
  /** Asks the server; null where it gave no answer. */
  ask(params: EditPlanParams): Promise<DocumentEdits | null>;
  /** Applies the edits to the version that the editor has now; false where the editor refused. */
  apply(edit: PlanEdit): Promise<boolean>;
}

export type EditOutcome = { readonly applied: PlanEdit } | { readonly refused: string | null };

/**
 * Does what a person did to a plan to its document. Edits are applied only while the document still is at the version that they were
 * computed for; where it moved on meanwhile the server is asked once more, for the version of now.
 * `refused` is the server's reason, or null where it has none.
 */
export async function editPlan(target: EditTarget, params: EditPlanParams): Promise<EditOutcome> {
  let refused: string | null = null;
  let asked = params.version;
  for (let attempt = 0; attempt < 2; attempt++) {
    const answer = await target.ask({ ...params, version: asked });
    const current = target.version();
    if (answer !== null && 'edits' in answer) {
      refused = null;
      if (answer.version === current && (await target.apply(answer))) return { applied: answer };
    } else {
      refused = answer?.refused ?? null;
      // Asking the same question again would get the same answer.
      if (asked === current) break;
    }
    asked = target.version();
  }
  return { refused };
}
