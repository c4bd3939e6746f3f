import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ReviewResult, reviewRequest } from '../../server/src/protocol';
import { escalation, ordinary, postmortem } from '../support/documents';
import { clients, withClient, type LspDocument } from '../support/lsp-client';

const review = async ({ client, uri }: LspDocument) => ReviewResult.parse(await client.connection.sendRequest(reviewRequest, { uri }));

describe('a review', () => {
  test('follows the document as it is written', () =>
    withClient({ capabilities: clients.neovim }, async (client) => {
      const document = await client.open('a.md', postmortem);
      const answer = async (id: string, asks: string) => (await review(document))?.questions.find((question) => question.id === id)?.parts.find((part) => part.asks === asks);
      assert.equal((await answer('cause', 'What set it off'))?.answer, 'notFound');
      await document.type('switched it on again.', '\n\n## Trigger\n\nThe certificate expired.\n');
      const trigger = await answer('cause', 'What set it off');
      assert.equal(trigger?.answer, 'found');
      assert.deepEqual(trigger.found.lines.map(({ line, text }) => [document.text.split('\n')[line], text]), [['## Trigger', 'Trigger']]);
    }));

  test('has what is found in the document against it, and nothing of a rule that is switched off', async () => {
    const against = async (settings: object) => {
      let rules: (string | undefined)[] = [];
      await withClient({ settings }, async (client) => {
        const document = await client.open('a.md', postmortem);
        rules = (await review(document))?.questions.find(({ id }) => id === 'consistency')?.parts.flatMap((part) => part.against.lines.map(({ rule }) => rule)) ?? [];
      });
      return rules;
    };
    assert.ok((await against({})).includes('timeline-order'));
    assert.ok(!(await against({ rules: { 'timeline-order': 'off' } })).includes('timeline-order'));
  });

  test('asks of each kind its own questions, and of other files none', () =>
    withClient({}, async (client) => {
      const kinds = await Promise.all([['a.md', postmortem], ['b.txt', escalation], ['README.md', ordinary['README.md']]].map(async ([name = '', text = '']) => (await review(await client.open(name, text)))?.kind));
      assert.deepEqual(kinds, ['postmortem', 'escalation', undefined]);
    }));
});
