import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { version } from '../../package.json';
import type { Choice } from './cli/candidates';
import { exportCommand, exportFormats } from './cli/export';
import type { ExportOptions } from './cli/export';
import { customerSafe } from './cli/customer-safe';
import { inspect } from './cli/inspect';
import { formats, lint, thresholds } from './cli/lint';
import type { LintOptions } from './cli/lint';
import { metrics, metricsFormats } from './cli/metrics';
import type { MetricsOptions } from './cli/metrics';
import { Sources } from './cli/sources';
import { Refusal, terminal } from './cli/terminal';
import { nodeHost } from './node-host';
import { profileNames } from './rules/profiles';

/** Commander leaves out what was not given. */
type Patterns = Pick<Choice, 'include' | 'exclude'>;
const noPatterns: Patterns = { include: [], exclude: [] };

interface CommonOptions {
  readonly config?: string;
  readonly now?: number;
}

const program = new Command('incident-docs')
  .description('Checks, reads and hands over incident documents: post-mortems and customer-escalation summaries, in plain text and Markdown.')
  .version(version)
  .exitOverride()
  .showHelpAfterError('(add --help for usage)')
  .addHelpText('after', `
Exit codes: 0 nothing at or above the threshold, 1 findings, 2 could not run.`);

reading(program
  .command('lint')
  .description('check the incident documents among files and folders')
  .addArgument(new Argument('[paths...]', 'files and folders; - for standard input').default(['.'], 'this folder'))
  .addOption(new Option('--format <format>', 'how to report').choices(formats).default('text'))
  .addOption(new Option('--fail-on <severity>', 'the least severity that gives exit code 1').choices(thresholds).default('error'))
  .option('--fix', 'make the safe fixes, in the files')
  .addOption(new Option('--profile <name>', 'how strictly to judge, whatever the settings say').choices(profileNames)))
  .addHelpText('after', `
A folder is searched for documents; other files in it are passed over. The nearest .incident-docs.json above a file sets its rules.
What is wrong in such a file is reported like any other finding.

Examples:
  incident-docs lint                                        everything below this folder
  incident-docs lint docs/incidents --exclude templates/ --fail-on warning
  incident-docs lint --format json 2026-03-checkout.md
  incident-docs lint --format sarif > incident-docs.sarif   for code scanning
  git show main:outage.md | incident-docs lint - --stdin-filename outage.md`)
  .action((paths: string[], options: CommonOptions & Omit<LintOptions, 'version' | keyof Patterns> & Partial<Patterns>) =>
    run(options, (sources) => lint(paths, { ...noPatterns, ...options, version }, sources, terminal)));

program
  .command('inspect')
  .description('print what is understood of files: fields, sections, timeline, actions, metrics')
  .argument('<files...>', 'files; - for standard input')
  .option('--json', 'one JSON array with an object a file, in the order given', false)
  .addOption(configOption())
  .addOption(nowOption())
  .addHelpText('after', `
Examples:
  incident-docs inspect outage.md
  incident-docs inspect --json docs/*.md`)
  .action((files: string[], options: CommonOptions & { json: boolean }) =>
    run(options, (sources) => inspect(files, options.json, sources, terminal)));

reading(program
  .command('export')
  .description('write the action plans of incident documents in another format')
  .addArgument(plansArgument())
  .addOption(new Option('--format <format>', 'what to write').choices(exportFormats).default(undefined, 'by the end of the output’s name, else markdown'))
  .option('-o, --output <file>', 'the file to write, in place of standard output; one that is there is replaced')
  .option('--bom', 'begin with a byte order mark, by which spreadsheets know UTF-8 (csv)', false))
  .addHelpText('after', `
All plans go into one file. An item of which nothing says whether it is done is "untracked", never "open". A calendar (ics) has the
items that are still to be done and have a due date; dates that a horizon stands for say so. The shape of json is told by
schemas/action-plan.schema.json.

Examples:
  incident-docs export --format csv docs/incidents > actions.csv
  incident-docs export -o plan.html 2026-03-checkout.md      a page of its own, for people and for paper
  incident-docs export --format jira 2026-03-checkout.md
  git show main:outage.md | incident-docs export --format json - --stdin-filename outage.md

Exit codes: 0 written, 2 could not run, or something was left out.`)
  .action((paths: string[], options: CommonOptions & Omit<ExportOptions, keyof Patterns> & Partial<Patterns>) =>
    run(options, (sources) => exportCommand(paths, { ...noPatterns, ...options }, sources, terminal)));

