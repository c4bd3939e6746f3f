import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A namespace of the package as its compiler wrote it. */
const namespace = /^export var (\w+);\n\(function \(\1\) \{[^]*?^\}\)\(\1 \|\| \(\1 = \{\}\)\);/gm;
const packages = ['vscode-languageserver', 'vscode-languageserver-protocol'].map((name) => join('node_modules', name, 'lib'));
const own = join('server', 'src', 'lsp');

/**
 * A plugin of esbuild that takes from vscode-languageserver-types what is used of it, and nothing else: the package is mostly
 * functions that make and judge plain objects, 25 KB, which a bundler must take for needed.
 * @type {import('esbuild').Plugin}
 */
export const usedTypes = {
  name: 'used-types',
  setup(bundler) {
    bundler.onLoad({ filter: /[\\/]vscode-languageserver-types[\\/]lib[\\/]esm[\\/]main\.js$/ }, ({ path }) => ({ contents: reduced(readFileSync(path, 'utf8')) }));
  },
};

/** @param {string} source */
function reduced(source) {
  const blocks = new Map([...source.matchAll(namespace)].map(([block, name = '']) => [name, block]));
  const rest = source.replace(namespace, '');
  if (blocks.size < 50 || /^export var /m.test(rest)) throw new Error('vscode-languageserver-types is not written as it was: look at scripts/build/used-types.mjs');
  const wanted = [...blocks.keys()].filter(usedIn(rest, users()));
  for (const name of wanted) {
    for (const other of blocks.keys()) if (!wanted.includes(other) && new RegExp(`\\b${other}\\.`).test(blocks.get(name) ?? '')) wanted.push(other);
  }
  return [rest, ...wanted.map((name) => blocks.get(name))].join('\n');
}

/**
 * @param {string} rest what stays of the package itself
 * @param {string} code of those who use it
 * @returns {(name: string) => boolean}
 */
function usedIn(rest, code) {
  return (name) => new RegExp(`\\b${name}\\.`).test(rest) || new RegExp(`\\b${name}\\b`).test(code);
}

/** The code that may use the package, without what is there for the compiler alone. */
function users() {
  const library = packages.flatMap((folder) => filesIn(folder, '.js')).map((file) => readFileSync(file, 'utf8'));
  const uses = library.flatMap((code) => [...code.matchAll(/_1\.(\w+)/g)].map(([, name]) => name));
  const imports = filesIn(own, '.ts').flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/^import (?!type\b)[^;]*? from 'vscode-languageserver\/\w+'/gm)].map(([statement]) => statement.replace(/\btype \w+/g, '')));
  return [...uses, ...imports].join('\n');
}

/**
 * @param {string} folder
 * @param {string} extension
 */
function filesIn(folder, extension) {
  return readdirSync(folder, { recursive: true }).map(String).filter((file) => file.endsWith(extension)).map((file) => join(folder, file));
}
