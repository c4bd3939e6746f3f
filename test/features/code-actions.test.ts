import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parse } from '../../server/src/document/document';
import { codeActions, type CodeAction, type CodeActionQuery } from '../../server/src/features/code-actions';
import { applyEdits } from '../../server/src/rules/apply-fixes';
import { check, type CheckedFinding } from '../../server/src/rules/check';
import { defaultSettings } from '../../server/src/settings';
import { escalation, postmortem } from '../support/documents';

const find = (text: string) => check(parse(text), defaultSettings, { now: 0 });

function actionsAt(text: string, words: string, query: Partial<CodeActionQuery> = {}, findings: readonly CheckedFinding[] = find(text)): readonly CodeAction[] {
  const start = text.indexOf(words);
  assert.ok(start >= 0, words);
  return codeActions(parse(text), findings, { span: { start, end: start + words.length }, markdown: true, commands: false, snippets: false, ...query });
}

/** A finding that a rule might have, on some words. */
function finding(text: string, words: string, more: Partial<CheckedFinding> = {}): CheckedFinding {
  const start = text.indexOf(words);
  return { rule: 'a-rule', severity: 'warning', span: { start, end: start + words.length }, message: 'Something is wrong.', ...more };
}

const titles = (actions: readonly CodeAction[]) => actions.map(({ title }) => title);

describe('actions on a finding', () => {
  test('its fixes come first, then the ways to silence it', () => {
    const found = titles(actionsAt(postmortem, '2026-03-03'));
    assert.match(found[0] ?? '', /2026-03-03.*2026-03-10/);
    assert.deepEqual(found.slice(-2), ['Disable timeline-order for this line', 'Disable timeline-order in this file']);
  });

  test('the first fix mends it', () => {
    const [first] = actionsAt(postmortem, '2026-03-03');
    assert.deepEqual(find(applyEdits(postmortem, first!.edits)).filter(({ rule }) => rule === 'timeline-order'), []);
  });

  test('elsewhere there is nothing to do', () => assert.deepEqual(actionsAt(postmortem, 'Card payments'), []));

  test('the first fix is preferred, unless it only deletes', () => {
    const span = { start: 0, end: 4 };
    const writes = { title: 'Fix it', kind: 'suggested', edits: [{ span, newText: 'Done' }] } as const;
    const deletes = { title: 'Remove it', kind: 'suggested', edits: [{ span, newText: '' }] } as const;
    const preferred = (fixes: CheckedFinding['fixes']) =>
      actionsAt(postmortem, 'Card', {}, [finding(postmortem, 'Card', fixes && { fixes })]).filter((action) => action.preferred).map(({ title }) => title);
    assert.deepEqual(preferred([writes]), ['Fix it']);
    assert.deepEqual(preferred([writes, deletes]), ['Fix it']);
    assert.deepEqual(preferred([deletes, writes]), []);
    assert.deepEqual(preferred(undefined), []);
  });

  test('two findings of a rule on a line are silenced once', () => {
    const findings = [finding(postmortem, 'Card'), finding(postmortem, 'payments failed')];
    assert.deepEqual(titles(actionsAt(postmortem, 'Card payments failed', {}, findings)), ['Disable a-rule for this line', 'Disable a-rule in this file']);
  });

  test('the summary of the findings beyond the limit cannot be silenced', () => {
    assert.deepEqual(actionsAt(postmortem, 'Card', {}, [finding(postmortem, 'Card', { rule: 'max-problems' })]), []);
  });
});

describe('what only the client can do', () => {
  const findings = [finding(postmortem, 'Card'), finding(postmortem, 'payments'), finding(postmortem, 'failed', { rule: 'other-rule' }), finding(postmortem, 'Card', { rule: 'max-problems' })];
  const offered = (query: Partial<CodeActionQuery>) => actionsAt(postmortem, 'Card payments failed', query, findings).filter(({ command }) => command);

  test('is offered for every rule, at the end', () => {
    assert.deepEqual(offered({ commands: true }).map(({ title, command }) => [title, command]), [
      ['Disable a-rule in the settings', { does: 'disable', rule: 'a-rule' }],
      ['Disable other-rule in the settings', { does: 'disable', rule: 'other-rule' }],
      ['Explain a-rule', { does: 'explain', rule: 'a-rule' }],
      ['Explain other-rule', { does: 'explain', rule: 'other-rule' }],
    ]);
    assert.ok(actionsAt(postmortem, 'Card payments failed', { commands: true }, findings).slice(-4).every(({ command, edits, preferred }) => command && edits.length === 0 && !preferred));
  });
  test('is not offered where the client has no commands, nor for other kinds', () => {
    assert.deepEqual(offered({ commands: false }), []);
    assert.deepEqual(offered({ commands: true, only: ['source'] }), []);
  });
});

