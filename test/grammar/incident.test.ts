import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { loadTokenizer, type Tokenizer } from '../support/grammar';
import { builtInExtensions } from '../support/vscode-extensions';

/** The document, a text within its last line, and a scope that this text has to have; `!scope` is one that it must not have. */
type Row = readonly [document: string, text: string, scope: string];

const heading = 'entity.name.section';
const underline = 'markup.heading.setext';
const key = 'entity.name.tag.field';
const status = 'keyword.control.status';
const severity = 'keyword.control.severity';
const timestamp = 'constant.numeric.timestamp';
const zone = 'constant.numeric.timezone';
const owner = 'entity.name.type.owner';
const ticket = 'string.other.ticket';
const directive = 'keyword.control.directive';

const tables: Readonly<Record<string, readonly Row[]>> = {
  'titles and headings': [
    ['ESC-7 - Customer Escalation Summary', 'ESC-7 - Customer Escalation Summary', heading],
    ['Postmortem: basket service slow', 'Postmortem: basket service slow', heading],
    ['Postmortem\n====', '====', underline],
    ['Postmortem\n==============================', '==============================', underline],
    ['Status: Open', 'Status', key],
    ['The shop was slow on Monday.', 'The shop was slow on Monday.', `!${heading}`],
    ['# Post-Mortem: slow basket', 'Post-Mortem: slow basket', heading],
    ['T\n\nIssue Description:\n-----', '-----', underline],
    ['T\n\nIssue Description:\n------------------------', '------------------------', underline],
    ['T\n\nIssue Description:\n==', '==', underline],
    ['T\n\nIssue Description:', 'Issue Description:', heading],
    ['T\n\nRoot Cause and Resolution:', 'Root Cause and Resolution:', heading],
    ['T\n\nTimeline (UTC):', 'Timeline (UTC):', heading],
    ['T\n\n🕒 Timeline:', '🕒 Timeline:', heading],
    ['T\n\n根本原因:', '根本原因:', heading],
    ['T\n\nTimeline', 'Timeline', heading],
    ['T\n\nLessons Learned', 'Lessons Learned', heading],
    ['T\n\nTimeline (UTC)\n----', '----', underline],
    ['T\n\n--- Root Cause ---', 'Root Cause', heading],
    ['T\n\nTimelines are hard', 'Timelines are hard', `!${heading}`],
    ['T\n\nTo keep this from happening again, we will do the following:', 'following:', `!${heading}`],
    ['T\n\n```\nTimeline:', 'Timeline:', `!${heading}`],
    ['T\n\ntext\n\n---', '---', 'meta.separator'],
  ],
  fields: [
    ['T\n\nCustomer: Halden Rail', 'Customer', key],
    ['T\n\nCustomer: Halden Rail', ':', 'punctuation.separator.key-value'],
    ['T\n\nCustomer: Halden Rail', 'Halden Rail', `!${key}`],
    ['T\n\nStatus: In Progress', 'In Progress', status],
    ['T\n\nStatus: Mitigated (cause pending)', 'Mitigated', status],
    ['T\n\nStatus: Openly discussed', 'Openly', `!${status}`],
    ['T\n\n- **Status**: Resolved', 'Resolved', status],
    ['T\n\n- **Status**: Resolved', 'Status', key],
    ['T\n\n**Severity:** SEV-2', 'SEV-2', severity],
    ['T\n\nPriority: High', 'High', severity],
    ['T\n\nEscalation Level: Level 2', 'Level 2', severity],
    ['T\n\nCreated: 2026-01-15', '2026-01-15', timestamp],
    ['T\n\n1. Immediate (0-4 hours):', 'Immediate (0-4 hours)', key],
    ['T\n\n- Affected Users: some 300', 'Affected Users', key],
    ['T\n\n- **Affected Users**: *some* 300', 'some', 'markup.italic'],
    ['T\n\nsee https://example.test/a', 'https', `!${key}`],
    ['T\n\nThe reason that it took so long: nobody looked', 'The reason that it took so long', `!${key}`],
  ],
  timestamps: [
    ['T\n\n- **2026-03-11 03:29** – alarm', '2026-03-11 03:29', timestamp],
    ['T\n\n- **2026-03-11 03:29** – alarm', '2026-03-11 03:29', 'markup.bold'],
    ['T\n\n- **2026-03-11 05:00–06:00** – paused', '2026-03-11 05:00–06:00', timestamp],
    ['T\n\n- **05:00-06:00 UTC:** paused', '05:00-06:00', timestamp],
    ['T\n\n- **05:00-06:00 UTC:** paused', 'UTC', zone],
    ['T\n\n- 2026-03-11T03:29:05Z alarm', '2026-03-11T03:29:05', timestamp],
    ['T\n\n- 2026-03-11T03:29:05Z alarm', 'Z', zone],
    ['T\n\n2026-03-11 03:29 +01:00 alarm', '+01:00', zone],
    ['T\n\n2:00 PM - The first complaint', '2:00 PM', timestamp],
    ['T\n\n2:00 PM PST - The first complaint', 'PST', zone],
    ['T\n\n* 2:00 pm: The first complaint', '2:00 pm', timestamp],
    ['T\n\n9 AM - The first complaint', '9 AM', timestamp],
    ['T\n\n14:05 first error', '14:05', timestamp],
    ['T\n\n14:05 – 14:20 errors', '14:05 – 14:20', timestamp],
    ['T\n\n- [14:05] errors', '14:05', timestamp],
    ['T\n\n- ~14:05 errors', '14:05', timestamp],
    ['T\n\nMarch 11, 2026 2:00 PM - alarm', 'March 11, 2026 2:00 PM', timestamp],
    ['T\n\n- 11 March 2026, 14:00 UTC alarm', '11 March 2026, 14:00', timestamp],
    ['T\n\nIt began on 2026-03-11 at noon.', '2026-03-11', timestamp],
    ['T\n\nThey won 14:05 against us.', '14:05', `!${timestamp}`],
    ['T\n\n`2026-03-11 03:29`', '2026-03-11 03:29', `!${timestamp}`],
    ['T\n\n```\n14:05 first error', '14:05 first error', `!${timestamp}`],
    ['T\n\n| Time | Event |\n|---|---|\n| 2026-03-11 12:00 | alarm |', '2026-03-11 12:00', timestamp],
    ['T\n\n- **2026-03-11 03:29** – the `pool` ran dry', 'pool', 'markup.inline.raw'],
  ],
  'actions, owners and tickets': [
    ['T\n\n- [x] Raise the limit', '[x]', 'markup.inserted.checkbox'],
    ['T\n\n- [X] Raise the limit', '[X]', 'markup.inserted.checkbox'],
    ['T\n\n- [ ] Raise the limit', '[ ]', 'constant.language.checkbox'],
    ['T\n\n1. [ ] Raise the limit', '[ ]', 'constant.language.checkbox'],
    ['T\n\n- see [x] here', 'x', '!markup.inserted.checkbox'],
    ['T\n\n- [ ] Raise the limit (@mira.k, OPS-4711)', '@mira.k', owner],
    ['T\n\n- [ ] Raise the limit (@mira.k, OPS-4711)', 'OPS-4711', ticket],
    ['T\n\nOwner: @mira.', '@mira', owner],
    ['T\n\nwrite to mira@example.test', '@example.test', `!${owner}`],
    ...['UTF-8', 'SHA-256', 'RF-3', 'SEV-1', 'CVE-2021-44228', 'ISO-8601', 'P-1', 'abc-123', 'ABC-12-3'].map(
      (text): Row => [`T\n\n- it has ${text} in it`, text, `!${ticket}`],
    ),
  ],
  'suppression comments': [
    ['T\n\n<!-- incident-docs-disable-next-line timeline-order: two clocks -->', 'incident-docs-disable-next-line', directive],
    ['T\n\n<!-- incident-docs-disable-next-line timeline-order: two clocks -->', 'timeline-order', 'entity.name.type.rule'],
    ['T\n\n<!-- incident-docs-disable-next-line timeline-order: two clocks -->', 'two clocks', 'comment.block'],
    ['T\n\n<!-- incident-docs-disable empty-section, placeholder-text -->', 'placeholder-text', 'entity.name.type.rule'],
    ['T\n\n<!-- incident-docs-enable -->', 'incident-docs-enable', directive],
    ['T\n\n<!-- incident-docs: off -->', 'incident-docs: off', directive],
    ['T\n\n<!-- incident-docs-disabled -->', 'incident-docs-disable', `!${directive}`],
    ['T\n\n# incident-docs-disable-file placeholder-text: a form', 'incident-docs-disable-file', directive],
    ['T\n\n// incident-docs-disable-line', 'incident-docs-disable-line', directive],
    ['T\n\n# incident-docs-disable-file', 'incident-docs-disable-file', `!${heading}`],
  ],
};

