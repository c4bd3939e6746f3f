import * as z from 'zod/mini';

/** `incidentDocs/customerSafe`: a document as its customer may read it. Changes nothing by itself. */
export const customerSafeRequest = 'incidentDocs/customerSafe';

/** What is replaced, in the order in which it is summed up. */
export const replacedKinds = ['person', 'customer', 'ticket', 'money', 'remark', 'address', 'mail', 'phone', 'card', 'secret'] as const;
export type ReplacedKind = (typeof replacedKinds)[number];

export const CustomerSafeCopy = z.object({
  /** As many lines as the document has, with the same line ends. */
  text: z.string(),
  /** How many places of each kind were replaced; kinds without any are left out. */
  replaced: z.array(z.object({ kind: z.enum(replacedKinds), count: z.number() })),
  /** What was left as it is written because nothing tells whether customers may read it, in document order: a line and why to look at it. */
  unsure: z.array(z.object({ line: z.number(), text: z.string(), reason: z.string() })),
});
export type CustomerSafeCopy = z.infer<typeof CustomerSafeCopy>;

/** The copy, or why there is none. */
export const CustomerSafeResult = z.union([CustomerSafeCopy, z.object({ refused: z.string() })]);
export type CustomerSafeResult = z.infer<typeof CustomerSafeResult>;
