import type { PasteFormat, PastedEntry, PastedText } from './format';
import { entryOf, keysOf, timeOfEpoch } from './records';

type Record = { readonly [key: string]: unknown };

/** The messages of a channel as Slack exports them: an array or a line each. */
export const slackExport: PasteFormat = {
  id: 'slack-export',
  name: 'Slack',
  example: `[
  {"type": "message", "user": "U024ANA", "user_profile": {"real_name": "Ana Lima"}, "ts": "1773092460.000200", "text": "The error rate of checkout is at 40 %"},
  {"type": "message", "user": "U024BEN", "ts": "1773092700.001100", "text": "Rolling back, <!here|here>"}
]
`,
  read(text) {
    const messages = recordsIn(text)?.filter(({ type }) => type === 'message');
    if (!messages?.length || !messages.every(({ ts, text: said }) => typeof ts === 'string' && exported.test(ts) && typeof said === 'string')) return null;
    return messages.filter(({ subtype, text: said }) => !membership.test(String(subtype ?? '')) && said !== '').map((message) => {
      const { user_profile: profile, username, user } = message as { user_profile?: Record; username?: unknown; user?: unknown };
      const name = [profile?.['display_name'], profile?.['real_name'], username, user].find((value) => typeof value === 'string' && value !== '');
      return { time: timeOfEpoch(Number.parseInt(message['ts'] as string, 10)), author: (name as string | undefined) ?? null, text: decoded(message['text'] as string) };
    });
  },
};

const exported = /^\d{10}\.\d{6}$/;
const membership = /^(?:channel|group)_(?:join|leave|purpose|topic|name|archive|unarchive)$/;
const entities: Readonly<{ [name: string]: string }> = { lt: '<', gt: '>', amp: '&' };

/** Slack's own notation of links, mentions and signs in words. */
function decoded(text: string): string {
  return text
    .replace(/<(https?:[^>|\s]{1,500})\|([^>]{1,500})>/g, '$2 ($1)')
    .replace(/<(https?:[^>|\s]{1,500})>/g, '$1')
    .replace(/<[@#!]([^>|\s]{1,100})\|([^>]{1,200})>/g, '@$2')
    .replace(/<[@!]([^>|\s]{1,100})>/g, '@$1')
    .replace(/&(lt|gt|amp);/g, (_, name: string) => entities[name] as string)
    .replace(/\s+/g, ' ')
    .trim();
}

/** Records of a log, a line each or in an array. */
export const jsonLines: PasteFormat = {
  id: 'json-lines',
  name: 'JSON',
  example: `{"@timestamp": "2026-03-09T21:40:00Z", "host": "web-1", "message": "Connection pool exhausted"}
{"@timestamp": "2026-03-09T21:45:00Z", "host": "web-1", "message": "Release 5.2 is rolled back"}
`,
  read(text) {
    const records = recordsIn(text);
    if (!records?.length) return null;
    const entries: PastedEntry[] = [];
    for (const record of records) {
      const keys = keysOf(Object.keys(record));
      const entry = keys && entryOf(keys, (key) => record[key], text.order);
      if (entry === null) return null;
      if (entry) entries.push(entry);
    }
    return entries.length > 0 ? entries : null;
  },
};

/** The objects of the text; null where anything else is in it. */
function recordsIn({ value, lines }: PastedText): readonly Record[] | null {
  const words = value.trim();
  if (!words.startsWith('{') && !words.startsWith('[')) return null;
  const rows = lines.filter((line) => line.trim() !== '');
  const first = objectIn(rows[0] as string);
  const records = isRecord(first) && rows.length > 1 ? rows.map(objectIn) : unwrapped(objectIn(words));
  return records?.every(isRecord) ? records : null;
}

/** An array, the one array of an object such as `{"log_entries": […]}`, or an object alone. */
function unwrapped(value: unknown): readonly unknown[] | null {
  if (Array.isArray(value)) return value;
  if (!isRecord(value)) return null;
  const lists = Object.values(value).filter(Array.isArray);
  return lists.length === 1 && !keysOf(Object.keys(value)) ? (lists[0] as unknown[]) : [value];
}

const isRecord = (value: unknown): value is Record => typeof value === 'object' && value !== null && !Array.isArray(value);

function objectIn(words: string): unknown {
  try {
    return JSON.parse(words);
  } catch {
    return null;
  }
}
