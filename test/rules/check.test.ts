import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parse } from '../../server/src/document/document';
import { check, maxProblemsId, type CheckSettings } from '../../server/src/rules/check';
import { defineRule, type Finding, type Rule, type Severity } from '../../server/src/rules/rule';
import { defaultSettings } from '../../server/src/settings';

/** A rule that finds every line that contains a word. */
function wordRule(id: string, word: string, more: Partial<Finding> = {}, severity: Severity | 'off' = 'warning'): Rule {
  return defineRule({
    id, group: 'language', summary: 'No such word', severity,
    *check({ text }) {
      for (let line = 0; line < text.lineCount; line++) {
        const start = text.lineStart(line) + text.value.slice(text.lineStart(line), text.lineEnd(line)).indexOf(word);
        if (start >= text.lineStart(line)) yield { span: { start, end: start + word.length }, message: `${word} in line ${line + 1}`, ...more };
      }
    },
  });
}

const head = '# Post-mortem: mail\n\n## Root Cause\n\n';
const run = (text: string, rules: readonly Rule[], settings: Partial<CheckSettings> = {}, log?: (message: string) => void) =>
  check(parse(head + text, { declared: true }), { ...defaultSettings, ...settings }, { now: 0, ...(log && { log }) }, rules);
const said = (text: string, rules: readonly Rule[], settings: Partial<CheckSettings> = {}) => run(text, rules, settings).map(({ rule, message }) => `${rule}: ${message}`);

describe('a rule that throws', () => {
  const broken = defineRule({
    id: 'broken', group: 'language', summary: 'Breaks', severity: 'error',
    *check(document): Iterable<Finding> {
      yield { span: { start: 0, end: 1 }, message: 'half of it' };
      throw new Error(`no such thing in ${document.lines.length} lines`);
    },
  });

  test('is told once, finds nothing, and the others still run', () => {
    const log: string[] = [];
    const findings = run('apple\n', [wordRule('a', 'apple'), broken, wordRule('b', 'apple')], {}, (message) => log.push(message));
    assert.deepEqual(findings.map(({ rule }) => rule), ['a', 'b']);
    assert.deepEqual(log, ['The rule broken failed and was skipped for this document: no such thing in 6 lines']);
  });

  test('does not throw where nobody listens', () => assert.deepEqual(run('apple\n', [broken]), []));
});

describe('severity', () => {
  const cases: readonly (readonly [name: string, rule: Severity | 'off', finding: Severity | undefined, user: Severity | 'off' | null, expected: Severity | 'none'])[] = [
    ['the rule\'s own', 'warning', undefined, null, 'warning'],
    ['the finding\'s over the rule\'s', 'warning', 'information', null, 'information'],
    ['the user\'s over both', 'warning', 'information', 'error', 'error'],
    ['switched off by the user', 'warning', 'error', 'off', 'none'],
    ['off by default', 'off', undefined, null, 'none'],
    ['off by default, switched on', 'off', undefined, 'hint', 'hint'],
  ];
  for (const [name, own, finding, user, expected] of cases) {
    test(name, () => {
      const rule = wordRule('a', 'apple', finding ? { severity: finding } : {}, own);
      const [found] = run('apple\n', [rule], { rules: { a: { severity: user, options: undefined } } });
      assert.equal(found?.severity ?? 'none', expected);
    });
  }
});

describe('what is not checked', () => {
  test('documents that are no incident documents', () => {
    const document = parse('# Ferry Timetable\n\napple\n');
    assert.equal(document.kind, 'none');
    assert.deepEqual(check(document, defaultSettings, { now: 0 }, [wordRule('a', 'apple')]), []);
  });
  test('a document of our own name before its first word', () => assert.deepEqual(check(parse('\n', { declared: true }), defaultSettings, { now: 0 }), []));
  test('anything where the user has switched us off', () => assert.deepEqual(run('apple\n', [wordRule('a', 'apple')], { enable: false }), []));
  test('kinds that a rule is not for', () => {
    assert.deepEqual(run('apple\n', [{ ...wordRule('a', 'apple'), kinds: ['escalation'] }]), []);
    assert.equal(run('apple\n', [{ ...wordRule('a', 'apple'), kinds: ['postmortem'] }]).length, 1);
  });
});

