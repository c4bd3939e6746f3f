import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { applyEdits } from '../../server/src/rules/apply-fixes';
import type { Rule } from '../../server/src/rules/rule';
import { brokenIncidentReference } from '../../server/src/rules/workspace/broken-incident-reference';
import { duplicateIncidentId } from '../../server/src/rules/workspace/duplicate-incident-id';
import { missingSiblingField } from '../../server/src/rules/workspace/missing-sibling-field';
import { recurringAction } from '../../server/src/rules/workspace/recurring-action';
import { expectMarked, findingsIn } from '../support/marked-text';
import { root } from '../support/siblings';

/** Documents by their paths, the first with the marks of what must be found in it. */
type Folder = Readonly<Record<string, string>>;

function expectIn(folder: Folder, rule: Rule) {
  const [[fileName, source], ...others] = Object.entries(folder) as [[string, string], ...[string, string][]];
  return expectMarked(source, { fileName, beside: Object.fromEntries(others), rules: [rule] });
}

const incident = (title: string, ...lines: string[]): string => [`# ${title}`, '', ...lines, ''].join('\n');
const marked = (title: string, mark: string, ...lines: string[]): string => [`# ${title}`, mark, '', ...lines, ''].join('\n');

describe('duplicate-incident-id', () => {
  const twice = '  ^^^^^^^ duplicate-incident-id (error): Another document has the id "INC-118" as well';
  const rows: Readonly<Record<string, Folder>> = {
    'a copy with its id': { 'a.md': marked('INC-118: mails twice', twice), 'b.md': incident('INC-118: no mails') },
    'in another folder': { 'a.md': marked('INC-118: mails twice', twice), '2026/b.md': incident('INC-118: no mails') },
    'written otherwise': { 'a.md': marked('INC-118: mails twice', twice), 'b.md': incident('inc-118 no mails', 'Incident ID: inc-118') },
    'in a field': {
      'a.md': '# Post-mortem: mails twice\n\nIncident ID: INC-118\n             ^^^^^^^ duplicate-incident-id\n', 'b.md': incident('Post-mortem: no mails', '| Incident ID | INC-118 |', '|---|---|', '| Severity | 2 |'),
    },
    'set apart at the end of a title': { 'a.md': '# Post-mortem: mails twice (INC-118)\n                            ^^^^^^^ duplicate-incident-id\n', 'b.md': incident('INC-118: no mails') },
    'of the same day, about another thing': { 'a.md': marked('INC-118: mails twice', twice, 'Date: 2026-03-02'), 'b.md': incident('INC-118: printers offline', 'Date: 2026-03-02') },
    'quiet: a summary and its post-mortem': { 'a.md': incident('INC-118: mails twice', '## Root Cause', '', 'x'), 'b.escalation': incident('INC-118: mails twice', 'Customer: Alder', 'Escalated: 2026-03-02') },
    'quiet: one leads to the other': { 'x/a.md': incident('INC-118: mails twice', 'See [the review](../b.md#cause).'), 'b.md': incident('INC-118: no mails') },
    'quiet: the other leads to it, with spaces in the name': { 'x/mails twice.md': incident('INC-118: mails twice'), 'b.md': incident('INC-118: no mails', 'See [it](x/mails%20twice.md).') },
    'quiet: versions of one document': { 'inc-118.md': incident('INC-118: mails twice'), 'inc-118-public.md': incident('INC-118: what happened to your mails') },
    'quiet: a translation': { 'inc-118.md': incident('INC-118: mails twice'), 'de/inc-118.md': incident('INC-118: doppelte Mails') },
    'quiet: the same day and title': { 'a.md': incident('INC-118: mails twice', 'Date: 2026-03-02'), 'b.md': incident('INC-118: mails sent twice', 'Date: 2026-03-02') },
    'quiet: a ticket that both share': { 'a.md': incident('Post-mortem: mails twice', 'Ticket: OPS-118'), 'b.md': incident('Post-mortem: no mails', 'Ticket: OPS-118') },
    'quiet: what the title is about': { 'a.md': incident('Post-mortem: outage after PR-1182 was merged'), 'b.md': incident('Post-mortem: errors since PR-1182 was merged') },
    'quiet: a template': { 'a.md': incident('INC-118: mails twice'), 'template.md': incident('INC-118: short title') },
    'quiet: an example': { 'a.md': incident('INC-118: mails twice'), 'examples/b.md': incident('INC-118: no mails') },
    'quiet: a day is no id': { 'a.md': incident('Post-mortem: mails twice', 'Incident ID: 2026-03-02'), 'b.md': incident('Post-mortem: no mails', 'Incident ID: 2026-03-02') },
    'quiet: alone': { 'a.md': incident('INC-118: mails twice') },
  };
  for (const [name, folder] of Object.entries(rows)) test(name, () => void expectIn(folder, duplicateIncidentId));

  test('names the other document with the line of its title', () => {
    const [finding] = findingsIn('# INC-118: mails twice\n', { fileName: 'a.md', beside: { 'b.md': '---\nteam: mail\n---\n\n# INC-118: no mails\n' }, rules: [duplicateIncidentId] });
    assert.deepEqual(finding?.elsewhere, [{ uri: `${root}b.md`, line: 4, message: 'It is the id of "INC-118: no mails".' }]);
  });
});

