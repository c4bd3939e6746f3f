import type { IncidentDocument } from '../../document/document';
import type { Span } from '../../document/text';
import { t } from '../../l10n';
import type { Mention } from '../mentions';
import { defineRule } from '../rule';
import { placesOf } from './places';
import { repeats } from './repeats';

/** What looks like a UUID can be one. */
export const invalidUuid = defineRule({
  id: 'invalid-uuid',
  group: 'safety',
  summary: 'UUIDs are valid',
  severity: 'warning',
  words: ['uuid', 'uuids', 'guid', 'guids'],
  *check({ text }, _options, { mentions }) {
    const places = [...shaped(text.value), ...labelled(text, mentions)].sort((a, b) => a.span.start - b.span.start);
    for (const [first, ...others] of repeats(text, places)) {
      yield {
        span: first.span,
        message: first.wrong === null
          ? t('This is no UUID: its parts must have 8, 4, 4, 4 and 12 digits. Copy it again from its source.')
          : t('This is no UUID: "{0}" is no hexadecimal digit. Copy it again from its source.', first.wrong),
        related: others.slice(0, 20).map(({ span }) => ({ span, message: t('It stands here as well.') })),
      };
    }
  },
});

interface Faulty {
  readonly span: Span;
  /** The first character that cannot be, or null where the parts have the wrong lengths. */
  readonly wrong: string | null;
}

const hyphen = 45;
const shape = /^[^\w-]?([0-9a-z]{8}(?:-[0-9a-z]{4}){3}-[0-9a-z]{12})(?![\w-])/i;

/** What has the shape of a UUID, and digits in most of its parts, and a letter that is no hexadecimal digit. */
function* shaped(value: string): Generator<Faulty> {
  for (const dash of placesOf(value, '-')) {
    if (value.charCodeAt(dash + 5) !== hyphen || value.charCodeAt(dash + 10) !== hyphen || value.charCodeAt(dash + 15) !== hyphen) continue;
    if (dash < 8 || value.charCodeAt(dash - 1) === hyphen) continue;
    const before = dash === 8 ? 0 : dash - 9;
    const found = shape.exec(value.slice(before, dash + 29))?.[1];
    const wrong = found === undefined ? undefined : /[g-z]/i.exec(found)?.[0];
    if (found === undefined || wrong === undefined || isMask(found) || found.split('-').filter((part) => /\d/.test(part)).length < 3) continue;
    yield { span: { start: dash - 8, end: dash + 28 }, wrong };
  }
}

/** Whether one letter stands for the digits that are not told: `xxxxxxxx-xxxx-…`, `12345678-nnnn-…`. */
function isMask(found: string): boolean {
  const letters = new Set(found.toLowerCase().match(/[g-z]/g));
  return letters.size === 1 && found.toLowerCase().includes([...letters].join('').repeat(4));
}

/** What a text calls a UUID and is written like one, with parts of other lengths. */
function* labelled({ value }: IncidentDocument['text'], mentions: readonly Mention[]): Generator<Faulty> {
  for (const { span, line } of mentions) {
    const behind = value.slice(span.end, Math.min(span.end + 90, line.start + line.words.length));
    const found = /^(?:\W{1,6}|\W{0,3}\bis\b\W{0,3})((?:[0-9a-f]{1,20}-){4}[0-9a-f]{1,20})(?![\w-])/i.exec(behind);
    const written = found?.[1];
    if (!found || written === undefined || written.split('-').map(({ length }) => length).join() === '8,4,4,4,12') continue;
    const start = span.end + found[0].length - written.length;
    yield { span: { start, end: start + written.length }, wrong: null };
  }
}
