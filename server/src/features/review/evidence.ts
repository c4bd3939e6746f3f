import type { ActionItem } from '../../document/actions';
import { builtIn } from '../../document/built-in-roles';
import type { IncidentDocument } from '../../document/document';
import type { Section } from '../../document/sections';
import type { FieldKey, MilestoneKey, SectionRole, StatusStage } from '../../document/vocabulary';
import { hasDue, hasOwner } from '../../rules/actions/item-details';
import { plannedItems } from '../../rules/actions/planned-items';
import { isAftercare, prevents } from '../../rules/actions/actions-without-prevention';
import { linesIn } from '../../rules/impact/impact-text';
import { proseLines } from '../../rules/prose';
import { statedStatus } from '../../rules/status';
import { isEnglish } from '../../rules/structure/absence';
import { openingLines } from '../../rules/structure/opening';
import { isTemplateHole } from '../../rules/structure/template-hole';

/** Lines (0-based) that give an answer, and lines that should and do not. */
export interface Evidence {
  readonly found: readonly number[];
  readonly lacking: readonly number[];
}

/** Looks for an answer in a document; null where that cannot be told. */
export type Find = (document: IncidentDocument) => Evidence | null;

const found = (lines: readonly number[], lacking: readonly number[] = []): Evidence => ({ found: [...new Set(lines)], lacking: [...new Set(lacking)] });

/** Words without what is still to be filled in. */
const filled = (words: string): string =>
  words.replace(/\[[^\][]{2,80}\]|<[^<>]{2,80}>/g, (bracketed, index: number) => (isTemplateHole(words, index, bracketed) ? '' : bracketed)).replace(/\?\?+|\bTB[DCA]\b|\bTODO\b/g, '');

/** Whether a line says anything: more than a label does. */
const says = (words: string): boolean => /[\p{L}\p{N}]/u.test(filled(words).replace(/^[^:：]{1,60}[:：]\W*$/, ''));

/** Sections of the roles; where there are none, labels that stand for one ("Impact: all users"). A heading over nothing, or over holes to fill in, lacks its answer. */
export function section(...roles: readonly SectionRole[]): Find {
  return (document) => {
    const isWanted = (named: readonly SectionRole[]) => named.some((role) => roles.includes(role));
    const own = document.allSections.filter((candidate) => isWanted(candidate.roles) && !(candidate.parent && isWanted(candidate.parent.roles)));
    if (own.length === 0) return found(document.fields.filter(({ key, label, value }) => key === null && says(value) && isWanted(builtIn.ofHeading(label))).map(({ line }) => line));
    // "Impact: nobody could pay." has its text in the heading's own line
    const inHeading = ({ line, titleSpan }: Section) => says(/[:：](.*)$/.exec(document.text.value.slice(titleSpan.start, document.text.lineEnd(line)))?.[1] ?? '');
    const told = new Set(own.filter((one) => inHeading(one) || proseLines(document, one.line + 1, one.endLine).some(({ line, words: said }) => document.lines[line]?.kind !== 'heading' && says(said))));
    return found([...told].map(({ line }) => line), own.filter((candidate) => !told.has(candidate)).map(({ line }) => line));
  };
}

/** Facts of the header, or wherever they are stated. */
export function fact(...keys: readonly FieldKey[]): Find {
  return ({ fields }) => {
    const stated = fields.filter(({ key }) => key !== null && keys.includes(key));
    return found(stated.filter(({ value }) => says(value)).map(({ line }) => line), stated.filter(({ value }) => !says(value)).map(({ line }) => line));
  };
}

/** The first of the milestones that is known. Where rows of the timeline were not understood, one that is not known may be among them. */
export function milestone(...keys: readonly MilestoneKey[]): Find {
  return ({ milestones, timelines }) => {
    const known = keys.map((key) => milestones[key]?.line).find((line) => line !== undefined);
    if (known !== undefined) return found([known]);
    return timelines.some(({ unread }) => unread > 0) ? null : found([]);
  };
}

