// npm run bench: how long reading and checking take, as ratios. It measures and never fails on time.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { installPackages } from './install/packages.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
await installPackages();
const { build } = await import('esbuild');
await build({ entryPoints: ['test/bench/parse.ts'], outfile: 'dist/bench/parse.js', bundle: true, platform: 'node', target: 'es2022', logLevel: 'warning' });
process.exitCode = spawnSync(process.execPath, ['dist/bench/parse.js'], { stdio: 'inherit' }).status ?? 1;
