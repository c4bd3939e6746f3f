import * as z from 'zod/mini';

/** `incidentDocs/similar`: the documents of the workspace whose causes, symptoms and affected parts are most like those of an open one, the likeliest first. */
export const similarRequest = 'incidentDocs/similar';

export const SimilarDocument = z.object({
  uri: z.string(),
  title: z.nullable(z.string()),
  /** Of the title; 0 where there is none. */
  line: z.number(),
  /** From 0 to 1, which is the very same. */
  score: z.number(),
  /** What both documents speak of, the most telling first, as the one asked about writes it. */
  words: z.array(z.string()),
  status: z.nullable(z.string()),
  /** The incident's date, in days since 1970-01-01. */
  day: z.nullable(z.number()),
});
export type SimilarDocument = z.infer<typeof SimilarDocument>;

/** What there is, or null where the document is no incident document; `compared`: how many others there were to compare it with. */
export const SimilarResult = z.nullable(z.object({ compared: z.number(), documents: z.array(SimilarDocument) }));
export type SimilarResult = z.infer<typeof SimilarResult>;
