import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parse, type IncidentDocument } from '../../../server/src/document/document';
import { customerSafeCopy, knownNowhere, type KnownElsewhere } from '../../../server/src/features/customer-safe/customer-safe';

const read = (text: string): IncidentDocument => parse(text, { declared: true });
const copyOf = (text: string, elsewhere: Partial<KnownElsewhere> = {}) => customerSafeCopy(read(text), read, { ...knownNowhere, ...elsewhere });

/** A document whose customer is Blue Heron Books and whose people are known, with more text in it. */
const around = (text: string): string => `# INC-118: post-mortem, checkout refused cards

Customer: Blue Heron Books
Owner: Ana Lima
Customer contact: Rosa Quint, Head of Payments
Status: Resolved

## What happened

${text}

## Action Items

- [ ] Switch the renewal on again (@ivo.marek, due 2026-03-20)
`;

/** What becomes of lines in such a document, where Ana is Engineer A, Rosa Contact A and Ivo Engineer B. */
function becomes(text: string, elsewhere?: Partial<KnownElsewhere>): string {
  const copy = copyOf(around(text), elsewhere).text;
  const start = copy.indexOf('## What happened\n\n') + '## What happened\n\n'.length;
  return copy.slice(start, copy.indexOf('\n\n## Action Items'));
}

const tables: Readonly<Record<string, readonly (readonly [before: string, after: string])[]>> = {
  people: [
    ['Ana Lima paged Rosa Quint.', 'Engineer A paged Contact A.'],
    ['Ana and Ivo looked at it; Rosa\'s team waited.', 'Engineer A and Engineer B looked at it; Contact A\'s team waited.'],
    ['Lima was told by Marek and @ivo.marek.', 'Engineer A was told by Engineer B and @engineer-b.'],
    ['ANA LIMA and ana lima', 'Engineer A and Engineer A'],
    ['It ran in /home/marek/jobs and on lima-laptop.', 'It ran in /home/engineer-b/jobs and on engineer-a-laptop.'],
    ['`ssh ana.lima@bastion`', '`ssh engineer-a@bastion`'],
    ['Analysis of the Limassol region, banana', 'Analysis of the Limassol region, banana'],
    ['Thanks to @dora and @platform-team, @here', 'Thanks to @person-a and @platform-team, @here'],
    ['Cem Oz (@cem) helped.', 'Person A (@person-a) helped.'],
    ['> On 3 March, Dora Wells wrote:\n> all is well, said Dora', '> On 3 March, Person A wrote:\n> all is well, said Person A'],
    ['Emeric (@em94) and @dora; Emeric called @em94.', 'Person A (@person-a) and @person-b; Person A called @person-a.'],
    ['@Lena Holt was paged, and @Lena Holt came.', '@person-a was paged, and @person-a came.'],
    ['The senior database engineer and the on-call restarted it.', 'The senior database engineer and the on-call restarted it.'],
    ['| Who | What |\n| --- | --- |\n| Dora Wells | found it |\n| Alerting | fired |', '| Who | What |\n| --- | --- |\n| Person A | found it |\n| Alerting | fired |'],
    ['```\n14:02 <dora> it is down\n14:03 <emil> dora: yes\n```', '```\n14:02 <engineer-b> it is down\n14:03 <engineer-c> engineer-b: yes\n```'],
    ['Zoë Ångström wrote it (@zoe.angstrom), so Zoe and Ångström know.', 'Person A wrote it (@person-a), so Person A and Person A know.'],
    ['decorators such as `@app.route` and npm i @scope/package', 'decorators such as `@app.route` and npm i @scope/package'],
  ],
  'customers': [
    ['Blue Heron Books and Blue Heron see it.', 'Blue Heron Books and Blue Heron see it.'],
    ['The same as at customer Norwind in May; norwind-prod-1 was full.', 'The same as at customer Customer B in May; customer-b-prod-1 was full.'],
    ['| Customer | Impact |\n| --- | --- |\n| Blue Heron Books | all |\n| Tarn Foods Ltd | some |\n\nTarn Foods was first.', '| Customer | Impact |\n| --- | --- |\n| Blue Heron Books | all |\n| Customer B | some |\n\nCustomer B was first.'],
    ['The customer service team and customer-facing parts, customer ID', 'The customer service team and customer-facing parts, customer ID'],
  ],
  tickets: [
    ['See OPS-12 and PAY-7, then OPS-12 again; INC-118 is this.', 'See [internal ticket 1] and [internal ticket 2], then [internal ticket 1] again; INC-118 is this.'],
    ['[OPS-12](https://tracker.example.com/browse/OPS-12)', '[internal ticket 1](internal-ticket-1)'],
    ['[#70](https://github.com/acme/shop/issues/70) and #70', '[internal ticket 1](internal-ticket-1) and [internal ticket 1]'],
    ['[#70]\n\n[#70]: https://github.com/acme/shop/pull/70', '[internal ticket 1]\n\n[internal ticket 1]: internal-ticket-1'],
    ['OPS-12(done)', 'internal ticket 1(done)'],
    ['UTF-8, SHA-256, SEV-2, CVE-2024-12345, RFC-2119', 'UTF-8, SHA-256, SEV-2, CVE-2024-12345, RFC-2119'],
  ],
  money: [
    ['- Revenue impact: an estimated $50K daily revenue at risk', '- Revenue impact: an estimated [amount 1] daily revenue at risk'],
    ['The contract penalty is 12,400 EUR, and 12,400 EUR more a day.', 'The contract penalty is [amount 1], and [amount 1] more a day.'],
    // each is the only amount of its document: nothing else makes it looked for
    ['The contract penalty is 5000EUR.', 'The contract penalty is [amount 1].'],
    ['The contract penalty is USD5000.', 'The contract penalty is [amount 1].'],
    ['The contract penalty is 1 pound sterling.', 'The contract penalty is [amount 1].'],
    ['ARR: 1.2M, renewal in May, 12 % of our revenue', 'ARR: [amount 1], renewal in May, [amount 2] of our revenue'],
    ['A payment of 20 EUR was refused.', 'A payment of 20 EUR was refused.'],
    ['80% of the data, 50,000 users, 300 ms, 5 MB', '80% of the data, 50,000 users, 300 ms, 5 MB'],
  ],
  addresses: [
    ['db1.prod.internal and 10.20.3.4 at port 5432, version 10.2.1.0', '[internal address 1] and [internal address 2] at port 5432, version 10.2.1.0'],
    ['https://grafana.acme.dev/d/abc?x=1 and (https://acme.slack.com/archives/C01/p2).', '[internal address 1] and ([internal address 2]).'],
    ['[board](http://db1.prod.internal:3000/d/x)', '[board](internal-address-1)'],
    ['ana.lima@acme.dev, oncall@acme.dev and support@acme.dev', '[mail address 1], [mail address 2] and support@acme.dev'],
    ['Call +44 7911 123456 now.', 'Call [phone number 1] now.'],
    ['https://status.acme.dev and https://docs.acme.dev/x', 'https://status.acme.dev and https://docs.acme.dev/x'],
    ['key AKIAIOSFODNN7QPZXWVT', 'key [REDACTED:aws-key]'],
  ],
  remarks: [
    ['The customer is frustrated with us. The index was missing.', '[internal remark] The index was missing.'],
    ['- Blue Heron Books were furious\n- The disk was full', '- [internal remark]\n- The disk was full'],
    ['It was a complete nightmare for\neverybody on the bridge. The disk was full.', '[internal remark]\n[…] The disk was full.'],
    ['The disk was worried about nothing.', 'The disk was worried about nothing.'],
    ['## Customer Sentiment\n\n- Anxious\n- Overall: hopeful\n\nThey will\ncall again.', '## Customer Sentiment\n\n- [internal remark]\n- Overall: [internal remark]\n\n[internal remark]\n[…]'],
  ],
};

