import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { CodeActionRequest, CodeActionTriggerKind, type CodeAction, type CodeActionTriggerKind as Trigger } from 'vscode-languageserver-protocol/node';
import { refactoringKinds } from '../../server/src/features/refactorings/index';
import { RefactoringsResult, refactoringsRequest } from '../../server/src/protocol';
import { applied } from '../support/applied';
import { clients, withClient, type LspDocument } from '../support/lsp-client';

/** What a client asks for, where, what it is offered, and what becomes of the text. */
interface Journey {
  readonly text: string;
  readonly words: string;
  readonly title: string;
  readonly after: string;
  readonly settings?: object;
}

const withTimeline = (timeline: string, heading = 'Timeline (UTC)') => `# Post-mortem: belts stood still\n\n## ${heading}\n\n${timeline}\n\n## Root Cause\n\nA nut came loose.\n`;

const withPlan = (plan: string) => `# Post-mortem: belts stood still\n\n## Root Cause\n\nA nut came loose. We should count the nuts.\n\n## Action Items\n\n${plan}\n`;

const journeys: Readonly<Record<string, Journey>> = {
  'refactor.rewrite.incidentDocs.sortTimeline': {
    text: withTimeline('- 2026-03-09 21:52 Seen\n- 2026-03-09 21:40 Broken'),
    words: 'Seen',
    title: 'Sort the timeline',
    after: withTimeline('- 2026-03-09 21:40 Broken\n- 2026-03-09 21:52 Seen'),
  },
  'refactor.rewrite.incidentDocs.convertTimes': {
    text: withTimeline('- 2026-03-09 21:40 Broken\n- 2026-03-09 23:52 Seen'),
    words: 'Seen',
    title: 'Convert the times to Europe/Berlin',
    after: withTimeline('- 2026-03-09 22:40 Broken\n- 2026-03-10 00:52 Seen', 'Timeline (Europe/Berlin)'),
    settings: { timeZone: 'Europe/Berlin' },
  },
  'refactor.rewrite.incidentDocs.normaliseTimeline': {
    text: withTimeline('- 2026-03-09 21:40 – Broken\n- 2026-03-09 21:52 - Seen\n- 2026-03-09 22:00 – Told'),
    words: 'Seen',
    title: 'Write all entries of the timeline alike',
    after: withTimeline('- 2026-03-09 21:40 – Broken\n- 2026-03-09 21:52 – Seen\n- 2026-03-09 22:00 – Told'),
  },
  'source.addMissingSections.incidentDocs': {
    text: withTimeline('- 2026-03-09 21:40 Broken\n- 2026-03-09 21:52 Seen'),
    words: 'Seen',
    title: 'Add all missing sections',
    after: `# Post-mortem: belts stood still\n\n## Summary\n\nTBD\n\n## Detection\n\nTBD\n\n## Timeline (UTC)\n\n- 2026-03-09 21:40 Broken\n- 2026-03-09 21:52 Seen\n\n## Root Cause\n\nA nut came loose.\n\n## Action Items\n\n- [ ] TBD\n\n## Lessons Learned\n\n- What went well: TBD\n- What went wrong: TBD\n- Where we got lucky: TBD\n`,
  },
  'refactor.rewrite.incidentDocs.planToChecklist': {
    text: withPlan('1. Tighten the nut (done)\n2. Buy nuts'),
    words: 'Tighten',
    title: 'Convert the plan to a checklist',
    after: withPlan('1. [x] Tighten the nut (done)\n2. [ ] Buy nuts'),
  },
  'refactor.rewrite.incidentDocs.assignOwners': {
    text: withPlan('- [ ] Tighten the nut (@ana)\n- [ ] Buy nuts'),
    words: 'Tighten',
    title: 'Add an owner to the item without one',
    after: withPlan('- [ ] Tighten the nut (@ana)\n- [ ] Buy nuts (@TBD)'),
  },
  'refactor.rewrite.incidentDocs.timelineTable': {
    text: withTimeline('- 2026-03-09 21:40 - Broken\n- 2026-03-09 21:52 - Seen'),
    words: 'Seen',
    title: 'Convert the timeline to a table',
    after: withTimeline('| Time | Event |\n|---|---|\n| 2026-03-09 21:40 | Broken |\n| 2026-03-09 21:52 | Seen |'),
  },
  'refactor.rewrite.incidentDocs.planTable': {
    text: withPlan('- [x] Tighten the nut (@ana)\n- [ ] Buy nuts (OPS-12)'),
    words: 'Tighten',
    title: 'Convert the plan to a table',
    after: withPlan('| Action | Owner | Ticket | Status |\n|---|---|---|---|\n| Tighten the nut | @ana | | Done |\n| Buy nuts | | OPS-12 | Open |'),
  },
  'refactor.extract.incidentDocs.action': {
    text: withPlan('- [x] Tighten the nut'),
    words: 'We should count the nuts.',
    title: 'Add the selection to the action plan',
    after: withPlan('- [x] Tighten the nut\n- [ ] We should count the nuts.'),
  },
  'source.insertMetrics.incidentDocs': {
    text: withTimeline('- 2026-03-09 21:40 - Impact begins\n- 2026-03-09 21:52 - An alert fired').replace('still\n', 'still\n\nStatus: Open\n'),
    words: 'An alert',
    title: 'Insert the computed metrics',
    after: withTimeline('- 2026-03-09 21:40 - Impact begins\n- 2026-03-09 21:52 - An alert fired').replace('still\n', 'still\n\nStatus: Open\nTime to detect: 12 min\n'),
  },
  'source.convertNotation.incidentDocs': {
    text: withPlan('- [ ] Buy *nuts*'),
    words: 'We should',
    title: 'Write the document in plain text',
    after: 'Post-mortem: belts stood still\n==============================\n\nRoot Cause\n----------\n\nA nut came loose. We should count the nuts.\n\nAction Items\n------------\n\n- [ ] Buy nuts\n',
  },
};

