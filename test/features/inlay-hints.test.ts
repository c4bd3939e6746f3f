import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parse } from '../../server/src/document/document';
import { inlayHints } from '../../server/src/features/inlay-hints';
import { durationText } from '../../server/src/features/duration-text';
import { inlayHintNames, type InlayHintName } from '../../server/src/settings';
import { escalation, ordinary, postmortem } from '../support/documents';
import { sharedDocuments } from '../support/shared';

const hintsIn = (text: string, shown: readonly InlayHintName[] = inlayHintNames, span = { start: 0, end: text.length }) =>
  inlayHints(parse(text, { declared: true }), span, shown);

/** A document with «hints» in it: fails unless exactly these are shown. */
function assertHints(source: string, shown: readonly InlayHintName[] = inlayHintNames): void {
  const text = source.replaceAll(/«[^»]*»/g, '');
  let written = '';
  let last = 0;
  for (const { at, label } of hintsIn(text, shown)) {
    written += `${text.slice(last, at)}«${label}»`;
    last = at;
  }
  assert.equal(written + text.slice(last), source);
}

const timelines: Readonly<Record<string, string>> = {
  'since the entry before, behind the markup of the time': `## Timeline (UTC)

- **2026-03-09 21:40** – The belt stops
- **2026-03-09 22:25**«+45 min» – Belt 2 is started
- **2026-03-09 22:30–22:50**«+5 min» – A detour
- [2026-03-10 23:55]«+1 day 1 h» All is well
`,
  'with seconds only where both have them': `## Timeline

- 2026-03-09 21:40:10 The belt stops
- 2026-03-09 21:40:50«+40 s» It is seen
- 2026-03-09 21:43«+2 min» It is told
`,
  'roughly where a time is approximate': `## Timeline

- 2026-03-09 21:40 The belt stops
- ~2026-03-09 22:10«~+30 min» It is seen
`,
  'not where the time of day is unknown, nor in the same minute': `## Timeline

- 2026-03-09 The belt stops
- 2026-03-09 22:10 It is seen
- 2026-03-09 22:10 It is told
- 2026-03-11 The belt is replaced
`,
  'not around entries that have strayed': `## Timeline

- 2026-03-09 21:40 The belt stops
- 2026-03-09 21:50«+10 min» It is seen
- 2026-03-09 21:55«+5 min» It is photographed
- 2026-03-01 22:00 It is told
- 2026-03-01 22:10 It is oiled
- 2026-03-09 22:30 It runs
- 2026-03-09 22:40«+10 min» It is fast
`,
  'around neither of two that contradict each other': `## Timeline

- 2026-03-09 21:40 The belt stops
- 2026-03-09 22:50 It is seen
- 2026-03-09 22:10 It is told
- 2026-03-09 23:30 It runs
- 2026-03-09 23:40«+10 min» It is fast
`,
  'across zones whose offsets are known, and not where one is not': `## Timeline

- 2026-03-09 21:40 UTC The belt stops
- 2026-03-09 23:00 CET«+20 min» It is seen
- 2026-03-09 23:30 XYZT It is told
`,
  'newest first, since the entry below': `## Timeline (UTC)

- 2026-03-09 23:40«+1 h» It runs
- 2026-03-09 22:40«+30 min» It is oiled
- 2026-03-09 22:10«+30 min» It is seen
- 2026-03-09 21:40 The belt stops
`,
  'in a table, within the cell': `## Timeline

| Time (UTC) | What |
|---|---|
| 2026-03-09 21:40 | The belt stops |
| 2026-03-09 22:10«+30 min» | It is seen |
`,
  'on an unknown day, by the clock alone': `## Timeline

- 21:40 The belt stops
- 22:10«+30 min» It is seen
`,
};

describe('elapsed time', () => {
  for (const [name, source] of Object.entries(timelines)) test(name, () => assertHints(`# Post-mortem: belts\n\n${source}`, ['elapsed']));

  test('tells since when', () => {
    const hint = hintsIn(postmortem, ['elapsed'])[0];
    assert.equal(hint?.tooltip, 'Since 21:40 in line 18.');
    assert.equal(postmortem.split('\n')[17]?.slice(0, 22), '- **2026-03-09 21:40**');
  });
});

const days: Readonly<Record<string, string>> = {
  'where midnight is passed, and not on the rows behind': `# Post-mortem: belts

## Timeline (UTC)

- 2026-03-09 23:40 The belt stops
- 23:50 It is seen
- 00:10«2026-03-10» It is told
- 00:20 It is oiled
`,
  'of the document, on the first row': `# Post-mortem: belts

Date: 2026-03-09

## Timeline (UTC)

- 21:40«2026-03-09» The belt stops
- 21:50 It is seen
`,
  'not where a heading states it': `# Post-mortem: belts

## Timeline (UTC)

### 2026-03-09

- 21:40 The belt stops

### 2026-03-10

- 07:50 It is seen
`,
  'not where nothing states one, or it can be read both ways': `# Post-mortem: belts

## Timeline

- 21:40 The belt stops
- 21:50 It is seen
`,
};

