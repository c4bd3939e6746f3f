import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from '../../server/src/document/document';
import { completions, triggerCharacters, type CompletionQuery } from '../../server/src/features/completion/completion';
import { allTexts } from '../support/examples';

const query: Omit<CompletionQuery, 'offset'> = {
  known: { owners: new Map([['Ana Mora', 2]]), tickets: new Map([['OPS-1', 2]]), here: new Set() },
  now: Date.UTC(2026, 2, 11, 10, 15), timeZone: 'UTC', reading: {}, found: () => new Set(),
};

/** A number from 0 to below `limit` that the same seed gives again. */
function dice(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state % limit;
  };
}

/** Places in the middle of sentences: behind two words and before two more, where no label, cell or mark of a list stands before. */
function prosePlaces(text: string): number[] {
  const { lines, kind, timelines, plan, fields } = parse(text);
  if (kind === 'none') return [];
  const isIn = (line: number): boolean => [...timelines.map(({ section }) => section), ...plan.sections].some((section) => line >= section.line && line <= section.endLine);
  const facts = new Set(fields.map(({ line }) => line));
  return lines.flatMap((line) => {
    const content = text.slice(line.start, line.end);
    if (line.kind !== 'prose' || isIn(line.number) || facts.has(line.number) || /[:：|@<]/.test(content)) return [];
    return [...content.matchAll(/(?<=\p{L}+ \p{L}+)[ .,;]/gu)].map(({ index }) => line.start + index);
  });
}

const texts = allTexts();

test('nothing is offered in prose, whatever is typed there', () => {
  const next = dice(7);
  let asked = 0;
  for (const text of texts) {
    const places = prosePlaces(text);
    for (let turn = 0; turn < Math.min(2, places.length); turn++) {
      const at = places[next(places.length)] as number;
      for (const typed of ['', ' ', ' a', '-', '[', '#', ' Sta', ...triggerCharacters, ...triggerCharacters.map((sign) => ` ${sign}`)]) {
        const changed = text.slice(0, at) + typed + text.slice(at);
        const offered = completions(parse(changed, { stickyKind: 'postmortem' }), { ...query, offset: at + typed.length });
        assert.deepEqual(offered.map(({ label }) => label), [], `…${changed.slice(Math.max(0, at - 60), at + typed.length)}¦`);
        asked++;
      }
    }
  }
  assert.ok(asked > 100);
});

test('nothing is offered where a paragraph begins', () => {
  for (const text of texts) {
    const { lines, timelines, plan } = parse(text);
    const blank = lines.find(({ kind, number }) => kind === 'blank' && number > 3 && ![...timelines.map(({ section }) => section), ...plan.sections].some(({ line, endLine }) => number > line && number <= endLine + 1));
    if (!blank) continue;
    for (const typed of ['T', 'Im', 'Sta', 'Th', '1', '"']) {
      const changed: string = text.slice(0, blank.start) + typed + text.slice(blank.start);
      const offered = completions(parse(changed, { stickyKind: 'postmortem' }), { ...query, offset: blank.start + typed.length });
      assert.deepEqual(offered.map(({ label }) => label), [], JSON.stringify(changed.slice(Math.max(0, blank.start - 60), blank.start + 20)));
    }
  }
});

test('a heading that is taken is read as one, and leaves all others as they were', () => {
  let taken = 0;
  for (const text of texts) {
    const document = parse(text);
    if (document.kind === 'none') continue;
    const blank = document.lines.findLast(({ kind, number }) => kind === 'blank' && number > (document.sections[0]?.line ?? Infinity));
    if (!blank) continue;
    const [heading] = completions(document, { ...query, offset: blank.start }).filter(({ role, detail }) => role === 'section' && detail === 'missing here');
    if (!heading) continue;
    const behind = heading.besides ? text.slice(heading.span.end, heading.besides.span.start) + heading.besides.newText + text.slice(heading.besides.span.end) : text.slice(heading.span.end);
    const after = parse(text.slice(0, heading.span.start) + `${heading.newText}Nothing is known yet.` + behind, { stickyKind: document.kind });
    const titles = (of: typeof document): string[] => of.allSections.map(({ title }) => title.toLowerCase()).filter((title) => title !== heading.label.toLowerCase());
    assert.deepEqual(titles(after), titles(document), heading.newText);
    assert.ok(after.allSections.some(({ title }) => title.toLowerCase() === heading.label.toLowerCase()), `${heading.newText} is no heading`);
    taken++;
  }
  assert.ok(taken >= 3);
});
