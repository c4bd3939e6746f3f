import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, test } from 'node:test';
import { parse } from '../../server/src/document/document';
import { glance } from '../../server/src/document/glance';
import { fieldPhrases, sectionPhrases } from '../../server/src/document/vocabulary';
import { leastCpuTime } from '../support/cpu-time';

const incidents: Record<string, string> = {
  'post-mortem in Markdown': '# Post-mortem: login outage\n\n## Impact\nNobody could log in.\n\n## Root cause\nA full disk.\n',
  'post-mortem without markup': 'Postmortem\n\nSummary:\nThe shop was slow.\n\nTimeline:\n9:10 AM - first complaint\n',
  'escalation with underlines': 'CE7 - Customer Escalation Summary\n=====\n\nCustomer: Fabrikam\nPriority: High\nStatus: Open\n\nRoot Cause:\n-----\nUnknown.\n',
  'setext headings': 'Queue backlog\n=====\n\nImpact\n------\nMail late.\n\nTimeline\n--------\n\nRoot cause\n----------\n',
  'bold headings': '**Incident report**\n\n**Timeline**\n\n**Lessons learned**\n',
  'emoji headings': '# 🔥 Incident review\n## 🕒 Timeline (UTC)\n## 🧩 Root Cause\n',
  'numbered headings': '# INC-7\n\n1. Impact\n2. Detection\n3. Resolution\n',
  'table of facts': '# Outage of search\n\n| Severity | 1 |\n|---|---|\n| Detected | 09:12 |\n',
  'no title, only roles': '## What happened\n\n## Impact\n\n## Action items\n',
  'title behind front matter': '---\ntitle: x\n---\n\n# Postmortem of the mail gateway\n\n## Contributing factors\n',
  'CR LF': '# Incident report\r\n\r\n## Timeline\r\n- 09:12 alert\r\n',
  'lone CR': '# Incident report\r\r## Timeline\r- 09:12 alert\r',
  'byte order mark': '\ufeff# Incident report\n\n## Timeline\n',
  French: "# Rapport d'incident\n\n## Chronologie\n- 09h12 alerte\n\n## Cause racine\n",
  German: '# Störung im Bestellsystem\n\n## Zeitleiste\n\n## Ursache\n\n## Maßnahmen\n',
  Spanish: '# Informe de incidente\n\n## Cronología\n\n## Causa raíz\n',
  Portuguese: '# Relatório de incidente\n\n## Linha do tempo\n\n## Ações corretivas\n',
  Japanese: '# 障害報告\n\n## タイムライン\n\n## 根本原因\n',
};

const others: Record<string, string> = {
  empty: '',
  'a blank page': '\n\n   \n',
  README: '# fastqueue\n\nA small queue. The root cause of most trouble is a full disk.\n\n## Installation\n\n`npm i`\n\n## Usage\n\n## License\n',
  changelog: '# Changelog\n\n## 2.1.0 - 2026-04-02\n\n### Fixed\n- Crash on an empty file\n- Timeline view forgets its zoom\n\n## 2.0.0 - 2026-01-11\n\n### Added\n- Status page\n',
  'a note': 'Buy milk\nCall Jo about the incident on Monday\n09:30 dentist\n',
  minutes: '# Team meeting 2026-03-01\n\nAttendees: Ann, Bo\n\n## Agenda\n- Roadmap\n- Hiring\n',
  'chat log': Array.from({ length: 80 }, (_, minute) => `10:${String(minute % 60).padStart(2, '0')} ann: message ${minute}`).join('\n'),
  'prose that speaks of outages': 'We talk a lot about outages and root causes here. A postmortem is a fine thing.\n\nIt should have a timeline, and its impact should be clear.\n',
  'NUL bytes': '\0\0\0\u0001\u0002PK\0\0',
};

