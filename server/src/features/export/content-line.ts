/** The most octets of a line, its end not counted (RFC 5545, section 3.1). */
const MOST = 75;

/** A line of a calendar with its end: folded where it is longer than it may be, and never within a character. */
export function contentLine(line: string): string {
  let folded = '';
  let size = 0;
  for (const character of line) {
    const octets = octetsOf(character.codePointAt(0) as number);
    if (size + octets > MOST) {
      folded += '\r\n ';
      size = 1;
    }
    folded += character;
    size += octets;
  }
  return `${folded}\r\n`;
}

/** Of a character in UTF-8. */
const octetsOf = (code: number): number => (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4);

/** A value of the type TEXT (section 3.3.11). */
export function textValue(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n');
}

/** A value of the type URI, which nothing is escaped in: what no address may have is written in hexadecimal. */
export function uriValue(url: string): string {
  return url.replace(/[^\w\-.~:/?#[\]@!$&'()*+,;=%]/gu, encodeURIComponent);
}
