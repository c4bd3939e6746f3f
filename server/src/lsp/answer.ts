import { ErrorCodes, LSPErrorCodes, ResponseError, type CancellationToken } from 'vscode-languageserver/node';
import type { Session } from './session';

const SLOW_MS = 500;

/** A browser's workers have no `setImmediate`. */
const soon: (work: () => void) => unknown = globalThis.setImmediate ?? ((work) => setTimeout(work, 0));

/** The event loop's next turn: what the client has sent meanwhile has been read by then. */
export const turn = (): Promise<void> => new Promise((resolve) => soon(resolve));

/**
 * Wraps the work behind a request. It lets a cancellation that follows on the heels of the request arrive before the work
 * begins, and obeys it before and after. Work that throws is logged and answered with what `empty` gives: a request that fails again
 * and again would be reported to the user again and again.
 */
export function answer<Params, Result>(
  current: () => Session | null,
  method: string,
  empty: () => Result,
  work: (session: Session, params: Params, token: CancellationToken) => Promise<Result>,
): (params: Params, token?: CancellationToken) => Promise<Result | ResponseError> {
  // Of a request without parameters the token is the only argument.
  return async (params, token = params as CancellationToken) => {
    await turn();
    if (token.isCancellationRequested) return cancelled();
    const session = current();
    if (!session) return new ResponseError(ErrorCodes.ServerNotInitialized, 'Requests are answered between initialize and shutdown.');
    const start = performance.now();
    try {
      const result = await work(session, params, token);
      return token.isCancellationRequested ? cancelled() : result;
    } catch (error) {
      session.host.log(`${method} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      return empty();
    } finally {
      const milliseconds = Math.round(performance.now() - start);
      if (milliseconds > SLOW_MS) session.connection.console.debug(`${method} took ${milliseconds} ms${sizeOf(session, params)}`);
    }
  };
}

function cancelled(): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled.');
}

function sizeOf(session: Session, params: unknown): string {
  const { uri, textDocument } = params as { uri?: string; textDocument?: { uri: string } };
  const open = session.documents.get(textDocument?.uri ?? uri ?? '');
  return open ? ` for ${open.length} characters` : '';
}
