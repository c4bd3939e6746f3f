import type { IncidentDocument } from '../../document/document';
import type { Span } from '../../document/text';
import { t } from '../../l10n';
import { keyOf } from '../../workspace/identifiers';
import { sentence, text, title } from './card';
import type { Card, Words } from './card';
import { itemWords, linkTo } from './identifier';
import { listed } from './listed';
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
  const others = elsewhere.flatMap(({ items }) => items).length;
  if (!found.isCertain && own.length === 0 && elsewhere.length === 0) return null;
  const rows: Words[] = [
    ...here.map((item) => itemWords(uri, { line: item.line, text: item.text, due: item.due?.value ?? null })),
    ...untracked.map((item): Words => sentence(t('{0} (not tracked)'), ...itemWords(uri, { line: item.line, text: item.text, due: null }).slice(0, 1))),
    ...elsewhere.flatMap(({ digest, items }) => items.map((item): Words => [...itemWords(digest.uri, item), ...sentence(t(' – in {0}'), linkTo(digest))])),
  ];
  const counts = [
    here.length === 0 && untracked.length > 0 ? t('Actions here: {0}, not tracked', untracked.length) : t('Open here: {0}', here.length),
    t('Open in other documents: {0}', others),
  ];
  return { span: found.span, blocks: [title(found.owner), text([counts.join(' · ')]), ...listed(rows)] };
}

/** A handle in the text counts where somebody of that name owns something. */
const handle = /(?<![\w.@/])@\w[\w.-]*\w/g;
/** No line of words is longer. */
const longestLine = 4_000;

function ownerAt(document: IncidentDocument, offset: number): { readonly owner: string; readonly span: Span; readonly isCertain: boolean } | null {
  const { plan, fields, text: source, lines } = document;
  const item = plan.items.find(({ owner }) => owner && holds(owner.span, offset));
  if (item?.owner) return { owner: item.owner.value, span: item.owner.span, isCertain: true };
  const field = fields.find(({ key, valueSpan }) => key === 'owner' && holds(valueSpan, offset));
  if (field && !/[,;&]| and /.test(field.value)) return { owner: field.value, span: field.valueSpan, isCertain: true };
  const line = lines[source.lineAt(offset)];
  if (!line || line.kind === 'code' || line.kind === 'comment') return null;
  for (const { index, 0: owner } of source.value.slice(line.start, Math.min(line.end, line.start + longestLine)).matchAll(handle)) {
    const span = { start: line.start + index, end: line.start + index + owner.length };
    if (holds(span, offset)) return { owner, span, isCertain: false };
  }
  return null;
}
