import type { IncidentDocument } from '../../document/document';
import type { Line } from '../../document/lines';
import { mostUsed } from '../most-used';
import { rewrite, type Change } from './change';
import { listsOf } from './lists';

/** What Markdown knows as bullets: where a list has one of them it becomes the bullet of all. */
const ofMarkdown = '-*+';

/** One bullet for each list, and for all lists of one indentation that hold entries of the same timeline. */
export function unifyBullets(document: IncidentDocument): Change[] {
  const { text, timelines } = document;
  const groups = new Map<string, Line[]>();
  const timelineOf = new Map(timelines.flatMap(({ entries }, index) => entries.map(({ line }) => [line, index] as const)));
  listsOf(document).filter(({ marker }) => marker === 'bullet').forEach(({ items }, index) => {
    const entry = items.find(({ number }) => timelineOf.has(number));
    const key = entry ? `timeline ${timelineOf.get(entry.number)} at ${entry.indent}` : `list ${index}`;
    groups.set(key, [...(groups.get(key) ?? []), ...items]);
  });
  return [...groups.values()].map((items) => {
    const bullets = items.map((item) => bulletOf(text.value, item));
    const bullet = mostUsed(bullets.filter((known) => ofMarkdown.includes(known))) ?? mostUsed(bullets) ?? '';
    return items.flatMap((item) => {
      const at = startOf(text.value, item);
      return rewrite(text.value, at, at + 1, bullet);
    });
  });
}

const bulletOf = (source: string, item: Line): string => source[startOf(source, item)] as string;

/** Where the first visible character of a line stands. */
function startOf(source: string, { start, end }: Line): number {
  return end - source.slice(start, end).trimStart().length;
}
