import type { ListedPlan } from '../../../server/src/protocol';
import type { Row } from './grouping';

/** Where more items are gone at once, another text has come in their place. */
const MOST_CHANGED = 50;

/** The rows of a plan. An item keeps the key that it had among the rows `before`, also while somebody types in its words. */
export function rowsOf(plan: ListedPlan, before: readonly Row[]): Row[] {
  const gone = new Map(before.map((row) => [row.item.id, row]));
  const taken = new Set(before.map(({ key }) => key));
  const keys = plan.items.map(({ id }) => {
    const known = gone.get(id)?.key;
    gone.delete(id);
    return known;
  });
  const changed = gone.size <= MOST_CHANGED ? gone : new Map<string, Row>();
  return plan.items.map((item, at) => {
    const predecessor = keys[at] === undefined ? [...changed.values()].find((row) => areAlike(row.item.text, item.text)) : undefined;
    if (predecessor) changed.delete(predecessor.item.id);
    const key = keys[at] ?? predecessor?.key ?? unused(`${plan.uri}#${item.id}`, taken);
    taken.add(key);
    return { key, plan, item };
  });
}

/** Whether two texts begin and end alike, for the most part of both. */
function areAlike(one: string, other: string): boolean {
  const shorter = Math.min(one.length, other.length);
  let head = 0;
  while (head < shorter && one[head] === other[head]) head++;
  let tail = 0;
  while (tail < shorter - head && one.at(-1 - tail) === other.at(-1 - tail)) tail++;
  return 2 * (head + tail) >= Math.max(one.length, other.length);
}

function unused(key: string, taken: ReadonlySet<string>): string {
  return taken.has(key) ? unused(`${key}'`, taken) : key;
}
