import { unescaped } from '../document/escaped-name';

/**
 * The one spelling of a file's URI by which this server knows it, which is that of VS Code: everything but letters, digits and `-._~` is
 * escaped, and a drive is a small letter. Clients escape more or fewer characters. Other schemes are left as they are.
 */
export function fileUri(uri: string): string {
  const parts = /^file:\/\/([^/]*)(\/.*)$/i.exec(uri);
  if (!parts) return uri;
  const [, authority, path] = parts as unknown as [string, string, string];
  const folders = path.split('/').map((name) => escaped(unescaped(name)));
  return `file://${authority.toLowerCase()}${folders.join('/').replace(/^\/[A-Z]%3A/, (drive) => drive.toLowerCase().replace('%3a', '%3A'))}`;
}

/** Whether a file, or a folder, lies below a folder. Both are URIs in the spelling of `fileUri`. */
export function liesIn(uri: string, folder: string): boolean {
  return uri.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}

const isPlain = /^[\w.~-]*$/;

function escaped(name: string): string {
  return isPlain.test(name) ? name : encodeURIComponent(name).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
