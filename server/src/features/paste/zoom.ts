import { readChat } from './chat';
import type { MessageHead } from './chat';
import type { PasteFormat, PastedText } from './format';
import { stampAt } from './stamp';

/** Behind the time: who, and to whom. */
const from = /^\s*From\s+(\S.{0,80}?)(?:\s+to\s+\S.{0,80}?)?\s*:(?=\s|$)/i;
const MAX_HEAD = 200;
const reaction = /^(?:Reacted to ["“]|Removed an? )/;

/** The chat of a meeting as Zoom saves it. */
export const zoom: PasteFormat = {
  id: 'zoom',
  name: 'Zoom',
  example: `21:41:05\t From Ana Lima to Everyone:
\tThe error rate of checkout is at 40 %
21:45:30\t From Ben Okafor to Everyone:
\tRolling back release 5.2
`,
  read: (text) => readChat(text, { headAt, noise: /^$/ })?.filter((entry) => !reaction.test(entry.text)) ?? null,
};

function headAt({ lines, order }: PastedText, number: number): MessageHead | null {
  const line = (lines[number] as string).trim();
  const stamp = stampAt(line, order);
  const match = stamp && from.exec(line.slice(stamp.end, stamp.end + MAX_HEAD));
  return match ? { time: stamp.time, author: match[1] as string, rest: line.slice(stamp.end + match[0].length), lines: 1 } : null;
}
