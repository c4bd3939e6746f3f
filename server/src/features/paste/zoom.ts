import { readChat } from './chat';
import type { MessageHead } from './chat';
import type { PasteFormat, PastedText } from './format';
import { stampAt } from './stamp';

/** Behind the time: who, to whom, and the message or its beginning. */
const from = /^\s*From\s+(\S.{0,80}?)(?:\s+to\s+(?:\S.{0,80}?))?\s*:(?=\s|$)\s*(.*)$/i;
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
  const match = stamp && from.exec(line.slice(stamp.end));
  return match ? { time: stamp.time, author: match[1] as string, rest: match[2] as string, lines: 1 } : null;
}
