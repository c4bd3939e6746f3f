import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import { parse } from '../../server/src/document/document';
import { questions } from '../../server/src/features/review/questions';
import { review } from '../../server/src/features/review/review';
import type { ReviewedPart } from '../../server/src/protocol';
import { check } from '../../server/src/rules/check';
import { allRules } from '../../server/src/rules/index';
import { defaultSettings } from '../../server/src/settings';
import { leastCpuTime } from '../support/cpu-time';
import { ordinary } from '../support/documents';
import { ownTexts } from '../support/examples';
import { sharedDocuments } from '../support/shared';

type Kind = keyof typeof questions;

function reviewed(text: string, kind: Kind = 'postmortem') {
  const document = parse(text, { stickyKind: kind });
  return review(document, check(document, defaultSettings, { now: Date.UTC(2026, 3, 1) }));
}

const titles = { postmortem: '# Post-mortem: belts stood still', escalation: '# ESC-7 - Customer Escalation Summary' } as const;

function part(kind: Kind, question: string, asks: string, body: string): ReviewedPart {
  const found = reviewed(`${titles[kind]}\n\n${body}\n`, kind).find(({ id }) => id === question)?.parts.find((candidate) => candidate.asks === asks);
  return found ?? assert.fail(`${question}: ${asks}`);
}

