import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { parse, type IncidentDocument } from '../../server/src/document/document';
import type { MilestoneKey, SectionRole } from '../../server/src/document/vocabulary';
import { check } from '../../server/src/rules/check';
import { allRules } from '../../server/src/rules/index';
import { defaultSettings } from '../../server/src/settings';
import { allSnippets, expand, type Expansion, type Snippet } from '../support/snippets';

const snippets = allSnippets();
const now = Date.UTC(2026, 2, 12);

/** The kind of each whole document. */
const wholeDocuments: Readonly<Record<string, 'escalation' | 'postmortem'>> = {
  'esc-summary': 'escalation',
  'esc-summary-md': 'escalation',
  'pm-full': 'postmortem',
  'pm-lite': 'postmortem',
  'pm-text': 'postmortem',
  'pm-sre': 'postmortem',
  'pm-pagerduty': 'postmortem',
  'pm-atlassian': 'postmortem',
  'pm-tables': 'postmortem',
  'pm-cmr': 'postmortem',
  'pm-8d': 'postmortem',
  'pm-security': 'postmortem',
  'pm-near-miss': 'postmortem',
  'pm-api': 'postmortem',
  'pm-customer': 'postmortem',
  'esc-brief': 'escalation',
  'inc-live': 'postmortem',
  'inc-live-text': 'postmortem',
};
/** Written while the cause is still unknown. */
const liveDocuments = new Set(['inc-live', 'inc-live-text']);

/** The role of each section, which its plain-text form (`-text`) shares. */
const sections: Readonly<Record<string, SectionRole | null>> = {
  'inc-summary': 'summary',
  'inc-impact': 'impact',
  'inc-impact-table': 'impact',
  'inc-timeline': 'timeline',
  'inc-timeline-table': 'timeline',
  'inc-detection': 'detection',
  'inc-trigger': 'trigger',
  'inc-technical': 'technicalDetails',
  'inc-rca': 'rootCause',
  'inc-5whys': 'rootCause',
  'inc-contributing': 'contributingFactors',
  'inc-workaround': 'mitigation',
  'inc-resolution': 'resolution',
  'inc-actions': 'actions',
  'inc-actions-table': 'actions',
  'inc-lessons': 'lessons',
  'inc-comms': 'communication',
  'inc-status': 'status',
  'inc-sentiment': 'sentiment',
  'inc-next-steps': 'actions',
  'inc-participants': 'participants',
  'inc-related': 'references',
  'inc-questions': null,
  'inc-glossary': 'glossary',
  'inc-fishbone': 'contributingFactors',
  'inc-cast': 'rootCause',
  'inc-hypotheses': null,
  'inc-sla': 'impact',
  'inc-metrics': null,
  'inc-review-checklist': null,
};

/** The milestone of each timeline row. */
const rows: Readonly<Record<string, MilestoneKey | null>> = {
  'inc-tl': null,
  'inc-tl-range': null,
  'inc-tl-started': 'started',
  'inc-tl-detected': 'detected',
  'inc-tl-acknowledged': 'acknowledged',
  'inc-tl-declared': 'declared',
  'inc-tl-escalated': 'escalated',
  'inc-tl-identified': 'identified',
  'inc-tl-mitigated': 'mitigated',
  'inc-tl-resolved': 'resolved',
};

const fragments = ['inc-meta', 'inc-meta-table', 'inc-action', 'inc-status-update', 'inc-customer-msg', 'inc-ignore'];

const expandedBy = (prefix: string): Expansion => expand(snippets.find((snippet) => snippet.prefix === prefix)?.body ?? '');

const bodyOf = (prefix: string): string => expandedBy(prefix).text;

const roleless = (prefix: string): string => prefix.replace(/-text$/, '');

test('every prefix is used once', () => {
  const prefixes = snippets.map(({ prefix }) => prefix);
  assert.deepEqual(prefixes.filter((prefix, index) => prefixes.indexOf(prefix) !== index), []);
});

test('every snippet is of a kind that is tested below, and every kind has its snippet', () => {
  const expected = [...Object.keys(wholeDocuments), ...Object.keys(sections), ...Object.keys(rows), ...fragments].sort();
  assert.deepEqual([...new Set(snippets.map(({ prefix }) => roleless(prefix)))].sort(), [...new Set(expected.map(roleless))].sort());
});

