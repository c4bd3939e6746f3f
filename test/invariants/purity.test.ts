import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sourceFiles } from '../support/source-tree';

/** Where the outside world may be touched: the host, the protocol's shell, the entries. */
const impure = /^server\/src\/(node-host\.ts|files\/|lsp\/|node\.ts|browser\.ts|cli\.ts|cli\/)/;

const outside: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['the clock', /\bDate\.now\(|\bnew Date\(\s*\)|\bperformance\.now\(|\bprocess\.hrtime/],
  ['the zone of the machine', /\.getTimezoneOffset\(|\bget(?:Hours|Minutes|Date|Month|FullYear|Day)\(\)|resolvedOptions\(\)/],
  ['the locale of the machine', /\.toLocale\w*\(\s*\)|\.localeCompare\(|\bnew Intl\.\w+\(\s*\)|\bIntl\.\w+\(undefined/],
  ['chance', /\bMath\.random\(|\bcrypto\b/],
  ['files, processes or the environment', /['"](?:node:)?(?:fs|fs\/promises|child_process|os|worker_threads)['"]|\bprocess\.(?:env|cwd|argv|platform)\b/],
  ['the network', /['"](?:node:)?(?:net|http|https|http2|tls|dgram|dns)['"]|\bfetch\(|\bXMLHttpRequest\b|\bWebSocket\b|\bEventSource\b/],
  ['the console', /\bconsole\.(?:log|info|warn|error|debug)\(/],
];

function code(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
}

describe('nothing but the host, the shell and the entries knows', () => {
  const files = [...sourceFiles('server/src')].filter(([file]) => !impure.test(file));
  for (const [what, pattern] of outside) {
    test(what, () => {
      assert.ok(files.length > 20);
      assert.deepEqual(files.filter(([, source]) => pattern.test(code(source))).map(([file]) => file), []);
    });
  }
});

describe('nothing of ours talks to the network', () => {
  const network = outside.find(([what]) => what === 'the network')![1];
  for (const [file, source] of sourceFiles('server/src', 'client/src', 'client/preview')) {
    if (network.test(code(source))) test(file, () => assert.fail(`${file} matches ${network}`));
  }
  test('and the pattern would notice', () => {
    for (const line of ["await fetch('x')", "import net from 'node:net'", "require('https')", 'new WebSocket(url)']) assert.match(line, network);
  });
});
