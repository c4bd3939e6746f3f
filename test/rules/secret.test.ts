import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { applyEdits } from '../../server/src/rules/apply-fixes';
import { detectors } from '../../server/src/rules/safety/detectors';
import { secret } from '../../server/src/rules/safety/secret';
import { findingsIn } from '../support/marked-text';

const around = (text: string) => `# Post-mortem: keys\n\n## Root Cause\n\n${text}\n`;
const secrets = (text: string) => findingsIn(text, { rules: [secret] }).map(({ span }) => text.slice(span.start, span.end));
const random = (length: number) => 'q7Rk2ZpX9vLm4TtB8wYc1NdF6hJs3GaE5uKo0PiQ'.repeat(4).slice(0, length);
/** A body as a key file has it. */
const body = `MIIEow${'IBAAKCAQEAq7Rk2ZpX9vLm4TtB8wYc1NdF6hJs3GaE5uKo0PiQ\n'.repeat(5)}`;

/** One of each kind, put together here so that no scanner takes this file for a leak. */
const tokens: readonly (readonly [kind: string, token: string])[] = [
  ['GitHub token', ['ghp', random(36)].join('_')],
  ['GitHub token', ['github', 'pat', random(82)].join('_')],
  ['GitHub token', ['ghs', '12345', `${random(30)}.${random(60)}.${random(40)}`].join('_')],
  ['GitLab token', ['glpat', random(20)].join('-')],
  ['npm token', ['npm', random(36)].join('_')],
  ['Slack token', ['xoxb', '123456789012', '1234567890123', random(24)].join('-')],
  ['Slack token', `https://hooks.slack.com/services/T0${random(8)}/B0${random(8)}/${random(24)}`],
  ['AWS access key', `AKIA${'2E0A8F3B244C9986'}`],
  ['AWS access key', `${random(30)}/${random(8)}A`],
  ['SendGrid key', ['SG', random(22), random(43)].join('.')],
  ['OpenAI key', `sk-${random(20)}T3BlbkFJ${random(20)}`],
  ['Anthropic key', `sk-ant-api03-${random(93)}AA`],
  ['private key', ['-----BEGIN RSA PRIVATE', `KEY-----\n${body}-----END RSA PRIVATE`, 'KEY-----'].join(' ')],
  ['database password', 'w1nter-is-over'],
  ['password in an address', 'w1nter-is-over'],
];

/** The text that a secret is found in, where it is not found by itself. */
function sentence(kind: string, token: string): string {
  if (kind === 'database password') return `postgres://reports:${token}@db-2.northwind.io/daily`;
  if (kind === 'password in an address') return `curl https://reports:${token}@northwind.io/daily`;
  return kind === 'AWS access key' && token.includes('/') ? `aws_secret_access_key=${token}` : token;
}

describe('a secret', () => {
  test('of every kind is known to this test', () => {
    assert.deepEqual([...new Set(tokens.map(([kind]) => kind))].sort(), detectors.map(({ name }) => name).sort());
  });

  for (const [kind, token] of tokens) {
    const written = sentence(kind, token);
    const places: readonly (readonly [where: string, text: string])[] = [
      ['in a sentence', `It was ${written} all the time.`],
      ['in code', `\`\`\`\n${written}\n\`\`\``],
      ['in a comment', `<!-- ${written} -->`],
      ['in a table', `| a | b |\n|---|---|\n| x | ${written} |`],
      ['behind CR LF', `It was\r\n${written.replaceAll('\n', '\r\n')}\r\nall the time.`],
    ];
    for (const [where, text] of places) {
      test(`${kind} ${token.slice(0, 10)} ${where}`, () => {
        const document = around(text);
        const [found, ...more] = findingsIn(document, { rules: [secret] });
        assert.deepEqual(more, []);
        assert.equal(document.slice(found!.span.start, found!.span.end).replaceAll('\r', ''), token);
        assert.ok(found!.message.includes(kind) && !found!.message.includes(token));
        assert.deepEqual(secrets(applyEdits(document, found!.fixes![0]!.edits)), []);
      });
    }
  }

  test('that stands several times is one, and its fix takes all away', () => {
    const token = `AKIA${'2E0A8F3B244C9986'}`;
    const text = around(`First ${token}, then ${token}.`);
    const [found, ...more] = findingsIn(text, { rules: [secret] });
    assert.deepEqual([more.length, found?.related?.length], [0, 1]);
    assert.equal(applyEdits(text, found!.fixes![0]!.edits), around('First [REDACTED:aws-key], then [REDACTED:aws-key].'));
  });
});

describe('what is no secret', () => {
  const quiet = [
    `ghp_${'x'.repeat(36)}`, `ghp_${'*'.repeat(36)}`, 'ghp_…', 'a token such as ghp_abc', 'AKIAIOSFODNN7EXAMPLE', 'AKIAI44QH8DHBEXAMPLE',
    `AROA${'2E0A8F3B244C9986'}`, 'AWS account: 1234-5678-9012', 'xoxb-your-token-here', 'postgres://reports:****@db/daily', 'postgres://reports:${PASSWORD}@db/daily',
    'https://user:<password>@northwind.io/', 'postgres://reports@db/daily', 'password = hunter2', '-----BEGIN CERTIFICATE-----\nMIIE\n-----END CERTIFICATE-----',
    '-----BEGIN RSA PRIVATE KEY-----\n…\n-----END RSA PRIVATE KEY-----', 'sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08', 'task_name_of_the_job_that_failed',
  ];
  for (const text of quiet) test(text.split('\n')[0]!, () => assert.deepEqual(secrets(around(text)), []));
});
