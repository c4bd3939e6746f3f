import type { IncidentDocument } from '../../document/document';
import type { Span } from '../../document/text';
import { dayNumber, isoDay } from '../../document/time';
import { t } from '../../l10n';
import { excerpt } from '../anchor';
import type { Mention } from '../mentions';
import { coveredLines } from '../roles';
import { defineRule } from '../rule';
import type { Fix } from '../rule';
import { before, behind, isQuoted } from '../surroundings';

/** A day is named by its date, as the document is read on another one. */
export const relativeDate = defineRule({
  id: 'relative-date',
  group: 'language',
  summary: 'Days are named by their dates',
  severity: 'information',
  words: ['yesterday', 'tomorrow', 'tonight', 'today', 'morning', 'afternoon', 'evening', 'last', 'past', 'next', 'ago'],
  judges: 'words',
  *check(document, _options, { mentions }) {
    const places = mentions.flatMap((mention) => {
      const span = relativeSpan(mention);
      return span && document.lines[mention.line.line]?.kind !== 'heading' && !isQuoted(mention) ? [{ mention, span }] : [];
    });
    if (places.length === 0) return;
    const exempt = [coveredLines(document, 'timeline'), coveredLines(document, 'actions'), datedLines(document)];
    const [first, ...others] = places.filter(({ mention }) => !exempt.some((lines) => lines[mention.line.line] === 1));
    if (!first) return;
    const written = ({ span }: typeof first): string => excerpt(document.text.slice(span));
    const fix = withDate(document, first.mention);
    yield {
      span: first.span,
      message: t('"{0}" depends on the day of reading: write the date.', written(first)),
      related: others.map((other) => ({ span: other.span, message: t('"{0}" is relative as well.', written(other)) })),
      ...(fix ? { fixes: [fix] } : {}),
      ...(isDated(document) && { severity: 'hint' as const }),
    };
  },
});

const mail = [/^[*_> ]*(?:from|von|de)\s*[*_]*:/im, /^[*_> ]*(?:date|sent|datum|gesendet|fecha)\s*[*_]*:/im];
const asOf = /\b(?:last (?:modified|updated|edited)|updated|as of|posted|published|live (?:log|notes|updates)|running (?:log|notes))\b[^\n]{0,40}\d/i;
/** A mail or a page says so at its beginning. */
const head = 800;

/** Whether the document is read with the day on which it was written: a mail, a post, a log that is kept up to date. */
function isDated({ text, fields }: IncidentDocument): boolean {
  const beginning = text.value.slice(0, head);
  return fields.some(({ key, notation }) => key === 'date' && notation === 'frontMatter') || mail.every((pattern) => pattern.test(beginning)) || asOf.test(beginning);
}

const weekdays = '(?:mon|tues|wednes|thurs|fri|satur|sun)day';
const count = '(?:\\d{1,3}|a|an|one|two|three|four|five|six|seven|eight|ten|few|several|couple(?: of)?|a few|a couple of|several)';
const units = '(?:hours?|days?|weeks?|months?)';
const amount = new RegExp(`\\b(?:a )?${count} ${units} $`, 'i');
/** What follows each word where it makes a day depend on the reader's. */
const followers: Readonly<Record<string, RegExp>> = {
  last: new RegExp(`^ (?:night|weekend|${weekdays}|week|month|(?!few minutes)${count} ${units})\\b(?! of\\b)`, 'i'),
  past: new RegExp(`^ (?:weekend|week|month|${count} ${units})\\b`, 'i'),
  next: new RegExp(`^ (?:weekend|${weekdays}|week|month)\\b(?! of\\b)`, 'i'),
};
/** Windows that move with the clock, and days told from another day that is named. */
const moving = /\b(?:within|every|each|any|per|rolling|older than|newer than|at least|at most|more than|less than|keeps?|retain\w*|retention|covers?)[*_]{0,3}(?: of)?(?: the)? $/i;
const narrated = /\b(?:the|that|until the|by the|for the|of the) $/i;
/** "Today" is mostly "nowadays": the day itself is meant where it has a part or a limit. */
const thisDay = /\b(?:earlier|later|until|since|as of|again|from) $/i;

/** The words around a mention that name a day relative to another, or null. */
function relativeSpan(mention: Mention): Span | null {
  const { word, span } = mention;
  const earlier = before(mention, 40);
  const later = behind(mention, 40);
  const around = (match: RegExpExecArray | null): Span | null => match && { start: span.start - match[0].length, end: span.end };
  if (dateFollows.test(later) || dayFollows.test(later)) return null;
  switch (word) {
    case 'ago': {
      const match = amount.exec(earlier);
      return match && moving.test(earlier.slice(0, match.index)) ? null : around(match);
    }
    case 'today':
      return around(thisDay.exec(earlier));
    case 'morning':
    case 'afternoon':
    case 'evening':
      return around(/\bthis $/i.exec(earlier));
    case 'yesterday':
    case 'tomorrow':
    case 'tonight':
      // "yesterday's file" may be any day's, "date=yesterday" is a value
      return /^['’]s/.test(later) || /[=/-]$/.test(earlier) ? null : span;
    default: {
      const follower = followers[word]?.exec(later);
      // "the next week" is the one after something
      const free = follower && !moving.test(earlier) && !(word === 'next' && narrated.test(earlier));
      return free ? { start: span.start, end: span.end + follower[0].length } : null;
    }
  }
}

/** A date that says it right away: "yesterday (2024-05-02)", "last Friday, 3 May". */
const dateFollows = /^[\w' ]{0,20}?[,(–-]{1,2} ?(?:on |since |from |the )?(?:\w{3,9},? )?(?:\d{4}-\d|\d{1,2}[./]\d{1,2}|\d{1,2}(?:st|nd|rd|th)?\.? (?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w* \d)/i;

/** "next Thursday 8th" */
const dayFollows = /^ \w+ (?:the )?\d{1,2}(?:st|nd|rd|th)\b/i;

/** The lines below headings that state a date: their days count from it. */
function datedLines(document: IncidentDocument): Uint8Array {
  const { allSections, text, lines } = document;
  const dated = new Uint8Array(lines.length);
  const reader = document.times;
  for (const { titleSpan, line, endLine } of allSections) {
    if (dated[line] === 0 && /\d/.test(text.slice(titleSpan)) && reader.findDate(titleSpan.start, titleSpan.end)) dated.fill(1, line, endLine + 1);
  }
  return dated;
}

const distance: Readonly<Record<string, number>> = { yesterday: -1, tomorrow: 1, tonight: 0, today: 0 };

/** The date in parentheses behind the word, where a field states the day of the report. */
function withDate(document: IncidentDocument, { word, span }: Mention): Fix | null {
  const days = distance[word];
  const dates = document.fields.filter(({ key }) => key === 'date');
  const [field] = dates;
  if (days === undefined || !field || dates.length > 1) return null;
  const written = document.times.readDate(field.valueSpan.start, field.valueSpan.end)?.date;
  if (!written || written.year === null || written.ambiguous) return null;
  const day = dayNumber(written.year, written.month, written.day);
  if (day === null) return null;
  const date = isoDay(day + days);
  return { title: t('Add the date {0}', date), kind: 'suggested', edits: [{ span: { start: span.end, end: span.end }, newText: ` (${date})` }] };
}
