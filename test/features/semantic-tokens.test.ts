import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { parse } from '../../server/src/document/document';
import { semanticTokens, tokenTypes, type Token } from '../../server/src/features/semantic-tokens';
import { escalation, ordinary, postmortem } from '../support/documents';
import { markAt, render, unmark } from '../support/marked-text';
import { sharedDocuments } from '../support/shared';

const tokensIn = (text: string, markdown = true): Token[] => semanticTokens(parse(text, { declared: true }), { markdown });

/** Fails unless exactly the tokens that are marked are found. */
function assertTokens(source: string, markdown: boolean): void {
  const { text, marks } = unmark(source);
  const found = tokensIn(text, markdown).map(({ type, span }) => markAt(text, span, type.slice('incident'.length).toLowerCase()));
  assert.equal(render(text, found), render(text, marks));
}

const documents: Readonly<Record<string, string>> = {
  'a Markdown post-mortem': `# Post-mortem INC-7: late parcels

- **Status**: Mitigated (cause pending)
              ^^^^^^^^^ status
- **Severity:** SEV-2
                ^^^^^ severity
- Owner: Ana Mora, Ben Ito (lead) and @cem
  ^^^^^ field
         ^^^^^^^^ owner
                   ^^^^^^^ owner
                                      ^^^^ owner
- **Duration**: 3h 45m, mostly at night
                ^^^^^^ duration
- **Started**: 2026-03-09 21:40 UTC
               ^^^^^^^^^^^^^^^^^^^^ timestamp

## Timeline (UTC)

- **2026-03-09 21:40** – The belt stops; @cem is called
    ^^^^^^^^^^^^^^^^ timestamp
                                         ^^^^ owner
- **2026-03-09 22:30–22:50** – A detour 🚚, tracked in BELT-12 and in UTF-8
    ^^^^^^^^^^^^^^^^^^^^^^ timestamp
                                                       ^^^^^^^ ticket
- \`23:10\` [23:15](https://example.com/BELT-12) – Belt runs again

\`\`\`
Status: Open @cem BELT-12
\`\`\`

<!-- @cem BELT-12 -->

> Status: Open

## Action Items

### Immediate

- [x] Oil the belt (@ana.mora, BELT-12, due 2036-03-20)
                    ^^^^^^^^^ owner
                               ^^^^^^^ ticket
                                            ^^^^^^^^^^ timestamp
- [ ] See [BELT-13](https://example.com/BELT-13) and https://example.com/BELT-14
`,
  'a table of a timeline': `# Post-mortem: late parcels

## Timeline

| Date | Time | What |
|---|---|---|
| 2026-03-09 | 21:40 | The belt stops |
  ^^^^^^^^^^ timestamp
               ^^^^^ timestamp
`,
};

const plain: Readonly<Record<string, string>> = {
  'a plain-text escalation': `CE2041 - Customer Escalation Summary
^^^^^^ ticket

Customer: Northwind Ferries
^^^^^^^^ field
Priority: High
^^^^^^^^ field
          ^^^^ severity
Severity: see below
^^^^^^^^ field
Status: In Progress - waiting for parts
^^^^^^ field
        ^^^^^^^^^^^ status
Created: 2026-02-03
^^^^^^^ field
         ^^^^^^^^^^ timestamp
Owner: TBD
^^^^^ field
Next Update: Friday
^^^^^^^^^^^ field

Note: this is the third escalation
^^^^ field

Impact
------
Note: this is the third escalation

Action Plan
-----------

Immediate (0-4 hours):
^^^^^^^^^^^^^^^^^^^^^ horizon
1. Add the missing index
`,
  'values between emoji': `Post-mortem: belts

Status: 🟢 Resolved ✅
^^^^^^ field
           ^^^^^^^^ status
Owner: Ana 👩‍🚒
^^^^^ field
       ^^^^^^^^^ owner
`,
};

