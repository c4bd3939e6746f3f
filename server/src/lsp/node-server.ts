import { Console } from 'node:console';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createConnection, IPCMessageReader, IPCMessageWriter } from 'vscode-languageserver/node';
import { nodeHost } from '../node-host';
import { fileUri } from './file-uri';
import { serve } from './server';

/** Ways for a client to reach the server that it has started. */
export type Transport = 'stdio' | 'node-ipc';

const uriOf = (path: string): string => fileUri(pathToFileURL(path).href);

/** Starts the server in this process. It ends with its client: with code 0 after a shutdown, else with 1. */
export function startServer(transport: Transport): void {
  const connection = transport === 'stdio'
    ? createConnection(process.stdin, process.stdout)
    : createConnection(new IPCMessageReader(process), new IPCMessageWriter(process));
  const log = (message: string) => connection.console.log(message);
  const files = nodeHost(log);

  const session = serve(connection, {
    ...files,
    // The server knows documents by their URIs.
    readFile: async (uri) => (uri.startsWith('file:') ? files.readFile(fileURLToPath(uri)) : null),
    async *find(folder, pass) {
      if (!folder.startsWith('file:')) return;
      for await (const path of files.find(fileURLToPath(folder), (passed) => pass?.(uriOf(passed)))) yield uriOf(path);
    },
    finds: async (uri, folder) => uri.startsWith('file:') && folder.startsWith('file:') && files.finds(fileURLToPath(uri), fileURLToPath(folder)),
  });

  // Standard output belongs to the protocol.
  if (transport === 'stdio') globalThis.console = new Console(process.stderr);
  const leave = () => process.exit(session.ended() ? 0 : 1);
  process.on('disconnect', leave);
  process.stdout.on('error', leave);
  process.on('unhandledRejection', (reason) => log(reason instanceof Error ? (reason.stack ?? reason.message) : String(reason)));
  connection.listen();
}