reading(program
  .command('metrics')
  .description('print times to detect, acknowledge, mitigate and resolve, and the state of actions, of each document and over all')
  .addArgument(plansArgument())
  .addOption(new Option('--format <format>', 'how to print').choices(metricsFormats).default('text'))
  .addOption(new Option('--json', 'the same as --format json').implies({ format: 'json' })))
  .addHelpText('after', `
Over all there are median, quartiles (Q1 to Q3) and the 90th percentile of what is known, and how much is not; no mean, which one long
incident would decide. What a document does not tell is n/a, with the reason below, and counts for nothing. Durations in json are ISO 8601.

Examples:
  incident-docs metrics docs/incidents
  incident-docs metrics --format json docs/2026 > metrics.json

Exit codes: 0 printed, 2 could not run, or something was left out.`)
  .action((paths: string[], options: CommonOptions & Omit<MetricsOptions, keyof Patterns> & Partial<Patterns>) =>
    run(options, (sources) => metrics(paths, { ...noPatterns, ...options }, sources, terminal)));

program
  .command('customer-safe')
  .description('print a copy of a file as its customer may read it: people, other customers, tickets, money, remarks and addresses replaced')
  .argument('<file>', 'a file; - for standard input')
  .addOption(configOption())
  .addHelpText('after', `
The copy goes to standard output, what was replaced and what to look at to standard error. Nothing is promised to be complete: read the copy.

Example:
  incident-docs customer-safe ESC-2041.md > ESC-2041.customer.md`)
  .action((file: string, options: CommonOptions) => run(options, (sources) => customerSafe(file, sources, terminal)));

program
  .command('lsp')
  .description('serve an editor over standard input and output (Language Server Protocol)')
  .option('--stdio', 'the only transport; accepted because editors pass it', true)
  .addHelpText('after', `
Example:
  incident-docs lsp`)
  .action(async () => {
    const { startServer } = await import('./lsp/node-server');
    startServer('stdio');
  });

function plansArgument(): Argument {
  return new Argument('<paths...>', 'files and folders; - for standard input');
}

/** Adds the options of what is read and how. */
function reading(command: Command): Command {
  return command
    .addOption(new Option('--stdin-filename <name>', 'the name that standard input is reported and configured under').default('<stdin>'))
    .addOption(patternOption('--include <pattern>', 'of folders, look only at what fits (as in .gitignore; may be repeated)'))
    .addOption(patternOption('--exclude <pattern>', 'of folders, leave out what fits (as in .gitignore; may be repeated)'))
    .option('--no-gitignore', 'of folders, look also at what .gitignore files leave out')
    .addOption(configOption())
    .addOption(nowOption());
}

function patternOption(flags: string, description: string): Option {
  return new Option(flags, description).argParser((pattern: string, before: readonly string[] = []) => [...before, pattern]);
}

function configOption(): Option {
  return new Option('--config <file>', 'settings to use in place of every .incident-docs.json');
}

function nowOption(): Option {
  return new Option('--now <time>', 'the present, for reproducible results: 2026-11-21 or 2026-11-21T08:00:00Z').argParser(instant);
}

/** Milliseconds since the epoch of an ISO 8601 date or time; a time without a zone is UTC. */
function instant(text: string): number {
  const parts = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+-]\d\d:\d\d)?)?$/.exec(text);
  const time = parts ? Date.parse(`${parts[1]}T${parts[2] ?? '00:00'}${parts[3] ?? 'Z'}`) : NaN;
  if (Number.isNaN(time)) throw new InvalidArgumentError('It must be an ISO 8601 date or time, such as 2026-11-21T08:00:00Z.');
  return time;
}

async function run({ config, now }: CommonOptions, work: (sources: Sources) => Promise<number>): Promise<void> {
  const sources = new Sources(nodeHost((message) => terminal.say(message), now), terminal);
  if (config !== undefined) await sources.useConfiguration(config);
  // Not process.exit: what is still on its way into a pipe would be lost.
  process.exitCode = await work(sources);
}

// A reader such as `head` may close the pipe: that is no fault of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  throw error;
});

program.parseAsync().catch((error: unknown) => {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : 2;
    return;
  }
  terminal.say(error instanceof Refusal ? error.message : `failed unexpectedly: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 2;
});
