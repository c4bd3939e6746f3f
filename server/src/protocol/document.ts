import * as z from 'zod/mini';

/** What asks about one document and nothing else. */
export const DocumentParams = z.object({ uri: z.string() });
export type DocumentParams = z.infer<typeof DocumentParams>;
