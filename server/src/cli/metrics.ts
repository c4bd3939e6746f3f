import { measure } from '../features/metrics/measures';
import { measuresJson } from '../features/metrics/measures-json';
import { measuresTable } from '../features/metrics/measures-table';
import { printable } from '../report/code-frame';
import { plansOf } from './plans';
import type { PlanOptions } from './plans';
import type { Sources } from './sources';
import type { Terminal } from './terminal';

export const metricsFormats = ['text', 'json'] as const;

export interface MetricsOptions extends PlanOptions {
  readonly format: (typeof metricsFormats)[number];
}

/** Prints how long documents say that things took and what is left to do, of each and over all. The answer is the exit code. */
export async function metrics(paths: readonly string[], { format, ...options }: MetricsOptions, sources: Sources, terminal: Terminal): Promise<number> {
  const measures = measure(await plansOf(paths, options, sources, terminal));
  terminal.print(format === 'json' ? measuresJson(measures) : measuresTable(measures).split('\n').map(printable).join('\n'));
  return sources.failures.length > 0 ? 2 : 0;
}
