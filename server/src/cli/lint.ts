import { resolve } from 'node:path';
import type { IncidentDocument } from '../document/document';
import type { CheckedFile } from '../report/checked-file';
import { jsonReport } from '../report/json';
import { textReport } from '../report/text';
import { fixAll } from '../rules/apply-fixes';
import type { Severity } from '../rules/rule';
import { encode } from './decode';
import { replaceFile } from './replace-file';
import type { Source, Sources } from './sources';
import { Refusal } from './terminal';
import type { Terminal } from './terminal';
import { candidates } from './walk';
import type { Candidate } from './walk';

export interface LintOptions {
  readonly format: 'text' | 'json';
  readonly failOn: Exclude<Severity, 'hint'>;
  readonly fix: boolean;
  readonly stdinFilename: string;
}

const gravity: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** Checks the incident documents among files, folders and standard input (`-`), and reports. The answer is the exit code. */
export async function lint(paths: readonly string[], options: LintOptions, sources: Sources, terminal: Terminal): Promise<number> {
  const checked: CheckedFile[] = [];
  let others = 0;
  const take = async (source: Source | null, candidate: Candidate, fixable: boolean) => {
    const file = source && (await checkedFile(source, candidate, fixable, sources));
    if (file) checked.push(file);
    else others++;
  };
  if (paths.includes('-')) {
    if (options.fix) throw new Refusal('--fix changes files: it cannot be used with standard input.');
    const bytes = await terminal.readStandardInput();
    await take(sources.decode(options.stdinFilename, bytes, true), { name: options.stdinFilename, path: resolve(options.stdinFilename), named: true }, false);
  }
  const files = await candidates(paths.filter((path) => path !== '-'), (sentence) => sources.refuse(sentence));
  for (const candidate of files) await take(await sources.read(candidate), candidate, options.fix);

  if (options.format === 'json') terminal.print(jsonReport(checked));
  else if (checked.length > 0) terminal.print(textReport(checked, { colour: terminal.colour, others }));
  else if (!sources.failed) terminal.say(`There are no incident documents in ${paths.join(', ')}.`);
  if (sources.failed) return 2;
  const threshold = gravity.indexOf(options.failOn);
  return checked.some(({ findings }) => findings.some(({ severity }) => gravity.indexOf(severity) <= threshold)) ? 1 : 0;
}

/** A file with its findings, after its safe fixes where they are wanted; null where it is no incident document. */
async function checkedFile(source: Source, { name, path }: Candidate, fix: boolean, sources: Sources): Promise<CheckedFile | null> {
  const settings = await sources.settingsOf(path);
  const before = sources.parse(settings, source.text, path);
  if (before.kind === 'none') return null;
  const check = (document: IncidentDocument): CheckedFile => ({ file: name, document, findings: sources.checkWith(settings, document, name) });
  if (fix) {
    const fixed = fixAll(source.text, (text) => check(sources.parse(settings, text, path)).findings);
    if (fixed !== source.text) {
      const refused = source.exact ? await replaceFile(path, source.bytes, encode(fixed, source.mark)) : 'is not UTF-8; it was not changed';
      if (refused === null) return check(sources.parse(settings, fixed, path));
      sources.refuse(`${name}: ${refused}.`);
    }
  }
  return check(before);
}
