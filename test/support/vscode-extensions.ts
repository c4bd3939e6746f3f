import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Where an installation of VS Code keeps the extensions that ship with it, for each way of installing it under `.vscode-test`. */
const places = [
  ['node_modules', 'code-server', 'lib', 'vscode', 'extensions'],
  ['resources', 'app', 'extensions'],
  ['Visual Studio Code.app', 'Contents', 'Resources', 'app', 'extensions'],
];

/** The folder of the extensions built into the VS Code under `.vscode-test`, or null where none is installed. */
export function builtInExtensions(): string | null {
  const root = resolve('.vscode-test');
  if (!existsSync(root)) return null;
  const candidates = readdirSync(root).flatMap((installation) => places.map((place) => join(root, installation, ...place)));
  return candidates.find((folder) => existsSync(join(folder, 'markdown-basics'))) ?? null;
}
