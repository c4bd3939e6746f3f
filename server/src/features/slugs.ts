import type { IncidentDocument } from '../document/document';
import { unescaped } from '../document/escaped-name';
import { plainText } from '../document/words';

/** The line (0-based) of each heading by its anchor, as GitHub makes them: a second heading of the same words gets "-1". */
export function anchorsOf({ text, lines, title, allSections }: IncidentDocument): ReadonlyMap<string, number> {
  const anchors = new Map<string, number>();
  const seen = new Map<string, number>();
  for (const number of [...(title ? [title.line] : []), ...allSections.map(({ line }) => line)]) {
    const line = lines[number];
    if (!line) continue;
    const slug = slugOf(text.value.slice(line.contentStart, line.contentEnd));
    const count = seen.get(slug) ?? 0;
    seen.set(slug, count + 1);
    const anchor = count === 0 ? slug : `${slug}-${count}`;
    if (!anchors.has(anchor)) anchors.set(anchor, number);
  }
  return anchors;
}

/** The line that an anchor leads to (`#` left aside, percent-encoded or not); undefined where no heading has it. */
export function lineOfAnchor(document: IncidentDocument, anchor: string): number | undefined {
  return anchorsOf(document).get(withoutVariation(unescaped(anchor).toLowerCase()));
}

/** A heading's words as GitHub writes them in an anchor: lower case, blanks as hyphens, without punctuation and emoji. */
export function slugOf(heading: string): string {
  return withoutVariation(plainText(heading).replace(/[:：]\s*$/, '').toLowerCase().replace(/[^\p{L}\p{M}\p{Nd}\p{Pc}\- ]/gu, '').replaceAll(' ', '-'));
}

/** GitHub keeps the invisible sign that asks for a coloured emoji; hardly anybody types it. */
const withoutVariation = (words: string): string => words.replace(/[\ufe0e\ufe0f]/g, '');
