import type { IncidentDocument } from '../../document/document';
import type { Span } from '../../document/text';
import { noOwner, phrases } from '../../document/vocabulary';
import { wordsOf } from '../../document/words';
import { t } from '../../l10n';
import { proseLine } from '../../rules/prose';
import type { ProseLine } from '../../rules/prose';
import { keyOf } from '../../workspace/identifiers';
import { titleOf } from '../item-title';
import { sentence, text, title } from './card';
import type { Card, Words } from './card';
import { itemWords, linkTo } from './identifier';
import { listed, mostRows } from './listed';
import { holds } from './query';
import type { HoverQuery } from './query';

/** An owner: what is open of theirs, in this document and in the others. */
export function ownerCard({ document, offset, uri, index }: HoverQuery): Card | null {
  const found = ownerAt(document, offset);
  if (!found) return null;
  const key = keyOf(found.owner);
  const own = document.plan.items.filter((item) => item.owner && keyOf(item.owner.value) === key);
  const here = own.filter(({ state }) => state === 'open');
  const untracked = own.filter(({ state }) => state === 'untracked');
  const elsewhere = index.ownedBy(found.owner).filter((digest) => digest.uri !== uri).map((digest) => ({
    digest, items: digest.items.filter(({ state, owner }) => state === 'open' && owner !== null && keyOf(owner) === key),
  }));
  const inThis = [
    ...here.map((item): Words => itemWords(uri, { line: item.line, text: titleOf(item), due: item.due?.value ?? null })),
    ...untracked.map((item): Words => [...itemWords(uri, { line: item.line, text: titleOf(item), due: item.due?.value ?? null }), t(' (not tracked)')]),
  ];
  const inOthers = elsewhere.flatMap(({ digest, items }) => items.map((item): Words => [...itemWords(digest.uri, item), ...sentence(t(' – in {0}'), linkTo(digest))]));
  const rows = bothOf(inThis, inOthers);
  if (rows.length === 0) return found.isCertain ? { span: found.span, blocks: [title(found.owner), text([t('Nothing of theirs is open.')])] } : null;
  const counts = [
    here.length === 0 && untracked.length > 0 ? t('Actions here: {0}, not tracked', untracked.length) : t('Open here: {0}', here.length),
    t('Open in other documents: {0}', inOthers.length),
  ];
  return { span: found.span, blocks: [title(found.owner), text([counts.join(' · ')]), ...listed(rows)] };
}

/** In such an order that those of other documents are seen however many there are in this one. */
function bothOf(inThis: readonly Words[], inOthers: readonly Words[]): readonly Words[] {
  const first = Math.max(mostRows / 2, mostRows - inOthers.length);
  return [...inThis.slice(0, first), ...inOthers, ...inThis.slice(first)];
}

/** A handle in the text counts where somebody of that name owns something. */
const handle = /(?<![\w.@/])@\w[\w.-]*\w/g;
/** What stands where an owner would. */
const nobody = new Set(phrases(noOwner));

function ownerAt(document: IncidentDocument, offset: number): { readonly owner: string; readonly span: Span; readonly isCertain: boolean } | null {
  const { plan, fields, text: source } = document;
  const item = plan.items.find(({ owner }) => owner && holds(owner.span, offset));
  if (item?.owner) return { owner: item.owner.value, span: item.owner.span, isCertain: true };
  const field = fields.find(({ key, valueSpan }) => key === 'owner' && holds(valueSpan, offset));
  if (field && !/[,;&]| and /.test(field.value) && !nobody.has(wordsOf(field.value))) return { owner: field.value, span: field.valueSpan, isCertain: true };
  const line = proseLine(document, source.lineAt(offset));
  for (const { index, 0: owner } of line?.words.matchAll(handle) ?? []) {
    const start = (line as ProseLine).start + index;
    const span = { start, end: start + owner.length };
    if (holds(span, offset)) return { owner, span, isCertain: false };
  }
  return null;
}
