import { marksIn } from './milestone-marks';
import { milestonesIn } from './milestones';
import type { Moment, TimeExpression, Zone } from './time';
import type { TimelineEntry } from './timeline';
import type { TimedRow } from './timeline-rows';
import type { SourceText, Span } from './text';
import type { MilestoneKey } from './vocabulary';
import { plainText } from './words';

/** Looks for the zone of a whole timeline, once, when an entry without one of its own is asked for it. */
export class ZoneOfTimeline {
  private readonly find: () => Zone | null;
  private found: Zone | null | undefined;

  constructor(find: () => Zone | null) {
    this.find = find;
  }

  get zone(): Zone | null {
    if (this.found === undefined) this.found = this.find();
    return this.found;
  }
}

/** An entry whose words are read when somebody asks for them. */
export class Entry implements TimelineEntry {
  readonly line: number;
  readonly endLine: number;
  readonly span: Span;
  readonly time: TimeExpression;
  readonly start: Moment;
  readonly end: Moment | null;
  readonly dateSource: TimelineEntry['dateSource'];
  readonly textSpan: Span;
  private readonly source: SourceText;
  private readonly nearest: Zone | null;
  private readonly timeline: ZoneOfTimeline;
  private words: string | undefined;
  private evidence: readonly MilestoneKey[] | undefined;
  private outright: readonly MilestoneKey[] | undefined;

  constructor(
    source: SourceText, row: TimedRow, endLine: number, span: Span, start: Moment, end: Moment | null, dateSource: TimelineEntry['dateSource'],
    nearest: Zone | null, timeline: ZoneOfTimeline,
  ) {
    this.source = source;
    this.line = row.line;
    this.endLine = endLine;
    this.span = span;
    this.time = row.time;
    this.start = start;
    this.end = end;
    this.dateSource = dateSource;
    this.textSpan = row.textSpan;
    this.nearest = nearest;
    this.timeline = timeline;
  }

  get zone(): Zone | null {
    return this.nearest ?? this.timeline.zone;
  }

  get text(): string {
    return (this.words ??= plainText(withoutComments(this.source.slice(this.textSpan))));
  }

  get milestones(): readonly MilestoneKey[] {
    return (this.evidence ??= milestonesIn(this.source.slice(this.textSpan), this.marked));
  }

  get marked(): readonly MilestoneKey[] {
    return (this.outright ??= marksIn(this.source.value.slice(this.textSpan.start, this.source.lineEnd(this.line))).map(({ key }) => key));
  }
}

const withoutComments = (text: string): string => (text.includes('<!--') ? text.replace(/<!--.{0,500}?-->/g, '') : text);
