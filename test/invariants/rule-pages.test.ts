import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { describe, test } from 'node:test';
import { allRules } from '../../server/src/rules/index';

describe('every rule has a page', () => {
  for (const { id, group } of allRules) {
    test(id, () => assert.ok(existsSync(`server/src/rules/${group}/${id}.md`), `server/src/rules/${group}/${id}.md is missing`));
  }

  test('and every page has a rule', () => {
    const pages = readdirSync('server/src/rules', { recursive: true }).map((file) => String(file).replaceAll('\\', '/')).filter((file) => file.endsWith('.md'));
    assert.deepEqual(pages.sort(), allRules.map(({ id, group }) => `${group}/${id}.md`).sort());
  });
});
