import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import { SourceText } from '../../server/src/document/text';
import { OpenDocument } from '../../server/src/lsp/open-document';
import { rangeOf } from '../../server/src/lsp/positions';
import { defaultSettings } from '../../server/src/settings';
import { escalation, postmortem, readme } from '../support/documents';

const open = (text: string, languageId = 'markdown', uri = 'file:///incidents/checkout.md') => new OpenDocument(uri, languageId, 1, text, 'utf-16');
const textOf = (document: OpenDocument) => document.model.text.value;

describe('schemes', () => {
  const table = { file: true, untitled: true, 'vscode-vfs': true, 'vscode-remote': true, 'vscode-test-web': true, gist: true, memfs: true, FILE: true,
    git: false, output: false, comment: false, 'vscode-scm': false, chatSessionInput: false, 'vscode-notebook-cell': false, 'vscode-local-history': false, walkThrough: false };
  for (const [scheme, served] of Object.entries(table)) {
    test(`${scheme}: ${served ? 'served' : 'left alone'}`, () => assert.equal(open('', 'plaintext', `${scheme}:///a.md`).served, served));
  }
  test('a project file is no document, and says its settings', () => {
    const file = open('{ "profile": "harsh" }', 'json', 'file:///a/.incident-docs.json');
    assert.deepEqual([file.served, file.settings?.problems.length, open('').settings], [false, 1, null]);
    assert.equal(open('{}', 'json', 'git:///a/.incident-docs.json').settings, null);
  });
  test('a name without a scheme is left alone', () => assert.equal(open('', 'plaintext', 'a.md').served, false));
});

describe('what a document is', () => {
  test('stays while it is edited', () => {
    const document = open(postmortem);
    assert.equal(document.model.kind, 'postmortem');
    let text = postmortem;
    // The title, the facts, and nearly every heading go one by one, as a person might do before writing them anew.
    for (const words of ['# 🧯 Post-mortem: checkout refused cards', '**Status:** Mitigated', '**Severity:** SEV-2', '## Impact', '## Timeline (UTC)', '## Root Cause', '## Action Items']) {
      const start = text.indexOf(words);
      const range = rangeOf(new SourceText(text), { start, end: start + words.length }, 'utf-16');
      document.update([{ range, text: '' }], document.version + 1);
      text = text.replace(words, '');
      assert.equal(textOf(document), text);
      assert.equal(document.model.kind, 'postmortem', `without ${words}`);
    }
  });

  test('is looked at anew when it is saved', () => {
    const document = open(postmortem);
    assert.equal(document.model.kind, 'postmortem');
    for (let version = 2; version < 80; version++) {
      document.update([{ range: { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } }, text: '' }], version);
      if (textOf(document).length > 300) assert.equal(document.model.kind, 'postmortem', 'as long as it is edited line by line');
    }
    document.redetect();
    assert.equal(document.model.kind, 'none');
  });

  test('is looked at anew when another text takes its place', () => {
    const document = open(postmortem);
    assert.equal(document.model.kind, 'postmortem');
    document.update([{ text: readme }], 2);
    assert.equal(document.model.kind, 'none');
    document.update([{ text: escalation }], 3);
    assert.equal(document.model.kind, 'escalation');
  });

  test('stays where a client sends whole texts for small edits', () => {
    const document = open('# Post-mortem: x\n\n## Timeline\n\n- 10:00 – a\n- 11:00 – b\n\n## Root cause\n\nA long enough explanation of what went wrong, in one line.\n');
    assert.equal(document.model.kind, 'postmortem');
    document.update([{ text: textOf(document).replace('# Post-mortem: x\n\n## Timeline', '') }], 2);
    assert.equal(document.model.kind, 'postmortem');
  });

  test('is told by our own language', () => assert.notEqual(open('A few words.', 'incident').model.kind, 'none'));
  test('is told by a name that is ours', () => assert.notEqual(open('A few words.', 'plaintext', 'file:///a/b.postmortem.txt').model.kind, 'none'));
  test('a directive overrules what it was', () => {
    const document = open(postmortem);
    assert.equal(document.model.kind, 'postmortem');
    document.update([{ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '<!-- incident-docs: off -->\n' }], 2);
    assert.equal(document.model.kind, 'none');
  });
});

describe('caches', () => {
  test('the model and the findings are computed once a version', () => {
    const document = open(postmortem);
    const findings = document.findings(defaultSettings, { now: 0 });
    assert.equal(document.model, document.model);
    assert.equal(document.findings(defaultSettings, { now: 0 }), findings);
    assert.notEqual(document.findings({ ...defaultSettings }, { now: 0 }), findings, 'other settings');
    document.update([{ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: ' ' }], 2);
    assert.notEqual(document.findings(defaultSettings, { now: 0 }), findings, 'another version');
  });
});

describe('changes', () => {
  const pieces = fc.constantFrom('', 'a', '\n', '\r', '\r\n', '🚒', '–', '# x\n', '- [ ] y\r\n');
  const text = fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join(''));

  for (const encoding of ['utf-16', 'utf-8'] as const) {
    test(`lead to the text that the client has, in ${encoding}`, () => {
      fc.assert(
        fc.property(text, fc.array(fc.record({ from: fc.nat(30), to: fc.nat(30), insert: text }), { maxLength: 8 }), (initial, edits) => {
          const document = new OpenDocument('untitled:x', 'plaintext', 1, initial, encoding);
          let expected = initial;
          edits.forEach(({ from, to, insert }, index) => {
            // Clients edit between characters: never between CR and LF, nor within a pair.
            const at = (offset: number) => {
              let place = Math.min(offset, expected.length);
              while (place > 0 && (/^[\udc00-\udfff]/.test(expected.slice(place)) || (expected[place] === '\n' && expected[place - 1] === '\r'))) place--;
              return place;
            };
            const [start, end] = [at(from), at(to)].sort((a, b) => a - b) as [number, number];
            const range = rangeOf(new SourceText(expected), { start, end }, encoding);
            document.update([{ range, text: insert }], index + 2);
            expected = expected.slice(0, start) + insert + expected.slice(end);
            assert.equal(textOf(document), expected);
            assert.equal(document.version, index + 2);
          });
        }),
        { seed: 4, numRuns: 300 },
      );
    });
  }

  test('beyond the text are taken to its end', () => {
    const document = open('one');
    document.update([{ range: { start: { line: 10, character: 3 }, end: { line: 11, character: 0 } }, text: '\ntwo\n' }], 2);
    document.update([{ range: { start: { line: 1, character: 0 }, end: { line: 1, character: 3 } }, text: 'three' }], 3);
    assert.equal(textOf(document), 'one\nthree\n');
  });

  test('a version without a change counts', () => {
    const document = open('one');
    document.update([], 2);
    assert.deepEqual([textOf(document), document.version], ['one', 2]);
  });

  test('several in one notification build upon each other', () => {
    const document = open('abc');
    document.update([{ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } }, text: 'A\n' }, { range: { start: { line: 1, character: 1 }, end: { line: 1, character: 2 } }, text: 'C' }], 2);
    assert.equal(textOf(document), 'A\nbC');
  });
});
