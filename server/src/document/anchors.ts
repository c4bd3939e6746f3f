import { firstBehind } from './bisection';
import type { Field } from './fields';
import type { Line } from './lines';
import type { Section, SectionTree } from './sections';
import { dayNumber, daysToOtherReading, zoneOffset } from './time';
import type { CivilDate, Zone } from './time';
import type { TimeReader } from './time-reader';
import type { SourceText } from './text';
import { zoneNames, zoneOffsets } from './vocabulary';
import { isCity } from './zone';

/**
 * What the rest of a document lends to a timeline: the date of entries that state none, the year of dates without one, and
 * the zone. Everything is looked for once, and only when it is asked for.
 */
export class Anchors {
  private readonly text: SourceText;
  private readonly lines: readonly Line[];
  private readonly tree: SectionTree;
  private readonly fields: readonly Field[];
  private readonly reader: TimeReader;
  private readonly fileName: string;
  private foundDate: CivilDate | null | undefined;
  private foundStated: Zone | null | undefined;
  private foundInSummary: Zone | null | undefined;
  private foundTimes: readonly number[] | undefined;

  constructor(text: SourceText, lines: readonly Line[], tree: SectionTree, fields: readonly Field[], reader: TimeReader, fileName: string) {
    this.text = text;
    this.lines = lines;
    this.tree = tree;
    this.fields = fields;
    this.reader = reader;
    this.fileName = fileName;
  }

  /** Days since 1970-01-01 of the incident's date: from the summary, the title, the fields or the file name; else null. */
  day(): number | null {
    const date = this.date();
    return date && date.year !== null ? dayNumber(date.year, date.month, date.day) : null;
  }

  /** How many days later `day` is where its date may be read the other way round too, else 0. */
  dayShift(): number {
    const date = this.date();
    return date ? daysToOtherReading(date, date.year) : 0;
  }

  /** Whether one of the fields that name people begins with a name, or has it as one of several. */
  namesPerson(name: string): boolean {
    return this.fields.some(({ key, value }) => (key === 'owner' || key === 'contact' || key === 'authors') && value.split(/[,;/&]| and /).some((part) => `${part.trim()} `.startsWith(`${name} `)));
  }

  /** The year of dates that are written without one, or null. */
  year(): number | null {
    return this.date()?.year ?? yearIn(this.tree.title?.text ?? '');
  }

  private date(): CivilDate | null {
    if (this.foundDate === undefined) this.foundDate = this.findDate();
    return this.foundDate;
  }

  private findDate(): CivilDate | null {
    const candidates = [
      () => this.dateInSummary(),
      () => (this.tree.title ? this.reader.findDate(this.tree.title.span.start, this.tree.title.span.end)?.date : null),
      () => this.dateInFields(),
      () => this.dateInFrontMatterTitle(),
      () => this.dateIn(0, (this.tree.sections[0]?.line ?? 1) - 1, true),
      () => dateInName(this.fileName),
    ];
    let withoutYear: CivilDate | null = null;
    for (const candidate of candidates) {
      const date = candidate();
      if (date && date.year !== null) return withoutYear ? { ...withoutYear, year: date.year } : date;
      withoutYear ??= date ?? null;
    }
    return withoutYear;
  }

  private dateInSummary(): CivilDate | null {
    const summary = this.tree.all.find((section) => section.roles.includes('summary'));
    const last = summary ? summary.endLine : (this.tree.sections[0]?.line ?? this.lines.length) - 1;
    const first = summary ? summary.bodyLine : 0;
    return this.dateIn(first, last, summary !== undefined);
  }

  /** The first date in the words between two lines, both included. */
  private dateIn(first: number, last: number, withFields = false): CivilDate | null {
    for (let number = first; number <= Math.min(last, first + 40); number++) {
      const line = this.lines[number] as Line;
      if (line.kind !== 'prose' && line.kind !== 'item' && !(withFields && line.kind === 'field')) continue;
      const found = this.reader.findDate(line.contentStart, line.contentEnd);
      if (found && !intended.test(this.text.value.slice(Math.max(line.contentStart, found.span.start - MAX_INTENTION), found.span.start))) return found.date;
    }
    return null;
  }

  private dateInFrontMatterTitle(): CivilDate | null {
    const title = this.fields.find(({ notation, label }) => notation === 'frontMatter' && label === 'title');
    return title ? (this.reader.findDate(title.valueSpan.start, title.valueSpan.end)?.date ?? null) : null;
  }

  private dateInFields(): CivilDate | null {
    for (const key of ['started', 'detected', 'duration', 'date', 'created', 'escalated', 'id'] as const) {
      const stated = this.fields.filter((field) => field.key === key);
      // the day of the report is the incident's only where no other is stated
      for (const field of [...stated.filter(({ label }) => !ofReport.test(label)), ...stated.filter(({ label }) => ofReport.test(label))]) {
        const date = key === 'id' ? dateInName(field.value) : this.reader.findDate(field.valueSpan.start, field.valueSpan.end)?.date;
        if (date) return date;
      }
    }
    return null;
  }

