/// <reference lib="dom" />
import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { remove, temporaryFolder } from '../../scripts/temporary.mjs';
import { themes } from '../../scripts/vscode/settings.mjs';
import { openWindow, takePicture, type Window } from '../support/window';
import { goToLine, openIncident, rest, textEditor, until } from './workbench';

/** Those that ask for semantic colours: the light one of high contrast does not. */
const colourful = (Object.keys(themes) as (keyof typeof themes)[]).filter((theme) => theme !== 'high-contrast-light');

/** How a word of a line looks. */
interface Look {
  readonly colour: string;
  readonly bold: boolean;
}

describe('words are coloured by what they mean', () => {
  const work = temporaryFolder();
  let window: Window;
  before(async () => {
    const folder = join(work, 'documents');
    await mkdir(folder);
    const postmortem = (await readFile('examples/search-latency.md', 'utf8')).replaceAll('2026-03-01', '2026-03-11').replace('- **Owner**', '- **Duration**: 2 hours\n- **Owner**');
    await writeFile(join(folder, 'search.md'), postmortem);
    // a name that says nothing: VS Code takes it for plain text, which has no grammar
    const escalation = await readFile('examples/payment-retries.escalation.txt', 'utf8');
    for (const name of ['retries.txt', 'retries.escalation.txt']) await writeFile(join(folder, name), escalation);
    window = await openWindow({ folder, width: 1300, height: 900, settings: { 'editor.occurrencesHighlight': 'off', 'editor.fontSize': 13, 'outline.collapseItems': 'alwaysCollapse' } });
  });
  after(async () => {
    await window?.close();
    remove(work);
  });

  /** Of the first piece of text that is just the word; null where there is none. */
  const lookOf = (word: string): Promise<Look | null> =>
    textEditor(window.page).evaluate((editor, wanted) => {
      const piece = [...editor.querySelectorAll('.view-line span > span')].find(({ textContent }) => textContent?.replaceAll('\u00a0', ' ') === wanted);
      if (!piece) return null;
      const { color, fontWeight } = getComputedStyle(piece);
      return { colour: color, bold: Number(fontWeight) >= 600 || fontWeight === 'bold' };
    }, word);

  test('in plain text, by the colours of every theme', async () => {
    await openIncident(window.page, 'retries.txt');
    await rest(window.page);
    for (const theme of colourful) {
      await window.useTheme(theme);
      const colours = async () => Promise.all(['Status', 'In Progress', '2026-02-03'].map(async (word) => (await lookOf(word))?.colour));
      await until(colours, (found) => assert.ok(!found.includes(undefined) && new Set(found).size === 3, found.join()));
      await takePicture(window.page, `tokens-escalation-${theme}`);
    }
  });

  test('in our own language as its grammar has it', async () => {
    await window.useTheme('dark');
    await until(() => lookOf('Status'), (look) => assert.notEqual(look, null));
    const plain = await lookOf('Status');
    await openIncident(window.page, 'retries.escalation.txt');
    await until(() => lookOf('Status'), (look) => assert.deepEqual(look, plain));
    await rest(window.page);
    await takePicture(window.page, 'tokens-own-language');
  });

  test('in Markdown, where what is bold stays bold', async () => {
    await openIncident(window.page, 'search.md');
    await rest(window.page);
    await goToLine(window.page, 44);
    await goToLine(window.page, 30);
    for (const theme of colourful) {
      await window.useTheme(theme);
      await until(() => lookOf('2026-03-11 07:53'), (look) => assert.equal(look?.bold, true));
      await takePicture(window.page, `tokens-post-mortem-${theme}`);
    }
  });

  test('what is computed stands beside the text once it is asked for', async () => {
    const { page, folder } = window;
    await mkdir(join(folder, '.vscode'), { recursive: true });
    await writeFile(join(folder, '.vscode', 'settings.json'), JSON.stringify({ 'incidentDocs.inlayHints': ['elapsed', 'dates', 'metrics'] }));
    await window.useTheme('light');
    await goToLine(page, 1);
    const shown = async (): Promise<string> => ((await textEditor(page).locator('.view-lines').innerText()) ?? '').replaceAll('\u00a0', ' ');
    await until(shown, (text) => assert.match(text, /2 hours\s*computed: 4 h 38 min/));
    await takePicture(page, 'hints-metrics');
    await goToLine(page, 44);
    await until(shown, (text) => assert.match(text, /07:53\*\*\s*\+11 min/));
    await takePicture(page, 'hints-timeline');
  });
});
