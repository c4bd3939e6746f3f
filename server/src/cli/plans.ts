import { resolve } from 'node:path';
import type { NamedPlan } from '../features/export/plan-format';
import { candidates } from './candidates';
import type { Candidate, Choice } from './candidates';
import { Progress } from './progress';
import type { Source, Sources } from './sources';
import { Refusal } from './terminal';
import type { Terminal } from './terminal';

export interface PlanOptions extends Choice {
  readonly stdinFilename: string;
}

/** The action plans of the incident documents among files, folders and standard input (`-`), in their order. There is at least one. */
export async function plansOf(paths: readonly string[], options: PlanOptions, sources: Sources, terminal: Terminal): Promise<NamedPlan[]> {
  const plans: NamedPlan[] = [];
  const take = async (source: Source | null, { name, path, named }: Candidate) => {
    if (!source) return;
    const holding = await sources.holdingFor(path);
    const document = sources.parse(holding, source.text, path);
    const plan = sources.plan(sources.checkWith(holding, document, name), holding);
    if (plan) plans.push({ file: name, plan });
    else sources.pass(name, 'is no incident document; it is left out', named);
  };
  if (paths.includes('-')) {
    const name = options.stdinFilename;
    await take(sources.decode(name, await terminal.readStandardInput(), true), { name, path: resolve(name), named: true });
  }
  const files = await candidates(paths.filter((path) => path !== '-'), options, (sentence) => sources.refuse(sentence));
  const progress = new Progress(terminal, files.length);
  for (const candidate of files) {
    progress.next('Reading', candidate.name);
    await take(await sources.read(candidate), candidate);
  }
  progress.end();
  sources.tellFaultySettings();
  if (plans.length === 0) throw new Refusal(`There are no incident documents in ${paths.join(', ')}.`);
  return plans;
}
