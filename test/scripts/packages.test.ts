import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { matches, type Packages } from '../../scripts/install/packages.mjs';

const wanted: Packages = {
  '': { version: '0.1.0' },
  'node_modules/one': { version: '1.0.0' },
  'node_modules/binary-for-another-platform': { version: '2.0.0', optional: true },
};

const cases: [name: string, installed: Packages, matches: boolean][] = [
  ['all of them', { 'node_modules/one': { version: '1.0.0' }, 'node_modules/binary-for-another-platform': { version: '2.0.0', optional: true } }, true],
  ['without an optional one', { 'node_modules/one': { version: '1.0.0' } }, true],
  ['with an optional one that the lock file leaves out', { 'node_modules/one': { version: '1.0.0' }, 'node_modules/binary': { version: '2.0.0', optional: true } }, true],
  ['another version', { 'node_modules/one': { version: '1.0.1' } }, false],
  ['another version of an optional one', { 'node_modules/one': { version: '1.0.0' }, 'node_modules/binary-for-another-platform': { version: '2.0.1', optional: true } }, false],
  ['one that is missing', {}, false],
  ['one too many', { 'node_modules/one': { version: '1.0.0' }, 'node_modules/two': { version: '1.0.0' } }, false],
];

describe('installed packages match the lock file', () => {
  for (const [name, installed, expected] of cases) test(`${name}: ${expected ? 'yes' : 'no'}`, () => assert.equal(matches(wanted, installed), expected));
});
