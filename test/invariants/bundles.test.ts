import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { describe, test } from 'node:test';
import { allRules } from '../../server/src/rules/index';

const KB = 1024;

/**
 * The most that each bundle may weigh. Of the servers the protocol's library takes 190 KB, the reading of documents 135, the rules 230,
 * what an editor may ask 60, of which the guidance that hovers give and the semantic tokens are the most, the model of the action plan and
 * what is written back of it 40, the copy for customers with its lists of words 35, and the workspace 25. Of the client
 * its library takes 420 KB, and the commands that ask before they change anything and the pages that they show 10 of the rest, and the view of all actions 15.
 */
const budgets = { 'extension.js': 25 * KB, 'client.js': 560 * KB, 'server.js': 980 * KB, 'server-browser.js': 980 * KB, 'preview.js': 60 * KB } as const;

describe('bundles keep to their budgets', () => {
  for (const [file, limit] of Object.entries(budgets)) {
    test(`${file}: ${limit / KB} KB`, () => {
      const { size } = statSync(`dist/${file}`);
      assert.ok(size > 500, `dist/${file} is empty`);
      assert.ok(size <= limit, `dist/${file} has ${(size / KB).toFixed(1)} KB`);
    });
  }
});

describe('bundles', () => {
  const bundles = readdirSync('dist').filter((file) => file.endsWith('.js')).map((file) => [file, readFileSync(`dist/${file}`, 'utf8')] as const);

  test('ask the network for nothing', () => {
    assert.ok(bundles.length >= 4);
    const asking = bundles.filter(([, source]) => /\bfetch\(|\bXMLHttpRequest\b|\bnew WebSocket\b|\bEventSource\b|require\("(?:node:)?(?:https?|http2|tls|dgram|dns)"\)|https?\.(?:request|get)\(/.test(source));
    assert.deepEqual(asking.map(([file]) => file), []);
  });

  test('name no address but those of rule pages and schemas', () => {
    // the command line brings the pages themselves, with the addresses in their examples
    const pages = allRules.map(({ id, group }) => readFileSync(`server/src/rules/${group}/${id}.md`, 'utf8')).join('\n');
    const known = /^https?:\/\/(?:github\.com\/incident-docs\/|json-schema\.org\/|docs\.oasis-open\.org\/sarif\/|www\.w3\.org\/)/;
    const named = bundles.flatMap(([file, source]) =>
      [...source.matchAll(/https?:\/\/[\w.-]+\.\w+[^\s"'`)<>\\]*/g)].map(([address]) => address).filter((address) => !known.test(address) && !(file === 'cli.js' && pages.includes(address))).map((address) => `${file}: ${address}`),
    );
    assert.deepEqual(named, []);
  });

  test('run on no code made from text', () => {
    const made = bundles.filter(([file, source]) => file !== 'cli.js' && /\beval\(/.test(source));
    assert.deepEqual(made.map(([file]) => file), []);
  });

  test('ship no source map', () => {
    assert.deepEqual(bundles.filter(([, source]) => /\/\/# sourceMappingURL=/.test(source)).map(([file]) => file), []);
  });
});