describe('glance', () => {
  for (const [name, text] of Object.entries(incidents)) test(`takes for an incident document: ${name}`, () => assert.equal(glance(text), true));
  for (const [name, text] of Object.entries(others)) test(`leaves alone: ${name}`, () => assert.equal(glance(text), false));

  test('looks at the beginning only', () => {
    const late = `${'word\n'.repeat(300)}${incidents['post-mortem in Markdown']}`;
    assert.equal(glance(late), false);
  });

  test('takes time in proportion to the text at most', () => {
    const hostile = ['*'.repeat(1e6), ' '.repeat(1e6), 'incident '.repeat(1e5), ':a'.repeat(5e5), '1. '.repeat(3e5), `${'the '.repeat(20)}\n`.repeat(1e4)];
    for (const text of hostile) {
      const taken = leastCpuTime(() => glance(text));
      assert.ok(taken < 50, `${JSON.stringify(text.slice(0, 12))} took ${taken} ms`);
    }
  });
});

describe('glance against the detection', () => {
  const split = (phrases: string): string[] => phrases.split('|').map((phrase) => phrase.trim()).filter(Boolean);
  const headings = Object.values(sectionPhrases).flatMap(({ whole, within }) => [...split(whole), ...split(within).flatMap((phrase) => [phrase, `Database ${phrase}`])]);
  const keys = Object.values(fieldPhrases).flatMap(split);
  const titles = ['Post-mortem: mail', 'Mail was late', 'Incident report 7', 'Outage', 'Fabrikam escalation', 'RCA', 'Disk full, orders lost'];
  const styles = [(words: string) => `## ${words}`, (words: string) => `${words}:`, (words: string) => `${words}\n------`, (words: string) => `**${words}**`];

  test('takes everything that the detection takes, over documents put together from the vocabulary', () => {
    let seed = 20_260_101;
    // A small generator of its own, so that every run sees the same documents.
    const below = (count: number): number => {
      seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
      return Math.floor((seed / 2 ** 32) * count);
    };
    const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T;
    const missed: string[] = [];
    let detected = 0;
    for (let round = 0; round < 3000; round++) {
      const style = pick(styles);
      const facts = Array.from({ length: below(5) }, () => `${pick(keys)}: value`);
      const sections = Array.from({ length: below(6) }, () => `${style(pick(headings))}\n\nSome words.\n`);
      const log = below(3) === 0 ? ['## Log\n- 09:12 one\n- 09:14 two\n- 09:20 three\n'] : [];
      const text = [`# ${pick(titles)}\n`, ...facts, '', ...sections, ...log].join('\n');
      if (parse(text).kind === 'none') continue;
      detected++;
      if (!glance(text)) missed.push(text);
    }
    assert.ok(detected > 500, `${detected} detected`);
    // What may slip through are a few weak headings in unusual words under a title that names nothing.
    assert.ok(missed.length <= detected / 50, `${missed.length} of ${detected} missed, the first: ${missed[0]}`);
  });
});

const corpus = resolve('..', 'shared');
describe('glance over real documents', { skip: existsSync(corpus) ? false : 'there is no ../shared here' }, () => {
  /** At least this share of the folder's documents must be taken, or at most. */
  const folders: [folder: string, bound: 'at least' | 'at most', share: number][] = [
    ['seeds', 'at least', 1],
    ['corpus/escalations', 'at least', 1],
    ['corpus/incidents', 'at least', 0.97],
    ['corpus/not-incidents', 'at most', 0.2],
  ];

  test('takes everything that the detection takes', () => {
    const missed = folders.flatMap(([folder]) =>
      readdirSync(resolve(corpus, folder)).filter((file) => {
        const text = readFileSync(resolve(corpus, folder, file), 'utf8');
        return parse(text, { fileName: file }).kind !== 'none' && !glance(text, file);
      }),
    );
    assert.deepEqual(missed, []);
  });

  for (const [folder, bound, share] of folders) {
    test(`${folder}: ${bound} ${share * 100} %`, () => {
      const files = readdirSync(resolve(corpus, folder));
      const taken = files.filter((file) => glance(readFileSync(resolve(corpus, folder, file), 'utf8'), file)).length;
      const measured = taken / files.length;
      assert.ok(bound === 'at least' ? measured >= share : measured <= share, `${taken} of ${files.length}`);
    });
  }
});
