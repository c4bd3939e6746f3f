import type { IncidentDocument } from '../../document/document';
import type { Span } from '../../document/text';
import { t } from '../../l10n';
import { defineRule } from '../rule';
import { placesOf } from './places';

/** Nothing in the text is invisible, or shown in another order than it is written in. */
export const controlCharacters = defineRule({
  id: 'control-characters',
  group: 'safety',
  summary: 'The text has no invisible control characters',
  severity: 'warning',
  *check(document) {
    const found = [...invisible(document), ...terminalSequences(document.text.value)].sort((a, b) => a.span.start - b.span.start);
    for (const kind of kinds) {
      const [first, ...others] = found.filter((place) => place.kind === kind);
      if (!first) continue;
      yield {
        span: first.span,
        message: messageOf(kind, codePoint(document.text.value, first.span.start)),
        related: others.slice(0, 20).map(({ span }) => ({ span, message: t('Here is one as well: {0}.', codePoint(document.text.value, span.start)) })),
        fixes: [{
          title: others.length === 0 ? t('Remove it') : t('Remove all {0}', others.length + 1),
          kind: 'safe',
          edits: [first, ...others].map(({ span }) => ({ span, newText: '' })),
        }],
      };
    }
  },
});

const kinds = ['order', 'width', 'terminal'] as const;
type Kind = (typeof kinds)[number];

interface Place {
  readonly span: Span;
  readonly kind: Kind;
}

function messageOf(kind: Kind, character: string): string {
  if (kind === 'order') return t('{0} changes the order in which the text behind it is shown: remove it.', character);
  if (kind === 'width') return t('{0} is invisible, and breaks searching and copying: remove it.', character);
  return t('{0} is meant for a terminal and is shown as rubbish elsewhere: remove it.', character);
}

function codePoint(value: string, at: number): string {
  return `U+${value.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** As many of a kind are looked for at a time; a text with more was not written by a person. */
const most = 1000;
/** One range holds them all, and dashes and quotation marks besides: several ranges would take three times as long. */
const candidates = /[\u200b-\u206f\ufeff]/g;
const overrides = /[\u202d\u202e]/;
const order = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
const width = /[\u200b-\u200d\u2060-\u2065\u206a-\u206f\ufeff]/;
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
/** Scripts that write words without spaces, or join and part their letters with these characters. */
const joins = (code: number): boolean => (code >= 0x590 && code <= 0x1cff) || (code >= 0xa8e0 && code <= 0xabff) || (code >= 0xfb1d && code <= 0xfdff) || (code >= 0xfe70 && code <= 0xfefc);
/** What an emoji ends with: the second half of a pair, a symbol, a variation selector. */
const endsEmoji = (code: number): boolean => (code >= 0xdc00 && code <= 0xdfff) || (code >= 0x2190 && code <= 0x2bff) || code === 0xfe0f;

function* invisible({ text }: IncidentDocument): Generator<Place> {
  const { value } = text;
  let line = -1;
  let mixed = false;
  candidates.lastIndex = 0;
  for (let count = 0; count < most && candidates.test(value); ) {
    const start = candidates.lastIndex - 1;
    const code = value.charCodeAt(start);
    if (code >= 0x2010 && code <= 0x2029) continue; // dashes, quotation marks, dots
    const character = value.charAt(start);
    if (order.test(character)) {
      if (start >= text.lineStart(line + 1) || line < 0) {
        line = text.lineAt(start);
        mixed = rightToLeft.test(text.line(line));
      }
      if (mixed && !overrides.test(character)) continue;
      yield { span: { start, end: start + 1 }, kind: 'order' };
    } else {
      if (start === 0 || !width.test(character)) continue;
      const before = value.charCodeAt(start - 1);
      if (joins(before) || joins(value.charCodeAt(start + 1)) || (character === '\u200d' && endsEmoji(before))) continue;
      yield { span: { start, end: start + 1 }, kind: 'width' };
    }
    count++;
  }
}

/** Colours and cursor movements that came along with the output of a command. */
function* terminalSequences(value: string): Generator<Place> {
  let count = 0;
  for (const start of placesOf(value, '\u001b')) {
    if (count++ === most) return;
    const length = /^.\[[0-9;?]{0,20}[A-Za-z]/.exec(value.slice(start, start + 24))?.[0].length ?? 1;
    yield { span: { start, end: start + length }, kind: 'terminal' };
  }
}
