import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { applyEdits, fixAll } from '../../server/src/rules/apply-fixes';
import { controlCharacters } from '../../server/src/rules/safety/control-characters';
import { internalAddress } from '../../server/src/rules/safety/internal-address';
import { invalidUuid } from '../../server/src/rules/safety/invalid-uuid';
import { personalData } from '../../server/src/rules/safety/personal-data';
import type { Rule } from '../../server/src/rules/rule';
import { expectMarked, findingsIn } from '../support/marked-text';

const around = (text: string, facts = '') => `# Post-mortem: a slow ferry\n\n${facts}## Root Cause\n\n${text}\n`;
/** The places that a rule finds in a text, the related ones too. */
function found(rule: Rule, text: string): string[] {
  return findingsIn(text, { rules: [rule] }).flatMap(({ span, related = [] }) => [span, ...related.map((other) => other.span)]).map(({ start, end }) => text.slice(start, end));
}

type Row = readonly [text: string, ...places: string[]];
function table(rule: Rule, rows: readonly Row[]): void {
  for (const [text, ...places] of rows) test(text.slice(0, 80), () => assert.deepEqual(found(rule, around(text)), places));
}

describe('personal data: mail addresses', () => {
  table(personalData, [
    ['Jonas (jonas.weber@bluefin.io) called.', 'jonas.weber@bluefin.io'],
    ['Mail <jonas@mail.bluefin.co.uk>, `ada+x@bluefin.io` and [Ada](mailto:ada@bluefin.io).', 'jonas@mail.bluefin.co.uk', 'ada+x@bluefin.io', 'ada@bluefin.io'],
    ['```\nuser=jonas@bluefin.io status=500\n```', 'jonas@bluefin.io'],
    ['support@bluefin.io, on-call@bluefin.io, db-alerts@bluefin.io, root@web-1.bluefin.io, no-reply@bluefin.io'],
    ['jonas@example.com, jonas@example.org, jonas@bluefin.test, 1234+jonas@users.noreply.github.com'],
    ['ask @jonas, left-pad@1.3.0, image@2x.png, git@github.com:bluefin/ferry.git, mail@sha256:abc'],
    ['jonas@ovh1.bluefin.io:~$ ls, ssh jonas@web-1.bluefin.io, https://jonas@bluefin.io/x, getty@tty1.service'],
  ]);
  const people: readonly (readonly [text: string, places: string[]])[] = [
    [around('Down.', '**Authors:** Ada <ada@bluefin.io>\n**Incident commander:** jonas@bluefin.io\n\n'), []],
    [around('Ada (ada@bluefin.io) restarted it.', 'Owner: ada@bluefin.io\n\n'), []],
    [`${around('Down.')}\n## Action Items\n\n- [ ] Alarm on lag (owner: ada@bluefin.io)\n`, []],
    [around('Ada (ada@bluefin.io) restarted it.', 'Owner: ada@bluefin.io\nAudience: Customers\n\n'), ['ada@bluefin.io', 'ada@bluefin.io']],
  ];
  for (const [text, places] of people) test(`people of the document: ${JSON.stringify(text.slice(30, 100))}`, () => assert.deepEqual(found(personalData, text), places));
});

describe('personal data: phone numbers', () => {
  table(personalData, [
    ['Call +49 170 1234567 or +1 (415) 234-9921.', '+49 170 1234567', '+1 (415) 234-9921'],
    ['Reached on +4915112345678, tel:+33-6-12-34-56-78.', '+4915112345678', '+33-6-12-34-56-78'],
    ['Phone: 0170 1234567; mobile no. 030/4567-8912', '0170 1234567', '030/4567-8912'],
    ['At +10 000 000 rows, +1000000000, UTC+0200, 2026-01-01T00:00:00+0000, a+123456789, +5.25 %'],
    ['Toll-free +1 800 234 5678, fictional +1 212 555 0123'],
    ['```diff\n+20261121120000\n```\nmobile 2026-01-02 12:00, cell 12345678901234567, phone 5 5 5'],
  ]);
});

describe('personal data: card numbers', () => {
  table(personalData, [
    ['The card 4012 8888 8888 1881 was charged twice.', '4012 8888 8888 1881'],
    ['| card | times |\n|---|---|\n| Visa `4012888888881881` | 2 |', '4012888888881881'],
    ['The card 4012 8888 8888 1882 was charged twice.'],
    ['The test card 4242 4242 4242 4242 was charged.'],
    ['Order 4012888888881881 failed.'],
    ['Card ids 0000000000000000 and 1234567890123456.'],
  ]);
});

describe('the audience', () => {
  const rows: readonly (readonly [facts: string, severity: string])[] = [
    ['', 'hint'], ['Audience: internal\n\n', 'hint'], ['Audience: not for customers\n\n', 'hint'], ['**Audience:** Customers\n\n', 'warning'], ['Distribution: public\n\n', 'warning'],
    ['TLP: CLEAR\n\n', 'warning'],
  ];
  for (const [facts, severity] of rows) {
    test(JSON.stringify(facts), () => {
      for (const [rule, text] of [[personalData, 'jonas@bluefin.io'], [internalAddress, 'at 10.1.2.3']] as const) {
        assert.equal(findingsIn(around(text, facts), { rules: [rule] })[0]?.severity, severity);
      }
    });
  }
  test('of a title', () => assert.equal(findingsIn('# Public post-mortem: a slow ferry\n\n## Root Cause\n\nAt 10.1.2.3.\n', { rules: [internalAddress] })[0]?.severity, 'warning'));
});

