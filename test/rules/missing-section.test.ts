import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sectionPhrases, type SectionRole } from '../../server/src/document/vocabulary';
import { applyEdits } from '../../server/src/rules/apply-fixes';
import { missingRootCause } from '../../server/src/rules/cause/missing-root-cause';
import { allRules } from '../../server/src/rules/index';
import { missingSection, spokenFor } from '../../server/src/rules/structure/missing-section';
import { missingTimeline } from '../../server/src/rules/timeline/missing-timeline';
import { parseSettings, readingOf } from '../../server/src/settings';
import { expectMarked, findingsIn } from '../support/marked-text';

const sectionRoles = Object.keys(sectionPhrases) as SectionRole[];
const asking = (...requiredSections: string[]) => parseSettings({ requiredSections }).settings;

describe('missing-section', () => {
  test('asks for each role that is required, once', () => {
    expectMarked(`# Post-mortem: lifts
  ^^^^^^^^^^^^^^^^^^ missing-section (warning): "Participants"
  ^^^^^^^^^^^^^^^^^^ missing-section (warning): "Lessons Learned"

## Summary

Stuck.

## Root Cause

A fuse.

## Timeline

- 2026-05-01 10:00 UTC Stuck

## Actions

- [ ] Fuse
`, { rules: [missingSection], settings: asking('participants', 'summary', 'lessons', 'participants', 'timeline', 'actions') });
  });

  test('asks in the place of the rule that would ask by itself', () => {
    const text = '# Post-mortem: lifts\n\n## Summary\n\nStuck.\n\n## Actions\n\n- [ ] Fuse\n';
    const asked = [missingSection, missingTimeline, missingRootCause];
    const rules = (settings: object) => findingsIn(text, { rules: asked, settings: parseSettings(settings).settings }).map(({ rule }) => rule).sort();
    assert.deepEqual(rules({}), ['missing-root-cause', 'missing-timeline']);
    assert.deepEqual(rules({ requiredSections: ['timeline'] }), ['missing-root-cause', 'missing-section']);
    assert.deepEqual(rules({ requiredSections: ['timeline'], rules: { 'missing-section': 'off' } }), ['missing-root-cause', 'missing-timeline']);
    assert.deepEqual(rules({ requiredSections: ['timeline'], profile: 'relaxed' }), ['missing-section']);
  });

  test('knows the rule of each role that has one', () => {
    const asking = allRules.map(({ id }) => id).filter((id) => /^missing-(?!section$|severity$|status$|date$|next-update$|sibling-field$)/.test(id));
    assert.deepEqual([...spokenFor(sectionRoles)].sort(), asking.sort());
  });

  const there: readonly (readonly [name: string, text: string, role: string])[] = [
    ['a fact', 'Participants: Ines, Raúl\n', 'participants'],
    ['a status', 'Status: Open\n', 'status'],
    ['a timeline under another heading', '## The night\n\n- 2026-05-01 10:00 UTC Stuck\n- 2026-05-01 10:10 UTC Called\n- 2026-05-01 10:20 UTC Freed\n', 'timeline'],
    ['a heading of two roles', '## Root Cause and Resolution\n\nA fuse.\n', 'resolution'],
  ];
  for (const [name, text, role] of there) {
    test(`takes ${name} for the section`, () => assert.deepEqual(findingsIn(`# Post-mortem: lifts\n\n${text}`, { settings: asking(role) }).filter(({ rule }) => rule === 'missing-section'), []));
  }

  test('knows a team\'s own headings', () => {
    const { settings } = parseSettings({ requiredSections: ['participants'], sections: { participants: ['The crew'] } });
    assert.deepEqual(findingsIn('# Post-mortem: lifts\n\n## The crew\n\nInes.\n', { settings, ...readingOf(settings) }).filter(({ rule }) => rule === 'missing-section'), []);
  });

  test('is milder while the document is being written', () => {
    const [finding] = findingsIn('# Post-mortem: lifts\n\nStatus: Draft\n', { settings: asking('lessons') }).filter(({ rule }) => rule === 'missing-section');
    assert.equal(finding?.severity, 'information');
  });

  test('inserts what is missing, in the style of the document', () => {
    const text = 'Post-mortem: lifts\n==================\n\nSummary:\n--------\nStuck.\n';
    const settings = asking('lessons');
    const [finding] = findingsIn(text, { settings }).filter(({ rule }) => rule === 'missing-section');
    const fixed = applyEdits(text, finding!.fixes![0]!.edits);
    assert.match(fixed, /\nLessons Learned:\n-{16}\nTBD\n$/);
    assert.deepEqual(findingsIn(fixed, { settings }).filter(({ rule }) => rule === 'missing-section'), []);
  });
});
