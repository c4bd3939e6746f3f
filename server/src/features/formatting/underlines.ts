import type { IncidentDocument } from '../../document/document';
import { displayWidth } from '../display-width';
import { rewrite, type Change } from './change';

/** Shorter lines underline nothing, or are taken for something else. */
const SHORTEST = 3;

/** Every underline is as long as the longest line of its title. */
export function alignUnderlines({ text, lines }: IncidentDocument): Change[] {
  const changes: Change[] = [];
  for (const heading of lines) {
    if (heading.notation !== 'setext') continue;
    let last = heading.number + 1;
    while (lines[last + 1]?.kind === 'underline') last++;
    const underline = lines[last];
    const mark = underline && text.value[underline.contentStart];
    if (underline?.kind !== 'underline' || mark === undefined || !'=-~'.includes(mark)) continue;
    const widths = lines.slice(heading.number, last).map(({ start, end }) => displayWidth(text.value.slice(start, end).trim()));
    changes.push(rewrite(text.value, underline.contentStart, underline.contentEnd, mark.repeat(Math.max(SHORTEST, ...widths))));
  }
  return changes;
}
