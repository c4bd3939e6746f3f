import { rolesWith } from '../document/built-in-roles';
import { headerKeys, inlineRoles, logLines, measureRows, signalsOf, strongRoles, supportingRoles, threshold, weigh } from '../document/detect';
import { parse } from '../document/document';
import type { IncidentDocument, ParseContext } from '../document/document';
import { authorityOver } from '../document/standing';
import type { DetectionExplanation, DetectionSignal, MissingSignal } from '../protocol';
import { shorten } from './shorten';

type Words = DetectionSignal['evidence'];

/** The most places that are told for one signal: of what is alike, such as entries, and of what is not. */
const FEW = 3;
const MANY = 8;

/** Everything of an explanation that the document and its context tell. */
export type Explained = Omit<DetectionExplanation, 'pattern'>;

/** Why a document, read in a context, is taken for what it is. `kind` is what it passes for now. */
export function explainDetection({ text, kind }: IncidentDocument, context: ParseContext): Explained {
  const document = parse(text.value, { ...context, choice: undefined, stickyKind: 'none' });
  const signals = signalsOf(document, rolesWith(context.synonyms));
  const { score, reasons, points, independent } = weigh(signals);
  const authority = authorityOver(context, document.directives);
  const isBefore = authority === 'content' && kind !== 'none' && document.kind === 'none';
  return {
    kind,
    by: isBefore ? 'before' : authority,
    line: authority === 'directive' ? (document.directives.find(({ action }) => action === 'off')?.line ?? null) : null,
    otherwise: document.kind,
    score,
    independent,
    needed: threshold,
    signals: reasons.map((reason, index) => ({ reason, points: points[index] ?? 0, evidence: evidenceOf(reason, document, context) })),
    missing: missing.filter(([, signal]) => !reasons.some((reason) => signal.test(reason))).map(([name]) => name),
  };
}

/** What a document may lack, by the reasons that tell that it is there. */
const missing: readonly (readonly [MissingSignal, RegExp])[] = [
  ['title', /^title /], ['sections', /^sections:/], ['facts', /^facts:/], ['timeline', /^timeline of/], ['plan', /^plan of/],
];

/** Where the words stand that a reason rests on, by how it begins. */
const places: readonly (readonly [reason: RegExp, most: number, find: (document: IncidentDocument, context: ParseContext) => Words])[] = [
  [/^(?:against: )?title /, FEW, ({ title }) => (title ? [{ line: title.line, text: title.text }] : [])],
  [/^date /, FEW, ({ title, fileName }) => [title && /\d{4}/.test(title.text) ? { line: title.line, text: title.text } : { line: null, text: fileName }]],
  [/file name /, FEW, ({ fileName }) => [{ line: null, text: fileName }]],
  [/^sections:/, MANY, sections],
  [/^facts:/, MANY, ({ fields }) => fields.filter(({ key }) => key !== null && headerKeys.includes(key)).map(({ line, label, value }) => ({ line, text: `${label}: ${value}` }))],
  [/^timeline of/, FEW, ({ timelines }) => timelines.flatMap(({ entries }) => entries).map(({ line, text }) => ({ line, text }))],
  [/^measures of/, FEW, ({ text, tables }) => measureRows(text, tables).map(({ line, cells }) => ({ line, text: cells.map(({ start, end }) => text.value.slice(start, end)).join(' | ') }))],
  [/^log of/, FEW, ({ text, lines }) => logLines(text, lines).map(({ number, contentStart, contentEnd }) => ({ line: number, text: text.value.slice(contentStart, contentEnd) }))],
  [/^plan of/, FEW, ({ plan }) => plan.items.map(({ line, text }) => ({ line, text }))],
];

function sections({ allSections, fields }: IncidentDocument, { synonyms }: ParseContext): Words {
  const telling = (roles: readonly string[]): boolean => [...strongRoles, ...supportingRoles].some((role) => roles.includes(role));
  const vocabulary = rolesWith(synonyms);
  return [
    ...allSections.filter(({ roles }) => telling(roles)).map(({ line, title }) => ({ line, text: title })),
    ...fields.filter((field) => field.key === null && telling(inlineRoles(vocabulary, field))).map(({ line, label }) => ({ line, text: label })),
  ].sort((one, other) => one.line - other.line);
}

function evidenceOf(reason: string, document: IncidentDocument, context: ParseContext): Words {
  const [, most, find] = places.find(([pattern]) => pattern.test(reason)) ?? [];
  const found = find?.(document, context) ?? [];
  const words = found.slice(0, most).map(({ line, text }) => ({ line, text: shorten(text) }));
  return most !== undefined && found.length > most ? [...words, { line: null, text: '…' }] : words;
}
