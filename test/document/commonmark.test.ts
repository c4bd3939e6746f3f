import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { tests as examples } from 'commonmark-spec';
import { parse } from '../../server/src/document/document';
import type { IncidentDocument } from '../../server/src/document/document';
import { readMarkdown, readOurs, without } from '../support/commonmark';
import type { Block, Markdown } from '../support/commonmark';
import { sharedDocuments } from '../support/shared';

/** A text as both readers see it. */
interface Readings {
  readonly source: (line: number) => string;
  readonly document: IncidentDocument;
  readonly markdown: Markdown;
}

/** A place where we read otherwise than CommonMark on purpose. */
interface Difference {
  readonly name: string;
  readonly reason: string;
  /** A text of which nothing but this is read otherwise. */
  readonly shows: string;
  /** Every example of the specification in which it is met. */
  readonly examples: readonly number[];
  /** Whether it accounts for a block that CommonMark alone sees. */
  readonly missing?: (block: Block, readings: Readings) => boolean;
  /** Whether it accounts for a block that we alone see. */
  readonly extra?: (block: Block, readings: Readings) => boolean;
}

const leafAt = ({ markdown }: Readings, line: number): string | undefined => markdown.at(line).at(-1)?.type;
const isIn = (type: string, { markdown }: Readings, line: number): boolean => markdown.at(line).some((node) => node.type === type);
const linesOf = ({ line, endLine }: Block, { source }: Readings): string[] => Array.from({ length: endLine - line + 1 }, (_, index) => source(line + index));
/** CommonMark's block of a kind that reaches over a line. */
const theirs = (kind: Block['kind'], line: number, { markdown }: Readings): Block | undefined =>
  markdown.blocks.find((block) => block.kind === kind && line >= block.line && line <= block.endLine);
const underline = (block: Block, readings: Readings): string => readings.source(block.endLine).trimStart();
const cellsOf = (row: string): number => row.trim().replace(/^\||\|$/g, '').split('|').length;