const inMarkdown: readonly Row[] = [
  ['- **2026-03-11 03:29** – alarm', '2026-03-11 03:29', timestamp],
  ['1. 2026-03-11 03:29 UTC alarm in `pool`', '2026-03-11 03:29', timestamp],
  ['1. 2026-03-11 03:29 UTC alarm in `pool`', 'pool', 'markup.inline.raw'],
  ['<!-- incident-docs-disable-line -->', 'incident-docs-disable-line', directive],
  ['- buy milk OPS-1 @mira', 'OPS-1', `!${ticket}`],
  ['- 14:05 lunch', '14:05', `!${timestamp}`],
  ['Status: Open', 'Status', `!${key}`],
  ['Timeline:', 'Timeline:', `!${heading}`],
  ['2026-03-11 is a date', '2026-03-11', `!${timestamp}`],
  ['- `2026-03-11 03:29`', '2026-03-11 03:29', `!${timestamp}`],
  ['```\n- 2026-03-11 03:29 alarm', '- 2026-03-11 03:29 alarm', `!${timestamp}`],
];

const extensions = builtInExtensions();
const skip = extensions === null && "VS Code's own Markdown grammar is not installed under .vscode-test";

describe('the grammar of incident documents', { skip }, async () => {
  const tokenize = extensions === null ? undefined : await loadTokenizer('text.html.markdown.incident', extensions);
  for (const [name, rows] of Object.entries(tables)) {
    describe(name, () => rows.forEach((row) => check(row, tokenize)));
  }
});

