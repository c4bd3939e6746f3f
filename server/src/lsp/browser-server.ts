import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { serve } from './server';

type Port = ConstructorParameters<typeof BrowserMessageWriter>[0];

/** Starts the server in a worker, which talks to its client through `port`. It has no files: settings come from the client alone, and documents are those that are open. */
export function startServerInWorker(port: Port): void {
  const connection = createConnection(new BrowserMessageReader(port), new BrowserMessageWriter(port));
  serve(connection, {
    readFile: () => Promise.resolve(null),
    async *find() {},
    finds: () => Promise.resolve(false),
    now: () => Date.now(),
    timeZone: () => new Intl.DateTimeFormat().resolvedOptions().timeZone,
    log: (message) => connection.console.log(message),
  });
  connection.listen();
}
