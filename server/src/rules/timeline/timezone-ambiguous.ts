import type { IncidentDocument } from '../../document/document';
import type { Span } from '../../document/text';
import { t } from '../../l10n';
import { defineRule } from '../rule';
import type { Fix } from '../rule';
import { ambiguousZones } from './zone-meanings';

/** What tells which of its meanings a zone's name has: places, and the name of the same zone in the other season. */
const telling: Readonly<Record<string, RegExp>> = {
  IST: /\b(?:india\w*|pune|mumbai|bangalore|bengaluru|delhi|hyderabad|chennai|kolkata|irish|ireland|dublin|israel\w*|tel aviv|jerusalem|idt)\b/i,
  BST: /\b(?:british|britain|england|london|uk|scotland|gmt|bangladesh\w*|dhaka)\b/i,
  CST: /\b(?:central|chicago|texas|dallas|cdt|china|chinese|beijing|shanghai|mexico)\b/i,
  AST: /\b(?:atlantic|halifax|adt|arabia\w*|saudi|riyadh|puerto)\b/i,
};

/** A zone's name means the same for every reader. */
export const timezoneAmbiguous = defineRule({
  id: 'timezone-ambiguous',
  group: 'timeline',
  summary: 'The name of a time zone means the same for every reader',
  severity: 'hint',
  words: ['local'],
  *check(document, _options, { mentions }) {
    for (const [name, spans] of ambiguousNames(document)) {
      const first = spans[0];
      if (!first || telling[name]?.test(document.text.value) || explained.test(document.text.value.slice(first.end, first.end + 30))) continue;
      const meanings = ambiguousZones[name] ?? [];
      yield {
        span: first,
        message: t('{0} may be the time of {1}: write the offset from UTC.', name, meanings.map(([, where]) => where).join(t(' or of '))),
        related: spans.slice(1).map((span) => ({ span, message: t('{0} is written here as well.', name) })),
        fixes: meanings.map(([offset, where]) => rename(spans, name, offset, where)),
      };
    }
    const first = mentions.find(({ word, span, line }) => word === 'local' && localTime.test(document.text.value.slice(Math.max(line.start, span.start - 24), span.end + 6)));
    if (first && document.timelines.some(({ entries }) => entries.length > 0) && document.timelines.every(({ entries }) => entries.every(({ zone }) => !zone || /^local/i.test(zone.text)))) {
      yield { span: first.span, message: t('Readers do not know whose local time this is: name the place or the offset from UTC.') };
    }
  },
});

/** "(UTC+5:30)", "[+01:00]" or a place right behind the name. */
const explained = /^[ \t]?[([/=,]?[ \t]?(?:UTC|GMT|[+-]\d|[A-Z][a-z]+\/)/;
const localTime = /\blocal times?\b|\btimes?(?: are)?(?: all)?(?: in)? local\b/i;

/** Where the timelines write an ambiguous name, by the name. */
function ambiguousNames({ timelines }: IncidentDocument): ReadonlyMap<string, Span[]> {
  const found = new Map<string, Span[]>();
  const seen = new Set<number>();
  for (const { entries } of timelines) {
    for (const { zone } of entries) {
      if (!zone || !(zone.text in ambiguousZones) || seen.has(zone.span.start)) continue;
      seen.add(zone.span.start);
      const spans = found.get(zone.text);
      if (spans) spans.push(zone.span);
      else found.set(zone.text, [zone.span]);
    }
  }
  return found;
}

function rename(spans: readonly Span[], name: string, offset: number, where: string): Fix {
  const [hours, minutes] = [Math.trunc(Math.abs(offset) / 60), Math.abs(offset) % 60];
  const written = `UTC${offset < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
  return { title: t('Change {0} to {1} ({2})', name, written, where), kind: 'suggested', edits: spans.map((span) => ({ span, newText: written })) };
}
