const none: readonly number[] = [];

/** Where a text has a rare literal, in order. `indexOf` passes over a text many times faster than a pattern does. */
export function placesOf(text: string, literal: string): readonly number[] {
  let at = text.indexOf(literal);
  if (at < 0) return none;
  const places: number[] = [];
  for (; at >= 0; at = text.indexOf(literal, at + 1)) places.push(at);
  return places;
}