describe('every snippet', () => {
  for (const { name, prefix, description, body } of snippets) {
    test(name, () => {
      assert.match(prefix, /^(?:inc|pm|esc)-[a-z0-9-]+$/);
      assert.match(description, /^[A-Z].{9,90}$/);
      const { stops, choices, defaults, text } = expand(body);
      assert.equal(stops.get(0), 1, 'has its final stop once');
      const numbers = [...stops.keys()].filter((stop) => stop !== 0).sort((a, b) => a - b);
      assert.deepEqual(numbers, numbers.map((_, index) => index + 1), 'numbers its stops without a gap');
      for (const choice of choices) assert.ok(choice.length > 1 && choice.every((option) => option.trim() === option && option !== ''), String(choice));
      assert.doesNotMatch(text, /[ \t]$/m, 'leaves no trailing space');
      for (const hole of defaults.filter((value) => value.startsWith('['))) assert.ok(isSeen(hole), `placeholder-text does not see ${hole}`);
    });
  }
});

/** Whether the rule `placeholder-text` finds a placeholder in a document that has no other fault. */
function isSeen(hole: string): boolean {
  return findings(parse(`${host('postmortem', true)}\nGlossary:\nA shard is ${hole} of the table.\n`)).includes('placeholder-text');
}

describe('a whole document', () => {
  for (const snippet of snippets.filter(({ prefix }) => prefix in wholeDocuments)) {
    const document = parse(expand(snippet.body).text);

    test(`${snippet.prefix} is of the kind ${wholeDocuments[snippet.prefix]} by its text alone`, () => {
      assert.equal(document.kind, wholeDocuments[snippet.prefix], document.detection.reasons.join(', '));
    });

    test(`${snippet.prefix} has nothing but placeholders to find`, () => {
      assert.deepEqual([...new Set(findings(document))], ['placeholder-text']);
    });

    test(`${snippet.prefix} says what such a document must say`, () => {
      const roles = new Set(document.allSections.flatMap((section) => section.roles));
      const needed = liveDocuments.has(snippet.prefix) ? (['status', 'impact', 'timeline', 'participants', 'actions'] as const) : (['summary', 'impact', 'timeline', 'rootCause', 'actions'] as const);
      for (const role of needed) assert.ok(roles.has(role), `no section of role ${role}`);
      const keys = document.fields.map(({ key }) => key);
      assert.ok(keys.includes('status') && (keys.includes('severity') || keys.includes('priority')) && keys.includes('owner'), keys.join(', '));
      const timeline = document.timelines[0];
      assert.equal(timeline?.zone?.text, 'UTC');
      assert.ok(timeline.entries.length >= 3 && timeline.entries.every(({ start }) => start.day !== null && start.second !== null));
      assert.ok(document.plan.items.length >= 2);
      assert.equal(document.plan.items.filter(({ state }) => state === 'done').length, 0);
    });
  }
});

describe('a section', () => {
  for (const snippet of snippets.filter(({ prefix }) => roleless(prefix) in sections || prefix in sections)) {
    const role = sections[roleless(snippet.prefix)] ?? null;
    for (const kind of ['escalation', 'postmortem'] as const) {
      test(`${snippet.prefix}, ${kind}`, () => {
        const { document, inside } = embed(snippet, kind, snippet.file.includes('text'));
        assert.equal(document.kind, kind);
        const section = document.allSections.find(({ span }) => span.start === inside.start);
        assert.ok(section, 'its heading is no heading');
        if (role) assert.ok(section.roles.includes(role), `${section.title}: ${section.roles.join(', ')}`);
        assert.ok(section.span.end <= inside.end && section.span.end > inside.end - 5, 'does not reach to the end of the snippet');
        assert.deepEqual(findings(document, inside).filter((rule) => rule !== 'placeholder-text' && rule !== 'duplicate-section'), []);
      });
    }
  }
});

describe('a timeline row', () => {
  for (const snippet of snippets.filter(({ prefix }) => prefix in rows)) {
    test(snippet.prefix, () => {
      const document = parse(`# Post-Mortem: queue stuck\n\n## Timeline (UTC)\n\n- 2026-03-10 23:00 – Nightly import starts\n${expand(snippet.body).text}\n`);
      const entry = document.timelines[0]?.entries[1];
      assert.equal(entry?.line, 5);
      assert.equal(entry.end !== null, snippet.prefix === 'inc-tl-range');
      const milestone = rows[snippet.prefix];
      assert.deepEqual(entry.milestones, milestone ? [milestone] : []);
      assert.ok(!findings(document).includes('timeline-order'));
    });
  }
});

