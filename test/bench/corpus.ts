import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { exampleTexts } from '../support/examples';

/** A set of texts that are read one after the other. */
export interface Corpus {
  readonly name: string;
  readonly texts: readonly string[];
}

/** How many distinct copies of a generated text are read in turn, so that no string keeps what an earlier round computed. */
const COPIES = 8;

/** Our examples put together to about a size, in characters; each copy has one character more at another place. */
function generated(size: number): readonly string[] {
  const examples = exampleTexts();
  let text = '';
  for (let index = 0; text.length < size; index++) text += `${examples[index % examples.length]}\n\n`;
  return Array.from({ length: COPIES }, (_, copy) => flat(`${text.slice(0, 400 + copy)}x${text.slice(400 + copy, size)}`));
}

/** Concatenated strings are trees in V8: a text from a file or from the wire is flat. */
const flat = (text: string): string => Buffer.from(text, 'utf16le').toString('utf16le');

/** Generated texts of 3, 100 and 1,000 KB, and real documents where `../shared` is there. */
export function corpora(): Corpus[] {
  const sizes = [3_000, 100_000, 1_000_000].map((size) => ({ name: `generated, ${size / 1000} KB`, texts: generated(size) }));
  const folder = resolve('..', 'shared', 'corpus', 'incidents');
  if (!existsSync(folder)) return sizes;
  const texts = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
  return [...sizes, { name: `${texts.length} real documents`, texts }];
}

/** Texts that are hard to read in linear time, made to a length in characters. */
export const hostile: Readonly<Record<string, (length: number) => string>> = {
  'one line': (length) => `# T\n\n## Timeline\n\n${'a '.repeat(length / 2)}`,
  brackets: (length) => `# T\n\n## Actions\n\n- ${'['.repeat(length)}`,
  emphasis: (length) => `# T\n\n${'*a_ '.repeat(length / 4)}`,
  digits: (length) => `# T\n\n## Timeline\n\n- ${'1:1-'.repeat(length / 4)}`,
  'timed rows': (length) => `# T\n\n## Timeline\n\n${'- 2024-01-02 10:00 - a\n'.repeat(length / 23)}`,
  headings: (length) => `# T\n\n${'## Root Cause and Impact\n'.repeat(length / 25)}`,
  'nested lists': (length) => `# T\n\n## Actions\n\n${Array.from({ length: Math.sqrt(length) }, (_, depth) => `${' '.repeat(depth)}- a`).join('\n')}`,
  tables: (length) => `# T\n\n## Actions\n\n| Action | Owner |\n|---|---|\n${'| a | b |\n'.repeat(length / 10)}`,
  colons: (length) => `# T\n\n${'a:'.repeat(length / 2)}`,
  labels: (length) => `T\n\n${'Impact:\n\n'.repeat(length / 9)}`,
  comments: (length) => `# T\n\n${'<!-- a\n'.repeat(length / 7)}`,
  quotes: (length) => '> '.repeat(length / 2),
};