describe('broken-incident-reference', () => {
  const series = { 'inc-104.md': incident('INC-104: archive slow'), 'inc-112.md': incident('INC-112: files lost'), 'inc-127.md': incident('INC-127: no space') };
  const says = (...lines: string[]): string => ['# INC-131: archive full', '', '## Root Cause', '', ...lines, ''].join('\n');
  const rows: Readonly<Record<string, Folder>> = {
    'an id that nobody has': { 'a.md': says('As after INC-113, it was off.', '         ^^^^^^^ broken-incident-reference (warning): No document has the id "INC-113"'), ...series },
    'said twice is found once': { 'a.md': says('As after INC-113, it was off.', '         ^^^^^^^ broken-incident-reference', 'INC-113 had it as well.'), ...series },
    'among related incidents': { 'a.md': says('x', '', '## References', '', '- Related incidents: INC-112, INC-114', '                              ^^^^^^^ broken-incident-reference'), ...series },
    'quiet: ids that there are': { 'a.md': says('As after INC-112 and inc-104.'), ...series },
    'quiet: its own id': { 'a.md': says('Declared as INC-131.'), ...series },
    'quiet: beyond the last': { 'a.md': says('It came back as INC-140.'), ...series },
    'quiet: before the first': { 'a.md': says('As after INC-101.'), ...series },
    'quiet: another number of digits': { 'a.md': says('As after INC-1131.'), ...series },
    'quiet: too few ids to know': { 'a.md': says('As after INC-113.'), 'inc-104.md': series['inc-104.md'] },
    'quiet: most have no document': { 'a.md': says('As after INC-113, INC-114, INC-115 and INC-116.'), ...series },
    'quiet: a ticket in a field': { 'a.md': says('Ticket: INC-113'), ...series },
    'quiet: a ticket of an action': { 'a.md': says('x', '', '## Action Items', '', '- [ ] Watch the archive (INC-113)'), ...series },
    'quiet: a link to elsewhere': { 'a.md': says('As after [INC-113](https://tickets.example.com/INC-113).'), ...series },
    'quiet: in an address': { 'a.md': says('See https://tickets.example.com/INC-113 for more.'), ...series },
    'quiet: in code': { 'a.md': says('It logged `INC-113` again.', '', '```', 'INC-114', '```'), ...series },
    'a link to no file': { 'x/a.md': says('See [the last one](outage.md).', '                   ^^^^^^^^^ broken-incident-reference (warning): There is no file "outage.md"'), 'x/b.md': incident('b', '[c](c.txt)'), 'x/c.txt': '' },
    'a link with an anchor, into another folder': { 'x/a.md': says('See [it](../y/gone%20away.md#why "last").', '         ^^^^^^^^^^^^^^^^^^^^^^^ broken-incident-reference: There is no file "gone away.md"'), 'y/b.txt': '', 'x/c.md': incident('c', '[b](../y/b.txt)') },
    'a link to nearly the name of a file': { 'x/a.md': says('See [it](inc-105.md).', '         ^^^^^^^^^^ broken-incident-reference'), 'x/inc-106.md': '' },
    'quiet: documents that were taken out of their place': { 'x/a.md': says('See [it](outage.md) and [this](gone.md).'), 'x/b.md': incident('b', '[c](c.txt)'), 'x/c.txt': '' },
    'quiet: links of another folder prove nothing': { 'x/a.md': says('See [it](outage.md).'), 'x/b.md': incident('b'), 'y/a.md': incident('a', '[b](b.txt)'), 'y/b.txt': '' },
    'quiet: files that there are': { 'x/a.md': says('See [a](b.md), [c](../y/C%20d.md#x) and [e](./b.md).'), 'x/b.md': '', 'y/c d.md': '', 'z.md': incident('z') },
    'quiet: a folder that was not searched': { 'x/a.md': says('See [it](../y/gone.md).'), 'x/b.md': incident('b', '[a](a.md)') },
    'quiet: no document': { 'x/a.md': says('See [it](gone.png), [this](gone) and [that](.gone.md).'), 'x/b.md': incident('b', '[a](a.md)') },
    'quiet: addresses, absolute paths, anchors': { 'x/a.md': says('[a](https://example.com/a.md) [b](/gone.md) [c](#gone.md) [d](mailto:a.md) [e](../../../../up.md)'), 'x/b.md': incident('b', '[a](a.md)') },
    'quiet: a link in code': { 'x/a.md': says('Write `[it](gone.md)`, <!-- [it](gone.md) -->', '', '```', '[it](gone.md)', '```'), 'x/b.md': incident('b', '[a](a.md) [c](c.txt)'), 'x/c.txt': '' },
  };
  for (const [name, folder] of Object.entries(rows)) test(name, () => void expectIn(folder, brokenIncidentReference));

  test('offers the file whose name is nearly the same', () => {
    const text = says('See [it](inc-112-file-lost.md#why).');
    const [finding] = findingsIn(text, { fileName: 'a.md', beside: { 'inc-112-files lost.md': incident('x'), 'other.md': '' }, rules: [brokenIncidentReference] });
    assert.equal(applyEdits(text, finding!.fixes![0]!.edits), says('See [it](inc-112-files%20lost.md#why).'));
  });
});