describe('inferred dates', () => {
  for (const [name, source] of Object.entries(days)) test(name, () => assertHints(source, ['dates']));
  test('an ambiguous one is not repeated', () => assertHints('# Post-mortem: belts\n\nDate: 03/04/2026\n\n## Timeline\n\n- 21:40 The belt stops\n', ['dates']));
  test('tell where they come from', () => {
    const tooltips = [days['where midnight is passed, and not on the rows behind'], days['of the document, on the first row']].map((source) => hintsIn((source ?? '').replaceAll(/«[^»]*»/g, ''), ['dates'])[0]?.tooltip);
    assert.deepEqual(tooltips, [
      'No date is written here: the day follows from the one of line 6.',
      'No date is written here: it is the one that the document states for the incident.',
    ]);
  });
});

const events = `
## Timeline (UTC)

- 2026-03-09 21:40 Impact begins: the belt stops
- 2026-03-09 21:52 The alarm detected it; Ana acknowledged at once
- 2026-03-09 22:30 Mitigated by belt 2
- 2026-03-10 01:55 Resolved
`;

const claims: readonly (readonly [claim: string, why: string])[] = [
  ['Duration: 6 hours«computed: 4 h 15 min»', 'differs'],
  ['Duration: 4 h 15 min', 'agrees'],
  ['Duration: about 4 hours', 'agrees, roughly'],
  ['Duration: 50 minutes', 'agrees with the mitigation'],
  ['Time to detect: 40 minutes«computed: 12 min»', 'differs'],
  ['Time to detect: 12 minutes', 'agrees'],
  ['MTTR: 9h«computed: 4 h 15 min»', 'differs'],
  ['The outage lasted 2 hours«computed: 4 h 15 min», which is long.', 'a sentence'],
  ['The time to detect was 45 minutes«computed: 12 min».', 'a sentence'],
  ['The outage lasted 2 hours in Spain.', 'of a part'],
  ['A second spike lasted 2 hours.', 'of something else'],
  ['Time to mitigate: soon', 'no duration'],
];

describe('computed metrics', () => {
  for (const [claim, why] of claims) test(`${claim}: ${why}`, () => assertHints(`# Post-mortem: belts\n\n## Summary\n\n${claim}\n${events}`, ['metrics']));

  test('not where the timeline is out of order', () => assertHints(`# Post-mortem: belts\n\nDuration: 6 hours\n${events.replace('2026-03-09 22:30', '2026-03-01 22:30')}`, ['metrics']));
  test('not where the start is unknown', () => assertHints(`# Post-mortem: belts\n\nDuration: 6 hours\n${events.replace('Impact begins: t', 'T')}`, ['metrics']));
  test('of fields, without a timeline', () =>
    assertHints('# Post-mortem: belts\n\n- Started: 2026-03-09 10:00 UTC\n- Resolved: 2026-03-09 12:00 UTC\n- Duration: 5 hours«computed: 2 h»\n\n## Summary\n\nThe belt stood.\n', ['metrics']));
  test('tell from where to where', () => {
    assert.equal(hintsIn(`# Post-mortem: belts\n\nDuration: 6 hours\n${events}`, ['metrics'])[0]?.tooltip, 'From "started" in line 7 to "resolved" in line 10.');
  });
});

describe('hints', () => {
  test('are those that are asked for', () => {
    assert.deepEqual(hintsIn(postmortem, []), []);
    for (const text of Object.values(ordinary)) assert.deepEqual(inlayHints(parse(text), { start: 0, end: text.length }, inlayHintNames), []);
  });

  test('keep to the range', () => {
    const all = hintsIn(postmortem);
    assert.ok(all.length > 2);
    for (let start = 0; start < postmortem.length; start += 53) {
      const span = { start, end: start + 200 };
      assert.deepEqual(hintsIn(postmortem, inlayHintNames, span), all.filter(({ at }) => at >= span.start && at <= span.end));
    }
  });

  test('are never negative, nor behind the end of a line', () => {
    for (const { name, text } of [{ name: 'escalation', text: escalation }, ...sharedDocuments]) {
      const document = parse(text);
      for (const { at, label } of inlayHints(document, { start: 0, end: text.length }, inlayHintNames)) {
        assert.doesNotMatch(label, /-\d+ |NaN|null/, name);
        const line = document.lines[document.text.lineAt(at)];
        assert.ok(line && at <= line.end, `${name}: ${label}`);
      }
    }
  });
});

test('a length of time is told in the units that it has', () => {
  const lengths: readonly (readonly [number, string])[] = [[40, '40 s'], [60, '1 min'], [90, '1 min 30 s'], [3600, '1 h'], [3690, '1 h 1 min'], [40_560, '11 h 16 min'], [93_600, '1 day 2 h'], [0, '0 min']];
  for (const [seconds, expected] of lengths) assert.equal(durationText(seconds), expected);
});
