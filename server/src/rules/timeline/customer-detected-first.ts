import { t } from '../../l10n';
import { plannedDetection } from '../actions/taken-advice';
import { defineRule } from '../rule';
import { entryWords } from './entry-words';

/** Monitoring noticed before customers did. */
export const customerDetectedFirst = defineRule({
  id: 'customer-detected-first',
  group: 'timeline',
  summary: 'Monitoring notices an incident before customers do',
  severity: 'information',
  kinds: ['postmortem'],
  judges: 'timelines',
  *check(document) {
    const { text, timelines } = document;
    for (const { entries, newestFirst } of timelines) {
      const ordered = newestFirst ? entries.toReversed() : entries;
      const first = ordered.findIndex((entry) => noticed(entryWords(text, entry)) !== null);
      const entry = ordered[first];
      if (!entry) continue;
      if (noticed(entryWords(text, entry)) === 'customer') {
        const alarm = ordered.slice(first + 1).find((other) => noticed(entryWords(text, other)) === 'monitoring');
        const planned = plannedDetection(document);
        // a plan for more of what was there and came too late is none yet
        if (planned === 'certain' || (planned === 'general' && !alarm)) return;
        yield {
          span: entry.time.start.clockSpan ?? entry.time.span,
          message: alarm
            ? planned === 'general'
              ? t('Customers noticed before monitoring did: say in the plan what will detect this earlier.')
              : t('Customers noticed before monitoring did: plan an action that detects this earlier.')
            : t('It was customers who noticed first: plan an action that detects this earlier.'),
          related: alarm ? [{ span: alarm.time.span, message: t('Monitoring noticed here.') }] : [],
        };
      }
      return;
    }
  },
});

const who = '(?:customers?|(?:end )?users?|shoppers?|visitors?|students?|merchants?)';
/** "Customers notified" says that they were told, "client" may be a program: only words that leave no doubt count. A captured loop is compiled once, another one for each of its rounds. */
const customer = new RegExp(
  [
    `\\b${who}(?:'s?)? (?!is |are |was |were |be |can |could )(\\w+ ){0,2}(?:report(?:s|ed|ing)?(?! (?:by|for|as|to be)\\b)|complain\\w*|notice[sd]?|raise[sd]?|(?:contact|call)(?:s|ed) (?:us|in|support|the)|open(?:s|ed) (?:an? |the )?(?:\\w+ )?(?:tickets?|issues?|cases?|bugs?))\\b`,
    '\\bclients? (?:complain\\w*|(?:contact|call)ed (?:us|in|support)|(?:open|rais)ed (?:an? |the )?(?:\\w+ )?(?:tickets?|cases?|complaints?))\\b',
    `\\b(?:report(?:s|ed)?|raised|noticed|flagged|notified|alerted|informed|messages?|emails?|calls?|tickets?) (\\w+ ){0,2}(?:by|from) (\\w+ ){0,3}(?:${who}|clients?)\\b`,
    `\\b(?:${who}|client) complaints?\\b|\\bcomplaints (?:from|by)\\b|\\b(?:volume|number|wave|flood) of complaints\\b`,
  ].join('|'),
  'i',
);
/** A part of each of them: few entries have one. */
const anyCustomer = /customer|user|shopper|visitor|student|merchant|client|complaint/i;
/** Somebody or something other than a customer knows of the incident. */
const aware = /\b(?:alert|alarm|monitor|page[ds]?\b|pagerduty|opsgenie|prometheus|grafana|datadog|nagios|sentry|cloudwatch|statuscake|pingdom|health ?check|notic|detect|discover|observ|investigat|reali[sz]e|found\b|finds\b|sees?\b|saw\b|identif|aware\b|issue\b|ticket|confirm|diagnos|check(?:s|ed)\b|warn|error rate)/i;
const monitoring = /\b(?:alert(?:s|ed|ing)?|alarms?|monitor(?:s|ing|ed)?|paged|pages|pagerduty|opsgenie|prometheus|grafana|datadog|nagios|sentry|cloudwatch|statuscake|pingdom|health ?checks?)\b/i;

/** Who knows of the incident in an entry, or null where nobody does. */
function noticed(words: string): 'customer' | 'monitoring' | 'somebody' | null {
  if (monitoring.test(words)) return 'monitoring';
  if (anyCustomer.test(words) && customer.test(words)) return 'customer';
  return aware.test(words) ? 'somebody' : null;
}
