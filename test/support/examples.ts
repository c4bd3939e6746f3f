import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The repository's root: tests run from there. */
export const root = process.cwd();

/** The texts of `examples/`, in the order of their names. */
export function exampleTexts(): string[] {
  const folder = join(root, 'examples');
  return readdirSync(folder).sort().map((name) => readFileSync(join(folder, name), 'utf8'));
}
