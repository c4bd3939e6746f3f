import assert from 'node:assert/strict';
import { parse, type ParseContext } from '../../server/src/document/document';
import { check, type CheckedFinding, type CheckSettings } from '../../server/src/rules/check';
import { allRules } from '../../server/src/rules/index';
import type { Span } from '../../server/src/document/text';
import type { Rule } from '../../server/src/rules/rule';
import { defaultSettings } from '../../server/src/settings';
import { siblingsOf } from './siblings';

/**
 * Documents that carry what should be found in them. Under a line stands a mark for every finding on it:
 *
 *     - 2026-04-07 10:05 The agent is rolled back
 *       ^^^^^^^^^^ timeline-order: earlier than the entry above
 *
 * The carets stand under the finding's span, cut at the end of the line where it goes on. Behind them the rule, in
 * parentheses the severity where it matters, and a part of the message where it does. `^` alone marks an empty span's place.
 */
export interface Marked {
  readonly text: string;
  readonly marks: readonly Mark[];
}

export interface Mark {
  /** 0-based. */
  readonly line: number;
  readonly column: number;
  readonly length: number;
  readonly rule: string;
  readonly severity: string | null;
  readonly message: string | null;
}

const markLine = /^( *)(\^+) ([a-z-]+)(?: \(([a-z]+)\))?(?:: (.+))?$/;

/** Takes the marks out of a document. */
export function unmark(source: string): Marked {
  const lines: string[] = [];
  const marks: Mark[] = [];
  for (const line of source.split('\n')) {
    const match = markLine.exec(line);
    if (!match) {
      lines.push(line);
      continue;
    }
    const [, indent = '', carets = '', rule = '', severity = null, message = null] = match;
    marks.push({ line: lines.length - 1, column: indent.length, length: carets.length, rule, severity, message });
  }
  return { text: lines.join('\n'), marks };
}

export interface Expectation extends ParseContext {
  /** The rules to run; all of them where absent. */
  readonly rules?: readonly Rule[];
  readonly settings?: Partial<CheckSettings>;
  /** The present, in milliseconds since the epoch; a clock that was never set where absent. */
  readonly now?: number;
  /** Other documents of the workspace by their paths; the one that is checked is `fileName`, `incidents/checked.md` where absent. */
  readonly beside?: Readonly<Record<string, string>>;
}

/** Parses and checks a text as an incident document. */
export function findingsIn(text: string, { rules = allRules, settings = {}, now = 0, beside, ...context }: Expectation = {}): CheckedFinding[] {
  const document = parse(text, { declared: true, ...context });
  const siblings = beside ? siblingsOf(context.fileName ?? 'incidents/checked.md', document, beside) : null;
  const failures: string[] = [];
  const findings = check(document, { ...defaultSettings, ...settings }, { now, siblings, log: (message) => failures.push(message) }, rules);
  assert.deepEqual(failures, []);
  return findings;
}

/** Asserts that exactly the marked findings are in a document, and answers its text and its findings. */
export function expectMarked(source: string, expectation: Expectation = {}): { text: string; findings: CheckedFinding[] } {
  const { text, marks } = unmark(source);
  const findings = findingsIn(text, expectation);
  const found = findings.map((finding) => markOf(text, finding));
  const left = [...marks];
  const shown = found.map((mark) => {
    const index = left.findIndex((other) => agree(other, mark));
    return index < 0 ? mark : (left.splice(index, 1)[0] as Mark);
  });
  assert.equal(render(text, shown), render(text, marks));
  return { text, findings };
}

/** The mark of a span, cut at the end of its line. */
export function markAt(text: string, { start, end }: Span, rule: string): Mark {
  const before = text.slice(0, start).split('\n');
  const length = text.slice(start, end).split('\n')[0]?.length ?? 0;
  return { line: before.length - 1, column: (before.at(-1) as string).length, length: Math.max(1, length), rule, severity: null, message: null };
}

function agree(wanted: Mark, found: Mark): boolean {
  return wanted.line === found.line && wanted.column === found.column && wanted.length === found.length && wanted.rule === found.rule
    && (wanted.severity === null || wanted.severity === found.severity)
    && (wanted.message === null || (found.message ?? '').includes(wanted.message));
}

function markOf(text: string, { span, rule, severity, message }: CheckedFinding): Mark {
  return { ...markAt(text, span, rule), severity, message };
}

/** The document with its marks, in the order of the places that they stand at. */
export function render(text: string, marks: readonly Mark[]): string {
  const written = (mark: Mark) => {
    const severity = mark.severity === null ? '' : ` (${mark.severity})`;
    const message = mark.message === null ? '' : `: ${mark.message}`;
    return `${' '.repeat(mark.column)}${'^'.repeat(mark.length)} ${mark.rule}${severity}${message}`;
  };
  return text
    .split('\n')
    .flatMap((line, number) => [line, ...marks.filter((mark) => mark.line === number).map(written).sort()])
    .join('\n');
}
