import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { newIssueAddress } from '../../client/src/preview/new-issue';
import { fullPlan, item, planOf } from '../support/plan-model';

const words = (sentence: string, ...values: (string | number)[]): string => sentence.replace(/\{(\d)\}/g, (_, index: string) => String(values[Number(index)]));
const plan = planOf([], { title: 'Mail & more' });
const address = (template: string, ...more: Parameters<typeof item>) => newIssueAddress(template, item(...more), plan, 'mail.md', words);

describe('the form for a new issue', () => {
  test('has the item and its incident filled in', () => {
    const made = new URL(address('https://x.example/new?title=$title&body=$body&assignee=$owner&due=$due', 'a', 'open', { text: 'Alarm on p95 & p99 (@kim)', title: 'Alarm on p95 & p99', line: 6, owner: '@kim', due: { text: 'Friday', date: '2026-03-13', source: 'stated', overdue: false } }) ?? '');
    assert.deepEqual([...made.searchParams], [
      ['title', 'Alarm on p95 & p99'],
      ['body', 'Alarm on p95 & p99 (@kim)\n\nIncident: Mail & more\nOwner: @kim\nDue: 2026-03-13\nDocument: mail.md, line 7'],
      ['assignee', 'kim'], ['due', '2026-03-13'],
    ]);
  });

  test('is on the web or nowhere', () => {
    for (const template of ['javascript:alert($title)', 'file:///$title', 'https://', '$title', '']) assert.equal(address(template, 'a', 'open', { title: 'https://evil.example', text: 'x' }), null, template);
  });

  test('takes what stands in it for nothing else', () => {
    const made = address('https://x.example/new?title=$title', 'a', 'open', { text: 'x', title: '&admin=1#x $body $owner' });
    assert.deepEqual([...new URL(made ?? '').searchParams], [['title', '&admin=1#x $body $owner']]);
    assert.ok(address('https://x.example/new?title=$title', 'a', 'open', { text: 'x', title: 'half a \ud83d pair' }));
  });

  test('is no longer than servers take', () => {
    for (const text of ['x'.repeat(50_000), '日本'.repeat(20_000), '😀'.repeat(9000)]) {
      const made = address('https://x.example/new?title=$title&body=$body', 'a', 'open', { text });
      assert.ok(made && made.length <= 8000 && URL.canParse(made), `${made?.length}`);
    }
  });

  test('leaves other words alone', () => assert.equal(newIssueAddress('https://x.example/$1/$titles?t=$title', item('a'), fullPlan, 'x.md', words), 'https://x.example/$1/$titles?t=Do%20a'));
});
