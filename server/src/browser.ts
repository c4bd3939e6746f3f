import { startServerInWorker } from './lsp/browser-server';

// In a worker the global object is the port to who started it.
startServerInWorker(globalThis as unknown as Parameters<typeof startServerInWorker>[0]);
