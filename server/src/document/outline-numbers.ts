import type { MutableLine } from './lines';
import type { SourceText } from './text';

const ofHeading = /^\s*(?:#{1,6}\s+)?(\d{1,2})[.)]?\s/;
const ofParagraph = /^(\d{1,2})\.\d{1,2}\.?[ \t]+(?=\S)/;

/** "3.1  12.05.2025, 18:00  Data delivered" below "3. CHRONOLOGY": paragraphs that carry the number of their heading are the items of a list. */
export function markOutlinedItems(text: SourceText, lines: readonly MutableLine[]): void {
  let number: string | undefined;
  for (const line of lines) {
    if (line.kind === 'heading') {
      number = ofHeading.exec(text.value.slice(line.start, Math.min(line.end, line.start + 16)))?.[1];
      continue;
    }
    if (number === undefined || line.marker !== null || (line.kind !== 'prose' && line.kind !== 'field')) continue;
    const match = ofParagraph.exec(text.value.slice(line.contentStart, Math.min(line.contentEnd, line.contentStart + 16)));
    if (match?.[1] !== number) continue;
    if (line.kind === 'prose') line.kind = 'item';
    line.marker = 'number';
    line.contentStart += match[0].length;
  }
}
