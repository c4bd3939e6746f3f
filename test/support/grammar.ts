import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { INITIAL, parseRawGrammar, Registry, type IGrammar } from 'vscode-textmate';

/** A piece of a line with its scopes, the outermost first. */
export interface Token {
  readonly text: string;
  readonly scopes: readonly string[];
}

/** Tokenizes a whole text: the tokens of each of its lines. */
export type Tokenizer = (text: string) => Token[][];

const ours = {
  'text.html.markdown.incident': 'syntaxes/incident.tmLanguage.json',
  'markdown.incident.injection': 'syntaxes/incident-markdown.injection.json',
};
const builtIn = {
  'text.html.markdown': 'markdown-basics/syntaxes/markdown.tmLanguage.json',
  'text.html.derivative': 'html/syntaxes/html-derivative.tmLanguage.json',
  'text.html.basic': 'html/syntaxes/html.tmLanguage.json',
  'source.yaml': 'yaml/syntaxes/yaml.tmLanguage.json',
};

/**
 * Loads a grammar with VS Code's own tokenizer, and the injection for Markdown with it as VS Code does for every scope below `text.html.markdown`.
 * @param extensions the folder of VS Code's built-in extensions, see `builtInExtensions`
 */
export async function loadTokenizer(scopeName: 'text.html.markdown.incident' | 'text.html.markdown', extensions: string): Promise<Tokenizer> {
  const files = new Map([
    ...Object.entries(ours),
    ...Object.entries(builtIn).map(([scope, file]) => [scope, join(extensions, file)] as const),
  ]);
  const registry = new Registry({
    onigLib: oniguruma(),
    loadGrammar: async (scope) => {
      const file = files.get(scope);
      return file && existsSync(file) ? parseRawGrammar(readFileSync(file, 'utf8'), file) : null;
    },
    getInjections: (scope) => (scope.startsWith('text.html.markdown') ? ['markdown.incident.injection'] : []),
  });
  const grammar = await registry.loadGrammar(scopeName);
  if (!grammar) throw new Error(`No grammar for ${scopeName}`);
  return (text) => tokenize(grammar, text);
}

function tokenize(grammar: IGrammar, text: string): Token[][] {
  let stack = INITIAL;
  return text.split('\n').map((line) => {
    const result = grammar.tokenizeLine(line, stack);
    stack = result.ruleStack;
    return result.tokens.map(({ startIndex, endIndex, scopes }) => ({ text: line.slice(startIndex, endIndex), scopes }));
  });
}

let library: Promise<{ createOnigScanner: typeof createOnigScanner; createOnigString: typeof createOnigString }> | undefined;

/** The regular expressions of TextMate grammars; its program can be loaded only once. */
function oniguruma() {
  library ??= (async () => {
    const program = readFileSync('node_modules/vscode-oniguruma/release/onig.wasm');
    await loadWASM(program.buffer.slice(program.byteOffset, program.byteOffset + program.byteLength) as ArrayBuffer);
    return { createOnigScanner, createOnigString };
  })();
  return library;
}
