import type { ActionPlan } from './actions';
import { readPlan } from './actions';
import { readAlignedTables } from './aligned-tables';
import { Anchors } from './anchors';
import { rolesWith } from './built-in-roles';
import { detect } from './detect';
import type { Detection, DocumentKind } from './detect';
import { readDirectives } from './directives';
import type { Directive } from './directives';
import { readFields } from './fields';
import type { Field } from './fields';
import { findHeadings } from './headings';
import { scanLines } from './lines';
import type { Line } from './lines';
import { metricsOf, momentIn, momentOf, readMilestones } from './milestones';
import type { Metrics, Milestone, Milestones } from './milestones';
import type { Synonyms } from './roles';
import { readSections } from './sections';
import type { Section, Title } from './sections';
import { decree } from './standing';
import type { Standing } from './standing';
import { readTables } from './tables';
import type { Table } from './tables';
import { SourceText } from './text';
import type { Moment, TimePoint, Zone } from './time';
import { TimeReader } from './time-reader';
import { readTimelines } from './timeline';
import type { Timeline } from './timeline';

/** What is known about a document beside its text. Where its standing makes it an incident document, the content says which kind. */
export interface ParseContext extends Standing {
  /** File name without folders; dates may be inherited from it. */
  readonly fileName?: string;
  /** The kind that the document had before it was edited; it stays one, so that typing in the title does not switch the checks off. */
  readonly stickyKind?: DocumentKind;
  /** A team's own words for headings and keys. */
  readonly synonyms?: Synonyms;
  /** How numeric dates are written that could be read both ways; where absent the document itself decides. */
  readonly dayOrder?: 'dayFirst' | 'monthFirst';
}

/** A parsed document. Immutable; a function of the text and its context alone. */
export interface IncidentDocument {
  readonly text: SourceText;
  /** File name without folders; empty where there is none. */
  readonly fileName: string;
  /** Reads times of this text as the document writes them. */
  readonly times: TimeReader;
  readonly kind: DocumentKind;
  readonly detection: Detection;
  readonly lines: readonly Line[];
  /** The title's words without markup. `line` is 0-based. */
  readonly title: Title | null;
  readonly fields: readonly Field[];
  /** The top-level sections; the title is none of them. */
  readonly sections: readonly Section[];
  /** Every section, in document order. */
  readonly allSections: readonly Section[];
  readonly tables: readonly Table[];
  readonly timelines: readonly Timeline[];
  readonly plan: ActionPlan;
  readonly milestones: Milestones;
  readonly metrics: Metrics;
  readonly directives: readonly Directive[];
  /** The incident's date, in days since 1970-01-01: from the summary, the title, the fields or the file name; else null. */
  readonly day: number | null;
  /** The zone that the document states for its times outside of timelines; else null. */
  readonly zone: Zone | null;
  /** When a point that is written somewhere in the document is, with the date and the year that the document lends it; or null. */
  momentOf(point: TimePoint): Moment | null;
  /** The moment that a field of it states, in the document's zone where it names none; null where it states none. */
  momentIn(field: Field): Milestone | null;
}

/**
 * Reads a document. Never throws: any string gives a document, of kind `none` where it is no incident document.
 * Offsets are UTF-16 code units into `value`, lines 0-based.
 */
export function parse(value: string, context: ParseContext = {}): IncidentDocument {
  const roles = rolesWith(context.synonyms);
  const text = new SourceText(value);
  const lines = scanLines(text);
  // what asks for a table by its line relies on their order
  const tables = [...readTables(text, lines), ...readAlignedTables(text, lines)].sort((one, other) => one.line - other.line);
  findHeadings(roles, text, lines);
  const tree = readSections(text, lines, roles);
  const fields = readFields(text, lines, tree, tables, roles);
  const reader = new TimeReader(value, context.dayOrder);
  const fileName = context.fileName ?? '';
  const anchors = new Anchors(text, lines, tree, fields, reader, fileName);
  const timelines = readTimelines(text, lines, tree.sections, tables, reader, anchors, roles);
  const plan = readPlan(text, lines, tree.sections, tables, reader, anchors, roles);
  const directives = readDirectives(text, lines);
  const evidence = { text, fileName, lines, title: tree.title, allSections: tree.all, fields, tables, timelines, plan };
  const { kind, detection } = kindOf(detect(evidence, roles), context, directives);
  const summary = tree.all.find((section) => section.roles.includes('summary'));
  return new ParsedDocument(
    { text, fileName, times: reader, kind, detection, lines, title: tree.title, fields, sections: tree.sections, allSections: tree.all, tables, timelines, plan, directives },
    anchors, () => readMilestones(fields, timelines, summary, lines, reader, anchors),
  );
}

