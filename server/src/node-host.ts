import { open } from 'node:fs/promises';
import { tooLarge } from './files/decode';
import { Ignored } from './files/ignored';
import { filesBelow, isBelow, type Choice } from './files/walk';
import type { Host } from './host';

/** A host on Node's file system. `now` fixes the present for reproducible results, which are told in UTC. */
export function nodeHost(log: (message: string) => void, now?: number): Host {
  return {
    async readFile(path) {
      try {
        return new TextDecoder('utf-8').decode(await bytesOf(path));
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },
    async *find(folder, pass) {
      const refuse = (path: string, error: unknown) => log(`${path}: cannot be read: ${error instanceof Error ? error.message : String(error)}`);
      try {
        yield* filesBelow(folder, await choiceIn(folder), refuse, pass);
      } catch (error) {
        refuse(folder, error);
      }
    },
    finds: async (path, folder) => isBelow(folder, path, await choiceIn(folder)),
    now: () => now ?? Date.now(),
    timeZone: () => (now === undefined ? new Intl.DateTimeFormat().resolvedOptions().timeZone : 'UTC'),
    log,
  };
}

async function bytesOf(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const large = tooLarge(size);
    if (large !== null) throw new Error(large);
    // Half the calls that `readFile` makes, which looks at the size and for the end by itself.
    const bytes = new Uint8Array(size);
    let length = 0;
    for (let read = 1; length < size && read > 0; length += read) read = (await file.read(bytes, length, size - length)).bytesRead;
    return bytes.subarray(0, length);
  } finally {
    await file.close();
  }
}

async function choiceIn(folder: string): Promise<Choice> {
  return { ignored: await Ignored.above(folder) };
}

/** Whether an error of the file system says that there is no such file. */
export function isMissing(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return code === 'ENOENT' || code === 'ENOTDIR';
}
