import { writeFile } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import { exportPlans } from '../features/export/export-plan';
import { planFormats } from '../features/export/formats';
import { plansOf } from './plans';
import type { PlanOptions } from './plans';
import type { Sources } from './sources';
import { Refusal } from './terminal';
import type { Terminal } from './terminal';

type FormatName = keyof typeof planFormats;
export const exportFormats = Object.keys(planFormats) as FormatName[];

export interface ExportOptions extends PlanOptions {
  /** By the end of the output's name where it is not named; Markdown where there is none. */
  readonly format?: FormatName;
  /** A file; standard output where it is missing or `-`. */
  readonly output?: string;
  readonly bom: boolean;
}

/** Writes the action plans of documents in another format, all into one file or to standard output. The answer is the exit code. */
export async function exportCommand(paths: readonly string[], options: ExportOptions, sources: Sources, terminal: Terminal): Promise<number> {
  const output = options.output === '-' ? undefined : options.output;
  const format = options.format ?? formatOf(output);
  if (options.bom && format !== 'csv') throw new Refusal('--bom is for --format csv.');
  const plans = await plansOf(paths, options, sources, terminal);
  const written = exportPlans(plans, format);
  if (typeof written !== 'string') throw new Refusal(written.refused);
  const text = (options.bom ? '\ufeff' : '') + written;
  if (output === undefined) terminal.print(text);
  else await write(output, text, [...paths, ...plans.map(({ file }) => file)]);
  return sources.failures.length > 0 ? 2 : 0;
}

function formatOf(output: string | undefined): FormatName {
  if (output === undefined) return 'markdown';
  const extension = extname(output).slice(1).toLowerCase();
  // of several formats with the same end, the one that is called after it
  const fitting = exportFormats.filter((name) => planFormats[name].extension === extension);
  const format = extension === 'txt' ? 'text' : fitting[0];
  if (format === undefined) throw new Refusal(`${output}: name the format with --format, or a file that ends in ${[...new Set(Object.values(planFormats).map((known) => `.${known.extension}`))].join(', ')}.`);
  return format;
}

async function write(output: string, text: string, read: readonly string[]): Promise<void> {
  if (read.some((path) => resolve(path) === resolve(output))) throw new Refusal(`${output}: is one of the files to read; name another.`);
  try {
    await writeFile(output, text);
  } catch (error) {
    throw new Refusal(`${output}: ${reasons[(error as { code: string }).code] ?? `cannot be written (${(error as { code: string }).code})`}.`);
  }
}

const reasons: Readonly<Record<string, string>> = {
  EISDIR: 'is a folder; name a file',
  ENOENT: 'there is no such folder',
  ENOTDIR: 'there is no such folder',
  EACCES: 'no permission to write it',
  EPERM: 'no permission to write it',
};
