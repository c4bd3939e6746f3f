import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { parseSettings } from '../../server/src/settings';
import { folderWith, run } from '../support/command-line';

const pages = ['README.md', ...readdirSync('docs').filter((file) => file.endsWith('.md')).map((file) => `docs/${file}`)]
  .map((file) => [file, readFileSync(file, 'utf8')] as const);

describe('what the documentation shows', () => {
  test('has options that the command line knows', async (context) => {
    const folder = folderWith(context, {});
    const known = (await Promise.all(['lint', 'inspect', 'export', 'metrics', 'customer-safe', 'lsp'].map((command) => run(folder, [command, '--help'])))).map(({ stdout }) => stdout).join('\n');
    for (const [file, text] of pages) {
      const used = [...text.matchAll(/(?:incident-docs(?:#\S+)? (?:lint|inspect|export|metrics|customer-safe|lsp)\b[^\n`]*|args: \[.*)/g)].flatMap(([line]) => [...line.matchAll(/--[a-z-]+/g)].map(([flag]) => flag));
      assert.deepEqual(used.filter((flag) => !known.includes(`${flag} `)), [], file);
    }
  });

  test('has settings that there are', () => {
    let seen = 0;
    for (const [file, text] of pages) {
      for (const [, json = ''] of text.matchAll(/^```json\n([\s\S]*?)^```$/gm)) {
        seen++;
        assert.deepEqual(parseSettings(JSON.parse(json)).problems, [], file);
      }
    }
    assert.ok(seen > 0);
  });

  test('names the hook that there is', () => {
    const id = /^- id: (\S+)$/m.exec(readFileSync('.pre-commit-hooks.yaml', 'utf8'))?.[1];
    assert.ok(pages.some(([, text]) => text.includes(`- id: ${id}\n`)));
  });
});
