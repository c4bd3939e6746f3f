import { resolve } from 'node:path';
import { customerSafeCopy } from '../features/customer-safe/customer-safe';
import { printable } from '../report/code-frame';
import { textOf } from './inspect';
import type { Sources } from './sources';
import type { Terminal } from './terminal';

/**
 * Prints a copy of a file as its customer may read it, and beside it what was replaced and what was left. It knows the names that the
 * file itself has. The answer is the exit code.
 */
export async function customerSafe(name: string, sources: Sources, terminal: Terminal): Promise<number> {
  const path = resolve(name);
  const text = await textOf(name, path, sources, terminal);
  if (text === null) return 2;
  const held = await sources.holdingFor(path);
  const read = (words: string) => sources.parse(held, words, path);
  const document = read(text);
  if (document.kind === 'none') {
    terminal.say(`${printable(name)}: is no incident document.`);
    return 2;
  }
  const { text: copy, replaced, unsure } = customerSafeCopy(document, read);
  terminal.print(copy);
  terminal.say(`replaced: ${replaced.map(({ kind, count }) => `${kind} ${count}`).join(', ') || 'nothing'}`);
  for (const { line, text: words, reason } of unsure) terminal.say(`${printable(name)}:${line + 1}: ${printable(words)}: ${reason}`);
  terminal.say('Read the copy before you send it: what nothing marks as a name, a ticket or a remark is not found.');
  return 0;
}