type Lazy = 'day' | 'zone' | 'momentOf' | 'momentIn' | 'milestones' | 'metrics';

/**
 * What is read at once, and what is read when somebody asks for it. A class, as an object literal with getters is a dictionary,
 * in which every property takes long to look up.
 */
class ParsedDocument implements IncidentDocument {
  readonly text: SourceText;
  readonly fileName: string;
  readonly times: TimeReader;
  readonly kind: DocumentKind;
  readonly detection: Detection;
  readonly lines: readonly Line[];
  readonly title: Title | null;
  readonly fields: readonly Field[];
  readonly sections: readonly Section[];
  readonly allSections: readonly Section[];
  readonly tables: readonly Table[];
  readonly timelines: readonly Timeline[];
  readonly plan: ActionPlan;
  readonly directives: readonly Directive[];
  readonly #anchors: Anchors;
  readonly #readMilestones: () => Milestones;
  #milestones: Milestones | undefined;
  #metrics: Metrics | undefined;

  constructor(read: Omit<IncidentDocument, Lazy>, anchors: Anchors, milestones: () => Milestones) {
    this.text = read.text;
    this.fileName = read.fileName;
    this.times = read.times;
    this.kind = read.kind;
    this.detection = read.detection;
    this.lines = read.lines;
    this.title = read.title;
    this.fields = read.fields;
    this.sections = read.sections;
    this.allSections = read.allSections;
    this.tables = read.tables;
    this.timelines = read.timelines;
    this.plan = read.plan;
    this.directives = read.directives;
    this.#anchors = anchors;
    this.#readMilestones = milestones;
  }

  get day(): number | null {
    return this.#anchors.day();
  }

  get zone(): Zone | null {
    return this.#anchors.zone();
  }

  momentOf(point: TimePoint): Moment | null {
    return momentOf(point, this.#anchors);
  }

  momentIn(field: Field): Milestone | null {
    return momentIn(field, this.times, this.#anchors);
  }

  get milestones(): Milestones {
    return (this.#milestones ??= this.#readMilestones());
  }

  get metrics(): Metrics {
    return (this.#metrics ??= metricsOf(this.milestones, createdAt(this.fields, this.times, this.#anchors)));
  }
}

/** Whoever stands above the content decides; the content says which kind it is, where it says anything. */
function kindOf(found: { kind: DocumentKind; detection: Detection }, context: ParseContext, directives: readonly Directive[]): { kind: DocumentKind; detection: Detection } {
  const decided = decree(context, directives);
  if (decided?.isIncident === false) return { kind: 'none', detection: { score: 0, reasons: [decided.reason] } };
  const last = context.stickyKind ?? 'none';
  if (found.kind !== 'none' || (!decided && last === 'none')) return found;
  const kind = last !== 'none' ? last : /\.escalation(?:\.txt)?$/i.test(context.fileName ?? '') ? 'escalation' : 'postmortem';
  return { kind, detection: { ...found.detection, reasons: [decided?.reason ?? 'recognised before', ...found.detection.reasons] } };
}

function createdAt(fields: readonly Field[], reader: TimeReader, anchors: Anchors): Milestone | undefined {
  const field = fields.find((candidate) => candidate.key === 'created');
  const time = field && reader.read(field.valueSpan.start, field.valueSpan.end);
  const at = time?.start.date?.year == null ? null : momentOf(time.start, anchors);
  return field && time && at ? { line: field.line, at, zone: time.zone } : undefined;
}