/** The entries of the timelines. */
export const entries: Find = ({ timelines }) =>
  timelines.some((timeline) => timeline.entries.length === 0 && timeline.unread > 0) ? null : found(timelines.flatMap((timeline) => timeline.entries.map(({ line }) => line)));

/** Lines with words of a pattern in the sections of the roles, and in what the document opens with. In a language other than that of the words they tell nothing. */
export function words(pattern: Pick<RegExp, 'test'>, ...roles: readonly SectionRole[]): Find {
  return (document) => {
    const lines = [...(roles.includes('summary') ? openingLines(document) : []), ...linesIn(document, ...roles)].filter((line) => pattern.test(filled(line.words)));
    return lines.length === 0 && !isEnglish(document) ? null : found(lines.map(({ line }) => line).sort((a, b) => a - b));
  };
}

/** Lines with an address, a picture or a ticket: where a reader can look something up. */
export const sources: Find = ({ text, lines }) =>
  found(lines.filter(({ kind, start, end }) => !unspoken.has(kind) && source.test(text.value.slice(start, Math.min(end, start + LONGEST)))).map(({ number }) => number));

const unspoken: ReadonlySet<string> = new Set(['code', 'fence', 'comment', 'frontMatter']);
const source = /\bhttps?:\/\/|\]\([^)\s]|\b(?!(?:SEV|UTF|SHA|ISO|RFC|HTTP|UTC|GMT)-)[A-Z][A-Z0-9]{1,9}-\d{1,6}\b/;
/** No line of a person is longer. */
const LONGEST = 4000;

/** The planned actions of which something holds, and the others. */
function actions(holds: (document: IncidentDocument, item: ActionItem) => boolean): Find {
  return (document) => {
    const { open, done } = plannedItems(document);
    const all = [...open, ...done].sort((a, b) => a.line - b.line);
    return found(all.filter((item) => holds(document, item)).map(({ line }) => line), all.filter((item) => !holds(document, item)).map(({ line }) => line));
  };
}

export const planned: Find = actions(() => true);
export const owned: Find = actions(hasOwner);
export const dated: Find = actions(hasDue);
export const tracked: Find = actions((_, { tickets }) => tickets.length > 0);

/** A planned action with words of a pattern: the others need not have them. In a language other than that of the words they tell nothing. */
export function action(pattern: RegExp): Find {
  const all = actions((_, { text }) => pattern.test(text));
  return (document) => {
    const lines = all(document)?.found ?? [];
    return lines.length === 0 && !isEnglish(document) ? null : found(lines);
  };
}

/** A planned action that keeps something from happening. What is no mere aftercare may do so too, in words that are not known. */
export const preventive: Find = (document) => {
  const evidence = action(prevents)(document);
  const others = actions((_, { text }) => !isAftercare(text))(document);
  return evidence?.found.length === 0 && (others?.found.length ?? 0) > 0 ? null : evidence;
};

/** The headings of the plan that say by when. */
export const horizons: Find = ({ plan }) => found(plan.groups.filter(({ horizon, items }) => horizon !== null && items.length > 0).map(({ line }) => line));

/** The status, where it is one of the stages; whether anything else was done cannot be told. */
export function stage(...stages: readonly StatusStage[]): Find {
  return (document) => {
    const status = statedStatus(document);
    return status && stages.includes(status.stage) ? found([status.field.line]) : null;
  };
}

/** What one of several ways finds. */
export function either(...ways: readonly Find[]): Find {
  return (document) => {
    const told = ways.map((way) => way(document)).filter((evidence) => evidence !== null);
    const answered = told.filter((evidence) => evidence.found.length > 0);
    if (answered.length > 0) return found(answered.flatMap((evidence) => evidence.found).sort((a, b) => a - b));
    return told.length < ways.length ? null : found([], told.flatMap(({ lacking }) => lacking));
  };
}
