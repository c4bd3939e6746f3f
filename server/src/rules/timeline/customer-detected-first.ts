import type { TimelineEntry } from '../../document/timeline';
import { t } from '../../l10n';
import { defineRule } from '../rule';

/** Monitoring noticed before customers did. */
export const customerDetectedFirst = defineRule({
  id: 'customer-detected-first',
  group: 'timeline',
  summary: 'Monitoring notices an incident before customers do',
  severity: 'information',
  kinds: ['postmortem'],
  *check({ timelines }) {
    for (const { entries, newestFirst } of timelines) {
      const ordered = newestFirst ? entries.toReversed() : entries;
      const first = ordered.findIndex((entry) => noticed(entry) !== null);
      const entry = ordered[first];
      if (!entry) continue;
      if (noticed(entry) === 'customer') {
        const alarm = ordered.slice(first + 1).find((other) => noticed(other) === 'monitoring');
        yield {
          span: entry.time.start.clockSpan ?? entry.time.span,
          message: t('Customers noticed before monitoring did: plan an action that detects this earlier.'),
          related: alarm ? [{ span: alarm.time.span, message: t('Monitoring noticed here.') }] : [],
        };
      }
      return;
    }
  },
});

const who = '(?:customers?|clients?|(?:end )?users?|shoppers?|visitors?|students?|merchants?)';
const customer = new RegExp(
  [
    `\\b${who}(?:'s?)? (?!is |are |was |were |be |can|could )(?:\\w+ ){0,2}(?:reports?|reported|reporting|complain\\w*|notice[sd]?|contact(?:s|ed)|raise[sd]?|opened|opens|called|alert(?:ed|s)|notif(?:ied|ies)|informed|flag(?:s|ged))\\b`,
    `\\b(?:reports?|reported|raised|noticed|flagged|notified|alerted|informed|messages?|emails?|calls?|tickets?) (?:\\w+ ){0,2}(?:by|from) (?:\\w+ ){0,3}${who}\\b`,
    `\\b${who} complaints?\\b|\\bcomplaints (?:from|by)\\b|\\b(?:volume|number|wave|flood) of complaints\\b`,
  ].join('|'),
  'i',
);
/** Somebody or something other than a customer knows of the incident. */
const aware = /\b(?:alert|alarm|monitor|page[ds]?\b|pagerduty|opsgenie|prometheus|grafana|datadog|nagios|sentry|cloudwatch|statuscake|pingdom|health ?check|notic|detect|discover|observ|investigat|reali[sz]e|found\b|finds\b|sees?\b|saw\b|identif|aware\b|issue\b|ticket|confirm|diagnos|check(?:s|ed)\b|warn|error rate)/i;
const monitoring = /\b(?:alert(?:s|ed|ing)?|alarms?|monitor(?:s|ing|ed)?|paged|pages|pagerduty|opsgenie|prometheus|grafana|datadog|nagios|sentry|cloudwatch|statuscake|pingdom|health ?checks?)\b/i;

/** Who knows of the incident in an entry, or null where nobody does. */
function noticed({ text }: TimelineEntry): 'customer' | 'monitoring' | 'somebody' | null {
  if (monitoring.test(text)) return 'monitoring';
  if (customer.test(text)) return 'customer';
  return aware.test(text) ? 'somebody' : null;
}