describe('refactorings', () => {
  test('have a journey each', () => assert.deepEqual(Object.keys(journeys), refactoringKinds));

  for (const [kind, { text, words, title, after, settings }] of Object.entries(journeys)) {
    test(kind, () =>
      withClient({ ...(settings && { settings }) }, async (client) => {
        const document = await client.open('a.md', text);
        const action = (await document.actions(document.find(words), [kind])).find((offered) => offered.title === title);
        await document.apply(action ?? assert.fail(`${title} is not offered`));
        assert.equal(document.text, after);
        assert.deepEqual((await document.actions(document.range(0, document.text.length), [kind])).filter((offered) => offered.title === title), []);
      }));
  }

  test('have places to fill in where the client knows snippets', () =>
    withClient({ capabilities: { ...clients.vscode, workspace: { ...clients.vscode.workspace, workspaceEdit: { documentChanges: true, snippetEditSupport: true } } } }, async (client) => {
      const document = await client.open('a.md', withPlan('- [ ] Buy nuts'));
      const [action] = await document.actions(document.find('Buy'), ['refactor.rewrite.incidentDocs.assignOwners']);
      const at = document.find('Buy nuts').end;
      assert.deepEqual(document.editsOf(action!), [{ range: { start: at, end: at }, snippet: { kind: 'snippet', value: ' (owner: ${1:name})' } }]);
    }));

  test('fill in a placeholder that was found, in the place where it stands', () =>
    withClient({ capabilities: { ...clients.vscode, workspace: { ...clients.vscode.workspace, workspaceEdit: { documentChanges: true, snippetEditSupport: true } } } }, async (client) => {
      const document = await client.open('a.md', withPlan('- [ ] Buy nuts (owner: TBD)'));
      const action = (await document.actions(document.find('TBD'))).find(({ title }) => title === 'Fill in the placeholder');
      assert.deepEqual(document.editsOf(action!), [{ range: document.find('TBD'), snippet: { kind: 'snippet', value: '${1:TBD}' } }]);
    }));

  test('are offered once where they mend what was found', () =>
    withClient({}, async (client) => {
      const { text } = journeys['refactor.rewrite.incidentDocs.sortTimeline']!;
      const document = await client.open('a.md', text);
      const offered = async (only?: string[]) => (await document.actions(document.find('21:40'), only)).filter(({ title }) => title === 'Sort the timeline').map(({ kind }) => kind);
      assert.deepEqual(await offered(), ['quickfix']);
      assert.deepEqual(await offered(['refactor']), ['refactor.rewrite.incidentDocs.sortTimeline']);
    }));

  const broken = withTimeline('- 2026-03-09 21:52 Seen\n- 2026-03-09 21:75 Broken\n- 2026-03-09 21:40 Told');

  test('say why they cannot be done, to a client that shows it', async () => {
    const refused = async (disabledSupport: boolean) => {
      let offered: CodeAction[] = [];
      const capabilities = { ...clients.vscode, textDocument: { ...clients.vscode.textDocument, codeAction: { ...clients.vscode.textDocument.codeAction, disabledSupport } } };
      await withClient({ capabilities }, async (client) => {
        const document = await client.open('a.md', broken);
        offered = await document.actions(document.find('Seen'), ['refactor.rewrite.incidentDocs.sortTimeline']);
      });
      return offered.map(({ disabled, edit }) => [disabled?.reason, edit]);
    };
    assert.deepEqual(await refused(true), [['Some entries have a time of day and others have none.', undefined]]);
    assert.deepEqual(await refused(false), []);
  });

  test('are not pressed upon those who move the cursor', () =>
    withClient({}, async (client) => {
      const { text, words } = journeys['refactor.rewrite.incidentDocs.sortTimeline']!;
      const document = await client.open('a.md', text);
      const kinds = async (triggerKind: Trigger) => {
        const params = { textDocument: { uri: document.uri }, range: document.find(words), context: { diagnostics: [], triggerKind } };
        return ((await client.connection.sendRequest(CodeActionRequest.type, params)) ?? []).map((action) => 'kind' in action && action.kind).filter((kind) => String(kind).startsWith('refactor'));
      };
      assert.deepEqual(await kinds(CodeActionTriggerKind.Automatic), []);
      assert.ok((await kinds(CodeActionTriggerKind.Invoked)).length > 0);
    }));
});