  /** The zone that a sentence ("All times in CET"), the fields or the summary state for the document, or null. */
  zone(): Zone | null {
    return this.statedZone() ?? this.zoneInSummary();
  }

  private statedZone(): Zone | null {
    if (this.foundStated === undefined) this.foundStated = this.zoneInSentence(0, this.lines.length - 1) ?? this.zoneInFields();
    return this.foundStated;
  }

  /** The same for a timeline. The summary's zone covers it only where both write their clocks alike, in 12 or in 24 hours. */
  zoneOfTimeline(isTwelveHours: () => boolean): Zone | null {
    const stated = this.statedZone();
    if (stated) return stated;
    const zone = this.zoneInSummary();
    return zone && hasHalfOfDay(this.text.value.slice(Math.max(0, zone.span.start - 12), zone.span.start)) === isTwelveHours() ? zone : null;
  }

  /** "All times are GMT." between two lines, both included. */
  zoneInSentence(first: number, last: number): Zone | null {
    const [from, to] = [this.text.lineStart(first), this.text.lineEnd(last)];
    let read = -1;
    const times = (this.foundTimes ??= timesIn(this.text.value));
    for (let index = firstBehind(times, (place) => place >= from); index < times.length; index++) {
      const at = times[index] as number;
      if (at >= to) break;
      const line = this.lines[this.text.lineAt(at)] as Line;
      if (line.number === read || line.kind === 'code' || line.kind === 'frontMatter' || at >= line.contentStart + MAX_SENTENCE) continue;
      read = line.number;
      // a sentence may go on in the next line
      const behind = this.lines[line.number + 1];
      const end = Math.min(behind?.kind === 'prose' && behind.marker === null ? behind.contentEnd : line.end, line.contentStart + MAX_SENTENCE, at + 80);
      const zone = zoneIn(this.text.value, at, end) ?? placeIn(this.text.value, at, end);
      if (zone) return zone;
    }
    return null;
  }

  /** "Central time (CST), from the log", "All in CET.", "London time.": the zone that a line of a timeline begins with. */
  zoneAtStart(first: number, last: number): Zone | null {
    for (const { kind, marker, contentStart, contentEnd } of this.lines.slice(first, last + 1)) {
      if (kind !== 'prose' || marker !== null) continue;
      const end = Math.min(contentEnd, contentStart + MAX_START);
      const match = zoneFirst.exec(this.text.value.slice(contentStart, end));
      if (!match) continue;
      const [whole, place = '', city = ''] = match;
      const span = { start: contentStart + whole.length - place.length, end: contentStart + whole.length };
      const zone = zoneIn(this.text.value, contentStart, end) ?? (isCity(city) ? { text: place, span, offset: null } : null);
      if (zone) return zone;
    }
    return null;
  }

  /** "All events happened on 2019-10-21": the day, since 1970-01-01, that a sentence between two lines gives to rows without one; or null. */
  dayInSentence(first: number, last: number): number | null {
    const from = this.text.lineStart(first);
    const match = eventsOn.exec(this.text.value.slice(from, this.text.lineEnd(last)));
    const at = match ? from + match.index + match[0].length : -1;
    const date = match && this.reader.readDate(at, this.text.lineEnd(this.text.lineAt(at)))?.date;
    const year = date && (date.year ?? this.year());
    return date && year !== null && year !== undefined ? dayNumber(year, date.month, date.day) : null;
  }

  private zoneInFields(): Zone | null {
    for (const field of this.fields) {
      if (/^(?:time ?)?zone$/i.test(field.label)) return zoneIn(this.text.value, field.valueSpan.start, field.valueSpan.end) ?? inSmallLetters(field);
    }
    for (const field of this.fields) {
      if (field.key ? field.key === 'date' : !window.test(field.label)) continue;
      const zone = this.reader.findZone(field.valueSpan.start, field.valueSpan.end);
      if (zone) return zone;
    }
    return null;
  }

  private zoneInSummary(): Zone | null {
    if (this.foundInSummary === undefined) this.foundInSummary = this.findZoneInSummary();
    return this.foundInSummary;
  }

  private findZoneInSummary(): Zone | null {
    const read = (section: Section | undefined): Zone | null => {
      if (!section) return null;
      for (let number = section.bodyLine; number <= section.endLine; number++) {
        const line = this.lines[number] as Line;
        if (line.kind === 'code') continue;
        const zone = this.reader.findZone(line.contentStart, line.end);
        if (zone) return zone;
      }
      return null;
    };
    return read(this.tree.all.find((section) => section.roles.includes('summary'))) ?? read(this.tree.all.find((section) => section.roles.includes('impact')));
  }
}

