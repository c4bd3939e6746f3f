import type { Edit } from '../../rules/rule';

/** Edits that belong together: all of them are made or none. They do not overlap and are in document order. */
export type Change = readonly Edit[];

/** The change that writes `newText` over a span of `source`; none where it stands there already. */
export function rewrite(source: string, start: number, end: number, newText: string): Edit[] {
  return source.slice(start, end) === newText ? [] : [{ span: { start, end }, newText }];
}
