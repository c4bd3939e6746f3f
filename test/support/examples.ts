import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { escalation, postmortem } from './documents';
import { sharedDocuments } from './shared';

/** The repository's root: tests run from there. */
export const root = process.cwd();

/** Documents of our own: those of the tests and those of `examples/`. */
export const ownTexts = (): string[] => [postmortem, escalation, ...exampleTexts()];

/** The same, and the real ones that are outside of the project, where they are. */
export const allTexts = (): string[] => [...ownTexts(), ...sharedDocuments.map(({ text }) => text)];

/** The texts of `examples/`, in the order of their names. */
export function exampleTexts(): string[] {
  const folder = join(root, 'examples');
  return readdirSync(folder).sort().map((name) => readFileSync(join(folder, name), 'utf8'));
}
