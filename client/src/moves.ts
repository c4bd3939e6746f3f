type ByUri<Value> = Readonly<Record<string, Value>>;

/** What was said of files, after some of them, or folders above them, got other URIs. */
export function moved<Value>(all: ByUri<Value>, renames: readonly (readonly [from: string, to: string])[]): ByUri<Value> {
  return Object.fromEntries(
    Object.entries(all).map(([uri, value]) => {
      const rename = renames.find(([from]) => isAtOrBelow(uri, from));
      return [rename ? rename[1] + uri.slice(rename[0].length) : uri, value];
    }),
  );
}

/** What was said of files, without those that are no more, or lay in folders that are no more. */
export function forgotten<Value>(all: ByUri<Value>, gone: readonly string[]): ByUri<Value> {
  return Object.fromEntries(Object.entries(all).filter(([uri]) => !gone.some((from) => isAtOrBelow(uri, from))));
}

function isAtOrBelow(uri: string, folder: string): boolean {
  return uri === folder || uri.startsWith(`${folder}/`);
}