const differences: readonly Difference[] = [
  {
    name: 'front matter',
    reason: 'Between two lines of dashes at the top stand keys and their values; CommonMark sees a rule, lists and a heading.',
    shows: '---\ntitle: Disk full\ntags:\n  - disk\n---\n\nIt was full.\n',
    examples: [],
    missing: ({ line }, { document }) => document.lines[line]?.kind === 'frontMatter',
  },
  {
    name: 'block quotes are not opened',
    reason: 'A quote is what someone else said: its headings, lists and fences are no parts of this document.',
    shows: '> # Disk full\n> - one\n>\n> ```\n> df\n> ```\n',
    examples: [128, 228, 229, 230, 232, 235, 237, 259, 260, 292, 293],
    missing: ({ line }, readings) => /^\s*>/.test(readings.source(line)) && isIn('blockquote', readings, line),
  },
  {
    name: 'entries and rows may be indented by four',
    reason: 'People indent lists and tables under a label or an item as deep as they like and never mean code by it.',
    shows: 'Actions:\n\n    - Buy a disk\n    - Rotate the log\n',
    examples: [110, 238, 289, 312, 313],
    extra: ({ kind, line }, readings) => (kind === 'item' || kind === 'table') && /^(?: {4}| {0,3}\t)/.test(readings.source(line)) && ['indentedCode', 'paragraph'].includes(leafAt(readings, line) ?? ''),
  },
  {
    name: 'a no-break space parts a marker from its words',
    reason: 'Word processors and wikis put it there when a list is pasted.',
    shows: '*\u00a0The disk is full\n',
    examples: [353],
    extra: ({ kind, line }, { source }) => kind === 'item' && /^\s*(?:[-*+]|\d+[.)])[\u00a0\u3000]/.test(source(line)),
  },
  {
    name: 'typographic bullets',
    reason: 'Plain text has lists of dots and dashes that no Markdown knows.',
    shows: '• The disk is full\n– The log is not rotated\n',
    examples: [],
    extra: ({ kind, line }, { source }) => kind === 'item' && /^\s*[•◦–·●]/.test(source(line)),
  },
  {
    name: 'a numbered list may go on under a line of words',
    reason: 'Plans count on from one group to the next: "Long term:" and below it "3. Buy a disk". Under a wrapped line CommonMark is followed.',
    shows: 'Long term:\n3. Buy a disk\n\nThe oldest of the servers in the rack had been bought in the year\n2019. Nobody had looked since.\n',
    examples: [304],
    extra: ({ kind, line }, readings) => kind === 'item' && /^ {0,3}(?!1[.)])\d+[.)]\s/.test(readings.source(line)) && leafAt(readings, line) === 'paragraph',
  },
  {
    name: 'a lone marker under a line of words',
    reason: 'It is an entry that is being typed, no word of the paragraph and no underline.',
    shows: 'Actions:\n-\n',
    examples: [285, 367],
    missing: (block, readings) => block.kind === 'heading' && /^-\s*$/.test(underline(block, readings)),
    extra: ({ kind, line }, readings) => kind === 'item' && /^\s*(?:[-*+]|\d+[.)])\s*$/.test(readings.source(line)) && ['paragraph', 'heading'].includes(leafAt(readings, line) ?? ''),
  },
  {
    name: 'an empty checkbox',
    reason: 'It is a task that is being typed.',
    shows: '- [ ] Buy a disk\n- [ ]\n',
    examples: [],
    missing: ({ kind, line }, { source }) => kind === 'item' && /^\s*\S+\s+\[[ xX]\]\s*$/.test(source(line)),
    extra: ({ kind, line }, { source }) => kind === 'item' && /^\s*\S+\s+\[[ xX]\]\s*$/.test(source(line)),
  },
  {
    name: '"- # of hosts" counts hosts',
    reason: 'A number sign in a list of figures is no heading.',
    shows: '- # of hosts: 12\n- ## A heading\n',
    examples: [],
    missing: ({ kind, line }, { source }) => kind === 'heading' && /^\s*(?:[-*+]|\d+[.)])\s+# of /.test(source(line)),
  },
  {
    name: 'facts over a line of dashes',
    reason: 'A block of "Key: value" lines is closed with a ruler, and is no heading of several lines.',
    shows: 'Customer: Northwind Ferries\nStatus: Open\n---\n',
    examples: [],
    missing: (block, readings) => block.kind === 'heading' && underline(block, readings).startsWith('---') && /^\s*[^\s:][^:]*: /.test(readings.source(block.endLine - 1)) && readings.document.lines[block.endLine]?.kind === 'rule',
  },
  {
    name: 'a long paragraph over a ruler',
    reason: 'More than three lines or 160 characters are no title; a short last line that names a section is.',
    shows: 'The disk filled up over the night of Sunday,\nas the log had not been rotated since the\nmove to the new host, and nobody had\nseen the warnings of the monitor.\n---\n',
    examples: [],
    missing: (block) => block.kind === 'heading' && (block.text.length > 160 || block.endLine - block.line > 3),
    extra: ({ kind, line }, readings) => {
      const heading = theirs('heading', line, readings);
      return kind === 'heading' && heading !== undefined && heading.endLine === line + 1 && (heading.text.length > 160 || heading.endLine - heading.line > 3);
    },
  },
  {
    name: 'two dashes under the greeting of a mail',
    reason: 'They part the signature from the text, as they do with a blank behind them.',
    shows: 'Kind regards,\n--\nAda\n\nAda\n-- \nOn call\n',
    examples: [],
    missing: (block, readings) => block.kind === 'heading' && /^--\s*$/.test(underline(block, readings)) && (/\s$/.test(underline(block, readings)) || /[,.!]\s*$/.test(readings.source(block.endLine - 1))),
  },
  {
    name: 'a title framed by lines of equals signs',
    reason: 'The upper line is its frame and none of its words.',
    shows: '=========\nDisk full\n=========\n',
    examples: [],
    missing: ({ kind, text }) => kind === 'heading' && /^\d ={3,} /.test(text),
    extra: ({ kind, line }, readings) => kind === 'heading' && /^\d ={3,} /.test(theirs('heading', line, readings)?.text ?? ''),
  },
  {
    name: 'a tag that HTML does not know opens no block',
    reason: '"<describe the impact>" is a blank that a template left, and what stands below it is still meant.',
    shows: '<describe the impact>\nRoot cause\n---\n',
    examples: [],
    extra: ({ line }, readings) => leafAt(readings, line) === 'html' && /^\s*<\/?[A-Za-z][^<>]*>\s*$/.test(readings.source(readings.markdown.at(line).at(-1)?.line ?? line)),
  },
  {
    name: 'a row has a pipe',
    reason: 'The note right under a table belongs to nobody\'s first column, and no table has neither pipes outside nor inside.',
    shows: '| Time | Event |\n|---|---|\n| 10:00 | Alarm |\nAll times in UTC\n',
    examples: [],
    missing: (block, readings) => block.kind === 'table' && linesOf(block, readings).some((line) => !line.includes('|')),
    extra: (block, readings) => {
      const table = block.kind === 'table' ? theirs('table', block.line, readings) : undefined;
      return table !== undefined && linesOf(table, readings).some((line) => !line.includes('|'));
    },
  },
  {
    name: 'a line that begins with a pipe is a row',
    reason: 'A table with a broken delimiter line is still no heading.',
    shows: '| Time | Event |\n---\n',
    examples: [],
    missing: (block, readings) => block.kind === 'heading' && linesOf(block, readings).some((line) => /^\s*\|/.test(line)),
  },
  {
    name: 'a delimiter line with too many or too few cells',
    reason: 'Where pipes stand outside a table is meant, and a column was forgotten while it was edited.',
    shows: '| Time | Event |\n|---|\n| 10:00 | Alarm |\n',
    examples: [],
    extra: ({ kind, line }, readings) => kind === 'table' && leafAt(readings, line) === 'paragraph' && /^\s*\|/.test(readings.source(line)) && /^[\s|:-]+$/.test(readings.source(line + 1)) && cellsOf(readings.source(line)) !== cellsOf(readings.source(line + 1)),
  },
  {
    name: 'delimiter lines with plus signs',
    reason: 'Tables of org-mode and of terminals are tables.',
    shows: '| Time | Event |\n|------+-------|\n| 10:00 | Alarm |\n',
    examples: [],
    extra: ({ kind, line }, readings) => kind === 'table' && leafAt(readings, line) === 'paragraph' && /^[\s|:=+-]*[+=][\s|:=+-]*$/.test(readings.source(line + 1)),
  },
  {
    name: 'no table on the line of a list marker',
    reason: 'The line is an entry, whatever pipes are in it.',
    shows: '- | Time | Event |\n  |---|---|\n  | 10:00 | Alarm |\n',
    examples: [],
    missing: ({ kind, line }, { source }) => kind === 'table' && /^\s*(?:[-*+]|\d+[.)])\s+\|/.test(source(line)),
  },
];

