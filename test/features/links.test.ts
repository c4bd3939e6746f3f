import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parse } from '../../server/src/document/document';
import { resolvedLink, ticketLinks, writtenLinks } from '../../server/src/features/links';
import { anchorsOf } from '../../server/src/features/slugs';

const tickets = { 'OPS-(\\d+)': 'https://tickets.example.com/browse/$0?n=$1', '#(\\d+)': 'https://git.example.com/issues/$1', '([\\w-]+/[\\w-]+)#(\\d+)': 'https://git.example.com/$1/issues/$2' };
const document = (text: string) => parse(`# Post-mortem: slow\n\n## Impact\n\n${text}\n`, { declared: true });

/** The words of the links with where they lead. */
const linked = (text: string, patterns: Readonly<Record<string, string>> = tickets) => {
  const model = document(text);
  return ticketLinks(model, patterns).map(({ span, target }) => `${model.text.slice(span)} ${target.replace('https://', '')}`);
};

describe('tickets', () => {
  const table: readonly (readonly [text: string, links: readonly string[]])[] = [
    ['See OPS-12.', ['OPS-12 tickets.example.com/browse/OPS-12?n=12']],
    ['OPS-1, (OPS-2) and **OPS-3**', ['OPS-1 tickets.example.com/browse/OPS-1?n=1', 'OPS-2 tickets.example.com/browse/OPS-2?n=2', 'OPS-3 tickets.example.com/browse/OPS-3?n=3']],
    ['DEVOPS-12, X-OPS-12, OPS-12a, OPS-12-b, a/OPS-1, OPS_1, ops-1, @OPS-1', []],
    ['fixed in #42, org/repo#7', ['#42 git.example.com/issues/42', 'org/repo#7 git.example.com/org/repo/issues/7']],
    ['`OPS-1` <!-- OPS-2 --> https://x.example/OPS-3 [OPS-4](https://x.example) <https://x.example/OPS-5>', []],
    ['[OPS-1][tickets] and [OPS-2], [see OPS-3] or [OPS-4]', ['OPS-3 tickets.example.com/browse/OPS-3?n=3', 'OPS-4 tickets.example.com/browse/OPS-4?n=4']],
    ['```\nOPS-1\n```', []],
    ['| Ticket |\n|---|\n| OPS-1 |', ['OPS-1 tickets.example.com/browse/OPS-1?n=1']],
    ['ÖOPS-1 OPS-1Ö', []],
  ];
  for (const [text, links] of table) test(JSON.stringify(text), () => assert.deepEqual(linked(text + (text.includes('[OPS-2]') ? '\n\n[OPS-2]: https://x.example' : '')), links));

  test('none where there are no patterns', () => assert.deepEqual(linked('OPS-1', {}), []));
  test('the first of two patterns counts', () => assert.deepEqual(linked('OPS-1', { '[A-Z]+-\\d+': 'https://a.example/$0', 'OPS-\\d+': 'https://b.example/$0' }), ['OPS-1 a.example/OPS-1']));

  test('what a document says cannot change where a link leads', () => {
    const address = { 'T-(\\S+)': 'https://tickets.example.com/$1' };
    assert.deepEqual(linked('T-a?b=c#d&e T-..@evil.example:80 T-//evil.example T-%2e%2e T-\\evil', address), [
      'T-a?b=c#d&e tickets.example.com/a%3Fb%3Dc%23d%26e', 'T-..@evil.example:80 tickets.example.com/..%40evil.example%3A80', 'T-//evil.example tickets.example.com///evil.example',
      'T-%2e%2e tickets.example.com/%252e%252e', 'T-\\evil tickets.example.com/%5Cevil',
    ]);
  });

  test('only addresses of the web', () => {
    for (const address of ['command:x?$0', 'file:///etc/$0', 'javascript:$0', '$0', '//x.example/$0', 'https://', 'vscode://x/$0']) assert.deepEqual(linked('OPS-1', { 'OPS-1': address }), [], address);
  });

  test('a pattern that cannot be used is passed over', () => assert.deepEqual(linked('OPS-1', { '(': 'https://a.example', 'OPS-1': 'https://b.example/$0' }), ['OPS-1 b.example/OPS-1']));

  test('patterns that never end do end', () => {
    const text = `${'a'.repeat(60)} `.repeat(3000);
    const start = performance.now();
    linked(`${text}\n`.repeat(10), { '(a+)+x': 'https://a.example', '(a|aa)+x': 'https://b.example' });
    const milliseconds = performance.now() - start;
    assert.ok(milliseconds < 2000, `${milliseconds} ms`);
  });

  test('say where they lead', () => assert.deepEqual(ticketLinks(document('OPS-1'), tickets).map(({ tooltip }) => tooltip), ['Open OPS-1: https://tickets.example.com/browse/OPS-1?n=1']));
});

