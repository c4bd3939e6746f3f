import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { loadTokenizer } from '../support/grammar';
import { builtInExtensions } from '../support/vscode-extensions';

/** Every regular expression of a grammar or a language configuration, wherever it stands. */
function patternsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(patternsOf);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const isPattern = typeof inner === 'string' && ['match', 'begin', 'end', 'while', 'beforeText', 'afterText', 'pattern', 'start'].includes(key);
    return isPattern ? [inner] : patternsOf(inner);
  });
}

const unbounded = String.raw`(?:[*+]|\{\d+,\})`;
const innermostGroup = new RegExp(String.raw`\((?:\?(?:<?[=!]|[a-z]*:|[a-z]+:))?((?:[^()\\]|\\.)*)\)(${unbounded})?`);

/** Whether an expression repeats, without bound, a group that itself holds such a repetition. */
function repeatsRepetition(pattern: string): boolean {
  let rest = pattern.replaceAll(/\[(?:[^\]\\]|\\.)*\]/g, 'c').replaceAll(/\\[pP]\{[^}]*\}/g, 'c');
  for (let group = innermostGroup.exec(rest); group; group = innermostGroup.exec(rest)) {
    const [whole, inside = '', repeated] = group;
    const repeats = new RegExp(`[^\\\\]${unbounded}`).test(inside);
    if (repeats && repeated) return true;
    rest = rest.replace(whole, () => (repeats || repeated ? 'c+' : 'c'));
  }
  return false;
}

describe('no expression repeats a repetition', () => {
  for (const file of ['syntaxes/incident.tmLanguage.json', 'syntaxes/incident-markdown.injection.json', 'language-configuration.json']) {
    test(file, () => {
      const patterns = patternsOf(JSON.parse(readFileSync(file, 'utf8')));
      assert.ok(patterns.length > 0 || file.includes('injection'));
      assert.deepEqual(patterns.filter(repeatsRepetition), []);
    });
  }

  for (const pattern of ['(a+)*', '((a+)b)+', '(?:x|a*)+', '([a-z]{2,}-)*', '(?<!y)(?:\\p{L}+z)*']) {
    test(`the check itself finds ${pattern}`, () => assert.ok(repeatsRepetition(pattern)));
  }
});

const hostile: Readonly<Record<string, (size: number) => string>> = {
  'one long word': (size) => 'A'.repeat(size),
  'one long label': (size) => `${'Label '.repeat(size / 6)}:`,
  spaces: (size) => `Key: ${' '.repeat(size)}x`,
  'spaces between rules': (size) => `--- a${' '.repeat(size)}b`,
  dashes: (size) => '-'.repeat(size),
  digits: (size) => `- ${'1'.repeat(size)}`,
  dates: (size) => `- ${'2026-03-11 '.repeat(size / 11)}`,
  clocks: (size) => `- ${'14:05-'.repeat(size / 6)}`,
  tickets: (size) => `- ${'ABC-1-'.repeat(size / 6)}`,
  owners: (size) => `- ${'@a.'.repeat(size / 3)}`,
  'a directive without end': (size) => `<!-- incident-docs-disable ${'a, '.repeat(size / 3)}`,
};

const extensions = builtInExtensions();

describe('time grows with the length of a line', { skip: extensions === null && 'VS Code is not installed under .vscode-test' }, async () => {
  const tokenize = extensions === null ? undefined : await loadTokenizer('text.html.markdown.incident', extensions);
  const time = (text: string): number => {
    const runs = Array.from({ length: 5 }, () => {
      const before = performance.now();
      tokenize?.(text);
      return performance.now() - before;
    });
    return Math.min(...runs);
  };
  for (const [name, line] of Object.entries(hostile)) {
    test(name, () => {
      const [small, large] = [time(`T\n\n${line(2_000)}`), time(`T\n\n${line(8_000)}`)];
      assert.ok(large < 5 || large / small < 10, `${small.toFixed(1)} ms for 2,000 characters, ${large.toFixed(1)} ms for 8,000`);
    });
  }
});
