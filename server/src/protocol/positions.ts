import * as z from 'zod/mini';

/** 0-based; characters are UTF-16 code units. */
export const Position = z.object({ line: z.number(), character: z.number() });

export const TextEdit = z.object({ range: z.object({ start: Position, end: Position }), newText: z.string() });

/** What rewrites a document: edits for exactly `version`, none where there is nothing to do; or why there are none. */
export const DocumentEdits = z.union([z.object({ version: z.number(), edits: z.array(TextEdit) }), z.object({ refused: z.string() })]);
export type DocumentEdits = z.infer<typeof DocumentEdits>;
