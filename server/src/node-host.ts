import { closeSync, fstatSync, open, readSync } from 'node:fs';
import { promisify } from 'node:util';
import { tooLarge } from './files/decode';
import { Ignored } from './files/ignored';
import { filesBelow, isBelow, type Choice } from './files/walk';
import type { Host } from './host';

const openFile = promisify(open);

/** A host on Node's file system. `now` fixes the present for reproducible results, which are told in UTC. */
export function nodeHost(log: (message: string) => void, now?: number): Host {
  return {
    async readFile(path) {
      try {
        return await textOf(path);
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

/** What most files fit in, for one after the other. */
const room = new Uint8Array(64 * 1024);

/** Opens in the background, where a slow disk makes wait, and reads at once: handing each call to another thread takes longer than the call. */
async function textOf(path: string): Promise<string> {
  const file = await openFile(path, 'r');
  try {
    const { size } = fstatSync(file);
    const large = tooLarge(size);
    if (large !== null) throw new Error(large);
    const bytes = size > room.length ? new Uint8Array(size) : room;
    let length = 0;
    for (let read = 1; length < size && read > 0; length += read) read = readSync(file, bytes, length, size - length, null);
    return new TextDecoder('utf-8').decode(bytes.subarray(0, length));
  } finally {
    closeSync(file);
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
