import type { DocumentEdits, EditPlanParams } from '../../../server/src/protocol';

/** Edits of one document, for one version of it. Lines and characters are 0-based. */
export type ToggleEdit = Exclude<DocumentEdits, { refused: string }>;

/** The document that a checkbox is in, as far as a toggle must know it. */
export interface ToggleTarget {
  /** The version that the editor has now. */
  version(): number;
  /** Asks the server; null where it gave no answer. */
  ask(params: EditPlanParams): Promise<DocumentEdits | null>;
  /** Applies the edit to the version that the editor has now; false where the editor refused. */
  apply(edit: ToggleEdit): Promise<boolean>;
}

export type ToggleOutcome = { readonly applied: ToggleEdit } | { readonly refused: string | null };

/**
 * Sets a checkbox. An edit is applied only while the document still is at the version that it was computed for;
 * where the document moved on meanwhile the server is asked once more, for the version of now.
 * `refused` is the server's reason, or null where it has none.
 */
export async function toggle(target: ToggleTarget, params: EditPlanParams): Promise<ToggleOutcome> {
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
