import { readChat } from './chat';
import type { MessageHead } from './chat';
import type { PasteFormat, PastedText } from './format';
import { stampAt } from './stamp';

/** What log entries of an incident begin with. */
const verbs = /^(?:triggered|acknowledged|unacknowledged|resolved|reopened|escalated|re-?assigned|assigned|delegated|notified|notification|snoozed|unsnoozed|merged|annotated|note added|added|priority|urgency|status update|conference|response play|responders?|requested|suppressed|linked|incident|alert)\b/i;
/** One of them must be there: they are of every incident. */
const telling = /^(?:triggered|acknowledged|resolved|escalated to|notified|assigned to|reassigned)\b/i;
const PROGRAM = '';

/** The log entries of an incident as they are copied from its page. */
export const pagerDuty: PasteFormat = {
  id: 'pagerduty',
  name: 'PagerDuty',
  example: `Mar 9, 2026 at 9:40 PM
Triggered through the API.
Mar 9, 2026 at 9:41 PM
Notified Ana Lima via push notification.
Mar 9, 2026 at 9:43 PM
Acknowledged by Ana Lima.
`,
  read(text) {
    const entries = readChat(text, { headAt, noise });
    if (!entries?.some((entry) => telling.test(entry.text)) || entries.filter((entry) => verbs.test(entry.text)).length * 2 < entries.length) return null;
    return entries.map((entry) => ({ ...entry, author: null }));
  },
};

const noise = /^\(?(?:view message|view details|show details|hide details|show more|view full message)\)?$/i;

function headAt({ lines, order }: PastedText, number: number): MessageHead | null {
  const line = (lines[number] as string).trim().replace(/^(?:at|on) (?=\S*\d)/i, '');
  const stamp = stampAt(line, order);
  if (!stamp) return null;
  const rest = line.slice(stamp.end).replace(/^[\s:–—-]+/, '').replace(/\(view message\)$/i, '');
  return { time: stamp.time, author: PROGRAM, rest, lines: 1 };
}