describe('missing-sibling-field', () => {
  const documents = (count: number, ...lines: string[]): Folder =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`${index}.md`, incident(`Post-mortem: case ${'abcdefghij'[index]}`, ...lines)]));
  const title = 'Post-mortem: belts too fast';
  const hint = (words: string): string => `  ^^^^^^^^^^^^^^^^^^^^^^^^^^^ missing-sibling-field (hint): Nearly all documents beside this one state ${words}`;
  const rows: Readonly<Record<string, Folder>> = {
    'a customer': { 'a.md': marked(title, hint('"Customer":'), 'Severity: 2'), ...documents(5, 'Severity: 2', 'Customer: Alder') },
    'a label of the team\'s own': { 'a.md': marked(title, hint('"Depot":'), 'Severity: 2'), ...documents(5, 'Severity: 2', 'Depot: North') },
    'several in one': { 'a.md': marked(title, hint('"Customer", "Depot" and 1 more:'), 'Severity: 2'), ...documents(5, 'Severity: 2', 'Customer: A', 'Depot: North', 'Shift: Late') },
    'one of ten lacks it as well': { 'a.md': marked(title, hint('"Customer":'), 'Severity: 2'), ...documents(9, 'Severity: 2', 'Customer: A'), 'z.md': incident('Post-mortem: z', 'Severity: 2') },
    'the end of an incident that is over': { 'a.md': marked(title, hint('"Closed":'), 'Status: Closed'), ...documents(5, 'Status: Closed', 'Closed: 2026-03-04') },
    'quiet: the end of one that is not': { 'a.md': incident(title, 'Status: Open'), ...documents(5, 'Status: Closed', 'Closed: 2026-03-04') },
    'quiet: it is stated': { 'a.md': incident(title, 'Client: Birch'), ...documents(5, 'Severity: 2', 'Customer: Alder') },
    'quiet: too few': { 'a.md': incident(title, 'Severity: 2'), ...documents(4, 'Severity: 2', 'Customer: Alder') },
    'quiet: two of seven lack it': { 'a.md': incident(title), ...documents(5, 'Customer: A'), 'y.md': incident('Post-mortem: y'), 'z.md': incident('Post-mortem: z') },
    'quiet: in another folder': { 'x/a.md': incident(title), ...documents(5, 'Customer: A') },
    'quiet: of another kind': { 'a.escalation': incident('Escalation: belts', 'Customer: Birch', 'Escalated: 2026-03-02'), ...documents(5, 'Depot: North') },
    'quiet: facts that have rules of their own': { 'a.md': incident(title), ...documents(5, 'Severity: 2', 'Status: Closed', 'Date: 2026-03-04') },
    'quiet: the same by another key': { 'a.md': incident(title, 'Detected: 2026-03-04'), ...documents(5, 'Created: 2026-03-04') },
    'quiet: a template': { 'template.md': incident(title), ...documents(5, 'Customer: A') },
    'quiet: templates are not counted': { 'a.md': incident(title), ...documents(4, 'Customer: A'), 'my-template.md': incident('Post-mortem: x', 'Customer: A') },
  };
  for (const [name, folder] of Object.entries(rows)) test(name, () => void expectIn(folder, missingSiblingField));

  test('inserts all of them at once, and is content then', () => {
    const beside = documents(5, 'Severity: 2', 'Customer: A', 'Depot: North');
    const text = incident(title, 'Severity: 2');
    const [finding] = findingsIn(text, { fileName: 'a.md', beside, rules: [missingSiblingField] });
    const fixed = applyEdits(text, finding!.fixes![0]!.edits);
    assert.equal(fixed, incident(title, 'Customer: TBD', 'Depot: TBD', 'Severity: 2'));
    assert.deepEqual(findingsIn(fixed, { fileName: 'a.md', beside, rules: [missingSiblingField] }), []);
  });
});

