import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { copyFileSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { promisify } from 'node:util';
import { findEditor } from '../../scripts/install/editors.mjs';
import { folderWith, run } from '../support/command-line';

/** What an editor's script writes down. */
interface Result {
  readonly diagnostics: readonly { readonly line: number; readonly code?: string; readonly message: string; readonly source?: string }[];
  readonly symbols: readonly string[];
  readonly text: string;
}

const example = 'checkout-outage.postmortem.txt';
/** The entry that goes back in time. */
const disordered = 12;

/** Clients that we did not write, each with a script that has it attach to `incident-docs lsp --stdio`. */
const editors = [
  { name: 'Neovim', program: 'nvim', arguments: (file: string, script: string) => ['--headless', '-u', 'NONE', '-i', 'NONE', '-n', file, '-c', `luafile ${script}`], script: 'neovim.lua' },
  { name: 'Emacs with Eglot', program: 'emacs', arguments: (_: string, script: string) => ['--batch', '-l', script], script: 'eglot.el' },
] as const;

describe('an editor with a client of its own', () => {
  for (const { name, program, arguments: argumentsFor, script } of editors) {
    const editor = findEditor(program);
    test(name, { skip: editor ? false : `${name} is not installed on this machine` }, async (context) => {
      const folder = folderWith(context, {});
      const file = path.join(folder, example);
      copyFileSync(path.join('examples', example), file);
      const result = path.join(folder, 'result.json');
      const env = { ...process.env, HOME: folder, NODE: process.execPath, PROGRAM: path.resolve('dist/cli.js'), FILE: file, RESULT: result, LINE: String(disordered) };
      await promisify(execFile)(editor as string, argumentsFor(file, path.resolve('test/clients', script)), { env, timeout: 50_000, cwd: folder });
      const { diagnostics, symbols, text } = JSON.parse(readFileSync(result, 'utf8')) as Result;

      const { stdout } = await run(folder, ['lint', '--format', 'json', '--fail-on', 'error', file]);
      const [linted] = JSON.parse(stdout) as readonly { diagnostics: readonly { line: number; rule: string; message: string }[] }[];
      // Eglot tells source and code in the message
      const shown = diagnostics.map(({ line, code, source, message }) => `${line} ${code ? `${source} [${code}]: ` : ''}${message}`);
      assert.deepEqual(shown.sort(), linted?.diagnostics.map(({ line, rule, message }) => `${line} incident-docs [${rule}]: ${message}`).sort());
      assert.deepEqual(symbols, ['Issue Summary', 'Timeline', 'Root Cause and Resolution', 'Lessons Learned', 'Corrective and Preventative Measures']);
      assert.notEqual(text, readFileSync(path.join('examples', example), 'utf8'));
      const mended = (await run(folder, ['lint', '--format', 'json', '-'], text)).stdout;
      assert.ok(!mended.includes('timeline-order'), mended);
    });
  }
});
