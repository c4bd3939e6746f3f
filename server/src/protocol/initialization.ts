import * as z from 'zod/mini';
import { UserChoices } from './detection';

/** What the client hands over in `initialize`. */
export const InitializationOptions = z.object({
  /** Translations of the server's messages: English to the client's language (`vscode.l10n.bundle`). */
  l10n: z.optional(z.record(z.string(), z.string())),
  /** Whether the client has the commands that code actions and hovers name. */
  commands: z.optional(z.boolean()),
  /** What the user has said of files. */
  choices: z.optional(UserChoices),
  /** The present in milliseconds since the epoch, for reproducible results. */
  now: z.optional(z.number()),
  /** The IANA name of the user's zone, where the server's own may be another. */
  timeZone: z.optional(z.string()),
});
export type InitializationOptions = z.infer<typeof InitializationOptions>;
