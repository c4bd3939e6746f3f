import type { ActionGroupModel, ActionItemModel, ActionPlanModel } from '../../server/src/protocol';

/** An item that can be changed in every way. */
export const item = (id: string, state: ActionItemModel['state'] = 'open', more: Partial<ActionItemModel> = {}): ActionItemModel => ({
  id, line: 7, text: `Do ${id}`, title: more.text ?? `Do ${id}`, state, priority: null, type: null, owner: null, unowned: (more.owner ?? null) === null, due: null, tickets: [], likelyDone: null,
  gestures: state === 'untracked' ? ['owner', 'due', 'move'] : ['toggle', 'owner', 'due', 'move'], ...more,
});

export const group = (label: string, items: readonly ActionItemModel[], more: Partial<ActionGroupModel> = {}): ActionGroupModel => ({
  id: label, label, line: 5, window: null, ...count(items), items: [...items], canAdd: true, canChecklist: items.some(({ state }) => state === 'untracked'), ...more,
});

/** A plan of which nothing is known but its groups. */
export const planOf = (groups: readonly ActionGroupModel[], more: Partial<ActionPlanModel> = {}): ActionPlanModel => {
  const items = groups.flatMap((one) => one.items);
  const left = items.filter(({ state }) => state !== 'done');
  return {
    uri: 'file:///a.md', version: 1, kind: 'postmortem', title: 'Mail was late', titleLine: 0, asOf: '2026-04-01', status: null, severity: null, customer: null, age: null, nextUpdate: null,
    metrics: [], problems: 0, blocking: [], ...count(items), total: items.length, unowned: left.filter(({ unowned }) => unowned).length, overdue: left.filter(({ due }) => due?.overdue).length,
    owners: [...new Set(items.flatMap(({ owner }) => owner ?? []))], groups: [...groups], timeline: null, emptyHint: null, newIssue: null, ...more,
  };
};

function count(items: readonly ActionItemModel[]): { tracked: number; done: number } {
  return { tracked: items.filter(({ state }) => state !== 'untracked').length, done: items.filter(({ state }) => state === 'done').length };
}

const at = (clock: string, day = '2026-03-11'): number => Date.parse(`${day}T${clock}:00Z`) / 1000;
const stated = (date: string, overdue = false): ActionItemModel['due'] => ({ text: date, date, source: 'stated', overdue });

