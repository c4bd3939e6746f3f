import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

/** The sentences that the client can be translated by. */
export const bundle = JSON.parse(readFileSync('l10n/bundle.l10n.json', 'utf8')) as Readonly<Record<string, string>>;

/** The English sentence, which must be one that the bundle has. */
export function english(sentence: string, ...values: string[]): string {
  assert.ok(sentence in bundle, `the bundle lacks: ${sentence}`);
  return sentence.replace(/\{(\d)\}/g, (hole, index: string) => values[Number(index)] ?? hole);
}
