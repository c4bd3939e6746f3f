#!/usr/bin/env node
// The hook of .pre-commit-hooks.yaml: `incident-docs lint` on the files that pre-commit names. pre-commit keeps a copy of this
// repository for itself; the command line is built in it at the first run. npm cannot do that: it installs packages that must be
// built from git, but not globally, as pre-commit would have it.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './build.mjs';
import { installPackages } from './install/packages.mjs';
import { explain } from './progress.mjs';

const here = fileURLToPath(new URL('..', import.meta.url));
const program = join(here, 'dist', 'cli.js');
const documents = process.cwd();

try {
  if (!existsSync(program)) {
    process.chdir(here);
    await installPackages();
    await build();
    process.chdir(documents);
  }
  process.exitCode = spawnSync(process.execPath, [program, 'lint', ...process.argv.slice(2)], { stdio: 'inherit' }).status ?? 2;
} catch (error) {
  explain(error);
  process.exitCode = 2;
}
