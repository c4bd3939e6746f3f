import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { detectionPage, type Place } from '../../client/src/detection/page';
import { diagnosticsReport, type Facts } from '../../client/src/diagnostics-report';
import { settingsPage } from '../../client/src/effective-settings/page';
import { reviewPage } from '../../client/src/review/page';
import { parse } from '../../server/src/document/document';
import type { ParseContext } from '../../server/src/document/document';
import { explainDetection } from '../../server/src/features/detection';
import { effectiveSettings } from '../../server/src/features/effective-settings';
import { review } from '../../server/src/features/review/review';
import type { DetectionExplanation } from '../../server/src/protocol';
import { check } from '../../server/src/rules/check';
import { defaultSettings, parseSettings } from '../../server/src/settings';
import { escalation, postmortem, readme } from '../support/documents';
import { english } from '../support/english';


const explained = (text: string, context: ParseContext = {}, more: Partial<DetectionExplanation> = {}): DetectionExplanation => ({ ...explainDetection(parse(text, context), context), pattern: null, ...more });
const page = (explanation: DetectionExplanation, place: Partial<Place> = {}): string => detectionPage(explanation, { name: 'a.md', isMarkdown: true, projectFile: null, link: (line) => `#${line}`, ...place }, english);

describe('the page on the detection', () => {
  const pattern = { text: '/docs/', projectFile: null };
  const rows: readonly (readonly [what: string, explanation: DetectionExplanation, place: Partial<Place>, parts: readonly string[]])[] = [
    ['a post-mortem', explained(postmortem), {}, [
      '# Why a\\.md is taken for a post-mortem\n\n**Its content decides.**\n',
      '| +4 | Its title names a post\\-mortem or an incident | [line 1](#0): 🧯 Post\\-mortem\\: checkout refused cards |',
      'It states facts\\: severity\\, status\\, customer | [line 3](#2): Status\\: Mitigated<br>[line 4](#3): Severity\\: SEV\\-2<br>',
      'It makes 16 points from 6 independent signals. An incident document has at least 4 points from 2 signals.',
      '- The command “Not an Incident Document” leaves it alone', '`<!-- incident-docs: off -->`', 'files.exclude',
    ]],
    ['plain text', explained(postmortem), { isMarkdown: false }, ['`# incident-docs: off`']],
    ['a README', explained(readme, { fileName: 'README.md' }), { name: 'README.md' }, [
      '# Why README\\.md is not taken for an incident document', '| −2.5 | Its file name is that of an overview | README\\.md |',
      'What would speak for one: a title that names', '- The command “Treat as Incident Document”', 'files.include',
    ]],
    ['nothing', explained(''), {}, ['Nothing in it speaks for an incident document, and nothing against.', 'It makes 0 points from 0 independent signals.']],
    ['the user, against', explained(postmortem, { choice: 'other' }), {}, ['**You said so**, by the command “Not an', '“Treat as Incident Document” takes your word back.', 'Without your word it would be taken for a post-mortem.']],
    ['the user, for', explained(readme, { choice: 'incident' }), {}, ['by the command “Treat as', '“Not an Incident Document” takes your word back.', 'Without your word it would be no incident document.']],
    ['a comment', explained(`\n<!-- incident-docs: off -->\n${postmortem}`), {}, ['**A comment says so**: `incident-docs: off` in line 2.', 'Without the comment']],
    ['a name', explained(readme, { declared: true }), {}, ['**Its language mode or the end of its name says so.**', 'Another language mode, or another name']],
    ['a pattern of the settings, against', explained(postmortem, { files: 'excluded' }, { pattern }), {}, ['**A pattern leaves it out**: `/docs/` under `files.exclude` in your settings.']],
    ['a pattern of a project file, for', explained(readme, { files: 'included' }, { pattern }), { projectFile: 'x/.incident-docs.json' }, ['**A pattern takes it in**: `/docs/` under `files.include` in x\\/\\.incident\\-docs\\.json.']],
    ['before', explained('# Notes\n', { stickyKind: 'postmortem' }), {}, ['**It was recognized before it was edited**']],
    ['disabled', explained(postmortem, {}, { by: 'disabled', kind: 'none' }), {}, ['**All checks are switched off**', 'switches the checks on']],
  ];
  for (const [what, explanation, place, parts] of rows) {
    test(what, () => {
      const text = page(explanation, place);
      for (const part of parts) assert.ok(text.includes(part), `${part}\nis not in\n${text}`);
    });
  }

  test('words of the document are no markup', () => {
    const text = page(explained('# Outage of <img src=x> | [a](command:b) `c` *d* ![e](https://f)\n\n## Impact\n\n## Root cause\n'));
    assert.ok(text.includes('Outage of \\<img src\\=x\\> \\| \\[a\\]\\(command\\:b\\)'), text);
  });
});