describe('kinds', () => {
  const safe = finding(postmortem, 'Card', { fixes: [{ title: 'Fix it', kind: 'safe', edits: [{ span: { start: 0, end: 0 }, newText: '!' }] }] });
  const table: readonly (readonly [only: string[] | undefined, expected: string[]])[] = [
    [undefined, ['quickfix', 'quickfix', 'quickfix']],
    [['quickfix'], ['quickfix', 'quickfix', 'quickfix']],
    [['quickfix.something'], []],
    [['refactor'], []],
    [['source'], ['source.fixAll.incidentDocs']],
    [['source.fixAll'], ['source.fixAll.incidentDocs']],
    [['source.fixAll.incidentDocs'], ['source.fixAll.incidentDocs']],
    [['source.fixAll.other'], []],
    [['source.organizeImports'], []],
    [[''], ['quickfix', 'quickfix', 'quickfix', 'source.fixAll.incidentDocs']],
  ];
  for (const [only, expected] of table) {
    test(`only ${only ? JSON.stringify(only) : 'nothing named'}`, () => assert.deepEqual(actionsAt(postmortem, 'Card', { only }, [safe]).map(({ kind }) => kind), expected));
  }

  test('fix all makes the safe fixes of the whole document and no other', () => {
    const edit = (words: string) => ({ span: { start: postmortem.indexOf(words), end: postmortem.indexOf(words) + 1 }, newText: '!' });
    const findings = [
      finding(postmortem, 'Support', { fixes: [{ title: 'a', kind: 'safe', edits: [edit('Support')] }] }),
      finding(postmortem, 'Card', { fixes: [{ title: 'b', kind: 'safe', edits: [edit('Card')] }] }),
      finding(postmortem, 'orders', { fixes: [{ title: 'c', kind: 'suggested', edits: [edit('orders')] }] }),
    ];
    const [all, ...more] = actionsAt(postmortem, 'Summary', { only: ['source'] }, findings);
    assert.equal(more.length, 0);
    assert.deepEqual(all?.edits.map(({ span }) => postmortem.slice(span.start, span.start + 3)), ['Car', 'Sup']);
  });
});