/** What a part answers in a body below the title: the answer, its lines (1-based, the body begins in the third), and those that lack it. */
const rows: readonly (readonly [kind: Kind, question: string, asks: string, body: string, answer: ReviewedPart['answer'], lines: readonly number[], lacking?: readonly number[]])[] = [
  ['postmortem', 'data', 'What happened, one event after the other', '## Timeline (UTC)\n\n- 2026-03-09 21:40 Broken\n- 2026-03-09 21:52 Seen', 'found', [5, 6]],
  ['postmortem', 'data', 'What happened, one event after the other', '## Timeline\n\n- 21:40 Broken\n- 21:52 Seen', 'partly', [5, 6]],
  ['postmortem', 'data', 'What happened, one event after the other', '## Impact\n\nAll.', 'notFound', []],
  ['postmortem', 'data', 'When it was noticed', '## Timeline (UTC)\n\n- 2026-03-09 21:40 Broken\n- 2026-03-09 21:52 An alert fired', 'found', [6]],
  ['postmortem', 'data', 'When it was noticed', '## Timeline (UTC)\n\n- 2026-03-09 21:40 Broken\n- 2026-03-09 21:75 Something\n- 2026-03-09 22:10 Rolling', 'notFound', []],
  ['postmortem', 'data', 'Graphs, logs or tickets to look things up', '## Root Cause\n\nA nut, see https://graphs.example/1.\n\n```\nhttps://not.this\n```', 'found', [5]],
  ['postmortem', 'data', 'Who took part', 'Owner: TBD', 'notFound', [], [3]],
  ['postmortem', 'data', 'Who took part', 'Owner: Ana Mora', 'found', [3]],
  ['postmortem', 'impact', 'What was affected', '## Impact\n\nThe belts.', 'found', [3]],
  ['postmortem', 'impact', 'What was affected', '## Impact\n\n- Users: [number]\n- Services: TBD', 'notFound', [], [3, 6]],
  ['postmortem', 'impact', 'What was affected', '## Impact\n\n## Timeline', 'notFound', [], [3]],
  ['postmortem', 'impact', 'What was affected', '### Impact: the belts stood still.\n\n## Timeline', 'found', [3]],
  ['postmortem', 'impact', 'How much it was, in numbers', '## Impact\n\n- 412 orders were lost\n- It was bad', 'found', [5]],
  ['postmortem', 'impact', 'How much it was, in numbers', '## Impact\n\nMany customers waited at the belts from 10:00 on.', 'notFound', []],
  ['postmortem', 'impact', 'How long it lasted', '## Impact\n\nThe belts stood still for two hours.', 'found', [5]],
  ['postmortem', 'cause', 'Why it could happen', '## Root Cause\n\nA nut was never counted.', 'found', [3]],
  ['postmortem', 'cause', 'Why it could happen', 'Status: Resolved\n\n## Root Cause\n\nThe cause is still under investigation.', 'partly', [5]],
  ['postmortem', 'cause', 'The cause is in the system, not in a person', '## Root Cause\n\nHuman error.', 'doubted', []],
  ['postmortem', 'cause', 'The cause is in the system, not in a person', '## Root Cause\n\nA nut came loose.', 'unknown', []],
  ['postmortem', 'plan', 'An owner for each', '## Action Items\n\n- [ ] Count the nuts (owner: Ana Mora)\n- [ ] Buy nuts for the belts', 'partly', [5], [6]],
  ['postmortem', 'plan', 'A ticket for each', '## Action Items\n\n- [ ] Count the nuts (OPS-1)\n- [ ] Buy nuts for the belts (OPS-2)', 'found', [5, 6]],
  ['postmortem', 'plan', 'What comes first, and what later', '## Action Items\n\n### Immediate\n\n- [ ] Count the nuts\n\n### Long Term\n\n- [ ] Weld the nuts', 'found', [5, 9]],
  ['postmortem', 'plan', 'Something that keeps it from happening again', '## Action Items\n\n- [ ] Add a limit to the speed of the belts', 'found', [5]],
  ['postmortem', 'plan', 'Something that keeps it from happening again', '## Action Items\n\n- [ ] Weld the nuts to the belts', 'unknown', []],
  ['postmortem', 'plan', 'Something that keeps it from happening again', '## Action Items\n\n- [ ] Add an alert for nuts', 'notFound', []],
  ['postmortem', 'sharing', 'It is reviewed or published', 'Status: Published', 'found', [3]],
  ['postmortem', 'sharing', 'It is reviewed or published', 'Status: Resolved', 'unknown', []],
  ['postmortem', 'lessons', 'Where luck helped', '## Lessons Learned\n\n- Where we got lucky: it was Sunday', 'found', [5]],
  ['postmortem', 'lessons', 'Where luck helped', '## Lecciones aprendidas\n\n- Tuvimos suerte, que los clientes no estaban en las tiendas, para que una', 'unknown', []],
  ['postmortem', 'language', 'No sentence blames a person', '## Root Cause\n\nThe developer forgot the nut.', 'doubted', []],
  ['postmortem', 'consistency', 'The timeline runs in order', '## Timeline (UTC)\n\n- 2026-03-09 21:52 Seen\n- 2026-03-09 21:40 Broken\n- 2026-03-09 22:00 Mended', 'doubted', []],
  ['escalation', 'stakes', 'The customer', 'Customer: Blue Heron Books', 'found', [3]],
  ['escalation', 'stakes', 'The customer', 'Customer: [customer name]', 'notFound', [], [3]],
  ['escalation', 'owner', 'The owner, by name', 'Status: Open\nAssigned Engineer: Senior Support Engineer', 'partly', [4]],
  ['escalation', 'nextUpdate', 'The next update', '## Current Status\n\n- Next update: 2026-03-02 10:00 UTC', 'found', [5]],
  ['escalation', 'nextUpdate', 'The next update', '## Current Status\n\n- Waiting', 'notFound', []],
  ['escalation', 'sentiment', 'What they ask for', '## Customer Sentiment\n\n- They ask for a call every day', 'found', [5]],
  ['escalation', 'status', 'The status', 'Status: Resloved', 'partly', [3]],
];

describe('what a document answers to a reviewer', () => {
  for (const [kind, question, asks, body, answer, lines, lacking = []] of rows) {
    test(`${asks}: ${answer}: ${body.replaceAll('\n', ' ').slice(0, 60)}`, () => {
      const found = part(kind, question, asks, body);
      const numbers = (list: ReviewedPart['found']) => list.lines.map(({ line }) => line + 1);
      assert.deepEqual([found.answer, numbers(found.found), numbers(found.lacking)], [answer, lines, lacking], JSON.stringify(found));
    });
  }

  test('lines are told without their marks', () => {
    const { found } = part('postmortem', 'plan', 'Actions', '## Action Items\n\n- [ ] **Count** the nuts');
    assert.deepEqual(found.lines, [{ line: 4, text: 'Count the nuts' }]);
  });

  test('a question is answered by its parts, those left out that cannot be told', () => {
    const answerTo = (id: string, body: string) => reviewed(`${titles.postmortem}\n\n${body}\n`).find((question) => question.id === id)?.answer;
    assert.equal(answerTo('language', 'It was so.'), 'unknown');
    assert.equal(answerTo('lessons', 'It was so.'), 'notFound');
    assert.equal(answerTo('lessons', '## Lessons Learned\n\nNuts matter.'), 'partly');
    assert.equal(answerTo('lessons', '## Lessons Learned\n\n- Went well: the page\n- Went wrong: the nut\n- Luck: Sunday'), 'found');
  });

  test('what is no incident document is not reviewed', () => {
    for (const text of Object.values(ordinary)) assert.deepEqual(review(parse(text), []), []);
  });
});

