import type { Span } from '../../document/text';
import { t } from '../../l10n';

/** A place to go to, by words for a person. */
export interface Link {
  readonly label: string;
  /** A URI. */
  readonly target: string;
}

/** Words for a person, with links in them. Whatever a document says in it is text and no markup. */
export type Words = readonly (string | Link)[];

export type Block =
  | { readonly kind: 'title'; readonly words: Words }
  | { readonly kind: 'text'; readonly words: Words }
  /** Names with their values, a line each. */
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [name: string, value: Words])[] }
  | { readonly kind: 'list'; readonly items: readonly Words[] }
  /** A command of the client, without which the block is left out. */
  | { readonly kind: 'command'; readonly label: string; readonly command: string; readonly argument: unknown };

/** What is told of a thing in a document. */
export interface Card {
  /** Of the thing. */
  readonly span: Span;
  readonly blocks: readonly Block[];
}

export const title = (words: string): Block => ({ kind: 'title', words: [words] });
export const text = (words: Words): Block => ({ kind: 'text', words });

/** A sentence with its holes `{0}`, `{1}` … filled with words and links. */
export function sentence(message: string, ...parts: readonly (string | number | Link)[]): Words {
  return message.split(/(\{\d\})/).flatMap((piece) => {
    const part = /^\{\d\}$/.test(piece) ? parts[Number(piece[1])] : undefined;
    const words = part === undefined ? piece : typeof part === 'number' ? String(part) : part;
    return words === '' ? [] : [words];
  });
}

/** A line (0-based) of a document as a link to it. */
export function lineLink(uri: string, line: number): Link {
  return { label: t('line {0}', line + 1), target: `${uri}#L${line + 1}` };
}