describe('anchors are those of GitHub', () => {
  const text = '# Post-mortem: **slow** search\n\n## 🗒️ Summary\n\nx\n\n## Root Cause & `fix`\n\nx\n\n## Root Cause & `fix`\n\nx\n\n### What went well?\n\nx\n\n## Über_uns 2-3\n\nx\n\n## [Links](x.md)\n\nx\n';
  test('a document', () => assert.deepEqual([...anchorsOf(parse(text, { declared: true })).keys()], ['post-mortem-slow-search', '-summary', 'root-cause--fix', 'root-cause--fix-1', 'what-went-well', 'über_uns-2-3', 'links']));
  test('labels have them as well', () => assert.deepEqual([...anchorsOf(parse('CE2041 - Customer Escalation Summary\n\nIssue Description:\nSlow.\n\nAction Plan\n-----------\n1. Rest\n', { declared: true })).keys()], ['ce2041---customer-escalation-summary', 'issue-description', 'action-plan']));
});

describe('what is written as Markdown writes links', () => {
  const other = parse('# Other\n\n## Timeline\n\n- 10:00 UTC x\n', { declared: true });
  const leads = (text: string, uri = 'file:///docs/2026/this.postmortem.txt') => {
    const model = document(text);
    return writtenLinks(model, uri).flatMap((link) => {
      const found = resolvedLink(link, uri, model, link.uri?.endsWith('/other.md') ? other : null);
      return found ? [[model.text.slice(found.span), found.target, found.tooltip]] : [];
    });
  };
  const table: readonly (readonly [text: string, links: readonly (readonly [words: string, target: string, tooltip: string])[]])[] = [
    ['[a](other.txt)', [['other.txt', 'file:///docs/2026/other.txt', 'Open other.txt']]],
    ['![a](../img/a%20b.png "t") [b](<c d.txt>)', [['../img/a%20b.png', 'file:///docs/img/a%20b.png', 'Open a b.png'], ['c d.txt', 'file:///docs/2026/c%20d.txt', 'Open c d.txt']]],
    ['[a](other.md#timeline) [b](other.md#nothing)', [['other.md#timeline', 'file:///docs/2026/other.md#L3', 'Open other.md at "Timeline"'], ['other.md#nothing', 'file:///docs/2026/other.md', 'Open other.md']]],
    ['[a](#impact) [b](#Impact) [c](#nowhere) [d](#)', [['#impact', 'file:///docs/2026/this.postmortem.txt#L3', 'Go to "Impact"'], ['#Impact', 'file:///docs/2026/this.postmortem.txt#L3', 'Go to "Impact"']]],
    ['[a](https://x.example) [b](//x.example) [c](/root.md) [d](mailto:a@b.c) [e](command:x) [f](\\\\host\\a) [g](javascript:x)', []],
    ['`[a](b.md)`\n\n```\n[a](b.md)\n```\n\n<!-- [a](b.md) -->', []],
    ['[a](50%.txt)', [['50%.txt', 'file:///docs/2026/50%25.txt', 'Open 50%.txt']]],
  ];
  for (const [text, links] of table) test(text.split('\n')[0] as string, () => assert.deepEqual(leads(text), links));

  test('a document without a place has its own sections alone', () => assert.deepEqual(leads('[a](b.md) [c](#impact)', 'untitled:Untitled-1').map(([words]) => words), ['#impact']));
  test('and one that lies elsewhere leads beside it', () => assert.deepEqual(leads('[a](b.txt)', 'vscode-vfs://github/org/repo/docs/a.txt').map(([, target]) => target), ['vscode-vfs://github/org/repo/docs/b.txt']));
});
