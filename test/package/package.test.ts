import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, posix } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { run } from '../../scripts/children.mjs';
import { temporaryFolder } from '../../scripts/temporary.mjs';
import { installExtension } from '../../scripts/vscode/server.mjs';
import { openFile, openWindow, runCommand, takePicture, type Window } from '../support/window';
import { filesInZip } from './zip';

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly main: string;
  readonly l10n: string;
}

/** Every rule's page, which "Explain Rule" opens. */
const pages = readdirSync('server/src/rules', { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/')).filter((file) => file.endsWith('.md')).map((file) => `server/src/rules/${file}`);

/** What is in the package, and nothing else: each file with the most that it may weigh, in thousands of bytes. */
const contents: Record<string, number> = {
  '[Content_Types].xml': 1,
  'extension.vsixmanifest': 5,
  'extension/LICENSE.txt': 2,
  'extension/changelog.md': 50,
  'extension/dist/client.js': 575,
  'extension/dist/extension.js': 25.6,
  'extension/dist/preview.css': 20,
  'extension/dist/preview.js': 60,
  'extension/dist/server.js': 1004,
  'extension/dist/third-party-notices.txt': 40,
  'extension/l10n/bundle.l10n.json': 35,
  'extension/examples/search-latency.md': 10,
  'extension/language-configuration.json': 10,
  'extension/media/icon.png': 20,
  'extension/media/incident-dark.svg': 2,
  'extension/media/incident-light.svg': 2,
  'extension/package.json': 90,
  'extension/package.nls.json': 25,
  'extension/readme.md': 40,
  'extension/schemas/incident-docs.schema.json': 40,
  'extension/snippets/escalation.json': 15,
  'extension/snippets/live.json': 10,
  'extension/snippets/post-mortem.json': 45,
  'extension/snippets/sections-markdown.json': 20,
  'extension/snippets/sections-text.json': 20,
  'extension/snippets/sections.json': 10,
  'extension/syntaxes/incident-markdown.injection.json': 5,
  'extension/syntaxes/incident.tmLanguage.json': 20,
  ...Object.fromEntries(['create', 'problems', 'outline', 'actionPlan', 'share'].flatMap((step) => ['light', 'dark'].map((theme) => [`extension/media/walkthrough/${step}-${theme}.png`, 60]))),
  ...Object.fromEntries(pages.map((page) => [`extension/${page}`, 6])),
};
/** 670 without the pictures of the walkthrough. */
const mostInAll = 960;

/** The only addresses that may be in it, beside the texts for people. */
const addresses = [
  /^https:\/\/github\.com\/incident-docs\/incident-docs(?:[/.#]|$)/,
  /^http:\/\/www\.w3\.org\/2000\/svg$/,
  // reserved for examples
  /^https:\/\/tickets\.example\.com\//,
  /^http:\/\/json-schema\.org\/draft-07\/schema#?$/,
];
const forPeople = ['readme.md', 'changelog.md', 'dist/third-party-notices.txt', ...pages];

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
const folder = temporaryFolder();
const vsix = join(folder, `${manifest.name}-${manifest.version}.vsix`);

describe('npm run package', () => {
  let files: Map<string, Buffer>;
  let output: string;
  before(async () => {
    const made = await run(process.execPath, [join('scripts', 'package.mjs'), '--out', folder], { timeout: 80_000 });
    assert.equal(made.code, 0, made.output);
    output = made.output;
    files = filesInZip(vsix);
  });

  /** The text files of the extension, by their paths in it. */
  const texts = () =>
    [...files].flatMap(([path, data]) => (path.startsWith('extension/') && !path.endsWith('.png') ? [[path.slice('extension/'.length), data.toString('utf8')] as const] : []));

  test('says the name and the size of the package', () => {
    const size = (statSync(vsix).size / 1000).toFixed(0);
    assert.match(output.trimEnd().split('\n').at(-1) ?? '', new RegExp(`${manifest.name}-${manifest.version}\\.vsix: ${size} KB$`));
  });

  test('packs these files and no other', () => {
    assert.deepEqual([...files.keys()].sort(), Object.keys(contents).sort());
  });

  test('keeps to the budgets', () => {
    const heavy = [...files].filter(([path, { length }]) => length > (contents[path] ?? 0) * 1000).map(([path, { length }]) => `${path}: ${length} bytes`);
    assert.deepEqual(heavy, []);
    assert.ok(statSync(vsix).size <= mostInAll * 1000, `${statSync(vsix).size} bytes in all`);
  });

  test('packs all that the manifest names but the command line', () => {
    const packed = JSON.parse(files.get('extension/package.json')?.toString('utf8') ?? '') as Manifest;
    const named = [...new Set(pathsIn(packed))].filter((path) => path !== './dist/cli.js');
    assert.ok(named.length > 10);
    assert.deepEqual(named.filter((path) => !files.has(posix.join('extension', path))), []);
    assert.ok(files.has(posix.join('extension', packed.l10n, 'bundle.l10n.json')));
    const described = files.get('extension.vsixmanifest')?.toString('utf8') ?? '';
    for (const asset of ['Details', 'Changelog', 'License']) assert.match(described, new RegExp(`Content\\.${asset}" Path="extension/`));
    assert.match(described, /<Icon>extension\/media\/icon\.png<\/Icon>/);
  });

  test('packs no path of this machine', () => {
    const here = [process.cwd(), folder, `${homedir()}/`, 'file:///', 'sourceMappingURL', 'sourcesContent'];
    assert.deepEqual(texts().flatMap(([path, text]) => here.filter((place) => text.includes(place)).map((place) => `${path}: ${place}`)), []);
  });

  test('packs no address of the network but links to the documentation', () => {
    const found = texts()
      .filter(([path]) => !forPeople.includes(path))
      .flatMap(([path, text]) => [...text.matchAll(/\b(?:https?|wss?|ftp):\/\/[^\s"'`<>)\\]+/g)].map(([address]) => ({ path, address })));
    assert.ok(found.length > 0);
    assert.deepEqual(found.filter(({ address }) => !addresses.some((known) => known.test(address))), []);
  });

  test('makes every link of the read-me and the changelog a whole one, and every picture a safe one', () => {
    for (const page of ['readme.md', 'changelog.md']) {
      const text = files.get(`extension/${page}`)?.toString('utf8') ?? '';
      const targets = [...text.matchAll(/\]\(([^)\s]+)\)|<img[^>]+src="([^"]+)"/g)].map(([, link, source]) => link ?? source ?? '');
      assert.ok(targets.length > 0, page);
      assert.deepEqual(targets.filter((target) => !/^(?:https:\/\/|#)/.test(target)), [], page);
    }
  });

  test('passes on the licence of every package in the bundles', () => {
    const notices = files.get('extension/dist/third-party-notices.txt')?.toString('utf8') ?? '';
    const expected = { 'client.js': ['vscode-languageclient', 'vscode-jsonrpc', 'minimatch', 'brace-expansion', 'balanced-match'], 'server.js': ['vscode-languageserver', 'vscode-languageserver-textdocument', 'zod'] };
    for (const [bundle, packages] of Object.entries(expected)) {
      for (const name of packages) assert.match(notices, new RegExp(`^${name} \\d[\\w.-]* \\([^)]+\\), in .*\\b${bundle}`, 'm'));
    }
    assert.match(notices, /Permission is hereby granted/);
    assert.doesNotMatch(notices, /esbuild|typescript|mocha/);
  });

  test('answers an option that it does not know with a sentence', async () => {
    const { code, output } = await run(process.execPath, [join('scripts', 'package.mjs'), '--target', 'web']);
    assert.equal(code, 1);
    assert.match(output, /takes nothing but/);
    assert.doesNotMatch(output, /^\s+at /m);
  });
});

describe('the package in an empty VS Code', () => {
  const extensions = join(folder, 'extensions');
  let window: Window;
  before(async () => {
    await installExtension(vsix, extensions);
    window = await openWindow({ extensions });
  });
  after(() => window?.close());

  test('lists what is wrong in an example as a problem, and underlines it', async () => {
    const { page } = window;
    await openFile(page, 'search-latency.md');
    await runCommand(page, 'Problems: Focus on Problems View');
    const problem = page.locator('.markers-panel .monaco-list-row', { hasText: 'timeline-order' });
    await problem.waitFor();
    assert.match(await problem.innerText(), /incident-docs/);
    await problem.click();
    await page.locator('.squiggly-error').first().waitFor();
    await takePicture(page, 'package');
  });

  test('shows the action plan', async () => {
    const { page } = window;
    await runCommand(page, 'Incident: Open Action Plan to the Side');
    const plan = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
    await plan.getByText('Refuse synonym groups of more than 50 words', { exact: false }).first().waitFor();
    await takePicture(page, 'package-action-plan');
  });
});

/** Every path of a file of ours in a manifest. */
function pathsIn(value: unknown): string[] {
  if (typeof value === 'string') return /^(?:\.\/|media\/).*\.\w+$/.test(value) ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(pathsIn) : [];
}
