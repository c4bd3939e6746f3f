import { readFile } from 'node:fs/promises';
import type { Host } from './host';

/** A host on Node's file system. `now` fixes the present for reproducible results. */
export function nodeHost(log: (message: string) => void, now?: number): Host {
  return {
    async readFile(path) {
      try {
        return new TextDecoder('utf-8').decode(await readFile(path));
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },
    now: () => now ?? Date.now(),
    timeZone: () => new Intl.DateTimeFormat().resolvedOptions().timeZone,
    log,
  };
}

/** Whether an error of the file system says that there is no such file. */
export function isMissing(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return code === 'ENOENT' || code === 'ENOTDIR';
}
