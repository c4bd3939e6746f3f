import { nameIn, readChat } from './chat';
import type { MessageHead } from './chat';
import type { PasteFormat, PastedText } from './format';
import { soleStamp, stampAt } from './stamp';

/** Behind a name: two blanks, or a bracket. */
const gap = / {2,}|\t| (?=\[)/;
const linked = /^\[([^\]]{4,40})\]\(https?:\/\/\S{1,300}\)$/;
const replied = /^\s*(?:replied to a thread:.*|\(edited\))?\s*$/;

/** Messages as Slack's desktop and web programs put them into the clipboard. */
export const slack: PasteFormat = {
  id: 'slack',
  name: 'Slack',
  example: `Ana Lima
  9:41 PM
The error rate of checkout is at 40 %
9:43
I page the database team
Ben Okafor  9:45 PM
Rolling back release 5.2
:eyes:
2 replies
`,
  read: (text) => readChat(text, { headAt, noise }),
};

const noise = /^(?:new|new messages|\(edited\)|edited|\d+ repl(?:y|ies)|last reply .{1,60}|view thread|view newer replies|also sent to the channel|pinned by .{1,80}|saved for later.{0,40}|replied to a thread:.*|(?::[a-z0-9_+-]+:\s*\d*|\d{1,3}))$/i;

function headAt({ lines, order }: PastedText, number: number): MessageHead | null {
  const line = lines[number] as string;
  const sole = soleStamp(unlinked(line.trim()), order);
  // "9:43" alone is the same person's next message
  if (sole) return { time: sole, author: null, rest: '', lines: 1 };
  const part = gap.exec(line.trim());
  if (part) {
    const words = line.trim();
    const name = nameIn(words.slice(0, part.index));
    const behind = unlinked(words.slice(part.index + part[0].length).trim());
    const stamp = name === null ? null : stampOf(behind, order);
    if (stamp) return { time: stamp, author: name, rest: '', lines: 1 };
  }
  const name = nameIn(line);
  const below = lines[number + 1];
  // "9:43" at the margin is the next message of one who said a single word
  if (name === null || below === undefined || !/^\s+\d|[a-z]/i.test(below.slice(0, 40))) return null;
  const time = stampOf(unlinked(below.trim()), order);
  return time && { time, author: name, rest: '', lines: 2 };
}

/** A time with nothing behind it but what Slack adds. */
function stampOf(words: string, order: PastedText['order']): MessageHead['time'] | null {
  const sole = soleStamp(words, order);
  if (sole) return sole;
  const stamp = stampAt(words, order);
  return stamp && replied.test(words.slice(stamp.end)) ? stamp.time : null;
}

const unlinked = (words: string): string => linked.exec(words)?.[1] ?? words;