describe('recurring-action', () => {
  const plan = (title: string, ...items: string[]): string => incident(title, '## Action Items', '', ...items);
  const open = '- [ ] Alarm on the length of the order queue';
  const carets = '      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ recurring-action (hint): This is open in';
  const rows: Readonly<Record<string, Folder>> = {
    'in another incident': { 'a.md': plan('Orders lost', open, `${carets} another incident`), 'b.md': plan('Orders late', open) },
    'in several': { 'a.md': plan('Orders lost', open, `${carets} 2 other incidents`), 'b.md': plan('Orders late', open), 'x/c.md': plan('Orders twice', open) },
    'with another owner and day, in other words for nothing': {
      'a.md': plan('Orders lost', open, `${carets} another incident`), 'b.md': plan('Orders late', '- [ ] Add an alarm on the length of order queues (@ivo, due 2036-05-01, OPS-4)'),
    },
    'where nothing tells whether it is done': { 'a.md': plan('Orders lost', open, `${carets} another`), 'b.md': plan('Orders late', '- Alarm on the length of the order queue') },
    'quiet: done there': { 'a.md': plan('Orders lost', open), 'b.md': plan('Orders late', open.replace('[ ]', '[x]')) },
    'quiet: done here': { 'a.md': plan('Orders lost', open.replace('[ ]', '[x]')), 'b.md': plan('Orders late', open) },
    'quiet: twice in one plan': { 'a.md': plan('Orders lost', open, open), 'b.md': plan('Orders late', '- [ ] x') },
    'quiet: another thing': { 'a.md': plan('Orders lost', open), 'b.md': plan('Orders late', '- [ ] Alarm on the length of the mail queue') },
    'quiet: says too little': { 'a.md': plan('Orders lost', '- [ ] Update the runbook'), 'b.md': plan('Orders late', '- [ ] Update the runbook') },
    'quiet: follows every incident': { 'a.md': plan('Orders lost', '- [ ] Send the post-mortem to all account managers'), 'b.md': plan('Orders late', '- [ ] Send the post-mortem to all account managers') },
    'quiet: the same incident': { 'a.md': plan('INC-118: orders lost', open), 'b.escalation': plan('INC-118: orders lost', open) },
    'quiet: one leads to the other': { 'a.md': plan('Orders lost', open, '', '## References', '', '- [before](b.md)'), 'b.md': plan('Orders late', open) },
    'quiet: a copy': { 'a.md': plan('Orders lost on 2026-03-02', open), 'b.md': plan('Orders lost on 2026-03-02', open) },
    'quiet: a version for other readers': { 'orders.md': plan('Orders lost', open), 'orders-public.md': plan('What happened to your orders', open) },
    'quiet: a case that is closed and does not tell': { 'a.md': plan('Orders lost', open), 'b.md': incident('Orders late', 'Status: Closed', '', '## Action Items', '', open.replace('[ ] ', '')) },
    'quiet: a template': { 'a.md': plan('Orders lost', open), 'incident-template.md': plan('Orders late', open) },
  };
  for (const [name, folder] of Object.entries(rows)) test(name, () => void expectIn(folder, recurringAction));

  test('names the lines where it is open', () => {
    const beside = { 'b.md': plan('Orders late', '- [ ] Replay the orders', open), 'c.md': plan('Orders twice', open) };
    const [finding] = findingsIn(plan('Orders lost', open), { fileName: 'a.md', beside, rules: [recurringAction] });
    assert.deepEqual(finding?.elsewhere?.map(({ uri, line, message }) => [uri, line, message]), [
      [`${root}b.md`, 5, 'It is open in "Orders late".'], [`${root}c.md`, 4, 'It is open in "Orders twice".'],
    ]);
  });
});