/** A plan in which everything is known that can be. */
export const fullPlan: ActionPlanModel = planOf(
  [
    group('Immediate (0–4 hours)', [
      item('a', 'done', { line: 88, text: 'Withdraw the list in all regions', owner: '@tomas.reyes', tickets: [{ key: 'SRCH-902', url: 'https://tickets.example.com/SRCH-902' }], type: { value: 'mitigate', stated: false } }),
      item('b', 'open', { line: 89, text: 'Tell the 48 shops what happened and what it cost them', owner: 'Shop Care', due: { text: '4 hours', date: '2026-03-11', source: 'horizon', overdue: true }, type: { value: 'comms', stated: false }, likelyDone: { line: 104, text: 'All shops were written to on Thursday' } }),
    ], { line: 87, window: '0–4 hours' }),
    group('Near Term', [
      item('c', 'open', { line: 93, text: 'Refuse synonym groups of more than 50 words when a list is published', owner: '@lea.brandt', due: stated('2026-03-27', true), tickets: [{ key: 'SRCH-905', url: null }], priority: 'P1', type: { value: 'prevent', stated: true } }),
      item('d', 'open', { line: 94, text: 'Alarm on the 95th percentile over two minutes', owner: '@tomas.reyes', due: stated('2026-04-20'), tickets: [{ key: 'OPS-2210', url: 'https://tickets.example.com/OPS-2210' }], type: { value: 'detect', stated: false } }),
      item('e', 'open', { line: 95, text: 'Put “what was published last?” first in the runbook for slow search', type: { value: 'process', stated: false } }),
    ], { line: 92 }),
    group('Next Steps', [
      item('f', 'untracked', { line: 99, text: 'Publish lists to one shard and compare its latency before the others follow', tickets: [{ key: 'SRCH-911', url: null }] }),
      item('g', 'untracked', { line: 100, text: 'Give staging a full copy of one region’s products', due: stated('2026-06-30') }),
    ], { line: 98 }),
  ],
  {
    title: 'Product search slow for shoppers in Europe', problems: 3, asOf: '2026-04-01', newIssue: 'https://issues.example.com/new?title=$title&body=$body',
    status: { value: 'Mitigated', line: 5 }, severity: { label: 'Severity', value: 'SEV2', line: 4 }, customer: { value: 'all shops on the Larkfield platform in Europe', line: 3 },
    age: { seconds: 4 * 86_400 + 3 * 3600, since: '2026-03-28T07:42', line: 33, ended: false }, nextUpdate: { text: '2026-03-30 16:00 UTC', line: 8, overdue: true },
    metrics: [
      { key: 'timeToDetect', seconds: 660, from: 33, line: 34, reason: null },
      { key: 'timeToAcknowledge', seconds: 660, from: 33, line: 34, reason: null },
      { key: 'timeToMitigate', seconds: 12_480, from: 33, line: 41, reason: null },
      { key: 'timeToResolve', seconds: null, from: 33, line: null, reason: 'No entry says when it was resolved.' },
    ],
    blocking: [
      { kind: 'rootCausePending', text: 'The root cause is still under investigation.', line: 47 },
      { kind: 'overdue', text: '2 actions are overdue.', line: 89 },
      { kind: 'unowned', text: '3 open actions have no owner.', line: 95 },
      { kind: 'missingSection', text: 'There is no section on communication.', line: null },
    ],
    timeline: {
      zone: 'UTC', undated: 1,
      entries: [
        { line: 32, start: at('07:30'), end: null, label: '2026-03-11 07:30', text: 'Synonym list 44 is published to the search cluster in Europe', milestones: [], disorder: false },
        { line: 33, start: at('07:42'), end: null, label: '2026-03-11 07:42', text: 'Impact begins: the first queries take longer than three seconds', milestones: ['started'], disorder: false },
        { line: 34, start: at('07:53'), end: null, label: '2026-03-11 07:53', text: 'Latency alarm detected the rise; the engineer on call acknowledged it', milestones: ['detected', 'acknowledged'], disorder: false },
        { line: 35, start: at('08:05'), end: null, label: '2026-03-11 08:05', text: 'Incident declared', milestones: ['declared'], disorder: false },
        { line: 36, start: at('08:20'), end: at('09:10'), label: '2026-03-11 08:20–09:10', text: 'Four nodes added to the cluster', milestones: [], disorder: false },
        { line: 37, start: at('09:25', '2026-03-01'), end: null, label: '2026-03-01 09:25', text: 'Search team called in', milestones: [], disorder: true },
        { line: 38, start: at('09:40', '2026-03-01'), end: null, label: '2026-03-01 09:40', text: 'Query log shows one word that expands to 1,900 synonyms', milestones: ['identified'], disorder: true },
        { line: 39, start: at('10:30'), end: at('12:05'), label: '2026-03-11 10:30–12:05', text: 'Index rebuilt, shard by shard', milestones: [], disorder: false },
        { line: 41, start: at('11:10'), end: null, label: '2026-03-11 11:10', text: 'Half of the shards are rebuilt and take all traffic', milestones: ['mitigated'], disorder: false },
        { line: 42, start: at('02:20', '2026-03-12'), end: null, label: '2026-03-12 02:20', text: 'Latency is at 190 milliseconds on every node', milestones: ['resolved'], disorder: false },
      ],
    },
  },
);

/** A plan of many items in ten groups. */
export function largePlan(items: number): ActionPlanModel {
  const all = Array.from({ length: items }, (_, index) =>
    item(`i${index}`, index % 3 === 0 ? 'done' : 'open', { line: 20 + index, text: `Follow-up number ${index} of the incident, with enough words to fill a line`, owner: index % 4 === 0 ? null : `@engineer${index % 9}`, due: index % 5 === 0 ? stated('2026-05-01') : null, tickets: index % 2 === 0 ? [{ key: `OPS-${index}`, url: `https://tickets.example.com/${index}` }] : [] }),
  );
  const size = Math.ceil(items / 10);
  return planOf(Array.from({ length: 10 }, (_, index) => group(`Horizon ${index}`, all.slice(index * size, (index + 1) * size))));
}
