import type { Line } from '../../document/lines';
import type { SourceText } from '../../document/text';

const ruler = /^[-=*~_#]{2,}\s*|\s*[-=*~_#]{2,}$/g;
const bold = /^(\*\*|__)([^*_]+?)(:?)\1(:?)$/;

/** What a heading says, on one line, without the marks of its notation. The number in front of it stays, and the colon behind it goes. */
export function headingWords(text: SourceText, { start, contentStart, contentEnd, notation, marker }: Line): string {
  const source = text.value.slice(marker === 'number' ? start : contentStart, contentEnd);
  const words = source.split(/[\r\n]+/).map((part) => part.trim()).join(' ');
  const bare = notation === 'ruled' ? words.replace(ruler, '') : notation === 'runIn' ? words.replace(/^(?:\*\*|__)/, '') : words;
  return bare.replace(bold, '$2').replace(/\s*[:：]$/, '').trim();
}
