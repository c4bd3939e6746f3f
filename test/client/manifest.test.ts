import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { ENGLISH } from '../../client/preview/words';
import { commandNames } from '../../client/src/commands/table';

interface Entry {
  readonly command: string;
  readonly title?: string;
  readonly shortTitle?: string;
  readonly category?: string;
  readonly enablement?: string;
  readonly when?: string;
  /** In place of a command. */
  readonly submenu?: string;
}
interface Step {
  readonly title: string;
  readonly description: string;
  readonly media: { readonly image: Readonly<Record<string, string>>; readonly altText: string };
  readonly completionEvents: readonly string[];
}
interface Manifest {
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly commands: readonly Entry[];
    readonly menus: Readonly<Record<string, readonly Entry[]>>;
    readonly submenus: readonly { readonly id: string }[];
    readonly walkthroughs: readonly { readonly title: string; readonly description: string; readonly steps: readonly Step[] }[];
  };
}

const read = <T>(file: string): T => JSON.parse(readFileSync(file, 'utf8')) as T;
const manifest = read<Manifest>('package.json');
const source = readdirSync('client/src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(join('client/src', file), 'utf8'))
  .join('\n');

/** What opens a new document needs none: these, and no others, are always offered. */
const alwaysOffered = ['incidentDocs.newDocument', 'incidentDocs.newPostMortem', 'incidentDocs.newEscalationSummary', 'incidentDocs.newIncidentLog', 'incidentDocs.openSample'];

describe('commands', () => {
  const { commands, menus } = manifest.contributes;

  test('every command that is declared is registered, and the other way round', () => {
    const registered = commandNames.map((name) => `incidentDocs.${name}`);
    assert.deepEqual(commands.map(({ command }) => command).sort(), registered.sort());
  });

  for (const { command, title, category, enablement } of commands) {
    test(`${command} has its words in package.nls.json and a condition in the palette`, () => {
      const words = read<Record<string, string>>('package.nls.json');
      for (const key of [title, category]) assert.ok(key !== undefined && words[key.slice(1, -1)], String(key));
      if (alwaysOffered.includes(command)) return assert.equal(enablement, undefined);
      assert.ok(enablement, 'enablement');
      assert.ok(menus['commandPalette']?.find((entry) => entry.command === command)?.when, 'when');
    });
  }

  test('File > New File… has an entry for each kind of document, under a short title', () => {
    const entries = menus['file/newFile'] ?? [];
    assert.deepEqual(entries.map(({ command, when }) => [command, when]), alwaysOffered.slice(1, -1).map((command) => [command, undefined]));
    for (const entry of entries) assert.match(commands.find(({ command }) => command === entry.command)?.shortTitle ?? '', /^%command\.\w+\.short%$/);
  });

  test('the walkthrough leads to declared commands, and has words and pictures', () => {
    const declared = new Set(commands.map(({ command }) => command));
    const words = read<Record<string, string>>('package.nls.json');
    const said = (key: string): string => words[key.slice(1, -1)] ?? assert.fail(key);
    for (const { title, description, steps } of manifest.contributes.walkthroughs) {
      said(title);
      said(description);
      assert.equal(steps.length, 5);
      for (const step of steps) {
        said(step.title);
        said(step.media.altText);
        const leadsTo = [...said(step.description).matchAll(/\(command:([\w.]+)/g), ...step.completionEvents.join('\n').matchAll(/onCommand:([\w.]+)/g)].map(([, id]) => id as string);
        assert.deepEqual(leadsTo.filter((id) => !declared.has(id)), []);
        assert.ok(leadsTo.length > 0);
        for (const picture of Object.values(step.media.image)) assert.ok(existsSync(picture), picture);
      }
    }
  });

  test('menus name declared commands only', () => {
    const declared = new Set(commands.map(({ command }) => command));
    const submenus = new Set(manifest.contributes.submenus.map(({ id }) => id));
    for (const { command, submenu } of Object.values(menus).flat()) assert.ok(submenu === undefined ? declared.has(command) : submenus.has(submenu), submenu ?? command);
    for (const id of submenus) assert.ok(menus[id], `${id} has entries`);
  });

  test('conditions use context keys that the client sets', () => {
    const set = new Set([...source.matchAll(/'(incidentDocs\.\w+)'/g)].map(([, key]) => key));
    const conditions = [...commands.map(({ enablement }) => enablement), ...Object.values(menus).flat().map(({ when }) => when)];
    for (const [key] of conditions.join(' ').matchAll(/incidentDocs\.\w+/g)) assert.ok(set.has(key), key);
    for (const submenu of manifest.contributes.submenus) assert.ok(!set.has(submenu.id), 'a submenu is no context key');
  });
});

describe('activation', () => {
  test('nothing but Markdown, plain text and a restored preview wakes the extension', () => {
    assert.deepEqual([...manifest.activationEvents].sort(), ['onLanguage:markdown', 'onLanguage:plaintext', 'onWebviewPanel:incidentDocs.actionPlan']);
  });
});

describe('localisation', () => {
  const bundle = read<Record<string, string>>('l10n/bundle.l10n.json');

  test('every sentence of the client is in the bundle', () => {
    // `t` where a function that knows no editor is handed the translation
    const sentences = [...source.matchAll(/\bt\(\s*'((?:[^'\\]|\\.)*)'/g)].map(([, sentence]) => sentence as string);
    assert.ok(sentences.length > 10);
    assert.deepEqual([...sentences, ...Object.values(ENGLISH)].filter((sentence) => !(sentence in bundle)), []);
  });
});
