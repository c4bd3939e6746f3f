import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import type { ActionItem } from '../../../server/src/document/actions';
import { parse, type IncidentDocument } from '../../../server/src/document/document';
import { canAdd } from '../../../server/src/features/action-plan/add-item';
import { editPlan } from '../../../server/src/features/action-plan/edit-plan';
import { gesturesOf } from '../../../server/src/features/action-plan/gestures';
import { identify } from '../../../server/src/features/action-plan/identity';
import { MarkMemory } from '../../../server/src/features/action-plan/mark-memory';
import { canMove } from '../../../server/src/features/action-plan/move';
import { agreeOn } from '../../../server/src/features/statements';
import type { PlanGesture } from '../../../server/src/protocol';
import { applyEdits } from '../../../server/src/rules/apply-fixes';
import { sharedDocuments } from '../../support/shared';
import { rereading } from '../../support/rereading';

/** Of so many items of one document all is tried; every item is toggled there and back. */
const mostItems = 15;

const read = (text: string, name: string, before?: IncidentDocument) => parse(text, { fileName: name, ...(before && { stickyKind: before.kind }) });
const told = ({ text, state, owner, due, tickets, group }: ActionItem) => [text, state, owner?.value, due?.value, due?.date, tickets.map(({ value }) => value), group.label].join(' | ');

/** A document, and what its plan can do. */
class Subject {
  readonly name: string;
  readonly text: string;
  readonly model: IncidentDocument;
  readonly memory: MarkMemory;

  constructor(name: string, text: string, before?: Subject) {
    this.name = name;
    this.text = text;
    this.model = read(text, name, before?.model);
    this.memory = before?.memory ?? new MarkMemory();
  }

  id(item: ActionItem): string {
    return identify(this.model).items.get(item) as string;
  }

  /** What a gesture makes of the document, or its refusal. */
  after(gesture: PlanGesture): Subject | string {
    const edits = editPlan(this.model, gesture, rereading(this.model), this.memory);
    if ('refused' in edits) return edits.refused;
    assert.ok(edits.every(({ span }, index) => span.start <= span.end && span.start >= (edits[index - 1]?.span.end ?? 0)), `${this.name}: ${JSON.stringify(edits)}`);
    return new Subject(this.name, applyEdits(this.text, edits), this);
  }

  done(gesture: PlanGesture): Subject {
    const after = this.after(gesture);
    return typeof after === 'string' ? assert.fail(`${this.name}: ${JSON.stringify(gesture)} ${after}`) : after;
  }
}

/** What must be the same but for one item of each document. */
function assertOthersStay(before: Subject, after: Subject, index: number, moved = index): void {
  const others = ({ model }: Subject, left: number) => model.plan.items.filter((_, at) => at !== left).map(told);
  assert.deepEqual(others(after, moved), others(before, index), before.name);
  assert.ok(agreeOn(['entries', 'outline'], before.model, after.model), before.name);
  const ownLines = ({ model }: Subject) => new Set(model.plan.items.flatMap(({ line, endLine }) => Array.from({ length: endLine - line + 1 }, (_, at) => line + at)));
  const fields = (subject: Subject) => subject.model.fields.filter(({ line }) => !ownLines(subject).has(line)).map(({ key, value }) => `${key} ${value}`);
  assert.deepEqual(fields(after), fields(before), before.name);
}

