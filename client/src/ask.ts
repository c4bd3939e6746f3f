import type * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type * as z from 'zod/mini';

/** Asks the server once it runs; null where it does not, where it fails, where it is cancelled, and where its answer has another shape. Never rejects. */
export type Ask = <T>(method: string, params: object, answer: z.ZodMiniType<T>, token?: vscode.CancellationToken) => Promise<T | null>;

/** `ready` tells whether the server could be started. */
export function asking(client: LanguageClient, ready: () => Promise<boolean>): Ask {
  return async (method, params, answer, token) => {
    if (!(await ready())) return null;
    try {
      // a token that is not there would be sent as a second parameter
      const answered = await (token ? client.sendRequest(method, params, token) : client.sendRequest(method, params));
      const parsed = answer.safeParse(answered);
      return parsed.success ? parsed.data : null;
    } catch (error) {
      if (!token?.isCancellationRequested) client.error(`${method} failed.`, error, false);
      return null;
    }
  };
}
