import type { Field } from './fields';
import type { Roles } from './roles';
import type { Line } from './lines';
import type { Section } from './sections';
import type { Table, TableRow } from './tables';
import type { SourceText } from './text';
import type { Timeline } from './timeline';
import type { ActionPlan } from './actions';
import { headerPhrases } from './vocabulary';
import type { FieldKey, SectionRole } from './vocabulary';
import { remembered } from './words';

export type DocumentKind = 'postmortem' | 'escalation' | 'none';

/** Why a document is, or is not, taken for an incident document. */
export interface Detection {
  readonly score: number;
  /** Stable English, one short phrase a signal; what speaks against an incident document begins with "against: ". */
  readonly reasons: readonly string[];
}

const postmortemTitle = /post-?\s?mortems?|incident (?:report|review|summary|disclosure|record|analysis|retrospective)|\brca\b|root cause analysis|outage|incident\b|after[- ]action|ポストモーテム|障害報告|informe de incidente|relatório de incidente|störungsbericht|rapport d.incident/i;
const escalationTitle = /escalation|escalated|\bESC\b|eskalation|escalaci[oó]n|\bescalad[oa]\b|escalade|エスカレーション/i;
/** Titles that tell of a failure without naming the kind of document. */
const failureTitle = /\b(?:down|crash(?:e[sd]|ing)?|unreachable|unavailable|inaccessible|failures?|fail(?:s|ed|ing)|broken|exploit|leak(?:ed)?|compromised?|overload(?:ed)?|degrad(?:ed|ation)|disruption|halt(?:ed)?|not (?:running|working|responding)|breach|attack|errors?|lost|loss|expir(?:ed|y|ation)|stuck|latency|slow(?:down|ness)?|downtime|induced|deleted|missing|takeover|phishing)\b/i;
const datedName = /(?<!\d)(?:19|20)\d{2}[-_/. ]?\d{2}(?:[-_/. ]?\d{2})?(?!\d)/;
const summaryFile = /(?:^|_)(?:readme|index|changelog|contributing)\b/i;
/** Titles of documents about incidents in general: processes, lists, templates, change logs. */
const aboutTitle = /\b(?:post-?mortems|incident reports|incidents|process|policy|policies|procedure|guide|guidelines?|playbook|runbook|changelog|release notes|readme|index|list of|how to|template|minutes|meeting|call notes|agenda|install|assignment|collection)\b/i;
const fileNameHint = /post-?mortem|incident|outage|\brca\b|escalation/i;

/** Roles that hardly any other document has a heading for, and those that support them. */
export const strongRoles: readonly SectionRole[] = ['timeline', 'rootCause', 'impact', 'contributingFactors', 'detection', 'sentiment', 'trigger'];
export const supportingRoles: readonly SectionRole[] = ['summary', 'resolution', 'mitigation', 'actions', 'lessons', 'status', 'communication', 'participants', 'technicalDetails'];
export const headerKeys = Object.keys(headerPhrases) as FieldKey[];

/** What speaks for and against an incident document. */
export interface Signals {
  readonly title: string;
  /** Without folders; empty where it is not known. */
  readonly fileName: string;
  /** The roles of sections, and of labels that stand for sections. */
  readonly roles: ReadonlySet<SectionRole>;
  readonly keys: ReadonlySet<FieldKey | null>;
  /** Timed entries of timelines. */
  readonly entries: number;
  /** Items of the plan. */
  readonly items: number;
  /** Rows of tables that state what incidents are measured by. */
  readonly measures?: number;
  /** Lines of a log, which stands in a fence. */
  readonly logged?: number;
}

/** What the signals come to. */
export interface Weighed extends Detection {
  /** What each of the reasons adds to the score, in their order. */
  readonly points: readonly number[];
  /** How many of the signals are independent of each other. */
  readonly independent: number;
  readonly isIncident: boolean;
}

/** A document is taken for an incident document from this score on, and with so many independent signals. */
export const threshold = { score: 4, independent: 2 } as const;

