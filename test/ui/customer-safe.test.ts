/// <reference lib="dom" />
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { openWindow, runCommand, takePicture, type Window } from '../support/window';
import { becomes, notification, onDisk, openIncident } from './workbench';

const name = 'ferry-seats.escalation.md';
const text = `# CE2041 - Escalation: seat reservations time out

- **Customer**: Northwind Ferries
- **Priority**: High
- **Status**: In Progress
- **Owner**: Zoë Aalto
- **Customer contact**: Idris Quill, Head of Sales

## Issue

Idris Quill called on Friday: seats cannot be reserved. Piet asked for the logs of
\`db1.prod.internal\`; Zoë found the same at customer Tarn Lines (OPS-12).

## Impact

- 4,000 travellers could not book
- Revenue impact: $50K a day at risk
- Travellers were promised 20 EUR each

## Timeline (UTC)

| Time | Who | What |
| --- | --- | --- |
| 2026-02-06 15:10 | Zoë Aalto | Index found to be missing |
| 2026-02-06 16:40 | Emil Roth | Index added on the replica |

## Action plan

- [x] Add the index on the replica (@emil.roth, OPS-12)
- [ ] Add it everywhere (@emil.roth, OPS-13, due 2036-02-20)

## Customer sentiment

- Frustrated, and under pressure from the board
- Trusts the plan
`;

describe('a customer-safe copy in the window', () => {
  let window: Window;
  before(async () => {
    window = await openWindow({ width: 1500, height: 900, theme: 'light' });
    await writeFile(join(window.folder, name), text);
    await openIncident(window.page, name);
  });
  after(() => window?.close());

  test('is a diff with a message, and a list of what to look at', async () => {
    const { page } = window;
    await runCommand(page, 'Incident: Create Customer-Safe Copy');
    await page.locator('.monaco-diff-editor .editor.modified .view-line', { hasText: 'Engineer A' }).first().waitFor();
    const message = await notification(page, 'Replaced: names of people (');
    assert.match(await message.innerText(), /names of other customers \(1\), tickets \(3\), money at stake \(1\), internal remarks \(2\), internal addresses \(1\)[\s\S]*Left as written, to be looked at: 3\.[\s\S]*Read the copy before you send it/);
    for (const theme of ['light', 'dark'] as const) {
      await window.useTheme(theme);
      await takePicture(page, `customer-safe-copy-${theme}`);
    }
    await message.locator('.monaco-button', { hasText: 'Show What to Look At' }).click();
    const list = page.locator('.quick-input-widget .monaco-list-row');
    await list.filter({ hasText: 'Piet' }).waitFor();
    await becomes(() => list.count(), 3);
    await page.keyboard.press('ArrowDown');
    await takePicture(page, 'customer-safe-copy-places');
    await page.keyboard.press('Escape');
    assert.equal(await onDisk(window, name), text);
  });
});