/** Tries everything that the items of a document say they can do; the names in `tried` are counted. */
function tryAll(subject: Subject, tried: Map<string, number>): void {
  const { model, text } = subject;
  const count = (what: string) => tried.set(what, (tried.get(what) ?? 0) + 1);
  for (const [index, item] of model.plan.items.entries()) {
    const id = subject.id(item);
    const gestures = gesturesOf(model, item);
    const at = (after: Subject) => after.model.plan.items[index] as ActionItem;
    if (gestures.includes('toggle')) {
      const done = item.state !== 'done';
      const there = subject.done({ kind: 'toggle', id, done });
      assert.equal(at(there).state === 'done', done, subject.name);
      assertOthersStay(subject, there, index);
      const lines = (value: string) => value.split(/\r\n|\r|\n/).filter((_, line) => line < item.line || line > item.endLine).join('\n');
      assert.equal(lines(there.text), lines(text), `${subject.name}: another line was changed`);
      assert.equal(there.done({ kind: 'toggle', id: there.id(at(there)), done: !done }).text, text, `${subject.name}:${item.line + 1} there and back`);
      count('toggle');
    } else assert.equal(typeof subject.after({ kind: 'toggle', id, done: item.state !== 'done' }), 'string', subject.name);
    if (index >= mostItems) continue;
    if (gestures.includes('owner')) {
      const owner = item.owner?.value.startsWith('@') ? 'zoe' : 'Zoe Quill';
      const named = subject.done({ kind: 'setOwner', id, owner });
      assert.equal(at(named).owner?.value.replace('@', ''), owner, subject.name);
      assert.equal(at(named).state, item.state, subject.name);
      assertOthersStay(subject, named, index);
      count('owner');
    }
    if (gestures.includes('due')) {
      const dated = subject.done({ kind: 'setDue', id, due: '2031-10-23' });
      assert.equal(at(dated).due?.date, '2031-10-23', subject.name);
      assertOthersStay(subject, dated, index);
      count('due');
    }
    for (const gesture of [{ kind: 'setOwner', id, owner: null }, { kind: 'setDue', id, due: null }] as const) {
      const after = subject.after(gesture);
      if (typeof after === 'string') continue;
      assert.equal(gesture.kind === 'setOwner' ? at(after).owner : at(after).due, null, subject.name);
      assertOthersStay(subject, after, index);
      count('taken away');
    }
    if (gestures.includes('move')) {
      const group = model.plan.groups.find((other) => canMove(model, item, other));
      assert.ok(group);
      const moved = subject.done({ kind: 'move', id, group: identify(model).groups.get(group) as string });
      const place = model.plan.groups.slice(0, model.plan.groups.indexOf(group) + 1).flatMap(({ items }) => items).filter((other) => other !== item).length;
      assert.deepEqual([moved.model.plan.items[place]?.text, moved.model.plan.items[place]?.group.label], [item.text, group.label], subject.name);
      assertOthersStay(subject, moved, index, place);
      count('move');
    }
  }
  for (const group of model.plan.groups.filter((known) => canAdd(model, known))) {
    const place = model.plan.items.indexOf(group.items.at(-1) as ActionItem) + 1;
    const added = subject.done({ kind: 'addItem', group: identify(model).groups.get(group) as string, text: 'Rehearse the failover twice a year', owner: 'Zoe Quill', due: '2031-10-23' });
    const item = added.model.plan.items[place] as ActionItem;
    assert.deepEqual([item.owner?.value, item.due?.date, item.group.label], ['Zoe Quill', '2031-10-23', group.label], subject.name);
    assertOthersStay({ ...subject, model } as Subject, added, -1, place);
    count('add');
  }
  const boxed = subject.after({ kind: 'makeChecklist', group: null });
  if (typeof boxed !== 'string') {
    const words = ({ model: { plan } }: Subject) => plan.items.map(({ text: said, owner, group }) => [said, owner?.value, group.label]);
    assert.deepEqual(words(boxed), words(subject));
    count('checklist');
  }
  if (model.plan.items.length === 0 && model.kind !== 'none') {
    const first = subject.done({ kind: 'addItem', group: null, text: 'Rehearse the failover twice a year', owner: null, due: null });
    assert.deepEqual(first.model.plan.items.map(({ text: said, state }) => [said, state]), [['Rehearse the failover twice a year', 'open']], subject.name);
    count('the first item');
  }
}