describe('a customer-safe copy replaces', () => {
  for (const [topic, rows] of Object.entries(tables)) {
    describe(topic, () => {
      for (const [before, after] of rows) test(before.replaceAll('\n', ' ⏎ '), () => assert.equal(becomes(before), after));
    });
  }

  test('names that only the other documents know', () => {
    const elsewhere = { owners: ['Dora Wells', 'Platform', 'Bob'], customers: ['Norwind', 'Blue Heron Books'], isBorne: (id: string) => id.toLowerCase() === 'prod_20260309_pay' };
    assert.equal(becomes('Dora Wells saw prod_20260309_pay at Norwind: Bob and Platform.', elsewhere), 'Person A saw [internal ticket 1] at Customer B: Bob and Platform.');
  });

  test('the same things alike, and other things otherwise, whatever the order', () => {
    const { text } = copyOf(around('Marek, OPS-1. Ana, OPS-2. Marek, OPS-1.'));
    assert.match(text, /^Engineer B, \[internal ticket 1\]\. Engineer A, \[internal ticket 2\]\. Engineer B, \[internal ticket 1\]\.$/m);
  });

  test('nothing twice, and new things with placeholders of their own', () => {
    const once = copyOf(around('Ana Lima saw OPS-12 at customer Norwind.')).text;
    const more = once.replace('Owner: Engineer A', 'Owner: Engineer A, Dora Wells').replace('saw ', 'saw PAY-9 and ');
    const again = copyOf(more).text;
    assert.match(again, /^Owner: Engineer A, Engineer C$/m);
    assert.match(again, /^Engineer A saw \[internal ticket 2\] and \[internal ticket 1\] at customer Customer B\.$/m);
  });

  test('secrets and what they span, keeping the lines', () => {
    const key = ['-----BEGIN RSA PRIVATE KEY-----', 'MIIEpAIBAAKCAQEA7bq98sd7f6asd5f4as3d2f1a0s9d8f7g6h5j4k3l2', 'QWERTYuiopASDFghjklZXCVbnm1234567890abcdefghij', '-----END RSA PRIVATE KEY-----'];
    const text = around(`\`\`\`\r\n${key.join('\r\n')}\r\n\`\`\``);
    const copy = copyOf(text);
    assert.equal(copy.text.split('\n').length, text.split('\n').length);
    assert.doesNotMatch(copy.text, /MIIEp|QWERTY/);
    assert.ok(copy.replaced.some(({ kind }) => kind === 'secret'));
  });

  test('even where a comment switches the rule off', () => {
    assert.match(becomes('<!-- incident-docs-disable-next-line internal-address: known -->\n10.20.3.4 was full.'), /^\[internal address 1\] was full\.$/m);
  });

  test('and keeps the columns of tables', () => {
    const text = around(['## Agreed actions', '', 'Action                 Owner                 Due         State', 'Alarm on it (OPS-12)   Dora Wells            2026-03-20  open', 'Alarm on that          Benedikta Roe         2026-03-21  done'].join('\n'));
    assert.match(copyOf(text).text, /^Alarm on it \(\[internal ticket 1\]\) {2}Engineer B {2}2026-03-20 {2}open\nAlarm on that {10}Engineer C {12}2026-03-21 {2}done$/m);
    const padded = around('| Who        | What     |\n| ---------- | -------- |\n| Dora Wells | found it |\n| Ana Lima   | mended it |'.replace('mended it', 'mended i'));
    assert.match(copyOf(padded).text, /^\| Person A {3}\| found it \|\n\| Engineer A \| mended i \|$/m);
  });
});

