import { open, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Replaces a file's content in one step, keeping its mode, unless it has changed since it was read: a reader sees the old
 * file or the new one, never a part. A link's target is replaced, not the link. Answers why nothing was done, or null.
 */
export async function replaceFile(path: string, expected: Uint8Array, content: Uint8Array): Promise<string | null> {
  let temporary: string | null = null;
  try {
    const target = await realpath(path);
    const { mode } = await stat(target);
    temporary = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
    const file = await open(temporary, 'wx', mode);
    try {
      await file.writeFile(content);
      await file.chmod(mode);
      await file.sync();
    } finally {
      await file.close();
    }
    if (Buffer.compare(await readFile(target), expected) !== 0) return 'has changed meanwhile; it was not fixed';
    await rename(temporary, target);
    temporary = null;
    return null;
  } catch (error) {
    const code = (error as { code?: unknown } | null)?.code;
    return `could not be written${typeof code === 'string' ? ` (${code})` : ''}; it was not fixed`;
  } finally {
    if (temporary !== null) await rm(temporary, { force: true }).catch(() => undefined);
  }
}