describe('internal addresses', () => {
  table(internalAddress, [
    ['At 10.1.2.3, `172.16.0.9` and 192.168.1.0/24.', '10.1.2.3', '172.16.0.9', '192.168.1.0/24'],
    ['On db-7.prod.internal, <http://wiki.corp/x>, nas-1.lan:8080 and api.shop.svc.cluster.local.', 'db-7.prod.internal', 'wiki.corp', 'nas-1.lan', 'api.shop.svc.cluster.local'],
    ['From web-1.corp.bluefin.io.', 'web-1.corp.bluefin.io'],
    ['Join https://bluefin.zoom.us/j/123456?pwd=a1B2c3D4e5', 'a1B2c3D4e5'],
    ['Version 10.2.0.4, v10.1.2.3, upgraded to 10.1.2.3, mail@10.1.2.3, 110.1.2.3, 10.1.2, 10.1.2.3.4, 10.0.19041.1'],
    ['192.0.2.1, 198.51.100.7, 203.0.113.9, 8.8.8.8, 172.32.0.1, 127.0.0.1, 10.0.0.0/8'],
    ['metadata.google.internal, host.docker.internal, settings.local, .env.local, com.acme.internal.Foo, org.acme.internal'],
    ['the internal network, local time, corp. policy, www.international.com, map.location'],
    ['Server 2.18.1.0'],
  ]);
});

describe('UUIDs', () => {
  test('the place and the letter', () => {
    expectMarked(around('Shard 3 (5d1c7e2a-90b4-4f6g-8h2i-6a1b2c3d4e5f) is hot.\n         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ invalid-uuid (warning): "g" is no'), { rules: [invalidUuid] });
  });
  table(invalidUuid, [
    ['`5d1c7e2a-90b4-4f6g-8h2i-6a1b2c3d4e5f` and 5D1C7E2A-90B4-4F6G-8H2I-6A1B2C3D4E5F', '5d1c7e2a-90b4-4f6g-8h2i-6a1b2c3d4e5f', '5D1C7E2A-90B4-4F6G-8H2I-6A1B2C3D4E5F'],
    ['```\nid=5d1c7e2a-90b4-4f6g-8h2i-6a1b2c3d4e5f\n```', '5d1c7e2a-90b4-4f6g-8h2i-6a1b2c3d4e5f'],
    ['The UUID is 5d1c7e2-90b4-4f66-8a21-6a1b2c3d4e5f.', '5d1c7e2-90b4-4f66-8a21-6a1b2c3d4e5f'],
    ['5d1c7e2a-90b4-4f66-8a21-6a1b2c3d4e5f, xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx, 5d1c7e2a-xxxx-xxxx-xxxx-xxxxxxxxxxxx, nnnnnnnn-nnnn-nnnn-nnnn-nnnnnnnnnnnn'],
    ['"uuid" : "kHQXBTGhQb-4-jH0m5mMfg", UUIDs 2024-01-02-03-04x, overhaul-with-some-more-wordsandmore'],
    ['------------------------------------ and 12345-12345-12345-12345'],
  ]);
  test('the same one twice is one', () => {
    const [first, ...more] = findingsIn(around('5d1c7e2a-90b4-4f6g-8h2i-6a1b2c3d4e5f, 5d1c7e2a-90b4-4f6g-8h2i-6a1b2c3d4e5f'), { rules: [invalidUuid] });
    assert.deepEqual([more.length, first?.related?.length], [0, 1]);
  });
});

describe('control characters', () => {
  const rows: readonly (readonly [text: string, fixed: string])[] = [
    ['web\u200b-07 and\u2060 web\ufeff-08', 'web-07 and web-08'],
    ['the \u202eesrever\u202c of it', 'the esrever of it'],
    ['left\u200e, \u2066isolated\u2069', 'left, isolated'],
    ['```\n\u001b[31mred\u001b[0m\n```', '```\nred\n```'],
    ['👩\u200d💻, ❤\ufe0f\u200d🔥, 🏳\ufe0f\u200d🌈', ''],
    ['می\u200cخواهم, क्\u200dष, ภาษา\u200bไทย', ''],
    ['שלום\u200f world \u202babc\u202c', ''],
    ['dashes – and “quotes” … • ‘x’', ''],
    ['soft\u00adhyphen, a tab\t, a page\f', ''],
  ];
  for (const [text, fixed] of rows) {
    test(JSON.stringify(text), () => {
      const findings = (document: string) => findingsIn(document, { rules: [controlCharacters] });
      assert.equal(findings(around(text)).length > 0, fixed !== '');
      if (fixed !== '') assert.equal(fixAll(around(text), findings), around(fixed));
      for (const { fixes } of findings(around(text))) assert.ok(applyEdits(around(text), fixes![0]!.edits).length < around(text).length);
    });
  }
  test('a byte order mark at the beginning is none', () => assert.deepEqual(found(controlCharacters, `\ufeff${around('Down.')}`), []));
});
