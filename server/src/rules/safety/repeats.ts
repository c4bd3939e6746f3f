import type { SourceText, Span } from '../../document/text';

/** Places that say the same, together in the order of their first ones: what stands in a document twice is one problem. */
export function repeats<Place extends { readonly span: Span }>(text: SourceText, places: Iterable<Place>): Iterable<[Place, ...Place[]]> {
  const known = new Map<string, [Place, ...Place[]]>();
  for (const place of places) {
    const value = text.slice(place.span);
    const same = known.get(value);
    if (same) same.push(place);
    else known.set(value, [place]);
  }
  return known.values();
}
