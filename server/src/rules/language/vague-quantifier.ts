import { sectionsOf } from '../../document/sections';
import type { Span } from '../../document/text';
import { t } from '../../l10n';
import { excerpt } from '../anchor';
import type { Mention } from '../mentions';
import { defineRule } from '../rule';
import { behind, isQuoted } from '../surroundings';

/** Summary and impact give numbers. */
export const vagueQuantifier = defineRule({
  id: 'vague-quantifier',
  group: 'language',
  summary: 'Summary and impact give numbers',
  severity: 'hint',
  words: ['multiple', 'several', 'many', 'some', 'numerous', 'various', 'handful', 'dozens', 'hundreds', 'thousands', 'significant', 'significantly', 'substantial', 'majority'],
  judges: 'words',
  *check(document, _options, { mentions }) {
    let next = 0;
    for (const { bodyLine, endLine } of sectionsOf(document.sections, 'summary', 'impact')) {
      const places: Span[] = [];
      for (; next < mentions.length; next++) {
        const mention = mentions[next] as Mention;
        if (mention.line.line > endLine) break;
        const span = mention.line.line >= bodyLine && !isQuoted(mention) ? vague(mention) : null;
        if (span) places.push(span);
      }
      const [first, ...others] = places;
      if (!first) continue;
      yield {
        span: first,
        message: t('"{0}" leaves the extent open: give a number, even a rough one.', excerpt(document.text.slice(first))),
        related: others.map((span) => ({ span, message: t('No number here as well.') })),
      };
    }
  },
});

/** What an incident is counted in. */
const counted = `users|customers|clients|accounts|tenants|shoppers|orders|requests|queries|transactions|payments|messages|e-?mails|jobs|hosts|nodes|servers|shards|tablets|pods|services
  |systems|sites|regions|pages|tickets|complaints|reports|records|files|timeouts|errors|failures|crashes|restarts|attempts|hours|days|weeks|alerts|applications|apps|websites|clusters
  |instances|machines|devices|schools|stores|teams|people|validators|blocks|transfers|databases|tables|deployments|builds|pipelines`.replace(/\s+/g, '');
const degree = 'slow-?downs?|delays?|degradations?|impact|outages?|disruptions?|increases?|decreases?|drops?|numbers?|portion|share|latency|loss|downtime|backlog|amount|volume|part';
/** Only words that leave the kind of thing open stand between. A captured loop is compiled once, another one for each of its rounds. */
const many = new RegExp(`^ (?:of (?:(?:our|the|their|its|all) )?)?((?!(?:and|or|to|in|of|for|with|the)\\b)[\\w-]+ ){0,3}?(?:${counted})\\b(?! (?:of the day|ago))`, 'i');
const much = new RegExp(`^ ((?!(?:and|or|to|in|of|for|with|the)\\b)[\\w-]+ ){0,2}?(?:${degree})\\b`, 'i');

/** The words that hide a number, or null. */
function vague(mention: Mention): Span | null {
  const { word, span } = mention;
  const later = behind(mention, 90);
  const match = word === 'significantly' ? /^ (?:\w+ ){0,2}?(?:slow\w*|delay\w*|degrad\w*|increas\w*|decreas\w*|drop\w*|longer|higher|lower)\b/i.exec(later) : (word.startsWith('s') && word !== 'some' && word !== 'several' ? much : many).exec(later);
  if (!match || /\d/.test(match[0])) return null;
  // "several shards (43, 39)", "many users, about 400"
  return /^[^.;\n]{0,25}?(?:[(:,–-]|\babout|\bi\.e\.|\bnamely)[^.;\n]{0,14}\d/.test(later.slice(match[0].length)) ? null : { start: span.start, end: span.end + match[0].length };
}
