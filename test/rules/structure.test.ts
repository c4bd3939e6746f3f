import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { applyEdits } from '../../server/src/rules/apply-fixes';
import { rootCausePending } from '../../server/src/rules/cause/root-cause-pending';
import { emptySection } from '../../server/src/rules/structure/empty-section';
import { placeholderText } from '../../server/src/rules/structure/placeholder-text';
import { expectMarked, findingsIn } from '../support/marked-text';

/** A post-mortem with something in the middle of it. */
const around = (body: string, status = 'Resolved') =>
  `# Post-mortem: slow checkout\n\nStatus: ${status}\n\n## Summary\n\nThe checkout was slow.\n\n${body.trim()}\n\n## Root Cause\n\nA missing index.\n`;

describe('placeholder-text', () => {
  const cases: Readonly<Record<string, string>> = {
    'marks': `
## Impact

Customers: TBD, value TBC
           ^^^ placeholder-text (warning): "TBD" is a placeholder
                      ^^^ placeholder-text
Owner: ???
       ^^^ placeholder-text
TODO: ask finance
^^^^ placeholder-text`,
    'patterns of dates and times are one': `
## Impact

From YYYY-MM-DD HH:MM to HH:MM on DD/MM/YYYY
     ^^^^^^^^^^^^^^^^ placeholder-text
                         ^^^^^ placeholder-text
                                  ^^^^^^^^^^ placeholder-text`,
    'holes of templates': `
## Impact

- Led by [your name] for [customer name], see <link to dashboard>
         ^^^^^^^^^^^ placeholder-text
                         ^^^^^^^^^^^^^^^ placeholder-text
                                              ^^^^^^^^^^^^^^^^^^^ placeholder-text
- [Describe what the customer saw]
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ placeholder-text
- [@owner] by [due date]
  ^^^^^^^^ placeholder-text
              ^^^^^^^^^^ placeholder-text`,
    'cells and values': `
## Impact

Scope: add a description here
             ^^^^^^^^^^^^^^^^ placeholder-text

| Action | Owner | Note |
|---|---|---|
| Alarm | ?? | descripton here |
          ^^ placeholder-text
               ^^^^^^^^^^^^^^^ placeholder-text
| Alarm again | Lena | text goes here |
                       ^^^^^^^^^^^^^^ placeholder-text`,
    'filler': `
## Impact

Lorem ipsum dolor sit amet.
^^^^^^^^^^^ placeholder-text`,
    'in tables': `
## Action Items

| Action | Owner |
|---|---|
| Alarm on slow queries | TBD |
                          ^^^ placeholder-text
| Add the index | @tbd |
                  ^^^^ placeholder-text`,
  };
  for (const [name, body] of Object.entries(cases)) test(name, () => void expectMarked(around(body), { rules: [placeholderText] }));

  const silent: Readonly<Record<string, string>> = {
    'links and references': 'See [name](https://example.org/YYYY-MM-DD), [the name][1], [name] and <https://example.org/TBD>.\n\n[name]: https://example.org\n[1]: /x',
    'checkboxes, footnotes, states': '- [ ] one\n- [x] two[^1]\n- [DONE] three\n- [WIP] four\n\n[^1]: a note',
    'values in brackets': 'Led by [Lena Ruiz – Platform], ticket [SHOP-1402], [08:47], [UTC], [sic], [system] restarted.',
    'tags, types and comparisons': 'A <br> in a `List<Name>`, Map<String, Name>, <details><summary>more</summary></details>, 3 <4 and 5> 2, <b>bold</b>.',
    'talk about what is here': 'Why: see the text here\n\nWho knew??\n\n| Action | Note |\n|---|---|\n| Alarm | the text here is old |\n| Why?? | and the summary is here |',
    'code': 'Use `YYYY-MM-DD` and ``TBD ` ???``.\n\n```\nTODO: TBD ???\n```',
    'quotes and comments': '> TBD\n\n<!-- TODO: TBD -->',
    'talk about to-dos': 'The TODO list was long, and a TODO comment said so. What??',
    'states of a plan': '## Action Items\n\n| Action | State |\n|---|---|\n| Add the index | TODO |\n| Alarm | **DONE** |',
  };
  for (const [name, body] of Object.entries(silent)) test(`silent: ${name}`, () => void expectMarked(around(body), { rules: [placeholderText] }));

  test('is information while the document is open or a draft', () => {
    for (const status of ['Draft', 'In progress']) {
      assert.deepEqual(findingsIn(around('## Impact\n\nTBD', status), { rules: [placeholderText] }).map(({ severity }) => severity), ['information']);
    }
  });

  test('five are shown one by one, the rest as one', () => {
    const findings = findingsIn(around(`## Impact\n\n${'- TBD\n'.repeat(40)}`), { rules: [placeholderText] });
    assert.equal(findings.length, 6);
    assert.match(findings[5]!.message, /^35 more placeholders/);
    assert.ok((findings[5]!.related?.length ?? 0) > 0);
    assert.equal(findingsIn(around(`## Impact\n\n${'- TBD\n'.repeat(6)}`), { rules: [placeholderText] }).length, 6);
  });

  test('a root cause to be determined is left to root-cause-pending', () => {
    const text = around('').replace('A missing index.', 'TBD');
    assert.deepEqual(findingsIn(text, { rules: [placeholderText, rootCausePending] }).map(({ rule }) => rule), ['root-cause-pending']);
  });
});

describe('empty-section', () => {
  const cases: Readonly<Record<string, string>> = {
    'nothing but blank lines': `
## Impact
   ^^^^^^ empty-section (warning): "Impact" is empty

## Detection

By a customer.`,
    'rules and comments are no content': `
## Impact
   ^^^^^^ empty-section

<!-- what did customers see? -->

---

## Detection

By a customer.`,
    'an underlined heading': `
Impact
^^^^^^ empty-section
------

## Detection

By a customer.`,
    'a child': `
## Lessons Learned

### What went well
    ^^^^^^^^^^^^^^ empty-section

### What went wrong

Nobody was paged.`,
  };
  for (const [name, body] of Object.entries(cases)) test(name, () => void expectMarked(around(body), { rules: [emptySection] }));

  const silent: Readonly<Record<string, string>> = {
    'a heading over headings': '## Lessons Learned\n\n### What went well\n\nAll.',
    'a heading that is a fact': '## Severity: high\n\n## Detection\n\nBy a customer.',
    'a heading that is an entry': '## Timeline\n\n### 2026-02-01 10:00 The checkout slows down\n\n### 2026-02-01 11:00 The index is added\n\nIt took a minute.',
    'a table, a fence, a list': '## Impact\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n## Detection\n\n```\nlog\n```\n\n## Resolution\n\n- added',
    'the name under its key': '## Title:\n\n### Checkout slow after an update\n\n## Detection\n\nBy a customer.',
    'a value in bold': '## Security Related\n\n**No**\n\n## Detection\n\nBy a customer.',
  };
  for (const [name, body] of Object.entries(silent)) test(`silent: ${name}`, () => void expectMarked(around(body), { rules: [emptySection] }));

  test('removing it leaves nothing to find', () => {
    for (const eol of ['\n', '\r\n']) {
      const text = around('## Impact\n\n## Detection\n\nBy a customer.').replaceAll('\n', eol);
      const [finding] = findingsIn(text, { rules: [emptySection] });
      const fixed = applyEdits(text, finding!.fixes![0]!.edits);
      assert.equal(fixed, around('## Detection\n\nBy a customer.').replaceAll('\n', eol));
      assert.deepEqual(findingsIn(fixed, { rules: [emptySection] }), []);
    }
  });
});
