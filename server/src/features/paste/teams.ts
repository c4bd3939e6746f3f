import { nameIn, readChat } from './chat';
import type { MessageHead } from './chat';
import type { PasteFormat, PastedText } from './format';
import { soleStamp, stampAt } from './stamp';

const bracketed = /^\[([^\]]{4,50})\]\s+(\S.*)$/;
/** `10:42 • 13/08/2026` */
const clockFirst = /^(\d{1,2}:\d{2}(?: ?[AP]M)?)\s*[•·,]\s*(\S.*)$/i;

/** Messages as Microsoft Teams puts them into the clipboard. */
export const teams: PasteFormat = {
  id: 'teams',
  name: 'Microsoft Teams',
  example: `[3/9/2026 9:41 PM] Lima, Ana
The error rate of checkout is at 40 %
[3/9/2026 9:45 PM] Ben Okafor
Rolling back release 5.2
`,
  read: (text) => readChat(text, { headAt, noise }),
};

const noise = /^(?:edited|like\s*\d*|heart\s*\d*|\d{1,3}|last read|translated|forwarded)$/i;

function headAt({ lines, order }: PastedText, number: number): MessageHead | null {
  const line = (lines[number] as string).trim();
  const match = bracketed.exec(line);
  if (match) {
    const [, stamp, words] = match as unknown as [string, string, string];
    const time = timeIn(stamp, order);
    if (!time) return null;
    const colon = words.search(/:(?:\s|$)/);
    const author = nameIn(colon < 0 ? words : words.slice(0, colon));
    return author === null ? null : { time, author, rest: colon < 0 ? '' : words.slice(colon + 1), lines: 1 };
  }
  const author = nameIn(line);
  const below = lines[number + 1]?.trim() ?? '';
  // a name over a time alone is Slack's
  const time = author === null || !/^(?:\d{1,4}[/.-]\d|[a-z]{3,9} \d)/i.test(below) ? null : soleStamp(below, order);
  return time?.day ? { time, author, rest: '', lines: 2 } : null;
}

function timeIn(stamp: string, order: PastedText['order']): MessageHead['time'] | null {
  const parts = clockFirst.exec(stamp);
  const words = parts ? `${parts[2]} ${parts[1]}` : stamp;
  const found = stampAt(words, order);
  return found?.end === words.length ? found.time : null;
}