describe('the injection into Markdown', { skip }, async () => {
  const tokenize = extensions === null ? undefined : await loadTokenizer('text.html.markdown', extensions);
  for (const row of inMarkdown) check(row, tokenize);
});

function check([document, text, expectation]: Row, tokenize: Tokenizer | undefined): void {
  const line = document.split('\n').at(-1) ?? '';
  const unwanted = expectation.startsWith('!');
  const scope = unwanted ? expectation.slice(1) : expectation;
  test(`${line} → ${text} ${unwanted ? 'is not' : 'is'} ${scope}`, () => {
    assert.ok(line.includes(text), 'the line has no such text');
    const tokens = tokenize?.(document).at(-1) ?? [];
    const scoped = tokens.filter(({ scopes }) => scopes.some((each) => `${each}.`.startsWith(`${scope}.`)));
    const start = line.indexOf(text);
    const found = covered(tokens, scoped, start, start + text.length);
    assert.equal(found, unwanted ? '' : text, JSON.stringify(tokens, null, 2));
  });
}

/** The part of a line between two columns that lies in some of its tokens. */
function covered(tokens: ReturnType<Tokenizer>[number], scoped: ReturnType<Tokenizer>[number], start: number, end: number): string {
  let column = 0;
  let text = '';
  for (const token of tokens) {
    if (scoped.includes(token)) text += token.text.slice(Math.max(0, start - column), Math.max(0, end - column));
    column += token.text.length;
  }
  return text;
}
