import type { IncidentDocument } from '../../document/document';
import { unescaped } from '../../document/escaped-name';
import type { LineKind } from '../../document/lines';
import type { Span } from '../../document/text';
import { wordsOf } from '../../document/words';
import { t } from '../../l10n';
import { nearest } from '../../spelling';
import { excerpt } from '../anchor';
import { matchesIn } from '../prose';
import { defineRule } from '../rule';
import type { Finding } from '../rule';
import type { IdSeries, Siblings } from '../siblings';

/** A document refers to other documents that there are. */
export const brokenIncidentReference = defineRule({
  id: 'broken-incident-reference',
  group: 'workspace',
  summary: 'The documents that are referred to are there',
  severity: 'warning',
  judges: 'siblings',
  *check(document, _, { siblings }) {
    if (!siblings) return;
    yield* brokenLinks(document, siblings);
    for (const series of siblings.series) yield* unknownIds(document, siblings, series);
  },
});

const link = /\]\([ \t]*<?([^\s()<>]{1,300})>?(?:[ \t]+"[^"\n]{0,200}")?[ \t]*\)/g;

function* brokenLinks(document: IncidentDocument, siblings: Siblings): Generator<Finding> {
  const { value } = document.text;
  if (!value.includes('](')) return;
  for (const { index, 0: whole, 1: target = '' } of matchesIn(link, value).slice(0, mostLinks)) {
    if (siblings.hasFile(target) !== false) continue;
    const start = index + whole.indexOf(target);
    const span = { start, end: start + target.length };
    if (!isSaid(document, span)) continue;
    const path = target.replace(/[?#].*$/, '');
    const [folder, name] = [path.slice(0, path.lastIndexOf('/') + 1), path.slice(path.lastIndexOf('/') + 1)];
    const near = nearest(name, siblings.filesBeside(target).map(encoded));
    // a document that was taken out of its place has lost all that it leads to
    if (near === null && !siblings.keepsLinks) continue;
    yield {
      span,
      message: t('There is no file "{0}": mend the link, or write the document.', excerpt(unescaped(name), 48)),
      fixes: near === null ? [] : [{ title: t('Link to "{0}"', excerpt(unescaped(near), 60)), kind: 'suggested', edits: [{ span, newText: folder + near + target.slice(path.length) }] }],
    };
  }
}

const mostLinks = 500;
const encoded = (name: string): string => encodeURI(name).replace(/[?#()]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** Labels of what lies in other systems. */
const foreign = /\b(?:tickets?|jira|issues?|cases?|bugs?|changes?|tasks?|links?|servicenow|tracker|tracking)\b/;
/** A longer number is none of a series. */
const mostIds = 200;

function* unknownIds(document: IncidentDocument, siblings: Siblings, series: IdSeries): Generator<Finding> {
  const { text: { value }, fields, plan } = document;
  const pattern = new RegExp(`(?<![\\w./@#-])${escaped(series.prefix)}(\\d{${series.digits}})(?![\\w-]|\\.\\w|\\]?\\()`, 'gi');
  const told = new Set<string>();
  let isWhole: boolean | undefined;
  for (const { index, 0: id, 1: digits = '' } of matchesIn(pattern, value).slice(0, mostIds)) {
    const number = Number(digits);
    const key = id.toLowerCase();
    if (told.has(key) || number < series.first || number > series.last || siblings.isKnown(id)) continue;
    told.add(key);
    const span = { start: index, end: index + id.length };
    const within = ({ start, end }: Span) => start <= span.start && span.end <= end;
    if (fields.some(({ key: fact, label, value: stated, valueSpan }) => (fact === 'id' && stated.toLowerCase().includes(key)) || (within(valueSpan) && foreign.test(wordsOf(label))))) continue;
    if (plan.items.some(({ tickets }) => tickets.some((ticket) => ticket.value.toLowerCase().includes(key))) || !isSaid(document, span)) continue;
    isWhole ??= siblings.isWhole(series);
    if (!isWhole) return;
    yield { span, message: t('No document has the id "{0}": is another one meant?', excerpt(id)) };
  }
}

function escaped(text: string): string {
  return text.replace(/[^\w]/g, '\\$&');
}

const spoken: ReadonlySet<LineKind> = new Set(['heading', 'field', 'item', 'row', 'prose', 'quote']);

/** Whether the author says something: in no code and no comment. */
function isSaid({ text, lines }: IncidentDocument, { start }: Span): boolean {
  const line = lines[text.lineAt(start)];
  if (!line || !spoken.has(line.kind)) return false;
  const before = text.value.slice(line.start, start);
  return before.split('`').length % 2 === 1 && before.lastIndexOf('<!--') <= before.lastIndexOf('-->');
}
