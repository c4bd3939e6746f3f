import { fileNameOf } from '../../document/escaped-name';
import { t } from '../../l10n';
import type { Digest } from '../../workspace/digest';
import { bearingPlace, nameAt } from '../../workspace/names';
import { shorten } from '../shorten';
import { sentence, text, title } from './card';
import type { Block, Card, Link, Words } from './card';
import { listed } from './listed';
import type { HoverQuery } from './query';

/** More documents than this that bear one id are counted only. */
const mostDocuments = 3;

/** An id: the incident document that bears it, with its summary, its status and its open actions; or that it is this document's. */
export function identifierCard({ document, offset, uri, index }: HoverQuery): Card | null {
  const name = nameAt(document, offset);
  if (name?.kind !== 'id') return null;
  const { key, span } = name;
  const others = index.bearing(key).filter((digest) => digest.uri !== uri);
  if (bearingPlace(document, key)) return { span, blocks: [title(document.text.slice(span)), ...ofThis(others)] };
  return others.length === 0 ? null : { span, blocks: [...others.slice(0, mostDocuments).flatMap(ofOther), ...more(others.length - mostDocuments)] };
}

function ofThis(others: readonly Digest[]): Block[] {
  if (others.length === 0) return [text(sentence(t('This is the document of this id; no other that is known bears it.')))];
  const links = others.slice(0, mostDocuments).map((digest): Words => [linkTo(digest)]);
  return [text(sentence(t('This is the document of this id, but others bear it as well:'))), { kind: 'list', items: links }, ...more(others.length - mostDocuments)];
}

function ofOther(digest: Digest): Block[] {
  const open = digest.items.filter(({ state }) => state === 'open');
  const tracked = digest.items.filter(({ state }) => state !== 'untracked');
  const count = tracked.length === 0 ? t('Actions: {0}, none tracked', digest.items.length) : open.length === 0 ? t('No open actions') : t('Open actions: {0} of {1}', open.length, digest.items.length);
  return [
    { kind: 'title', words: [linkTo(digest)] },
    ...(digest.status === null ? [] : [{ kind: 'facts', rows: [[t('Status'), [shorten(digest.status)]]] } as const]),
    ...(digest.summary === '' ? [] : [text([digest.summary])]),
    ...(digest.items.length === 0 ? [] : [text([count])]),
    ...listed(open.map((item) => itemWords(digest.uri, item))),
  ];
}

/** An item of another document: a link to its line, with its due date. */
export function itemWords(uri: string, { line, text: words, due }: { readonly line: number; readonly text: string; readonly due: string | null }): Words {
  const link: Link = { label: shorten(words), target: `${uri}#L${line + 1}` };
  return due === null || words.includes(due) ? [link] : sentence(t('{0}, due {1}'), link, shorten(due));
}

/** A document by its title, else by the name of its file. */
export function linkTo({ uri, title: heading, ids }: Digest): Link {
  const [id] = ids;
  const name = heading?.text ?? fileNameOf(uri);
  return { label: shorten(id === undefined || name.includes(id) ? name : `${id}: ${name}`), target: uri };
}

const more = (count: number): Block[] => (count > 0 ? [text([t('and {0} more', count)])] : []);
