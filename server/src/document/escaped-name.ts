/** A name or a path of a URI without its escapes; as it is where they make no text. */
export function unescaped(name: string): string {
  if (!name.includes('%')) return name;
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** The name of a file by its URI, without its folders. */
export const fileNameOf = (uri: string): string => unescaped(uri.slice(uri.lastIndexOf('/') + 1));
