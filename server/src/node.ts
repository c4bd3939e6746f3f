import { setFlagsFromString } from 'node:v8';
import { startServer, type Transport } from './lsp/node-server';

// A young generation that does not grow: to read a folder of 2,000 documents takes 135 MB then, and 165 without.
setFlagsFromString('--semi-space-growth-factor=1');

const transports: Readonly<Record<string, Transport>> = { '--stdio': 'stdio', '--node-ipc': 'node-ipc' };
const transport = process.argv.slice(2).map((argument) => transports[argument]).find(Boolean);

if (transport === undefined) {
  fail('Usage: node server.js --stdio | --node-ipc. An editor starts this server; it does nothing by itself.');
} else if (transport === 'node-ipc' && process.send === undefined) {
  fail('--node-ipc needs a parent process that opened a channel; use --stdio instead.');
} else {
  startServer(transport);
}

function fail(message: string): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = 2;
}
