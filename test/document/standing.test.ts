import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parse } from '../../server/src/document/document';
import type { ParseContext } from '../../server/src/document/document';

const incident = '# Post-mortem: disk full\n\n## Impact\n\n40 users.\n\n## Root cause\n\nA log.\n';
const off = '<!-- incident-docs: off -->\n';
const note = 'Buy milk.\n';

/** From the one who has the last word down to the content: each row overrules what the rows below it would say. */
const rows: readonly (readonly [what: string, text: string, context: ParseContext, kind: string, reason: string])[] = [
  ['the user says no, all else yes', incident, { choice: 'other', declared: true, files: 'included', stickyKind: 'postmortem' }, 'none', 'left out by the user'],
  ['the user says yes, all else no', off + note, { choice: 'incident', files: 'excluded' }, 'postmortem', 'chosen by the user'],
  ['a directive says no, all below it yes', off + incident, { declared: true, files: 'included', stickyKind: 'postmortem' }, 'none', 'switched off by a directive'],
  ['our own language, all below it no', note, { declared: true, files: 'excluded' }, 'postmortem', 'declared'],
  ['the patterns leave it out, the content is one', incident, { files: 'excluded', stickyKind: 'postmortem' }, 'none', 'excluded by the settings'],
  ['the patterns take it in, the content is none', note, { files: 'included' }, 'postmortem', 'included by the settings'],
  ['the content alone: one', incident, {}, 'postmortem', 'title names a post-mortem or an incident'],
  ['it was one before', note, { stickyKind: 'escalation' }, 'escalation', 'recognised before'],
  ['the name says which kind where the content does not', note, { choice: 'incident', fileName: 'x.escalation' }, 'escalation', 'chosen by the user'],
  ['the content says which kind', 'CE7 - Customer Escalation Summary\n\nCustomer: A\nStatus: Open\n', { files: 'included' }, 'escalation', 'title names an escalation'],
  ['what it was before says which kind', note, { files: 'included', stickyKind: 'escalation' }, 'escalation', 'included by the settings'],
];

describe('who has the last word on what a document is', () => {
  for (const [what, text, context, kind, reason] of rows) {
    test(what, () => {
      const document = parse(text, context);
      assert.deepEqual([document.kind, document.detection.reasons[0]], [kind, reason]);
    });
  }
  test('the content alone: none', () => assert.equal(parse(note).kind, 'none'));
});