describe('order', () => {
  test('by place, then by rule', () => {
    assert.deepEqual(said('pear apple\napple\n', [wordRule('b', 'apple'), wordRule('c', 'pear'), wordRule('a', 'apple')]), [
      'c: pear in line 5', 'b: apple in line 5', 'a: apple in line 5', 'b: apple in line 6', 'a: apple in line 6',
    ]);
  });
});

describe('too many findings', () => {
  const rules = [wordRule('a', 'apple'), wordRule('e', 'egg', {}, 'error')];
  const text = `${'apple\n'.repeat(20)}egg\n`;

  test('the gravest are kept, and one says how many are not shown', () => {
    const findings = run(text, rules, { maxProblems: 5 });
    assert.equal(findings.length, 6);
    const [summary] = findings;
    assert.deepEqual([summary?.rule, summary?.severity, summary?.message], [maxProblemsId, 'information', '… and 16 more in this document: raise maxProblems to see them.']);
    assert.equal(findings.at(-1)?.rule, 'e');
    assert.deepEqual(findings.slice(1, 5).map(({ message }) => message), ['apple in line 5', 'apple in line 6', 'apple in line 7', 'apple in line 8']);
  });
  test('as many as allowed are shown without a word', () => assert.equal(run(text, rules, { maxProblems: 21 }).length, 21));
});

describe('suppression', () => {
  const rules = [wordRule('fruit', 'apple'), wordRule('food', 'apple')];
  const cases: readonly (readonly [name: string, text: string, lines: readonly string[]])[] = [
    ['nothing', 'apple\n', ['fruit 5', 'food 5']],
    ['the next line, one rule', '<!-- incident-docs-disable-next-line fruit: ripe -->\napple\napple\n', ['food 6', 'fruit 7', 'food 7']],
    ['the next line, every rule', '<!-- incident-docs-disable-next-line -->\napple\napple\n', ['fruit 7', 'food 7']],
    ['the next line, two rules', '<!-- incident-docs-disable-next-line fruit, food: both -->\napple\n', []],
    ['the next line behind a blank one', '<!-- incident-docs-disable-next-line fruit -->\n\napple\n', ['food 7']],
    ['the next line behind another directive', '<!-- incident-docs-disable-next-line fruit -->\n<!-- incident-docs-disable-next-line food -->\napple\n', []],
    ['the next line behind a reason of several lines', '<!-- incident-docs-disable-next-line fruit:\nripe -->\napple\n', ['food 7']],
    ['its own line', 'apple <!-- incident-docs-disable-line food: bought -->\napple\n', ['fruit 5', 'fruit 6', 'food 6']],
    ['from here to there', 'apple\n\n<!-- incident-docs-disable fruit -->\n\napple\n\n<!-- incident-docs-enable fruit -->\n\napple\n', ['fruit 5', 'food 5', 'food 9', 'fruit 13', 'food 13']],
    ['from here on', '<!-- incident-docs-disable -->\n\napple\napple\n', []],
    ['all but one', '<!-- incident-docs-disable -->\n<!-- incident-docs-enable food -->\n\napple\n', ['food 8']],
    ['everything switched on again', '<!-- incident-docs-disable fruit -->\n<!-- incident-docs-disable food -->\n\napple\n\n<!-- incident-docs-enable -->\n\napple\n', ['fruit 12', 'food 12']],
    ['the whole file, from its end', 'apple\n\n<!-- incident-docs-disable-file fruit: a fruit shop -->\n', ['food 5']],
    ['the whole file', 'apple\n\n<!-- incident-docs-disable-file -->\n', []],
    ['in plain text', '# incident-docs-disable-next-line fruit\napple\n// incident-docs-disable-next-line food\napple\n', ['food 6', 'fruit 8']],
    ['another rule', '<!-- incident-docs-disable-next-line vegetable -->\napple\n', ['fruit 6', 'food 6']],
  ];
  for (const [name, text, expected] of cases) {
    test(name, () => {
      const found = run(text, rules).map(({ rule, message }) => `${rule} ${/\d+/.exec(message)?.[0]}`);
      assert.deepEqual(found, expected);
    });
  }
});
