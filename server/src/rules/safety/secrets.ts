import type { SourceText, Span } from '../../document/text';
import type { Mention } from '../mentions';
import { detect, detectors } from './detectors';
import type { Detector } from './detectors';
import { placesOf } from './places';

export interface Secret {
  readonly detector: Detector;
  readonly span: Span;
}

/** How many characters around a word are looked at, at most. */
const reach = { before: 300, behind: 4000, lines: 10_200 } as const;
/** No document that a person wrote has more text with words of one kind of secret in it; keeps hostile ones cheap. */
const most = 20_000;

/** The secrets of a text in document order, none of them twice. */
export function secretsIn(text: SourceText, mentions: readonly Mention[]): Secret[] {
  const found = new Map<number, Secret>();
  for (const [detector, places] of suspicions(text.value, mentions)) {
    let seen = 0;
    let examined = 0;
    for (const place of places) {
      if (place < seen) continue;
      const span = around(text, detector, place);
      seen = span.end;
      examined += span.end - span.start;
      if (examined > most) break;
      const content = text.slice(span);
      for (const [start, end] of detect(detector, content)) {
        const secret = narrowed(detector, content, start, end, span.start);
        if (secret.end > (found.get(secret.start)?.span.end ?? 0) && !isMasked(text.slice(secret))) found.set(secret.start, { detector, span: secret });
      }
    }
  }
  return [...found.values()].sort((a, b) => a.span.start - b.span.start);
}

/** The text that a detector needs to see: the line of a word, or the lines up to what ends the secret. */
function around(text: SourceText, { end: ending }: Detector, place: number): Span {
  const line = text.lineAt(place);
  const start = Math.max(text.lineStart(line), place - reach.before);
  if (ending === undefined) return { start, end: Math.min(text.lineEnd(line), place + reach.behind) };
  const behind = text.value.slice(place, place + reach.lines).indexOf(ending);
  return { start, end: behind < 0 ? Math.min(text.value.length, place + reach.lines) : text.lineEnd(text.lineAt(place + behind)) };
}

const ofWord = new Map<string, Detector[]>();
const ofLogin = detectors.filter(({ words }) => words.length === 0);
for (const detector of detectors) {
  for (const word of detector.words) ofWord.set(word, [...(ofWord.get(word) ?? []), detector]);
}
export const secretWords = [...ofWord.keys()];
const stems = secretWords.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1));

/** Each detector with the places of its words, where a text has any. */
function suspicions(value: string, mentions: readonly Mention[]): Map<Detector, number[]> {
  const places = new Map<Detector, number[]>();
  const suspect = (detector: Detector, place: number) => {
    const known = places.get(detector);
    if (known) known.push(place);
    else places.set(detector, [place]);
  };
  for (const { word, span } of mentions) {
    const stem = stems.find((beginning) => word.startsWith(beginning));
    for (const detector of ofWord.get(stem === undefined ? word : `${stem}*`) ?? []) suspect(detector, span.start);
  }
  for (const place of logins(value)) for (const detector of ofLogin) suspect(detector, place);
  return places;
}

/** Where an address has a name and a password: the places of its `@`. */
function* logins(value: string): Generator<number> {
  const ends = placesOf(value, '@');
  const starts = ends.length > 0 ? placesOf(value, '://') : ends;
  let next = 0;
  for (const start of starts) {
    while ((ends[next] ?? Infinity) < start) next++;
    const end = ends[next];
    if (end !== undefined && end - start < 520 && /^:\/\/[^\s/:@]{1,256}:[^\s/@]{1,256}$/.test(value.slice(start, end))) yield end;
  }
}

/** Where a secret stands in the text, without what names it. */
function narrowed({ before }: Detector, content: string, start: number, end: number, offset: number): Span {
  const found = before?.exec(content.slice(start, start + 600));
  const from = offset + start + (found?.[0].length ?? 0);
  return { start: from, end: found ? from + (found[1] as string).length : offset + end };
}

/** Whether what looks like a secret was made unreadable, or is an example that names itself one. */
function isMasked(value: string): boolean {
  return /[<>[\]{}*…]|x{4}|example|redacted|changeme|password|your/i.test(value) || (value.length > 15 && (new Set(value).size < 8 || !/\d/.test(value)));
}