/** Reads a text twice: the names of the deliberate differences met, and what none of them accounts for. */
function compare(text: string): { readonly met: ReadonlySet<string>; readonly unexplained: readonly string[] } {
  const lines = text.split(/\r\n|\r|\n/);
  const document = parse(text);
  const readings: Readings = { source: (line) => lines[line] ?? '', document, markdown: readMarkdown(text) };
  const ours = readOurs(document);
  const met = new Set<string>();
  const unexplained: string[] = [];
  const explain = (blocks: readonly Block[], side: 'missing' | 'extra'): void => {
    for (const block of blocks) {
      const found = differences.find((difference) => difference[side]?.(block, readings));
      if (found) met.add(found.name);
      else unexplained.push(`${side} at line ${block.line + 1}: ${block.kind} ${JSON.stringify(block.text)}`);
    }
  };
  explain(without(readings.markdown.blocks, ours), 'missing');
  explain(without(ours, readings.markdown.blocks), 'extra');
  return { met, unexplained };
}

describe('deliberate differences from CommonMark', () => {
  for (const { name, shows } of differences) {
    test(name, () => assert.deepEqual(compare(shows), { met: new Set([name]), unexplained: [] }));
  }
});

describe('the examples of the CommonMark specification', () => {
  const met = new Map<string, number[]>(differences.map(({ name }) => [name, []]));
  for (const { number, section, markdown } of examples) {
    test(`${section}, example ${number}`, () => {
      const found = compare(markdown.replaceAll('→', '\t'));
      assert.deepEqual(found.unexplained, []);
      for (const name of found.met) met.get(name)?.push(number);
    });
  }
  test('differ from us in those that the table names, and in no other', (context) => {
    assert.deepEqual([...met], differences.map(({ name, examples: named }) => [name, named]));
    context.diagnostic(`${examples.length - new Set([...met.values()].flat()).size} of ${examples.length} examples are read alike`);
  });
});