describe('the page of a review', () => {
  const reviewed = (text: string, kind: 'postmortem' | 'escalation' = 'postmortem'): string => {
    const document = parse(text, { stickyKind: kind });
    return reviewPage({ kind, questions: review(document, check(document, defaultSettings, { now: Date.UTC(2026, 2, 12) })) }, { name: 'a.md', link: (line) => `#${line}` }, english);
  };
  const answer = (kind: string, sign: string, words: string) => `<span class="answer ${kind}">${sign} ${words}</span>`;

  test('counts the answers, and has the lines of each with a link', () => {
    const text = reviewed(postmortem);
    for (const part of [
      '# Review of a\\.md\n\nWhat reviewers ask of a post-mortem',
      `## Was the key data of the incident collected\\? ${answer('partly', '◐', 'partly')}\n`,
      `| ${answer('found', '✓', 'found')} | When it was noticed | [line 18](#17): 2026\\-03\\-09 21\\:40 – The error rate`,
      `| ${answer('notFound', '✗', 'not found')} | What set it off | – |`,
      `| ${answer('unknown', '?', 'cannot tell')} | Nothing in it is secret or personal | No problem was found in it. |`,
      `| ${answer('doubted', '!', 'doubted')} | The timeline runs in order | <span class="against">[line 23](#22): This is earlier`,
      'For you to judge: *Whether one more “why” would lead further\\.*',
    ]) assert.ok(text.includes(part), `${part}\nis not in\n${text}`);
    const counts = [...text.matchAll(/(\d) × /g)].map(([, count]) => Number(count));
    assert.equal(counts.reduce((sum, count) => sum + count, 0), text.match(/^## /gm)?.length);
  });

  test('has what is lacking, and how many more there are', () => {
    const text = reviewed(escalation, 'escalation');
    assert.match(text, /What reviewers ask of an escalation/);
    assert.match(text, /An owner for each \| Missing in: (?:\[line \d+\]\(#\d+\)(?:, )?){3}/);
    assert.ok(reviewed(postmortem).includes('<br>and 3 more'));
  });

  test('words of the document are no markup', () => {
    assert.match(reviewed('# Post-mortem\n\n## Impact\n\n- 4 users saw <img src=x> | [a](command:b)\n'), /\\<img src\\=x\\> \\\| a/);
  });
});

describe('the page of settings', () => {
  const text = (): string => {
    const editor = parseSettings({ maxProblems: 5, profile: 'strict', files: { exclude: ['a', 'b'] }, rules: { 'empty-section': 'off' } });
    const file = parseSettings({ dateOrder: 'dayFirst', rules: { 'timeline-order': ['hint', { tolerateMinutes: 5 }] } }, editor.settings);
    const settings = effectiveSettings(file.settings, { client: editor.keys, project: file.keys });
    return settingsPage(settings, { name: 'a.md', projectFile: '.incident-docs.json', scopeOf: (key) => ({ maxProblems: 'user', profile: 'workspace', 'rules.empty-section': 'folder' } as const)[key] ?? null }, english);
  };

  test('is JSON with comments, with every setting as one would write it', () => {
    const settings = JSON.parse(text().replace(/\/\/ .*$/gm, '')) as Record<string, unknown>;
    const { properties } = JSON.parse(readFileSync('package.json', 'utf8')).contributes.configuration as { properties: Record<string, { properties?: object }> };
    assert.deepEqual(Object.keys(settings).sort(), Object.keys(properties).filter((key) => !/\.(?:trace|templates)\./.test(key)).sort());
    assert.deepEqual(Object.keys(settings['incidentDocs.rules'] as object), Object.keys(properties['incidentDocs.rules']!.properties!));
    assert.deepEqual([settings['incidentDocs.maxProblems'], settings['incidentDocs.files.exclude']], [5, ['a', 'b']]);
  });

  test('says of each where it comes from', () => {
    for (const row of [
      /^\/\/ Not as by default: profile, maxProblems, dateOrder, files\.exclude, rules\.timeline-order, rules\.empty-section$/m, /^\/\/ Project file: \.incident-docs\.json$/m,
      /"incidentDocs\.enable": true, +\/\/ default$/m, /"incidentDocs\.maxProblems": 5, +\/\/ user settings$/m, /"incidentDocs\.profile": "strict", +\/\/ workspace settings$/m,
      /"incidentDocs\.dateOrder": "dayFirst", +\/\/ \.incident-docs\.json$/m, /"timeline-order": \["hint", \{ "tolerateMinutes": 5 \}\], +\/\/ \.incident-docs\.json$/m,
      /"empty-section": "off", +\/\/ folder settings$/m, /"action-missing-ticket": "information", +\/\/ by the profile$/m, /"missing-timeline": "warning", +\/\/ default$/m,
    ]) assert.match(text(), row);
  });
});

describe('the report of diagnostics', () => {
  const secret = 'Blue Heron';
  const facts: Facts = {
    versions: { 'incident-docs': '0.1.0' }, server: 'running', folders: 1, kinds: ['postmortem', 'none', 'none'], severities: ['error', 'hint'], choices: ['other'],
    document: {
      path: `/home/${secret}/${secret} outage.md`, scheme: 'file', languageId: 'markdown', lines: 9, lineEnds: 'LF', dirty: true,
      explained: explained(postmortem.replace('checkout', secret), { fileName: `${secret} outage.md` }),
    },
    settings: effectiveSettings(parseSettings({ profile: 'strict', toleratedOwners: [secret] }).settings, { client: new Set(['profile', 'toleratedOwners']), project: new Set() }),
  };

  test('counts and names keys', () => {
    const report = diagnosticsReport(facts);
    for (const line of [
      'incident-docs: 0.1.0', 'Documents: 3 (1 postmortem, 2 none)', 'Problems: 2 (1 error, 1 hint)', 'Said by the user: 1 (1 other)',
      'Active document: file, name ends in .md, markdown, 9 lines, LF, not saved', 'Settings that are not as by default: profile (editor), toleratedOwners (editor)',
    ]) assert.ok(report.split('\n').includes(line), `${line}\nis not in\n${report}`);
    assert.match(report, /^Detection: postmortem by content, [\d.]+ points of 4, \d signals of 2$/m);
  });

  test('has no text of a document, no name and no value', () => {
    assert.doesNotMatch(diagnosticsReport(facts), new RegExp(`${secret}|outage\\.md|checkout|home`));
    const strange = diagnosticsReport({ ...facts, document: { ...facts.document!, path: `/a/x.${secret} and more words` } });
    assert.match(strange, /name ends in none/);
  });

  test('without a document', () => assert.match(diagnosticsReport({ ...facts, document: undefined, kinds: [], settings: [] }), /Documents: 0\n[^]*Active document: none that[^]*by default: none\n$/));
});
