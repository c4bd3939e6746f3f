import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { inBrief, inFull, inSentence } from '../../client/src/reasons';
import { weigh } from '../../server/src/document/detect';
import { parse } from '../../server/src/document/document';
import { fieldPhrases, sectionPhrases, type FieldKey, type SectionRole } from '../../server/src/document/vocabulary';
import { escalation, postmortem } from '../support/documents';
import { english } from '../support/english';

const said = ['chosen by the user', 'included by the settings', 'declared', 'recognised before'];

const declared = ['declared', 'file name names an incident'];
const against = ['title names an escalation', 'title names a post-mortem or an incident', 'against: title names a process, a list or notes'];

describe('the status says in plain words', () => {
  for (const [what, reasons, brief, full] of [
    [
      'a post-mortem', parse(postmortem).detection.reasons, 'title, sections, timeline',
      'its title, its sections (timeline, root cause, impact, summary, actions, lessons), a timeline of 6 entries, its facts (severity, status, customer), a plan of 4 actions',
    ],
    [
      'an escalation', parse(escalation).detection.reasons, 'title, sections, facts',
      'its title, its sections (root cause, impact, sentiment, summary, actions), its facts (priority, status, escalated, customer), a plan of 3 actions',
    ],
    ['a document of our own language', declared, 'language mode, file name', 'its language mode, its file name'],
    ['nothing that speaks against it, and nothing twice', against, 'title', 'its title'],
    ['nothing where nothing is known', ['something new'], '', ''],
  ] as const) {
    test(what, () => assert.deepEqual([inBrief(reasons, english), inFull(reasons, english)], [brief, full]));
  }

  test('so briefly that it fits', () => {
    const longest = inBrief([...parse(postmortem).detection.reasons, 'declared', 'recognised before'], english);
    assert.ok(longest.length <= 32, longest);
  });

  test('every reason there is, in words that the bundle has', () => {
    const bundle = JSON.parse(readFileSync('l10n/bundle.l10n.json', 'utf8')) as Record<string, string>;
    const everything = { roles: new Set(Object.keys(sectionPhrases) as SectionRole[]), keys: new Set(Object.keys(fieldPhrases) as FieldKey[]), entries: 5, items: 5, measures: 2, logged: 9 };
    const reasons = ['Post-mortem of an escalation 2026-03-01', 'Shop down'].flatMap((title) => [5, 0].flatMap((entries) => weigh({ ...everything, entries, title, fileName: 'incident.md' }).reasons));
    for (const reason of [...reasons, ...said]) assert.notEqual(inFull([reason], english), '', reason);
    const asked: string[] = [];
    for (const words of [inBrief, inFull]) {
      for (const reason of [...reasons, ...said]) words([reason], (sentence) => (asked.push(sentence), sentence));
    }
    const against = weigh({ ...everything, title: 'Incident process', fileName: 'README.md' }).reasons;
    for (const reason of [...reasons, ...against]) assert.notEqual(inSentence(reason, (sentence) => (asked.push(sentence), sentence)), reason, 'in words of ours');
    assert.ok(asked.includes('root cause') && asked.includes('escalation level'), asked.join());
    assert.deepEqual([...asked, 'Detected from {0}'].filter((sentence) => !(sentence in bundle)), []);
  });
});