describe('a fragment', () => {
  for (const prefix of ['inc-meta', 'inc-meta-table', 'inc-meta-text', 'inc-meta-table-text']) {
    test(prefix, () => {
      const document = parse(`${prefix.endsWith('-text') ? '' : '# '}Post-Mortem: queue stuck\n\n${bodyOf(prefix)}\n`);
      assert.deepEqual(document.fields.filter(({ line }) => line > 0).map(({ key }) => key), ['id', 'date', 'severity', 'status', 'owner', 'authors']);
    });
  }

  test('inc-action', () => {
    const document = parse(`# Post-Mortem: queue stuck\n\n## Action Items\n\n${bodyOf('inc-action')}\n`);
    assert.deepEqual(document.plan.items.map(({ state, notation }) => [state, notation]), [['open', 'checkbox']]);
  });

  test('inc-status-update', () => {
    const document = parse(`# Post-Mortem: queue stuck\n\n## Timeline\n\n${bodyOf('inc-status-update')}\n`);
    assert.deepEqual(document.timelines[0]?.entries.map(({ line, endLine }) => [line, endLine]), [[4, 8]]);
  });

  test('inc-customer-msg is a paragraph', () => assert.equal(bodyOf('inc-customer-msg').trim().split('\n').length, 1));

  for (const prefix of ['inc-ignore', 'inc-ignore-text']) {
    test(prefix, () => {
      const { directives } = parse(`Post-Mortem: queue stuck\n\n${bodyOf(prefix)}`);
      assert.deepEqual(directives.map(({ action, rules }) => [action, rules.map(({ id }) => id)]), [['disable-next-line', ['timeline-order']]]);
      const offered = expandedBy(prefix).choices[0] ?? [];
      assert.deepEqual(offered.filter((id) => !allRules.some((rule) => rule.id === id)), []);
    });
  }
});

test('the manifest offers every file of snippets, and each language what is written for it', () => {
  const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as { contributes: { snippets: { language: string; path: string }[] } };
  const offered = manifest.contributes.snippets.map(({ language, path }) => `${path} ${language}`).sort();
  const expected = [...new Set(snippets.map(({ file }) => file))].flatMap((file) => {
    const dialects = { 'sections-markdown.json': ['markdown'], 'sections-text.json': ['plaintext'] }[file] ?? ['markdown', 'plaintext'];
    return ['incident', ...dialects].map((language) => `./snippets/${file} ${language}`);
  });
  assert.deepEqual(offered, expected.sort());
});

/** The ids of the rules that find something, in a span or in the whole document. */
function findings(document: IncidentDocument, within = { start: 0, end: document.text.value.length }): string[] {
  return check(document, defaultSettings, { now })
    .filter(({ span }) => span.start >= within.start && span.start < within.end)
    .map(({ rule }) => rule);
}

/** A finished document of a kind, in either dialect. */
function host(kind: 'escalation' | 'postmortem', text: boolean): string {
  const title = kind === 'escalation' ? 'ESC-7 - Customer Escalation Summary' : 'Post-Mortem: import queue stuck';
  const heading = (label: string): string => (text ? `${label}:\n${'-'.repeat(label.length)}` : `## ${label}\n`);
  return [
    text ? title : `# ${title}`,
    'Customer: Halden Rail\nStatus: Investigating\nPriority: High\nEscalated: 2026-03-11',
    `${heading('Issue Summary')}\nImports stopped for an hour.`,
    `${heading('Impact')}\nTwelve depots worked from paper.`,
    `${heading('Timeline (UTC)')}\n- 2026-03-10 21:00 - Imports stop\n- 2026-03-10 22:00 - Imports run again`,
    `${heading('Root Cause')}\nA lock was held by a session that had lost its network.`,
    `${heading('Action Items')}\n- Add an idle timeout to import sessions`,
    '',
  ].join('\n\n');
}

/** A section snippet at the end of a finished document, and where it stands. */
function embed(snippet: Snippet, kind: 'escalation' | 'postmortem', text: boolean): { document: IncidentDocument; inside: { start: number; end: number } } {
  const before = host(kind, text);
  const inserted = expand(snippet.body).text;
  return { document: parse(before + inserted), inside: { start: before.length, end: before.length + inserted.length } };
}
