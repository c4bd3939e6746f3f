import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';

const sources = new Map(
  ['client/src', 'client/preview'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => {
        const path = join(folder, file).replaceAll('\\', '/');
        return [path, readFileSync(path, 'utf8')] as const;
      }),
  ),
);

/** Every file that matches, with the matches. */
function matches(pattern: RegExp): Record<string, string[]> {
  return Object.fromEntries([...sources].flatMap(([path, source]) => (source.match(pattern) ? [[path, [...(source.match(pattern) ?? [])]]] : [])));
}

describe('the client keeps quiet', () => {
  test('it shows messages only as answers to commands', () => {
    assert.deepEqual(Object.keys(matches(/\bshow(?:Information|Warning|Error)Message\b|\bsay\(/g)).filter((file) => file.startsWith('client/src/')).sort(), [
      'client/src/actions/tree.ts',
      'client/src/commands/not-here.ts',
      'client/src/detection/choose.ts',
      'client/src/detection/explain.ts',
      'client/src/diagnostics-info.ts',
      'client/src/live/live-writing.ts',
      'client/src/new-document/new-document.ts',
      'client/src/refactorings/refactor.ts',
      'client/src/rewrite.ts',
      'client/src/rules/disable.ts',
      'client/src/rules/explain.ts',
      'client/src/say.ts',
      'client/src/share/customer-safe-copy.ts',
      'client/src/share/export-plan.ts',
      'client/src/share/exported-plan.ts',
      'client/src/similar.ts',
      'client/src/target.ts',
      'client/src/timeline-paste.ts',
      'client/src/timeline-walk.ts',
    ]);
  });

  test('it brings its log to front only by command', () => {
    assert.deepEqual(matches(/\blog\.show\(|outputChannel\.show\(/g), { 'client/src/client.ts': ['log.show('] });
  });

  test('it never sets a language or saves', () => {
    assert.deepEqual(matches(/setTextDocumentLanguage|setLanguageConfiguration|\.save\(/g), {});
  });

  test('it writes a setting only by the command that switches a rule off', () => {
    assert.deepEqual(matches(/getConfiguration\([^)]*\)\.update/g), { 'client/src/rules/disable.ts': ['getConfiguration(section, document).update'] });
    const callers = [...sources].filter(([, source]) => /\bdisableRule\(/.test(source)).map(([path]) => path);
    assert.deepEqual(callers.sort(), ['client/src/client.ts', 'client/src/rules/disable.ts']);
  });

  test('it talks to no network and reads no files past the editor', () => {
    assert.deepEqual(matches(/\bfetch\(|XMLHttpRequest|WebSocket|from 'node:(?:https?|net|fs|fs\/promises|child_process)'/g), {});
  });

  test('the preview makes no markup out of text', () => {
    assert.deepEqual(matches(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function/g), {});
  });

  test('webview pages are set once, and those without scripts where their document changes', () => {
    assert.deepEqual(matches(/\.html = /g), { 'client/src/preview/page.ts': ['.html = '], 'client/src/rendered-pages.ts': ['.html = '] });
    assert.deepEqual(matches(/enableScripts: true/g), { 'client/src/preview/page.ts': ['enableScripts: true'] });
  });
});
