/** The value that there is most of, of several the one that is met first; undefined where there is none. Values of the same key count as the same. */
export function mostUsed<Value>(values: Iterable<Value>, keyOf: (value: Value) => unknown = (value) => value): Value | undefined {
  const found = new Map<unknown, { readonly value: Value; count: number }>();
  let most: { readonly value: Value; count: number } | undefined;
  for (const value of values) {
    const key = keyOf(value);
    const known = found.get(key) ?? { value, count: 0 };
    known.count++;
    found.set(key, known);
  }
  for (const known of found.values()) if (!most || known.count > most.count) most = known;
  return most?.value;
}
