import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { applyEdits } from '../../server/src/rules/apply-fixes';
import { ruleOf } from '../../server/src/rules/index';
import { findingsIn } from '../support/marked-text';
import { seedsFolder } from '../support/shared';

describe('the founding documents', { skip: seedsFolder === null && '../shared is absent' }, () => {
  const seeds = (seedsFolder ? readdirSync(seedsFolder).sort() : []).map((name) => ({ name, text: readFileSync(path.join(seedsFolder!, name), 'utf8') }));
  const errorsIn = (name: string, text: string) => findingsIn(text, { fileName: name, declared: false }).filter(({ severity }) => severity === 'error');

  test('have one error in all: the entry that goes back a week', () => {
    const errors = seeds.flatMap(({ name, text }) => errorsIn(name, text).map((finding) => ({ name, text, finding })));
    assert.deepEqual(errors.map(({ name, text, finding }) => [name.slice(0, 3), finding.rule, text.slice(0, finding.span.start).split('\n').length]), [['003', 'timeline-order', 70]]);
  });

  test('have in their timelines what a reviewer would ask about', () => {
    const found = seeds.flatMap(({ name, text }) => findingsIn(text, { fileName: name, declared: false })
      .filter(({ rule, severity }) => severity !== 'hint' && ruleOf(rule)?.group === 'timeline')
      .map(({ rule, span }) => `${name.slice(0, 3)} ${text.slice(0, span.start).split('\n').length} ${rule}`));
    assert.deepEqual(found, [
      '003 68 timeline-event-outside-range', '003 69 timeline-long-gap', '003 70 timeline-order', '004 4 timezone-dst-mismatch', '004 7 customer-detected-first',
    ]);
  });

  test('the first fix mends five dates, and no error is left', () => {
    const { name, text } = seeds[3]!;
    const [error] = errorsIn(name, text);
    const lineOf = (offset: number) => text.slice(0, offset).split('\n').length;
    assert.deepEqual(error!.related?.map(({ span }) => lineOf(span.start)), [71, 72, 73, 74]);
    const [fix] = error!.fixes!;
    assert.equal(fix!.title, 'Change 2025-04-19 to 2025-04-26 here and in the 4 following entries');
    const fixed = applyEdits(text, fix!.edits);
    assert.equal(fixed, text.replaceAll('2025-04-19', '2025-04-26'));
    assert.equal(text.split('2025-04-19').length - 1, 5);
    assert.deepEqual(errorsIn(name, fixed), []);
  });
});
