/** An address of the web in a sentence, without what ends the sentence or the brackets around it. */
const address = /\bhttps?:\/\/[^\s<>|"'`\\[\](){}^]*[^\s<>|"'`\\[\](){}^.,;:!?*_~]/g;

/** A text with its addresses written in one way, and what stands between them in another. */
export function withAddresses(text: string, writeAddress: (address: string) => string, writeWords: (words: string) => string): string {
  let written = '';
  let at = 0;
  for (const match of text.matchAll(address)) {
    written += writeWords(text.slice(at, match.index)) + writeAddress(match[0]);
    at = match.index + match[0].length;
  }
  return written + writeWords(text.slice(at));
}
