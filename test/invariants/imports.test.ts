import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { importsOf, sourceFiles } from '../support/source-tree';

/** Who may import whom. A part is a folder or a file; everything may import what is in its own part. The first part that fits a path is its part. */
const parts: readonly { readonly name: string; readonly path: RegExp; readonly may: readonly string[]; readonly packages?: RegExp }[] = [
  { name: 'document', path: /^server\/src\/document(\/|$)/, may: [] },
  { name: 'l10n', path: /^server\/src\/l10n$/, may: [] },
  { name: 'protocol', path: /^server\/src\/protocol(\/|$)/, may: [], packages: /^zod\/mini$/ },
  { name: 'host', path: /^server\/src\/host$/, may: [] },
  { name: 'pattern', path: /^server\/src\/pattern$/, may: [] },
  { name: 'spelling', path: /^server\/src\/spelling$/, may: [] },
  { name: 'JSON', path: /^server\/src\/json-text$/, may: ['document'] },
  { name: 'rules', path: /^server\/src\/rules(\/|$)/, may: ['document', 'l10n', 'spelling'], packages: /^(zod\/mini|@secretlint\/secretlint-rule-[\w-]+)$/ },
  { name: 'settings', path: /^server\/src\/(?:settings|setting-problems)$/, may: ['document', 'rules', 'spelling', 'pattern', 'l10n'], packages: /^zod\/mini$/ },
  { name: 'project file', path: /^server\/src\/project-file$/, may: ['document', 'host', 'JSON', 'l10n', 'rules', 'settings'] },
  { name: 'file patterns', path: /^server\/src\/file-patterns$/, may: ['document', 'settings'], packages: /^ignore$/ },
  { name: 'features', path: /^server\/src\/features(\/|$)/, may: ['document', 'rules', 'workspace', 'settings', 'protocol', 'pattern', 'l10n'], packages: /^csv42$/ },
  { name: 'workspace', path: /^server\/src\/workspace(\/|$)/, may: ['document', 'rules', 'settings', 'host', 'l10n'] },
  { name: 'report', path: /^server\/src\/report(\/|$)/, may: ['document', 'rules', 'settings', 'l10n'] },
  {
    name: 'lsp',
    path: /^server\/src\/lsp(\/|$)/,
    may: ['document', 'rules', 'settings', 'project file', 'file patterns', 'features', 'workspace', 'report', 'host', 'node host', 'protocol', 'l10n'],
    packages: /^(vscode-languageserver(\/node|\/browser|-textdocument)?|node:(console|url))$/,
  },
  { name: 'files', path: /^server\/src\/files(\/|$)/, may: ['file patterns'], packages: /^(node:(fs\/promises|path)|ignore)$/ },
  { name: 'node host', path: /^server\/src\/node-host$/, may: ['host', 'files'], packages: /^node:/ },
  {
    name: 'entries',
    path: /^server\/src\/(node|browser|cli)(\/|$)/,
    may: ['document', 'rules', 'settings', 'project file', 'file patterns', 'features', 'workspace', 'report', 'host', 'node host', 'files', 'spelling', 'lsp', 'l10n'],
    packages: /^(node:|commander$|package\.json$)/,
  },
  { name: 'first glance', path: /^server\/src\/document\/(?:glance|location)$/, may: [] },
  { name: 'preview messages', path: /^client\/preview\/(?:messages|requests|arrangement|words)$/, may: ['protocol'], packages: /^zod\/mini$/ },
  { name: 'preview', path: /^client\/preview(\/|$)/, may: ['preview messages', 'protocol'] },
  {
    name: 'client',
    path: /^client\/src(\/|$)/,
    may: ['protocol', 'first glance', 'preview messages'],
    packages: /^(vscode|vscode-languageclient\/(node|browser)|node:(crypto|path)|zod\/mini)$/,
  },
];

function partOf(path: string, importer?: string) {
  // The glance is part of the document layer; only for the client it is a part of its own.
  const candidates = parts.filter((part) => part.path.test(path) && (importer === 'client' || part.name !== 'first glance'));
  return candidates.find(({ name }) => name === 'first glance') ?? candidates[0] ?? assert.fail(`${path} belongs to no part: say in this test who may import it`);
}

/** The edges that the rules forbid, as sentences. */
function violations(files: ReadonlyMap<string, string>): string[] {
  const found: string[] = [];
  for (const [file, source] of files) {
    const from = partOf(file.replace(/\.ts$/, ''));
    for (const { module } of importsOf(file, source)) {
      const internal = /^(server|client)\//.test(module);
      const to = internal ? partOf(module, from.name) : null;
      const allowed = to ? to.name === from.name || from.may.includes(to.name) : (from.packages?.test(module) ?? false);
      if (!allowed) found.push(`${file} imports ${module}`);
    }
  }
  return found;
}

describe('who may import whom', () => {
  const files = sourceFiles('server/src', 'client/src', 'client/preview');

  test('every import keeps to the rules', () => {
    assert.ok(files.size > 40, 'the sources were found');
    assert.deepEqual(violations(files), []);
  });

  test('only lsp/ knows the language server library', () => {
    const knowing = [...files].filter(([file, source]) => importsOf(file, source).some(({ module }) => /^vscode-(languageserver|jsonrpc)/.test(module)));
    assert.ok(knowing.length > 0);
    assert.deepEqual(knowing.map(([file]) => file).filter((file) => !file.startsWith('server/src/lsp/')), []);
  });

  test('zod is imported as a namespace of zod/mini', () => {
    const wrong = [...files].filter(([, source]) => /from 'zod/.test(source) && !/import (type )?\* as z from 'zod\/mini'/.test(source));
    assert.deepEqual(wrong.map(([file]) => file), []);
  });

  const forbidden: readonly [file: string, source: string][] = [
    ['server/src/document/text.ts', "import { t } from '../l10n';"],
    ['server/src/document/text.ts', "import { readFileSync } from 'node:fs';"],
    ['server/src/rules/rule.ts', "export * from '../features/folding';"],
    ['server/src/rules/rule.ts', "import type { Position } from 'vscode-languageserver';"],
    ['server/src/features/folding.ts', "import {\n  answer,\n} from '../lsp/answer';"],
    ['server/src/report/text.ts', "const { serve } = await import('../lsp/server');"],
    ['client/src/client.ts', "import { parse } from '../../server/src/document/document';"],
    ['client/preview/view.ts', "import * as vscode from 'vscode';"],
  ];
  for (const [file, source] of forbidden) {
    test(`notices ${source.replace(/\s+/g, ' ')} in ${file}`, () => assert.equal(violations(new Map([[file, source]])).length, 1));
  }

  test('lets the client import the first glance', () => {
    assert.deepEqual(violations(new Map([['client/src/watch.ts', "import { glance } from '../../server/src/document/glance';"]])), []);
  });
});
