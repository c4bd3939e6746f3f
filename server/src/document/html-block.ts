/** The elements whose tag opens an HTML block wherever it begins a line. */
const elements = new Set(
  ('address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt fieldset figcaption figure footer form frame frameset '
    + 'h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link main menu menuitem nav noframes ol optgroup option p param search section summary table tbody td tfoot '
    + 'th thead title tr track ul').split(' '),
);

/** Elements whose content runs to their closing tag, over blank lines. */
const verbatim = new Set(['script', 'pre', 'style', 'textarea']);

const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);

/**
 * What ends the HTML block that begins at a `<`: a string; an empty one where a blank line does; null where no block begins.
 * A tag that is none of HTML's block elements begins none: `<describe the impact>` is a blank in a template. Comments are not told here.
 */
export function htmlBlockEnd(source: string, at: number, end: number): string | null {
  let from = at + 1;
  const first = source.charCodeAt(from);
  if (first === 63) return '?>';
  if (first === 33) return source.startsWith('[CDATA[', from + 1) ? ']]>' : isLetter(source.charCodeAt(from + 1)) ? '>' : null;
  const closing = first === 47;
  if (closing) from++;
  let behind = from;
  while (behind < end && behind - from < 11 && (isLetter(source.charCodeAt(behind)) || (behind > from && source.charCodeAt(behind) >= 49 && source.charCodeAt(behind) <= 54))) behind++;
  const next = source.charCodeAt(behind);
  const ends = behind >= end || next === 32 || next === 9 || next === 62;
  const name = source.slice(from, behind).toLowerCase();
  if (!closing && ends && verbatim.has(name)) return '</';
  return (ends || (next === 47 && source.charCodeAt(behind + 1) === 62)) && elements.has(name) ? '' : null;
}

/** Whether a line ends the HTML block. */
export function endsHtmlBlock(source: string, at: number, end: number, ending: string): boolean {
  const content = source.slice(at, end);
  return ending === '</' ? /<\/(?:script|pre|style|textarea)>/i.test(content) : ending !== '' && content.includes(ending);
}