/** In front of a day that is none of the incident's. */
const intended = /\b(?:planned|scheduled|expected) (?:for|by|until)\b[^.;]*$|\bdue(?: on| by)? $/i;
const MAX_INTENTION = 40;
const ofReport = /\b(?:report|publish\w*|publication|posted|sent)\b/i;
/** Labels of when it happened that are no key. */
const window = /^(?:when|(?:incident |impact |outage )?(?:window|times?))$/i;

/** Whether a time of day is written with "am" or "pm". */
export const hasHalfOfDay = (written: string): boolean => /\d\s?[ap]\.?m\b/i.test(written);

const zoneToken = new RegExp(`(?<![A-Za-z])(?:UTC|GMT)\\s?[+−-]\\d{1,2}(?::?\\d{2})?(?!\\d)|(?<![A-Za-z])(?:${Object.keys(zoneOffsets).filter((name) => name !== 'Z').join('|')}|${zoneNames})(?![A-Za-z])`, 'g');

/** "everything below is eastern", where nothing else can be meant */
function inSmallLetters({ value, valueSpan }: Field): Zone | null {
  const match = /\b(?:eastern|central|mountain|pacific)\b/i.exec(value);
  const start = valueSpan.start + (match?.index ?? 0);
  return match && { text: match[0], span: { start, end: start + match[0].length }, offset: null };
}

const hasSmall = /[a-z]/;

/** The zone named anywhere in a stretch of text; one whose offset is known wins over "local". */
export function zoneIn(source: string, start: number, end: number): Zone | null {
  zoneToken.lastIndex = 0;
  const stretch = source.slice(start, end);
  let found: Zone | null = null;
  for (let match = zoneToken.exec(stretch); match; match = zoneToken.exec(stretch)) {
    const at = start + match.index;
    const zone = { text: match[0], span: { start: at, end: at + match[0].length }, offset: zoneOffset(match[0].replace(/\s/, '')) };
    if (zone.offset !== null) return zone;
    // "local" names no zone, and "Central time (CST)" the one in brackets
    if (!/^local/i.test(zone.text) && (found === null || (hasSmall.test(found.text) && !hasSmall.test(zone.text)))) found = zone;
  }
  return found;
}

const timesWord = /(?:times|timestamps|time ?zone|all time|angaben|(?:uhr)?zeiten|horas|heures|horários)(?![A-Za-z])|時刻は|時間は/gi;
const isLetter = /[A-Za-z]/;

/** Where a text speaks of its times. */
function timesIn(source: string): number[] {
  // a look behind in the pattern itself would make it five times slower
  return Array.from(source.matchAll(timesWord), ({ index }) => index).filter((at) => !isLetter.test(source[at - 1] ?? ''));
}

const eventsOn = /\ball (?:the )?(?:events|entries|times)\b[^.\n]{0,40}?\bon +(?=[A-Za-z\d])/i;
const placeTime = /^[\p{L} ]{4,12}?[:\s]+(?:(?:are|is|in|sont|son|são|à|l['’]|a|en|em|de) ?)*(\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)? (?:local(?: time)?|time)|(?:heure|hora) (?:locale? )?de \p{Lu}\p{L}+|\p{Lu}\p{L}+er Zeit)(?!\p{L})/u;

/** "Times are Brussels local": a place that names a zone without its offset. */
function placeIn(source: string, start: number, end: number): Zone | null {
  const name = placeTime.exec(source.slice(start, end))?.[1];
  const at = name === undefined ? -1 : source.indexOf(name, start);
  return name === undefined ? null : { text: name, span: { start: at, end: at + name.length }, offset: null };
}

/** What follows is a zone, or a place's time. */
const zoneFirst = /^[*_(]{0,3}(?:[Aa]ll in (?=\p{Lu})|(?=(?:UTC|GMT|Central|Eastern|Pacific|Mountain)\b)|((\p{Lu}\p{Ll}+) (?:local )?time)(?=[\s.,;*_)]|$))/u;
const MAX_START = 60;

/** How far into a line the words that speak of its times may stand, and their zone. */
const MAX_SENTENCE = 400;

/** The only year that a title names: "September 2025", "Q2/2025". */
function yearIn(title: string): number | null {
  const years = new Set(Array.from(title.matchAll(/(?<![\d.-])20\d{2}(?![\d-])/g), ([year]) => Number(year)));
  return years.size === 1 ? ([...years][0] as number) : null;
}

/** A date in a file name or an id: `2025-04-26-shards.md`, `prod_20250426_cloud`. */
function dateInName(name: string): CivilDate | null {
  const match = /(?<!\d)((?:19|20)\d{2})[-_.]?(\d{2})[-_.]?(\d{2})(?!\d)/.exec(name);
  if (!match) return null;
  const date = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  return dayNumber(date.year, date.month, date.day) === null || date.month > 12 ? null : date;
}
