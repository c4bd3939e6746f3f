import { resolve } from 'node:path';
import type { IncidentDocument } from '../document/document';
import type { CheckedFile } from '../report/checked-file';
import { gravity } from '../report/diagnostic';
import { githubReport } from '../report/github';
import { jsonReport } from '../report/json';
import { sarifReport } from '../report/sarif';
import { textReport } from '../report/text';
import { fixAll } from '../rules/apply-fixes';
import { allRules } from '../rules/index';
import type { ProfileName } from '../rules/profiles';
import { encode } from '../files/decode';
import { FilesTogether } from './files-together';
import { Progress } from './progress';
import { replaceFile } from './replace-file';
import rulePages from './rule-pages';
import type { Source, Sources } from './sources';
import { Refusal } from './terminal';
import type { Terminal } from './terminal';
import { candidates } from './candidates';
import type { Candidate, Choice } from './candidates';

export const formats = ['text', 'json', 'sarif', 'github'] as const;
export const thresholds = ['error', 'warning', 'information', 'never'] as const;

export interface LintOptions extends Choice {
  readonly format: (typeof formats)[number];
  readonly failOn: (typeof thresholds)[number];
  readonly fix: boolean;
  readonly profile?: ProfileName;
  readonly stdinFilename: string;
  /** The command's own version, for reports that name it. */
  readonly version: string;
}

/** Checks the incident documents among files, folders and standard input (`-`), and reports. The answer is the exit code. */
export async function lint(paths: readonly string[], options: LintOptions, sources: Sources, terminal: Terminal): Promise<number> {
  if (options.profile) sources.useProfile(options.profile);
  const together = new FilesTogether();
  const documents: CheckedFile[] = [];
  let others = 0;
  const take = async (source: Source | null, candidate: Candidate, fixable: boolean) => {
    const file = source && (await checkedFile(source, candidate, fixable, sources, together));
    if (file) documents.push(file);
    else others++;
  };
  let input: readonly [Source | null, Candidate] | null = null;
  if (paths.includes('-')) {
    if (options.fix) throw new Refusal('--fix changes files: it cannot be used with standard input.');
    const bytes = await terminal.readStandardInput();
    input = [sources.decode(options.stdinFilename, bytes, true), { name: options.stdinFilename, path: resolve(options.stdinFilename), named: true }];
  }
  const files = await candidates(paths.filter((path) => path !== '-'), options, (sentence) => sources.refuse(sentence), (path) => together.pass(path));
  const progress = new Progress(terminal, files.length);
  if (files.length + (input ? 1 : 0) > 1) {
    // read twice rather than kept: what is remembered of a document is a small part of it
    for (const candidate of files) {
      progress.next('Reading', candidate.name);
      await note(await sources.read(candidate), candidate, sources, together);
    }
    if (input) await note(...input, sources, together);
  }
  if (input) await take(...input, false);
  progress.restart();
  for (const candidate of files) {
    progress.next('Checking', candidate.name);
    await take(await sources.read(candidate), candidate, options.fix);
  }
  progress.end();

  const checked = [...sources.faultySettings, ...documents];
  if (options.format === 'text' && checked.length === 0) {
    if (sources.failures.length === 0) terminal.say(`There are no incident documents in ${paths.join(', ')}.`);
  } else {
    terminal.print(report(checked, others, options, sources, terminal));
  }
  if (sources.failures.length > 0) return 2;
  const failing = options.failOn === 'never' ? [] : gravity.slice(0, gravity.indexOf(options.failOn) + 1);
  return checked.some(({ findings }) => findings.some(({ severity }) => failing.includes(severity))) ? 1 : 0;
}

function report(files: readonly CheckedFile[], others: number, { format, version }: LintOptions, { failures }: Sources, { colour, columns }: Terminal): string {
  switch (format) {
    case 'text':
      return textReport(files, { colour, columns, others });
    case 'json':
      return jsonReport(files);
    case 'sarif':
      return sarifReport(files, { version, rules: allRules, pages: rulePages, failures });
    case 'github':
      return githubReport(files);
  }
}

/** Lets the others know of a file. */
async function note(source: Source | null, { name, path }: Candidate, sources: Sources, together: FilesTogether): Promise<void> {
  if (source) together.take(path, name, sources.parse(await sources.holdingFor(path), source.text, path));
}

/** A file with its findings, after its safe fixes where they are wanted; null where it is no incident document. */
async function checkedFile(source: Source, { name, path }: Candidate, fix: boolean, sources: Sources, together: FilesTogether): Promise<CheckedFile | null> {
  const holding = await sources.holdingFor(path);
  const before = sources.parse(holding, source.text, path);
  if (before.kind === 'none') return null;
  const siblings = holding.settings.workspace.index ? together.siblingsOf(path) : null;
  const check = (document: IncidentDocument) => ({ ...sources.checkWith(holding, document, name, siblings), nameOf: (uri: string) => together.nameOf(uri) });
  if (fix) {
    const fixed = fixAll(source.text, (text) => check(sources.parse(holding, text, path)).findings);
    if (fixed !== source.text) {
      const refused = source.exact ? await replaceFile(path, source.bytes, encode(fixed, source.mark)) : 'is not UTF-8; it was not changed';
      if (refused === null) return check(sources.parse(holding, fixed, path));
      sources.refuse(`${name}: ${refused}.`);
    }
  }
  return check(before);
}
