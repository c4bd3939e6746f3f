import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { folderOfMany } from '../support/many-documents';
import { withClient, type LspClient } from '../support/lsp-client';

/** What the server's process keeps in memory, in MB; null where the system does not tell. */
function memoryOf(client: LspClient): number | null {
  try {
    return Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${client.process.pid}/status`, 'utf8'))?.[1]) / 1024;
  } catch {
    return null;
  }
}

test('a server that has read 2000 documents takes 150 MB at most once it has come to rest', async (context) => {
  const many = folderOfMany(2000);
  context.after(() => many.remove());
  await withClient({ folders: [many.folder] }, async (client) => {
    await client.workspaceSymbols('INC-11999');
    const most = memoryOf(client);
    if (most === null) return context.skip('this system does not tell');
    // V8 gives back what it needed for the reading after some ten idle seconds
    let memory = most;
    for (const end = performance.now() + 40_000; memory > 150 && performance.now() < end; ) {
      await new Promise((resolve) => setTimeout(resolve, 500));
      memory = memoryOf(client) ?? 0;
    }
    context.diagnostic(`${most.toFixed(0)} MB while it read, ${memory.toFixed(0)} MB at rest`);
    assert.ok(memory <= 150, `${memory} MB`);
  });
});
