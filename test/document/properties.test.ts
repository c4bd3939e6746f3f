import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import { parse } from '../../server/src/document/document';
import type { IncidentDocument } from '../../server/src/document/document';
import type { Span } from '../../server/src/document/text';
import { exampleTexts } from '../support/examples';

const seed = 20250426;
const runs = { seed, numRuns: 300 };

/** Every span of a model, with its name. */
function spans(document: IncidentDocument): [string, Span][] {
  return [
    ...(document.title ? [['title', document.title.span] as [string, Span]] : []),
    ...document.fields.flatMap((field): [string, Span][] => [['label', field.labelSpan], ['value', field.valueSpan]]),
    ...document.allSections.flatMap((section): [string, Span][] => [['section', section.span], ['section title', section.titleSpan]]),
    ...document.timelines.flatMap((timeline) => timeline.entries.flatMap((entry): [string, Span][] => [['entry', entry.span], ['time', entry.time.span], ['entry text', entry.textSpan]])),
    ...document.plan.items.flatMap((item): [string, Span][] => [['item', item.span], ['item text', item.textSpan], ...item.tickets.map((ticket): [string, Span] => ['ticket', ticket.span])]),
    ...document.directives.map((directive): [string, Span] => ['directive', directive.span]),
  ];
}

const isLow = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff;
const isHigh = (code: number): boolean => code >= 0xd800 && code <= 0xdbff;
const splitsPair = (text: string, at: number): boolean => at > 0 && isHigh(text.charCodeAt(at - 1)) && isLow(text.charCodeAt(at));
/** Within an emoji: before a variation selector or a joiner that follows a picture, or behind a joiner before one. */
const picture = /\p{Extended_Pictographic}$/u;
function splitsEmoji(text: string, at: number): boolean {
  const behind = text.charCodeAt(at);
  const before = text.slice(Math.max(0, at - 2), at);
  if (behind === 0xfe0f || behind === 0x200d) return picture.test(before);
  return text.charCodeAt(at - 1) === 0x200d && picture.test(text.slice(Math.max(0, at - 3), at - 1)) && /^\p{Extended_Pictographic}/u.test(text.slice(at, at + 2));
}

function checkSpans(document: IncidentDocument): void {
  const { value } = document.text;
  for (const [name, span] of spans(document)) {
    assert.ok(span.start >= 0 && span.start <= span.end && span.end <= value.length, `${name} ${span.start}-${span.end} of ${value.length}`);
    assert.ok(!splitsPair(value, span.start) && !splitsPair(value, span.end), `${name} splits a surrogate pair`);
    assert.ok(!splitsEmoji(value, span.start) && !splitsEmoji(value, span.end), `${name} splits an emoji: ${JSON.stringify(value.slice(span.start, span.end))}`);
  }
  for (const section of document.allSections) {
    if (section.parent) assert.ok(section.span.start >= section.parent.span.start && section.span.end <= section.parent.span.end);
  }
}

/** Pieces of the examples, spliced, cut and mixed with odd characters. */
const spliced = fc.array(
  fc.oneof(
    fc.constantFrom(...exampleTexts()).chain((text) => fc.tuple(fc.nat(text.length), fc.nat(400)).map(([start, length]) => text.slice(start, start + length))),
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.constantFrom('\n', '\r', '\r\n', '```\n', '<!--', '-->', '| a | b |\n|---|---|\n', '---\n', '\ud83d', '🛠️', '👩‍💻', '\u0000', '# ', '- [ ] ', '**', '\t', '<<<<<<< HEAD\n'),
  ),
  { maxLength: 12 },
).map((pieces) => pieces.join(''));

describe('reading any text', () => {
  test('never throws, and every span lies in the text', () => {
    fc.assert(fc.property(spliced, (text) => checkSpans(parse(text))), runs);
  });

  test('any string of UTF-16 code units', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => checkSpans(parse(text))), runs);
  });

  test('is a function of its input', () => {
    fc.assert(fc.property(spliced, (text) => assert.deepEqual(model(parse(text)), model(parse(text)))), { ...runs, numRuns: 60 });
  });

  test('gives the same lines whatever the line ending', () => {
    for (const text of exampleTexts()) {
      const expected = model(parse(text));
      for (const eol of ['\r\n', '\r']) assert.deepEqual(model(parse(text.replace(/\n/g, eol))), expected);
    }
  });
});

/** What is read, by lines and words instead of offsets. */
function model(document: IncidentDocument): unknown {
  return {
    kind: document.kind, title: document.title && [document.title.line, document.title.text],
    fields: document.fields.map(({ line, key, label, value }) => [line, key, label, value]),
    sections: document.allSections.map(({ line, endLine, title, level, roles }) => [line, endLine, title, level, roles]),
    timeline: document.timelines.map(({ entries }) => entries.map(({ line, endLine, start, end, zone, text }) => [line, endLine, start, end, zone?.text, text])),
    plan: document.plan.items.map(({ line, endLine, text, state, owner, due, group }) => [line, endLine, text, state, owner?.value, due?.value, group.label]),
    metrics: document.metrics,
  };
}