/** Weighs title, section roles, header facts, timed entries and a plan, each a signal of its own. */
export function weigh({ title, fileName, roles, keys, entries, items, measures = 0, logged = 0 }: Signals): Weighed {
  const reasons: string[] = [];
  const weights: number[] = [];
  let score = 0;
  let structural = 0;
  const add = (points: number, reason: string, signals = 1): void => {
    score += points;
    weights.push(points);
    reasons.push(reason);
    structural += signals;
  };
  const saysPostmortem = postmortemTitle.test(title);
  const saysEscalation = escalationTitle.test(title);
  const saysFailure = !saysPostmortem && !saysEscalation && failureTitle.test(title);
  if (saysPostmortem) add(/post-?\s?mortem/i.test(title) ? 4 : 3, 'title names a post-mortem or an incident', 0);
  if (saysEscalation) add(3, 'title names an escalation', 0);
  if (saysFailure) add(2, 'title tells of a failure', 0);
  if (aboutTitle.test(title) && !saysEscalation) add(-3, 'against: title names a process, a list or notes', 0);
  if (fileNameHint.test(fileName)) add(1, 'file name names an incident', 0);
  if (datedName.test(title) || datedName.test(fileName)) add(saysFailure && datedName.test(title) ? 1.5 : 1, 'date in the title or the file name', 0);
  if (summaryFile.test(fileName)) add(-2.5, 'against: file name of an overview', 0);
  const strong = strongRoles.filter((role) => roles.has(role));
  const supporting = supportingRoles.filter((role) => roles.has(role));
  if (strong.length + supporting.length > 0) {
    const points = Math.min(strong.length * 1.5, 4.5) + Math.min(supporting.length * 0.75, 3);
    add(points, `sections: ${inWords([...strong, ...supporting].join(', '))}`, Math.min(strong.length, 1) + Math.min(supporting.length, 1));
  }
  const facts = headerKeys.filter((key) => keys.has(key));
  if (facts.length >= 2) add(Math.min(facts.length * 0.75, 3), `facts: ${inWords(facts.join(', '))}`);
  if (entries >= 3) add(2, `timeline of ${entries} entries`);
  if (measures >= 2) add(1, `measures of an incident: ${measures}`);
  if (entries === 0 && logged >= LOG && (saysPostmortem || saysEscalation)) add(1, `log of ${logged} lines`);
  if (items >= 2 && roles.size > 1) add(1, `plan of ${items} actions`);
  const independent = structural + (saysPostmortem || saysEscalation || saysFailure ? 1 : 0);
  return { score, reasons, points: weights, independent, isIncident: score >= threshold.score && independent >= threshold.independent };
}

/** `rootCause`, `impact` as "root cause, impact". */
const inWords = remembered((names: string): string => names.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`));

/** Decides what a document is by its content. */
export function detect(evidence: Evidence, vocabulary: Roles): { kind: DocumentKind; detection: Detection } {
  const signals = signalsOf(evidence, vocabulary);
  const { score, reasons, isIncident } = weigh(signals);
  const { title, roles, keys } = signals;
  return { kind: !isIncident ? 'none' : isEscalation(title, roles, keys) ? 'escalation' : 'postmortem', detection: { score, reasons } };
}

/** The parts of a document that speak for or against an incident document. */
export interface Evidence {
  readonly text: SourceText;
  readonly fileName: string;
  readonly lines: readonly Line[];
  readonly title: { readonly text: string } | null;
  readonly allSections: readonly Pick<Section, 'roles'>[];
  readonly fields: readonly Field[];
  readonly tables: readonly Table[];
  readonly timelines: readonly Timeline[];
  readonly plan: ActionPlan;
}

export function signalsOf({ text, fileName, lines, title, allSections, fields, tables, timelines, plan }: Evidence, vocabulary: Roles): Signals {
  const roles = new Set<SectionRole>();
  for (const section of allSections) for (const role of section.roles) roles.add(role);
  const keys = new Set<FieldKey | null>();
  for (const field of fields) {
    keys.add(field.key);
    if (field.key === null) for (const role of inlineRoles(vocabulary, field)) roles.add(role);
  }
  const entries = timelines.reduce((count, timeline) => count + timeline.entries.length, 0);
  return {
    title: [title?.text, fields.find((field) => field.notation === 'frontMatter' && field.label === 'title')?.value].join(' '),
    fileName, roles, keys, entries,
    items: plan.items.length,
    measures: measureRows(text, tables).length,
    logged: entries === 0 ? logLines(text, lines).length : 0,
  };
}

/** So many lines of a log are one. */
const LOG = 5;
const measure = /^\W*(?:(?:mean )?time (?:to|until) (?:detect|acknowledge|engage|mitigate|repair|resol|recover|restore)|mtt[adrm]\b|total (?:down|out)(?:time|age))/i;

/** The rows of tables that state what incidents are measured by. */
export function measureRows(text: SourceText, tables: readonly Table[]): TableRow[] {
  const found: TableRow[] = [];
  for (const { rows } of tables) {
    for (const row of rows) {
      const [first] = row.cells;
      if (first && measure.test(text.value.slice(first.start, Math.min(first.end, first.start + 40)))) found.push(row);
    }
  }
  return found;
}

/** The lines of code that begin with a time of day. */
export function logLines(text: SourceText, lines: readonly Line[]): Line[] {
  return lines.filter(({ kind, contentStart }) => kind === 'code' && /^\[?\d{1,2}:\d{2}/.test(text.value.slice(contentStart, contentStart + 6)));
}

/** `Root Cause: A full disk` on a line of its own says as much as a heading does. */
export function inlineRoles(vocabulary: Roles, field: Field): readonly SectionRole[] {
  return (field.notation === 'line' || field.notation === 'item') && field.labelSpan.end - field.labelSpan.start < 30 ? vocabulary.ofHeading(field.label) : [];
}

function isEscalation(title: string, roles: ReadonlySet<SectionRole>, keys: ReadonlySet<FieldKey | null>): boolean {
  let points = 0;
  if (escalationTitle.test(title)) points += 3;
  if (keys.has('escalated')) points += 2;
  if (keys.has('escalationLevel')) points += 2;
  if (keys.has('customer')) points += 1;
  if (keys.has('contact')) points += 1;
  if (roles.has('sentiment')) points += 3;
  if (roles.has('status')) points += 0.5;
  if (/post-?\s?mortem|\brca\b/i.test(title)) points -= 4;
  if (roles.has('lessons')) points -= 1;
  return points >= 3;
}