describe('what a customer-safe copy is not sure of', () => {
  const reasons = (text: string): string[] => copyOf(around(text)).unsure.map(({ line, text: words, reason }) => `${line + 1} ${words}: ${reason}`);
  const own = '1 INC-118: The document\'s own number is kept.';
  const rows: readonly (readonly [text: string, ...reasons: string[]])[] = [
    ['The disk was full.'],
    ['A payment of 20 EUR was refused.', '10 20 EUR: Nothing says whose money this is.'],
    ['Piet asked for the logs.', '10 Piet: This may be the name of a person or of a customer.'],
    ['We asked Norwind for logs.', '10 Norwind: This may be the name of a person or of a customer.'],
    ['The team forgot to renew it.', '10 team forgot: This judges or blames.'],
    ['https://github.com/acme/a and https://github.com/acme/b', '10 https://github.com/acme/a: This leads to github.com: see that the customer may go there.'],
    ['![chart](chart.png)', '10 ![chart](chart.png): A picture is not looked into.'],
    ['<!-- do not send -->', '10 <!-- do not send -->: A comment is not shown but handed on.'],
    ['Account 1b9e4c70-52ad-4f11-9c3e-77aa10de2b54', '10 1b9e4c70-52ad-4f11-9c3e-77aa10de2b54: This may be an internal number.'],
    ['Write to support@acme.dev.', '10 support@acme.dev: A mailbox for everybody is kept.'],
    ['51.15.20.30 at version 7.4.1.0', '10 51.15.20.30: This may be the address of a machine.'],
    ['Our legal team reads it first.', '10 legal team: This may be for lawyers or for sales.'],
  ];
  for (const [text, ...wanted] of rows) test(text, () => assert.deepEqual(reasons(text), [own, ...wanted]));

  test('a name that is a word like others', () => {
    const { text, unsure } = copyOf('# Post-mortem\n\nCustomer: Aegis\nOwner: Will Mark\n\n## Summary\n\nWill Mark was on call. Mark the date. It was Will, and Mark will see.\n');
    assert.match(text, /^Engineer A was on call\. Mark the date\. It was Engineer A, and Engineer A will see\.$|^Engineer A was on call\. Mark the date\. It was Engineer A, and Mark will see\.$/m);
    assert.ok(unsure.some(({ text: words, reason }) => words === 'Mark' && reason === 'This may be a name, or a word like others.'));
  });

  test('whose document it is', () => {
    const first = (text: string) => copyOf(text).unsure[0]?.reason;
    assert.equal(first('# Post-mortem\n\nStatus: Open\n'), 'The document does not say whose it is: every customer known by name is replaced.');
    assert.equal(first('# Post-mortem\n\nCustomer: Aegis, Norwind\n'), 'Several customers are named as the document\'s own: they are left as written.');
  });
});