describe('refactorings of a client that asks for them by name', () => {
  const ask = async ({ client, uri }: LspDocument, params: object = {}) => RefactoringsResult.parse(await client.connection.sendRequest(refactoringsRequest, { uri, ...params }));

  test('are those of the whole document where no place is named, and say so for the version at hand', () =>
    withClient({ capabilities: clients.neovim }, async (client) => {
      const document = await client.open('a.md', withTimeline('- 2026-03-09 21:52 🔧 Seen\n- 2026-03-09 21:40 Broken'));
      const whole = await ask(document);
      assert.equal(whole?.version, document.version);
      assert.deepEqual(whole.offers.map(({ kind }) => kind), ['refactor.rewrite.incidentDocs.sortTimeline', 'source.addMissingSections.incidentDocs', 'refactor.rewrite.incidentDocs.timelineTable', 'source.convertNotation.incidentDocs']);
      const title = document.find('Post-mortem');
      const atTitle = await ask(document, { range: title });
      assert.deepEqual(atTitle?.offers.map(({ kind }) => kind).filter((kind) => kind.startsWith('refactor')), []);
      const [sort] = (await ask(document, { kind: 'refactor.rewrite.incidentDocs.sortTimeline' }))?.offers ?? [];
      assert.ok(sort && 'edits' in sort);
      assert.equal(applied(document.text, sort.edits), withTimeline('- 2026-03-09 21:40 Broken\n- 2026-03-09 21:52 🔧 Seen'));
    }));

  test('convert times to whatever zone is asked for, or say why not', () =>
    withClient({}, async (client) => {
      const document = await client.open('a.md', withTimeline('- 2026-03-09 21:40 Broken\n- 2026-03-09 23:52 Seen'));
      const kind = 'refactor.rewrite.incidentDocs.convertTimes';
      const [plain, kept] = (await ask(document, { kind, timeZone: 'Asia/Kathmandu' }))?.offers ?? [];
      assert.ok(plain && 'edits' in plain && kept && 'edits' in kept);
      assert.deepEqual([plain.timeZone, plain.snippets], ['Asia/Kathmandu', false]);
      assert.equal(applied(document.text, plain.edits), withTimeline('- 2026-03-10 03:25 Broken\n- 2026-03-10 05:37 Seen', 'Timeline (Asia/Kathmandu)'));
      assert.match(applied(document.text, kept.edits), /03:25 \(2026-03-09 21:40 UTC\) Broken/);
      const refused = (await ask(document, { kind, timeZone: 'Atlantis/City' }))?.offers.map((offer) => 'refused' in offer && offer.refused);
      assert.deepEqual(refused, ['“Atlantis/City” is no time zone that is known, such as Europe/Berlin, CET or UTC+2.']);
    }));

  test('are found in the second timeline where the first is as it should be', () =>
    withClient({}, async (client) => {
      const second = '## Timeline of the second day (UTC)\n\n- 2026-03-10 21:52 Seen\n- 2026-03-10 21:40 Broken\n';
      const document = await client.open('a.md', `${withTimeline('- 2026-03-09 21:40 Broken\n- 2026-03-09 21:52 Seen')}\n${second}`);
      const [sort] = (await ask(document, { kind: 'refactor.rewrite.incidentDocs.sortTimeline' }))?.offers ?? [];
      assert.ok(sort && 'edits' in sort);
      assert.match(applied(document.text, sort.edits), /second day \(UTC\)\n\n- 2026-03-10 21:40 Broken\n- 2026-03-10 21:52 Seen/);
    }));

  test('have places to fill in', () =>
    withClient({}, async (client) => {
      const document = await client.open('a.md', withPlan('- [ ] Buy nuts'));
      const [offer] = (await ask(document, { kind: 'refactor.rewrite.incidentDocs.assignOwners' }))?.offers ?? [];
      assert.ok(offer && 'edits' in offer);
      assert.deepEqual([offer.snippets, offer.edits.map(({ newText }) => newText)], [true, [' (owner: ${1:name})']]);
    }));

  test('are none in a file that is no incident document, nor in one that is not open', () =>
    withClient({}, async (client) => {
      const document = await client.open('README.md', '# tinyqueue\n');
      assert.equal(await ask(document), null);
      assert.equal(await ask({ client, uri: 'file:///nowhere.md' } as LspDocument), null);
    }));
});
