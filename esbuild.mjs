// Every bundle of the project, in one table.
//   node esbuild.mjs            what ships
//   node esbuild.mjs --tests    the tests as well, one bundle a file
//   node esbuild.mjs --watch    what ships, again on every change
import { rmSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { build, context } from 'esbuild';
import { rulePages } from './scripts/build/rule-pages.mjs';
import { usedTypes } from './scripts/build/used-types.mjs';
import { thirdPartyNotices } from './scripts/package/notices.mjs';

/** Node 20 and later. By its name `\p{L}` in a pattern would become a call, which makes the pattern anew each time and stays in bundles that do without it. */
const node = { platform: 'node', target: 'es2022', format: 'cjs' };
const vscode = { ...node, external: ['vscode'] };

/** The client library compares versions of VS Code, which `engines.vscode` of the manifest has done already; it brings 20 KB for that. */
const withoutVersionCheck = {
  name: 'without-version-check',
  setup: (bundler) => bundler.onLoad({ filter: /[\\/]semver[\\/]functions[\\/](parse|satisfies)\.js$/ }, () => ({ contents: 'module.exports = () => ({});' })),
};

/**
 * Secretlint's rules sift what they found by a list of exceptions, which is empty here; the library for that weighs more than all the rules.
 * Nor do we show the addresses of their pages and their messages in other languages.
 */
const leanSecretlint = {
  name: 'lean-secretlint',
  setup: (bundler) => {
    bundler.onLoad({ filter: /[\\/]@textlint[\\/]regexp-string-matcher[\\/].*\.js$/ }, () => ({ contents: 'export const matchPatterns = () => [];' }));
    bundler.onLoad({ filter: /[\\/]@secretlint[\\/]secretlint-rule-[\w-]+[\\/]module[\\/]index\.js$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replace(/\burl: "https:[^"]*",?/, '').replace(/^ +ja: .*$/gm, ''),
    }));
  },
};

const products = {
  extension: { ...vscode, entryPoints: { extension: 'client/src/extension.ts' }, external: ['vscode', './client.js'] },
  client: { ...vscode, entryPoints: { client: 'client/src/client.ts' }, plugins: [withoutVersionCheck] },
  server: { ...node, entryPoints: { server: 'server/src/node.ts' }, plugins: [leanSecretlint, usedTypes] },
  browserServer: {
    platform: 'browser',
    target: 'es2022',
    format: 'iife',
    entryPoints: { 'server-browser': 'server/src/browser.ts' },
    plugins: [leanSecretlint, usedTypes],
    alias: { 'vscode-languageserver/node': 'vscode-languageserver/browser' },
  },
  cli: { ...node, entryPoints: { cli: 'server/src/cli.ts' }, plugins: [leanSecretlint, rulePages], banner: { js: '#!/usr/bin/env node' } },
  preview: { platform: 'browser', target: 'es2022', format: 'iife', entryPoints: { preview: 'client/preview/preview.ts' } },
  previewStyle: { entryPoints: { preview: 'client/preview/preview.css' } },
};

const shipped = Object.values(products).map((product) => ({
  ...product,
  outdir: 'dist',
  bundle: true,
  minify: true,
  // the vocabulary has words in several scripts, which escapes would make twice as long
  charset: 'utf8',
  metafile: true,
  // They are in dist/third-party-notices.txt.
  legalComments: 'none',
  logLevel: 'warning',
}));

/** The tests run unminified and with their source maps, so that a failure names the line as written. */
async function tests() {
  const files = (await readdir('test', { recursive: true })).map((file) => file.replaceAll('\\', '/'));
  return {
    ...vscode,
    entryPoints: files.filter((file) => file.endsWith('.test.ts') || file === 'editor/index.ts').map((file) => `test/${file}`),
    external: ['vscode', 'mocha', 'fast-check', 'commonmark-spec', 'playwright-core', 'axe-core', 'vscode-oniguruma', 'vscode-textmate', 'typescript'],
    outdir: 'dist/test',
    outbase: 'test',
    bundle: true,
    plugins: [leanSecretlint, rulePages],
    sourcemap: 'linked',
    logLevel: 'warning',
  };
}

if (process.argv.includes('--watch')) {
  await Promise.all(shipped.map(async (options) => (await context(options)).watch()));
} else {
  const withTests = process.argv.includes('--tests');
  if (withTests) rmSync('dist/test', { recursive: true, force: true });
  const all = withTests ? [...shipped, await tests()] : shipped;
  const results = await Promise.all(all.map((options) => build(options))).catch(() => null);
  if (results === null) process.exitCode = 1;
  else await writeFile('dist/third-party-notices.txt', thirdPartyNotices(results.flatMap(({ metafile }) => metafile ?? [])));
}
