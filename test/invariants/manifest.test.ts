import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { commandNames } from '../../client/src/commands/table';
import { sourceFiles } from '../support/source-tree';

interface Command {
  readonly command: string;
  readonly title?: string;
  readonly category?: string;
  readonly enablement?: string;
}

interface MenuItem {
  readonly command?: string;
  readonly alt?: string;
  readonly when?: string;
}

const json = (file: string) => JSON.parse(readFileSync(file, 'utf8'));
const manifest = json('package.json');
const { contributes } = manifest;
const commands: readonly Command[] = contributes.commands ?? [];
const menus: Readonly<Record<string, readonly MenuItem[]>> = contributes.menus ?? {};
const clientSources = [...sourceFiles('client/src').values()].join('\n');

/** Every string in a JSON value with the path to it. */
function* strings(value: unknown, path = ''): Generator<[path: string, text: string]> {
  if (typeof value === 'string') yield [path, value];
  else if (typeof value === 'object' && value !== null) for (const [key, part] of Object.entries(value)) yield* strings(part, `${path}/${key}`);
}

describe('commands', () => {
  test('those declared are those registered', () => {
    assert.ok(commands.length > 0);
    const direct = [...clientSources.matchAll(/registerCommand\(\s*'([\w.]+)'/g)].map(([, id]) => id);
    const tabled = commandNames.map((name) => `incidentDocs.${name}`);
    // A command whose name begins with an underscore is no one's but the extension's own.
    const registered = [...direct, ...tabled].filter((id) => !id!.includes('._'));
    assert.deepEqual(commands.map(({ command }) => command).sort(), [...new Set(registered)].sort());
  });

  for (const { command, title, category, enablement } of commands) {
    test(`${command} has a title, a category and a condition`, () => {
      assert.match(command, /^incidentDocs\./);
      assert.match(title ?? '', /^%.+%$/);
      assert.equal(category, '%category%');
      const inPalette = menus['commandPalette']?.find((item) => item.command === command);
      // only what opens a new document is there without one
      assert.ok(/\.(?:new[A-Z]|openSample$)/.test(command) || (enablement ?? inPalette?.when), 'neither enablement nor a condition in the palette');
    });
  }

  test('menus and keys name declared commands', () => {
    const declared = new Set(commands.map(({ command }) => command));
    const items = [...Object.values(menus).flat(), ...(contributes.keybindings ?? [])] as MenuItem[];
    for (const { command, alt } of items) for (const name of [command, alt]) assert.ok(!name || declared.has(name), `${name} is not declared`);
  });
});

describe('texts', () => {
  const languages = readdirSync('.').filter((file) => /^package\.nls(\.[\w-]+)?\.json$/.test(file));
  const used = [...strings(manifest)].flatMap(([, text]) => [...text.matchAll(/%([\w.-]+)%/g)].map(([, key]) => key!));

  for (const file of languages) {
    test(`every %key% of the manifest is in ${file}`, () => {
      const texts = json(file);
      assert.deepEqual(used.filter((key) => typeof texts[key] !== 'string' || texts[key] === ''), []);
    });
    test(`${file} has no key that nothing uses`, () => assert.deepEqual(Object.keys(json(file)).filter((key) => !used.includes(key)), []));
  }

  test('what a person reads is not written in the manifest itself', () => {
    const plain = [...strings(contributes)].filter(([path, text]) => /\/(title|description|markdownDescription|label)$/.test(path) && !/^%[\w.-]+%$/.test(text));
    assert.deepEqual(plain, []);
  });
});

describe('nothing is taken over', () => {
  test('.md and .txt stay what they are', () => {
    for (const { id, extensions = [], filenames = [], filenamePatterns = [] } of contributes.languages) {
      assert.equal(id, 'incident', 'languages are declared for our own id only');
      assert.deepEqual(extensions.filter((extension: string) => /^\.(md|markdown|txt|text)$/i.test(extension)), []);
      for (const pattern of [...filenames, ...filenamePatterns]) assert.doesNotMatch(pattern, /\*\.(md|txt)$/i);
    }
  });

  test('no default of another language is changed', () => {
    assert.deepEqual(Object.keys(contributes.configurationDefaults ?? {}).filter((key) => key !== '[incident]'), []);
    const defaults = contributes.configurationDefaults?.['[incident]'] ?? {};
    assert.deepEqual(Object.keys(defaults).filter((key) => /formatOnSave|codeActionsOnSave|formatOnType|formatOnPaste/.test(key)), []);
  });

  test('no key that people type with', () => {
    const keys = (contributes.keybindings ?? []).flatMap((binding: Record<string, string>) => ['key', 'mac', 'linux', 'win'].map((platform) => binding[platform] ?? ''));
    assert.deepEqual(keys.filter((key: string) => /(^|\+|\s)(enter|tab|backspace|escape|space)$/i.test(key)), []);
  });

  test('no grammar, configuration or formatter for Markdown or plain text', () => {
    assert.deepEqual((contributes.grammars ?? []).filter(({ language }: { language?: string }) => language !== undefined && language !== 'incident'), []);
    assert.doesNotMatch(clientSources, /setLanguageConfiguration|setTextDocumentLanguage|onWillSaveTextDocument/);
  });
});

describe('start and platform', () => {
  test('it starts at Markdown and plain text, and at nothing broader', () => {
    const events: string[] = manifest.activationEvents;
    assert.deepEqual(events.filter((event) => !/^(onLanguage:(markdown|plaintext)|onWebviewPanel:[\w.]+)$/.test(event)), []);
    assert.ok(events.includes('onLanguage:markdown') && events.includes('onLanguage:plaintext'));
  });

  test('the engine is not older than the types', () => {
    const floor = numbers(manifest.engines.vscode);
    const types = numbers(manifest.devDependencies['@types/vscode']);
    assert.ok(floor[0]! > types[0]! || (floor[0] === types[0] && floor[1]! >= types[1]!), `engines.vscode ${floor} is below @types/vscode ${types}`);
  });

  test('untrusted and virtual workspaces are served', () => {
    assert.equal(manifest.capabilities.untrustedWorkspaces.supported, true);
    assert.equal(manifest.capabilities.virtualWorkspaces, true);
  });

  test('every file that the manifest names is there', () => {
    const files = [...strings({ ...contributes, main: manifest.main, icon: manifest.icon })].filter(([, text]) => /^\.\/[\w./-]+\.\w+$/.test(text));
    assert.ok(files.length > 0);
    assert.deepEqual(files.filter(([, file]) => !existsSync(file)), []);
  });
});

describe('settings', () => {
  const sections = [contributes.configuration ?? []].flat() as { properties?: Record<string, Record<string, unknown>> }[];
  const settings = sections.flatMap(({ properties = {} }) => Object.entries(properties));

  for (const [key, setting] of settings) {
    test(`${key} has the prefix, a description, a default and a scope`, () => {
      assert.match(key, /^incidentDocs\./);
      assert.ok(setting['description'] ?? setting['markdownDescription']);
      assert.ok('default' in setting);
      assert.match(String(setting['scope'] ?? 'missing'), /^(resource|window|language-overridable)$/);
    });
  }

  test('there are no more than 25', () => assert.ok(settings.length <= 25));
});

function numbers(version: string): number[] {
  return version.replace(/^\D+/, '').split('.').map(Number);
}
