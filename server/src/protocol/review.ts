import * as z from 'zod/mini';

/** What a document says to a question; `doubted`: no more than that findings speak against it; `unknown`: that cannot be told. */
const Answer = z.enum(['found', 'partly', 'notFound', 'doubted', 'unknown']);
export type Answer = z.infer<typeof Answer>;

/** Lines of the document (0-based) with their words or what is found there, the first few of `count`. */
const Lines = z.object({ count: z.number(), lines: z.array(z.object({ line: z.number(), text: z.string(), rule: z.optional(z.string()) })) });

export const ReviewedPart = z.object({
  asks: z.string(),
  answer: Answer,
  /** False for what no words can show, so that nothing but findings can speak of it. */
  searched: z.boolean(),
  found: Lines,
  /** Lines that should give the answer and do not. */
  lacking: Lines,
  /** Findings that speak against it. */
  against: Lines,
});
export type ReviewedPart = z.infer<typeof ReviewedPart>;

export const ReviewedQuestion = z.object({
  /** Stable. */
  id: z.string(),
  question: z.string(),
  answer: Answer,
  parts: z.array(ReviewedPart),
  /** What is left to a reader. */
  judge: z.string(),
});
export type ReviewedQuestion = z.infer<typeof ReviewedQuestion>;

/** `incidentDocs/review`: the questions of a reviewer with what the document says to each; null where it is not open as an incident document. */
export const reviewRequest = 'incidentDocs/review';
export const ReviewResult = z.nullable(z.object({ kind: z.enum(['postmortem', 'escalation']), questions: z.array(ReviewedQuestion) }));
export type ReviewResult = z.infer<typeof ReviewResult>;
