import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { CheckedDocument } from '../report/checked-file';
import { inspection } from '../report/inspect';
import { printable } from '../report/code-frame';
import type { Sources } from './sources';
import type { Terminal } from './terminal';
import { reasonOf } from './candidates';

/**
 * Prints what is known of each file, in the order given. A file without a text (missing, binary, too large) is an empty
 * document, so that the answers stay in step with the files. The answer is the exit code.
 */
export async function inspect(files: readonly string[], json: boolean, sources: Sources, terminal: Terminal): Promise<number> {
  const inspected: CheckedDocument[] = [];
  for (const name of files) {
    const path = resolve(name);
    const text = await textOf(name, path, sources, terminal);
    const document = sources.parse(await sources.holdingFor(path), text ?? '', text === null ? '' : path);
    inspected.push({ ...(await sources.check(document, name, path)), file: name.replaceAll('\\', '/') });
  }
  terminal.print(json ? `${JSON.stringify(inspected.map(inspection), null, 2)}\n` : inspected.map(overview).join(''));
  sources.tellFaultySettings();
  return sources.failures.length > 0 ? 2 : 0;
}

/** The text of a file or of standard input; null where there is none, which has been said. */
export async function textOf(name: string, path: string, sources: Sources, terminal: Terminal): Promise<string | null> {
  if (name === '-') return sources.decode('-', await terminal.readStandardInput(), true)?.text ?? null;
  const stats = await stat(path).catch((error: unknown) => error);
  if (stats instanceof Error) sources.refuse(reasonOf(name, stats));
  else if ((stats as { isDirectory(): boolean }).isDirectory()) sources.refuse(`${name}: is a folder; name a file.`);
  else return (await sources.read({ name, path, named: true }))?.text ?? null;
  return null;
}

/** A document in a few lines. */
function overview({ file, document, findings }: CheckedDocument): string {
  const { kind, detection, title, timelines, plan } = document;
  const entries = timelines.reduce((sum, timeline) => sum + timeline.entries.length, 0);
  const done = plan.items.filter(({ state }) => state === 'done').length;
  const lines = [
    `${printable(file)}: ${kind} (score ${detection.score}${detection.reasons.length > 0 ? `: ${detection.reasons.join('; ')}` : ''})`,
    ...(kind === 'none' ? [] : [
      `  title     ${printable(title?.text ?? '-')}`,
      `  timeline  ${entries} entries`,
      `  actions   ${plan.items.length}, ${done} of them done`,
      `  problems  ${findings.length}`,
    ]),
  ];
  return `${lines.join('\n')}\n`;
}