/** Notations that the specification has no or few examples of: read alike. */
const alike: readonly [what: string, text: string][] = [
  ['a table with cells missing and too many', '| Time | Event |\n|---|---|\n| 10:00 | Alarm |\n| 10:05 |\n| 10:10 | Page | Ada |\n'],
  ['a table without outer pipes', 'Time | Event\n:-: | --:\n10:00 | Alarm\n\nAll well.\n'],
  ['a table with some of its outer pipes', '| Time | Event |\n|---|---|\n| 10:00 | Alarm\n10:05 | Page |\n'],
  ['no table without outer pipes where the cells do not match', 'Time | Event\n|---|\n10:00 | Alarm\n'],
  ['escaped pipes', '| a \\| b | `c \\| d` |\n|---|---|\n| \\\\| e |\n'],
  ['pipes in code part cells', '| Command | Owner |\n|---|---|\n| `df | sort` |\n'],
  ['empty cells', '| Time | |\n|---|---|\n| | Alarm |\n'],
  ['a table in an item', '- The log\n\n  | Time | Event |\n  |---|---|\n  | 10:00 | Alarm |\n'],
  ['a table under words', 'All times in UTC\n| Time | Event |\n|---|---|\n| 10:00 | Alarm |\n'],
  ['what ends a table', '| a |\n|---|\n| 1 |\n# Impact\n\n| a |\n|---|\n| 1 |\n> quoted\n\n| a |\n|---|\n| 1 |\n- item\n'],
  ['checkboxes', '- [ ] open\n- [x] done\n* [X] done\n1. [ ] counted\n- [-] half\n- [ ]none\n-   [ ] wide\n+\t[x] tab\n'],
  ['nested checkboxes', '1. [ ] first\n   - [x] nested\n     - [ ] deeper\n\n       more\n'],
  ['headings and fences in items', '- # Disk full\n- Impact\n  ---\n- ```\n  # df\n  ```\n1. ~~~\n   # du\nend\n'],
  ['comments in items', '- <!-- one -->\n- <!--\n  # two\n  -->\n- three\n'],
  ['a comment that ends at once', '<!-->\n# Disk full\n\n<!--->\n# Impact\n'],
  ['HTML blocks hide Markdown to their end', '<details>\n<summary>Log</summary>\n# df\n- one\n\n- two\n</details>\n\n<pre>\n\n# du\n</pre>\n# Impact\n'],
  ['a comment within an HTML block', '<div>\n<!-- one\ntwo -->\n</div>\n'],
  ['a lazy line is no title', '- The disk\nis full\n===\n\n> It said\nfull\n---\n'],
  ['line ends', '- Impact\r\n  ---\r\n```\r# df\r```\r# Disk full\r'],
  ['a footnote is no title', '[^1]: The old one\n===\n\nDisk[^1]\n'],
];

describe('beside the specification', () => {
  for (const [what, text] of alike) {
    test(what, () => assert.deepEqual(compare(text), { met: new Set(), unexplained: [] }));
  }
});

const markdownFiles = sharedDocuments.filter(({ name }) => /\.(?:md|markdown)$/i.test(name));

describe('real Markdown files', { skip: markdownFiles.length === 0 && 'there is no ../shared/corpus on this machine' }, () => {
  test('are read as CommonMark reads them, but for the deliberate differences', (context) => {
    const compared = markdownFiles.map(({ name, text }) => ({ name, ...compare(text) }));
    assert.deepEqual(compared.flatMap(({ name, unexplained }) => unexplained.map((what) => `${name}: ${what}`)), []);
    context.diagnostic(`${compared.filter(({ met }) => met.size === 0).length} of ${compared.length} files are read alike`);
    for (const { name } of differences) {
      const count = compared.filter(({ met }) => met.has(name)).length;
      if (count > 0) context.diagnostic(`${name}: ${count} files`);
    }
  });
});