describe('the table of questions', () => {
  for (const kind of ['postmortem', 'escalation'] as const) {
    test(`${kind}: every rule that speaks against anything exists, is about that kind, and is on unless the team chose otherwise`, () => {
      for (const { id, parts } of questions[kind]) {
        for (const { asks, find, against = [] } of parts) {
          assert.ok(find || against.length > 0, `${id}: nothing could answer "${asks()}"`);
          for (const named of against) {
            const rule = allRules.find((candidate) => candidate.id === named) ?? assert.fail(`${id}: ${named}`);
            assert.ok(!rule.kinds || rule.kinds.includes(kind), `${id}: ${named} is not about a ${kind}`);
          }
        }
      }
    });

    test(`${kind}: the sentences are sentences, and the ids are used once`, () => {
      const ids = questions[kind].map(({ id }) => id);
      assert.equal(new Set(ids).size, ids.length);
      for (const { asks, judge, parts } of questions[kind]) {
        assert.match(asks(), /^[A-Z].{10,70}\?$/);
        assert.match(judge(), /^[A-Z].{10,120}\.$/);
        for (const { asks: what } of parts) assert.match(what(), /^[A-Z].{4,60}[^.]$/);
      }
    });
  }
});

describe('every answer', () => {
  /** It names lines that are there, is found by something, and pretends nothing. */
  function judge(name: string, text: string, kind: Kind): void {
    const lines = text.split(/\r\n|\r|\n/).length;
    for (const { parts, answer } of reviewed(text, kind)) {
      const told = parts.map((one) => one.answer).filter((one) => one !== 'unknown');
      assert.equal(answer === 'unknown', told.length === 0, name);
      assert.equal(answer === 'found', told.length > 0 && told.every((one) => one === 'found'), name);
      for (const one of parts) {
        for (const list of [one.found, one.lacking, one.against]) {
          assert.ok(list.lines.length === Math.min(3, list.count), name);
          for (const { line } of list.lines) assert.ok(line >= 0 && line < lines, `${name}: line ${line}`);
        }
        const isFound = one.answer === 'found' || one.answer === 'partly';
        assert.equal(one.found.count > 0, isFound, `${name}: ${one.asks}`);
        if (one.answer === 'found') assert.equal(one.lacking.count + one.against.count, 0, `${name}: ${one.asks}`);
        if (one.answer === 'unknown') assert.equal(one.against.count, 0, `${name}: ${one.asks}`);
        assert.ok(one.searched || !isFound, `${name}: ${one.asks}`);
      }
    }
  }

  test('stands on lines of our own documents, cut anywhere', () => {
    const own = ownTexts();
    fc.assert(fc.property(fc.constantFrom(...own), fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom<Kind>('postmortem', 'escalation'), (text, share, kind) => judge('own', text.slice(0, Math.ceil(text.length * share)), kind)), { seed: 6, numRuns: 60 });
  });

  test('takes time in proportion to the document', () => {
    const family = (piece: string) => (times: number) => () => void reviewed(`# Post-mortem: belts\n\n${piece.repeat(times)}`);
    for (const piece of ['## Impact\n\nAll.\n\n', '## Impact\n', 'Impact: all\n', '## Action Items\n\n- [ ] Buy a nut: [name]\n', '## Root Cause\n\n- after a change of the deploy\n', '[[[<<<']) {
      const timed = family(piece);
      const [once, twice] = [leastCpuTime(timed(2_000)), leastCpuTime(timed(4_000))];
      assert.ok(twice < once * 3.5 + 50, `${JSON.stringify(piece)}: ${once} and ${twice} ms`);
    }
  });

  test('stands on lines of real documents', { skip: sharedDocuments.length === 0 && '../shared is absent' }, () => {
    for (const { name, text } of sharedDocuments) judge(name, text, name.startsWith('esc') ? 'escalation' : 'postmortem');
  });
});
