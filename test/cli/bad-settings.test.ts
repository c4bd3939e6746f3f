import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, test } from 'node:test';
import { postmortem } from '../support/documents';
import { folderWith, run } from '../support/command-line';

describe('bad settings', () => {
  const cases: readonly (readonly [name: string, text: string, said: string, code: number])[] = [
    ['an unknown rule', '{"rules": {"timeline-ordr": "off"}}', '1:12 warning unknown-rule There is no rule "timeline-ordr". Did you mean "timeline-order"?', 1],
    ['broken JSON', '{\n  "rules": {},\n}', '2:14 error invalid-settings This is no valid JSON: nothing follows this comma.', 2],
    ['a comment', '{\n  // none\n}', '2:3 error invalid-settings This is no valid JSON: there are no comments in it.', 2],
    ['an empty file', '', '1:1 error invalid-settings This file is empty; write {} for no settings.', 2],
    ['a list', '[]', '1:1 warning invalid-settings "settings" must be an object, not [].', 1],
  ];
  for (const [name, text, said, expected] of cases) {
    test(`${name}: told once, at its place, and the rest holds`, async (context) => {
      const folder = folderWith(context, { '.incident-docs.json': text, 'a.md': postmortem, 'b/b.md': postmortem });
      const { code, stdout, stderr } = await run(folder, ['lint', '--format', 'json']);
      const [settings, ...documents] = JSON.parse(stdout);
      const shown = settings.diagnostics.map(({ line, column, severity, rule, message }: Record<string, unknown>) => `${line}:${column} ${severity} ${rule} ${message}`);
      assert.deepEqual([settings.file, settings.kind, shown, documents.length, stderr, code], ['.incident-docs.json', 'settings', [said], 2, '', expected]);
      const inText = await run(folder, ['lint', '--fail-on', 'never']);
      assert.match(inText.stdout, /^\.incident-docs\.json:\d+:\d+ /);
      assert.equal(inText.code, expected === 2 ? 2 : 0);
    });
  }

  test('are told by inspect on standard error', async (context) => {
    const folder = folderWith(context, { '.incident-docs.json': '{"rules": {"timeline-ordr": "off"}, "enabel": true}', 'a.md': postmortem });
    const { code, stdout, stderr } = await run(folder, ['inspect', '--json', 'a.md']);
    assert.deepEqual([JSON.parse(stdout).length, code], [1, 0]);
    assert.match(stderr, /^incident-docs: \.incident-docs\.json:1:12: There is no rule .+\nincident-docs: \.incident-docs\.json:1:37: There is no setting .+\n$/);
  });

  test('in a folder above are named by their whole path', async (context) => {
    const folder = folderWith(context, { '.incident-docs.json': '{"enabel": true}', 'below/a.md': postmortem });
    const { stdout } = await run(path.join(folder, 'below'), ['lint', 'a.md']);
    assert.ok(stdout.includes(`${path.basename(folder)}/.incident-docs.json:1:2  warning  `), stdout);
  });

  test('of --config are told under the name that was given', async (context) => {
    const folder = folderWith(context, { 'own.json': '{"enabel": true}', 'a.md': postmortem });
    assert.match((await run(folder, ['lint', '--config', 'own.json'])).stdout, /^own\.json:1:2 {2}warning {2}There is no setting "enabel"/);
  });

  test('weigh as much as the settings say', async (context) => {
    const folder = folderWith(context, { '.incident-docs.json': '{"enabel": true}', 'a.md': postmortem.replace('2026-03-03', '2026-03-10') });
    assert.equal((await run(folder, ['lint', '--fail-on', 'warning'])).code, 1);
    assert.equal((await run(folder, ['lint'])).code, 0);
  });

  const refused: readonly (readonly [name: string, file: string, text: string | null, said: RegExp])[] = [
    ['that is not there', 'none.json', null, /^incident-docs: none\.json: there is no such configuration file\.\n$/],
    ['that is broken', 'own.json', '{', /^incident-docs: own\.json:1:2: This is no valid JSON: the end is missing\.\n$/],
    ['that is a folder', 'docs', null, /^incident-docs: docs:1:1: This file cannot be read\.\n$/],
  ];
  for (const [name, file, text, said] of refused) {
    test(`--config with a file ${name} stops the command`, async (context) => {
      const folder = folderWith(context, { 'a.md': postmortem, 'docs/a.md': postmortem, ...(text !== null && { [file]: text }) });
      const { code, stdout, stderr } = await run(folder, ['lint', '--config', file]);
      assert.match(stderr, said);
      assert.deepEqual([code, stdout], [2, '']);
    });
  }
});
