import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { SourceText } from '../../server/src/document/text';

describe('lines of a text', () => {
  const rows: readonly [text: string, lines: readonly string[], eol: string][] = [
    ['', [''], '\n'],
    ['a', ['a'], '\n'],
    ['a\nb', ['a', 'b'], '\n'],
    ['a\r\nb\r\n', ['a', 'b', ''], '\r\n'],
    ['a\rb\r', ['a', 'b', ''], '\r'],
    ['a\n\r\nb', ['a', '', 'b'], '\n'],
    ['\n\n', ['', '', ''], '\n'],
  ];
  for (const [value, lines, eol] of rows) {
    test(JSON.stringify(value), () => {
      const text = new SourceText(value);
      assert.deepEqual(Array.from({ length: text.lineCount }, (_, line) => value.slice(text.lineStart(line), text.lineEnd(line))), lines);
      assert.equal(text.eol, eol);
      for (let offset = 0; offset <= value.length; offset++) {
        const line = text.lineAt(offset);
        assert.ok(offset >= text.lineStart(line) && (line + 1 === text.lineCount || offset < text.lineStart(line + 1)));
      }
    });
  }
});
