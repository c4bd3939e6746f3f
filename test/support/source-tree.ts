import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The TypeScript files under some folders of the project, by their paths from its root. */
export function sourceFiles(...folders: string[]): Map<string, string> {
  const files = new Map<string, string>();
  for (const folder of folders) {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !entry.name.endsWith('.ts')) continue;
      const file = path.posix.join(entry.parentPath.replaceAll('\\', '/'), entry.name);
      files.set(file, readFileSync(file, 'utf8'));
    }
  }
  return files;
}

/** A module named by an import, an export, a `require` or a type's `import()`. */
export interface Import {
  readonly module: string;
  /** Whether nothing of it is left at run time. */
  readonly typeOnly: boolean;
}

const STATEMENT = /^[ \t]*(import|export)\b(?:(\s+type\b)?[^;'"`]*?\bfrom)?\s*['"]([^'"]+)['"]/gm;
const CALL = /(typeof\s+)?\b(?:require|import)\(\s*['"]([^'"]+)['"]\s*\)/g;

/** Every module that a source text names, with relative names resolved from its file's folder. */
export function importsOf(file: string, source: string): Import[] {
  const found: Import[] = [];
  const code = source.replace(/^\s*(?:\/\/|\*|\/\*).*$/gm, '');
  for (const [, , type, module] of code.matchAll(STATEMENT)) found.push({ module: resolve(file, module!), typeOnly: type !== undefined });
  for (const [, type, module] of code.matchAll(CALL)) found.push({ module: resolve(file, module!), typeOnly: type !== undefined });
  return found;
}

function resolve(file: string, module: string): string {
  return module.startsWith('.') ? path.posix.join(path.posix.dirname(file), module) : module;
}