describe('what an item says it can do', () => {
  const documents = sharedDocuments.filter(({ name, text }) => read(text, name).kind !== 'none');

  test('it can, and nothing else changes: real documents', { skip: documents.length === 0 }, () => {
    const tried = new Map<string, number>();
    for (const { name, text } of documents) tryAll(new Subject(name, text), tried);
    for (const what of ['toggle', 'owner', 'due', 'move', 'add', 'checklist', 'taken away', 'the first item']) assert.ok((tried.get(what) ?? 0) > 40, `${what}: ${tried.get(what) ?? 0}`);
  });

  const words = fc.constantFrom('Buy nuts', 'Add an alert for the belt', 'Document how `oil` is poured', 'Test the *second* belt (OPS-12)', 'Tell Blue Heron: what was done', 'Prüfe die Spannung', 'Fix what is due to rust', 'Lint every file. Twice.');
  const mark = fc.constantFrom('', '', '[ ] ', '[x] ', '✅ ', '🔄 ', 'TODO: ', '**DONE** – ');
  const end = fc.constantFrom('', '', ' (@ana)', ' (owner: Ben Roe)', ' (done)', ' (owner: Ana, due: 2026-05-03)', ' by 3 May 2026', ' - Cem Ay, 3 May 2026', ' **TODO**', ' ~~', ' [Dan]');
  const bullet = fc.constantFrom('- ', '* ', '1. ');
  const line = fc.tuple(mark, words, end).map(([before, said, behind]) => (behind === ' ~~' ? `${/^(?:\[|$)/.test(before) ? before : ''}~~${said}~~` : before + said + behind));
  const list = fc.tuple(bullet, fc.array(line, { minLength: 1, maxLength: 6 }), fc.boolean()).map(([sign, lines, loose]) => lines.map((said) => sign + said).join(loose ? '\n\n' : '\n'));
  const bare = fc.array(fc.tuple(fc.constantFrom('Buy nuts', 'Document how `oil` is poured', 'Prüfe die Spannung'), fc.constantFrom('', ' (@ana)', ' (owner: Ben Roe)', ' (done)')).map((parts) => parts.join('')), { minLength: 2, maxLength: 4 }).map((lines) => lines.join('\n'));
  const cell = fc.constantFrom('', 'Ana', '@ben', 'TBD', '2026-05-03', '3 May', 'Open', 'Done', '**TODO**', 'In progress', '✅');
  const rows = fc.array(fc.tuple(words, cell, cell, cell), { minLength: 1, maxLength: 4 }).map((all) => ['| Action | Owner | Due | Status |', '|---|---|---|---|', ...all.map((cells) => `| ${cells.join(' | ')} |`)].join('\n'));
  const group = fc.tuple(fc.constantFrom('### Now', '### Later', '### Done', '### ✅ Immediate (0-4 hours)', ''), fc.oneof({ weight: 4, arbitrary: list }, { weight: 2, arbitrary: rows }, bare)).map(([label, body]) => (label === '' ? body : `${label}\n\n${body}`));
  const plan = fc.array(group, { minLength: 1, maxLength: 3 }).map((groups) => groups.join('\n\n'));
  const eol = fc.constantFrom('\n', '\r\n');

  test('nothing else changes: generated documents', () => {
    const tried = new Map<string, number>();
    fc.assert(fc.property(plan, eol, (body, end_) => {
      const text = `# Post-mortem: belts\n\n**Status:** Open\n\n## Root Cause\n\nA nut.\n\n## Timeline (UTC)\n\n- 2026-03-09 21:40 – The belt stops\n\n## Action Items\n\n${body}\n\n## Lessons Learned\n\nCount the nuts.\n`;
      tryAll(new Subject('generated.md', text.replaceAll('\n', end_)), tried);
    }), { seed: 7, numRuns: 120 });
    for (const what of ['toggle', 'owner', 'due', 'move', 'add']) assert.ok((tried.get(what) ?? 0) > 100, `${what}: ${tried.get(what) ?? 0}`);
  });
});
