import type { PasteFormat, PastedEntry, PastedText } from './format';
import { stampAt } from './stamp';

/** Behind the time: the host, the program with its number, and the message. */
const message = /^\s+([\w.-]{1,255}) ([^\s:[\]]{1,100})(?:\[\d{1,10}\])?: ?(.*)$/;
/** `Mar 09 21:40:12`, `2026-03-09T21:40:12+0000` and `Mon 2026-03-09 21:40:12 UTC`. */
const begins = /^(?:[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d|(?:[A-Z][a-z]{2} )?\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d)/;
const notice = /^-- .{1,300}$/;

const formats = [
  ['journal', 'Mar 09 21:40:12 web-1 checkout[812]: connection pool exhausted\nMar 09 21:41:05 web-1 systemd[1]: checkout.service: restarting\n'],
  ['journal-iso', '2026-03-09T21:40:12+0100 web-1 checkout[812]: connection pool exhausted\n2026-03-09T21:41:05+0100 web-1 systemd[1]: checkout.service: restarting\n'],
  ['journal-precise', 'Mar 09 21:40:12.418233 web-1 checkout[812]: connection pool exhausted\nMar 09 21:41:05.000127 web-1 systemd[1]: checkout.service: restarting\n'],
] as const;

/** Lines of journalctl in its outputs `short`, `short-iso` and `short-precise`, and of other logs written so. */
export const journals: readonly PasteFormat[] = formats.map(([id, example]) => ({ id, name: 'journalctl', example, read: (text) => (idOf(text) === id ? read(text) : null) }));

function idOf({ lines }: PastedText): (typeof formats)[number][0] | null {
  const first = lines.find((line) => begins.test(line));
  if (first === undefined) return null;
  if (/^(?:[A-Z][a-z]{2} )?\d{4}/.test(first)) return 'journal-iso';
  return first[15] === '.' ? 'journal-precise' : 'journal';
}

function read({ lines, order }: PastedText): PastedEntry[] | null {
  const entries: { -readonly [Key in keyof PastedEntry]: PastedEntry[Key] }[] = [];
  const words: string[][] = [];
  for (const line of lines) {
    if (line.trim() === '' || notice.test(line)) continue;
    const stamp = begins.test(line) ? stampAt(line.replace(/^([A-Z][a-z]{2})  (?=\d)/, '$1 '), order) : null;
    const match = stamp && message.exec(line.replace(/^([A-Z][a-z]{2})  (?=\d)/, '$1 ').slice(stamp.end));
    if (match) {
      entries.push({ time: stamp.time, author: `${match[1]} ${match[2]}`, text: '' });
      words.push([match[3] as string]);
    } else if (/^\s/.test(line) && words.length > 0) words.at(-1)?.push(line.trim());
    else return null;
  }
  for (const [index, entry] of entries.entries()) entry.text = (words[index] as string[]).join(' ').trim();
  return entries.length > 0 ? entries.filter(({ text }) => text !== '') : null;
}
