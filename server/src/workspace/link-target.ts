import { unescaped } from '../document/escaped-name';

/** A URI as it is compared with others: no sign in it is escaped. */
export const pathOf = unescaped;

/** What an address of its own, an absolute path or an anchor begins with. */
const elsewhere = /^(?:[a-z][a-z0-9+.-]*:|[/\\#?])/i;

/** The file that a relative link in a document leads to, as `pathOf` spells it; null where the link leads anywhere else. */
export function targetOf(uri: string, link: string): string | null {
  if (elsewhere.test(link) || !uri.includes('://')) return null;
  const path = pathOf(link.replace(/[?#].*$/s, ''));
  const parts = pathOf(uri).split('/').slice(0, -1);
  for (const part of path.split('/')) {
    if (part === '..') {
      // file:, nothing, and the host are no folders
      if (parts.length <= 3) return null;
      parts.pop();
    } else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}
