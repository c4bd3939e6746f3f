import type { IncidentDocument } from '../../document/document';
import type { Line, LineKind } from '../../document/lines';
import type { Change } from './change';

/** Where white space at the end of a line is part of what was written. */
const verbatim: ReadonlySet<LineKind> = new Set(['code', 'fence', 'comment', 'frontMatter']);
const isWords = (line: Line | undefined): boolean => line?.kind === 'prose' || line?.kind === 'field' || line?.kind === 'quote';

/** What is set in so far may be code. */
const isCode = ({ indent, marker, kind }: Line): boolean => indent > 3 && marker === null && kind !== 'blank';

/** White space at the end of lines goes where it means nothing: two blanks within a paragraph break its line in Markdown, and "-- " begins a signature. Blanks that are all of the last line stay, lest it end with a line ending. */
export function trimLines({ text, lines }: IncidentDocument): Change[] {
  return lines.map((line) => {
    if (verbatim.has(line.kind) || isCode(line) || (line.kind === 'blank' && line.number === lines.length - 1)) return [];
    const content = text.value.slice(line.start, line.end);
    const kept = content.replace(/[ \t]+$/, '');
    const breaks = content.endsWith('  ') && (isWords(line) || line.kind === 'item') && isWords(lines[line.number + 1]) && lines[line.number + 1]?.marker === null;
    return kept === content || breaks || content === '-- ' ? [] : [{ span: { start: line.start + kept.length, end: line.end }, newText: '' }];
  });
}