describe('silencing', () => {
  /** The lines that an action adds, by applying it and asking the checks again. */
  function silenced(text: string, words: string, which: RegExp, markdown: boolean, rule = 'timeline-order'): string[] {
    const own = finding(text, words, { rule });
    const action = actionsAt(text, words, { markdown }, [own]).find(({ title }) => which.test(title)) ?? assert.fail(`nothing like ${which} is offered`);
    const after = applyEdits(text, action.edits);
    const lines = text.split(/\r\n|\r|\n/);
    return after.split(/\r\n|\r|\n/).filter((line) => !lines.includes(line));
  }

  const plain = `${escalation}\nTimeline\n--------\n2026-02-03 10:00 - First\n  2026-02-02 10:00 - Second\n`;

  test('a line of Markdown', () => assert.deepEqual(silenced(postmortem, '2026-03-03', /this line/, true), ['<!-- incident-docs-disable-next-line timeline-order -->']));
  test('a file of Markdown', () => assert.deepEqual(silenced(postmortem, '2026-03-03', /in this file/, true), ['<!-- incident-docs-disable-file timeline-order -->']));
  test('a line of plain text, at its indentation', () => assert.deepEqual(silenced(plain, '2026-02-02', /this line/, false), ['  # incident-docs-disable-next-line timeline-order']));
  test('a file of plain text', () => assert.deepEqual(silenced(plain, '2026-02-02', /in this file/, false), ['# incident-docs-disable-file timeline-order']));
  test('plain text written as Markdown', () => assert.deepEqual(silenced(postmortem, '2026-03-03', /this line/, false), ['<!-- incident-docs-disable-next-line timeline-order -->']));

  test('keeps the line endings', () => {
    const text = postmortem.replaceAll('\n', '\r\n');
    const [action] = actionsAt(text, '2026-03-03').filter(({ title }) => /this line/.test(title));
    assert.ok(action?.edits[0]?.newText.endsWith('\r\n'));
  });

  test('a table row, behind it, so that the table stays whole', () => {
    const text = postmortem.replace('- 1,240 orders were lost', '| what | many |\n|---|---|\n| orders | 1,240 |');
    assert.deepEqual(silenced(text, '1,240', /this line/, true), ['| orders | 1,240 | <!-- incident-docs-disable-line timeline-order -->']);
  });

  test('a table header, above it, since it must have as many cells as the line below', () => {
    const text = postmortem.replace('- 1,240 orders were lost', '| what | many |\n|---|---|\n| orders | 1,240 |');
    assert.deepEqual(silenced(text, 'many', /this line/, true), ['<!-- incident-docs-disable-next-line timeline-order -->']);
  });

  test('a file with front matter, below it', () => {
    const text = `---\nauthor: Ada\n---\n${postmortem}`;
    const [action] = actionsAt(text, 'Card', {}, [finding(text, 'Card')]).filter(({ title }) => /in this file/.test(title));
    assert.ok(applyEdits(text, action!.edits).startsWith('---\nauthor: Ada\n---\n<!-- incident-docs-disable-file a-rule -->\n'));
  });

  /** The document behind an action that is offered on some words. */
  const after = (text: string, words: string, title: string, markdown: boolean) => {
    const own = finding(text, words);
    const action = actionsAt(text, words, { markdown }, [own]).find((offered) => offered.title === title) ?? assert.fail(`"${title}" is not offered`);
    return applyEdits(text, action.edits);
  };

  const blocks: readonly (readonly [name: string, before: string, words: string, title: string, after: string, markdown: boolean])[] = [
    [
      'a line of code, around the code, as no comment can stand in it', '# T\n\n```\nkey\n```\n', 'key', 'Disable a-rule for this code block',
      '# T\n\n<!-- incident-docs-disable a-rule -->\n```\nkey\n```\n<!-- incident-docs-enable a-rule -->\n', true,
    ],
    [
      'code in a list, at its indentation', '# T\n\n- a\n\n  ```\n  key\n  ```\n- b\n', 'key', 'Disable a-rule for this code block',
      '# T\n\n- a\n\n  <!-- incident-docs-disable a-rule -->\n  ```\n  key\n  ```\n  <!-- incident-docs-enable a-rule -->\n- b\n', true,
    ],
    [
      'code up to the end of the file', '# T\n\n```\nkey', 'key', 'Disable a-rule for this code block',
      '# T\n\n<!-- incident-docs-disable a-rule -->\n```\nkey\n<!-- incident-docs-enable a-rule -->', true,
    ],
    [
      'a row of a table in plain text, around the table, which has no room for a comment', 'T\n\n| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n\nx\n', '2', 'Disable a-rule for this table',
      'T\n\n# incident-docs-disable a-rule\n| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n# incident-docs-enable a-rule\n\nx\n', false,
    ],
  ];
  for (const [name, before, words, title, expected, markdown] of blocks) test(name, () => assert.equal(after(before, words, title, markdown), expected));

  test('the finding is gone and its table is whole', () => {
    const text = `${escalation}\nTimeline\n--------\n\n| Time | Event |\n|---|---|\n| 2026-02-03 10:00 | First |\n| 2026-02-02 10:00 | Second |\n`;
    const [found] = find(text).filter(({ rule }) => rule === 'timeline-order');
    assert.ok(found);
    const action = actionsAt(text, '2026-02-02', { markdown: false }, [found]).find(({ title }) => title === 'Disable timeline-order for this table');
    const silenced = applyEdits(text, action!.edits);
    assert.deepEqual(find(silenced).map(({ rule }) => rule), find(text).map(({ rule }) => rule).filter((rule) => rule !== 'timeline-order'));
    assert.deepEqual(parse(silenced).timelines.map(({ entries }) => entries.length), parse(text).timelines.map(({ entries }) => entries.length));
  });

  for (const which of [/this line/, /in this file/]) {
    for (const [name, text] of Object.entries({ Markdown: postmortem, 'CRLF Markdown': postmortem.replaceAll('\n', '\r\n'), 'Markdown with a byte order mark': `\ufeff${postmortem}` })) {
      test(`${which.source} of ${name}: the finding is gone and no other comes`, () => {
        const action = actionsAt(text, '2026-03-03').find(({ title }) => title.startsWith('Disable') && which.test(title));
        const before = find(text).map(({ rule }) => rule);
        const after = find(applyEdits(text, action!.edits)).map(({ rule }) => rule);
        assert.deepEqual(after, before.filter((rule) => rule !== 'timeline-order'));
      });
    }
  }
});
