import type { OtherPlace } from '../rule';
import type { Sibling } from '../siblings';

/** The title of another document. */
export function placeOf({ uri, title }: Sibling, message: string): OtherPlace {
  return { uri, line: title?.line ?? 0, message };
}