describe('tokens', () => {
  for (const [name, source] of Object.entries(documents)) test(name, () => assertTokens(source, true));
  for (const [name, source] of Object.entries(plain)) test(name, () => assertTokens(source, false));

  test('of what is no incident document there are none', () => {
    for (const text of Object.values(ordinary)) assert.deepEqual(semanticTokens(parse(text), { markdown: true }), []);
  });

  test('without Markdown its headings and labels are coloured too', () => {
    const words = (markdown: boolean) => tokensIn(postmortem, markdown).map(({ span }) => postmortem.slice(span.start, span.end));
    const marked = words(true);
    assert.deepEqual(words(false).filter((word) => !marked.includes(word)), ['Status', 'Severity', 'Customer', 'Immediate', 'Long Term']);
  });

  test('of a range are those of the whole that touch it', () => {
    for (const text of [postmortem, escalation]) {
      const document = parse(text);
      const all = semanticTokens(document, { markdown: false });
      for (let start = 0; start < text.length; start += 37) {
        const end = Math.min(text.length, start + 111);
        const inside = all.filter(({ span }) => span.start < end && span.end > start);
        assert.deepEqual(semanticTokens(document, { markdown: false, span: { start, end } }), inside, `${start}-${end}`);
      }
    }
  });
});

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Whether an offset lies between two of the characters that a reader sees. */
function isEdge(text: string, offset: number): boolean {
  const start = Math.max(text.lastIndexOf('\n', offset - 1) + 1, text.lastIndexOf(' ', offset - 1) + 1);
  const around = text.slice(start, offset + 20);
  return offset === start || /^[\x20-\x7e]*$/.test(around) || offset === text.length || [...segmenter.segment(around)].some(({ index }) => start + index === offset);
}

describe('tokens are in order, apart, within a line, and cut no character', () => {
  const breaking = (text: string): string => text.replaceAll(/(?<=[ :*@(])(?=\p{L})/gu, '👩🏽‍🚒').replaceAll(/(?<=\d)(?=[\n)])/g, '⚠️').replaceAll('–', '🇩🇪');
  const joining = (text: string): string => text.replaceAll(/(?<=\d)(?=[\n)*,])/g, '\ufe0f\u20e3').replaceAll(/(?<=@\w+)(?=[,)])/g, '\u0301').replaceAll(/(?<=: \w+)$/gm, '\u200d🔥');
  const texts = { 'with characters that go on behind the words': joining(postmortem), 'plain text with such characters': joining(escalation), postmortem, escalation, 'with CRLF': postmortem.replaceAll('\n', '\r\n'), 'full of emoji': breaking(postmortem), 'plain text full of emoji': breaking(escalation) };
  const all = [...Object.entries(texts), ...sharedDocuments.map(({ name, text }) => [name, text] as const)];

  for (const [name, text] of all) {
    test(name, () => {
      const document = parse(text, { declared: true });
      for (const markdown of [true, false]) {
        let last = 0;
        const tokens = semanticTokens(document, { markdown });
        if (Object.hasOwn(texts, name)) assert.ok(tokens.length > 4);
        for (const { span: { start, end } } of tokens) {
          assert.ok(start >= last && end > start, `${start}-${end} behind ${last}`);
          assert.doesNotMatch(text.slice(start, end), /[\r\n]|^\s|\s$/);
          assert.ok(isEdge(text, start) && isEdge(text, end), `"${text.slice(start, end)}" cuts a character`);
          last = end;
        }
      }
    });
  }
});

describe('the manifest', () => {
  const { contributes } = JSON.parse(readFileSync('package.json', 'utf8'));

  test('declares every type as the kind of the standard type that it is', () => {
    const declared = (contributes.semanticTokenTypes as { id: string; superType: string }[]).map(({ id, superType }) => [id, superType]);
    assert.deepEqual(declared, Object.entries(tokenTypes));
  });

  test('gives every type the colour of a TextMate scope in every language, and none of its own', () => {
    for (const language of ['markdown', 'plaintext', 'incident']) {
      const scopes = (contributes.semanticTokenScopes as { language?: string; scopes: Record<string, string[]> }[]).filter((entry) => entry.language === undefined || entry.language === language);
      assert.deepEqual(Object.keys(Object.assign({}, ...scopes.map((entry) => entry.scopes))).sort(), Object.keys(tokenTypes).sort(), language);
    }
    assert.equal(contributes.configurationDefaults?.['editor.semanticTokenColorCustomizations'], undefined);
  });
});
