import { endsHtmlBlock, htmlBlockEnd } from './html-block';
import { isBlank, isRun, markerEnd, runLength } from './line-shape';
import type { MutableLine } from './lines';
import { Next } from './next';

const TAB = 9;
const SPACE = 32;
const HASH = 35;
const LESS = 60;
const EQUALS = 61;
const GREATER = 62;
const BACKTICK = 96;
const BRACKET = 91;
const CLOSING_BRACKET = 93;
const COLON = 58;
const TILDE = 126;

/** A line that reaches so far is wrapped, and the next one may go on with any word. */
const WRAPPED = 60;
/** The depth of a paragraph inside a block quote: no line outside of it belongs to the same block. */
const QUOTED = -1;

/** What a line may be: any block; only rows, items and words, being indented like code; or words alone, inside an HTML block. */
export type Place = 'block' | 'indented' | 'html';

/**
 * The blocks that are open at a line, as CommonMark nests them: list items by the column of their content, a fence, a comment, an HTML
 * block, and the paragraph that an underline may title.
 */
export class OpenBlocks {
  private readonly source: string;
  private readonly commentEnds: Next;
  /** Columns at which the contents of the open list items begin, the innermost last. */
  private readonly items: number[] = [];
  /** How many of the items hold the present line by its indentation, and the column from which that counts. */
  private depth = 0;
  private column = 0;
  private fence = 0; // the fence's character while inside a fenced block
  private fenceLength = 0;
  private commentEnd = -1; // where the open comment's --> stands, or the end of the text
  private html: string | null = null; // what ends the open HTML block, as `htmlBlockEnd` tells it
  private paragraph = -1; // the open paragraph's first line
  private paragraphDepth = 0; // how many items are around it
  private isItemEmpty = false;

  constructor(source: string) {
    this.source = source;
    this.commentEnds = new Next(source, '-->');
  }

  /** Whether a line is inside a fence or a comment, or blank; it is then wholly read. */
  holds(line: MutableLine): boolean {
    const isEmpty = line.contentStart === line.contentEnd;
    if (!isEmpty) {
      const open = this.items.length;
      if (open > 0) this.findDepth(line.indent);
      if (this.depth < open) {
        this.fence = 0;
        this.commentEnd = -1;
        this.html = null;
      }
    }
    if (this.commentEnd >= 0) {
      line.kind = 'comment';
      if (this.commentEnd < line.end) this.commentEnd = -1;
      return true;
    }
    if (this.fence !== 0) {
      line.kind = !isEmpty && this.closesFence(line) ? 'fence' : 'code';
      if (line.kind === 'fence') this.fence = 0;
      return true;
    }
    if (isEmpty) this.enterBlank(line);
    return isEmpty;
  }

  private findDepth(indent: number): void {
    let depth = this.items.length;
    while (depth > 0 && indent < (this.items[depth - 1] as number)) depth--;
    this.depth = depth;
    this.column = depth > 0 ? (this.items[depth - 1] as number) : 0;
  }

  private closesFence({ contentStart, contentEnd, indent }: MutableLine): boolean {
    return this.source.charCodeAt(contentStart) === this.fence && contentEnd - contentStart >= this.fenceLength
      && isRun(this.source, contentStart, contentEnd, this.fence) && indent - this.column < 4;
  }

  /** What a line that nothing holds may be. */
  placeOf(line: MutableLine): Place {
    return this.html !== null ? 'html' : line.indent - this.column >= 4 ? 'indented' : 'block';
  }

  /** Whether a numbered item is a wrapped sentence that goes on with a number: "… the oldest server was bought in / 2019. It …". */
  isWrapped(line: MutableLine, at: number, previous: MutableLine): boolean {
    if (this.paragraph < 0 || this.paragraphDepth !== this.depth || this.depth !== this.items.length) return false;
    if (previous.contentEnd - previous.start < WRAPPED || this.source.charCodeAt(previous.contentEnd - 1) === COLON) return false;
    return !(this.source.charCodeAt(at) === 49 && markerEnd(this.source, at, line.contentEnd) === at + 2);
  }

  private enterBlank(line: MutableLine): void {
    line.kind = 'blank';
    this.paragraph = -1;
    if (this.html === '') this.html = null;
    if (this.isItemEmpty) {
      this.items.pop();
      this.depth = this.column = 0;
      this.isItemEmpty = false;
    }
  }

  /** Opens and closes what a classified line opens and closes. `at` is its first visible character. */
  enter(line: MutableLine, at: number, place: Place): void {
    const isText = line.marker === null && (line.kind === 'prose' || line.kind === 'field');
    // most lines go on with a paragraph
    if (isText && this.paragraph >= 0 && this.source.charCodeAt(at) !== LESS) return;
    this.isItemEmpty = false;
    if (place === 'html') {
      if (line.kind === 'comment') this.enterComment(line);
      if (endsHtmlBlock(this.source, line.start, line.end, this.html as string)) this.html = null;
      return;
    }
    if (line.marker !== null) this.enterItems(line, at, place);
    else if (line.kind === 'underline' && this.isUnderline(line)) return;
    else if (isText && !this.opensHtml(line, at, place)) this.enterText(line, at, place);
    else this.close();
    if (line.kind === 'fence') this.enterFence(line);
    else if (line.kind === 'comment') this.enterComment(line);
    else if (line.kind === 'quote' && place === 'block') this.enterQuote(line.number, at, line.contentEnd);
  }

  private close(): void {
    while (this.items.length > this.depth) this.items.pop();
    this.paragraph = -1;
  }

  private enterFence({ contentStart, contentEnd }: MutableLine): void {
    this.fence = this.source.charCodeAt(contentStart);
    this.fenceLength = runLength(this.source, contentStart, contentEnd, this.fence);
  }

  private enterComment(line: MutableLine): void {
    const close = this.commentEnds.from(line.contentStart + 2);
    if (close < 0 || close >= line.end) this.commentEnd = close < 0 ? this.source.length : close;
  }

  /** An underline titles the paragraph right above it in the same item; another one is a rule, a short one words. */
  private isUnderline(line: MutableLine): boolean {
    if (this.paragraph >= 0 && this.paragraphDepth === this.depth && this.depth === this.items.length && line.indent - this.column < 4) {
      line.paragraph = this.paragraph;
      this.paragraph = -1;
      return true;
    }
    line.kind = line.contentEnd - line.contentStart < 3 ? 'prose' : 'rule';
    return false;
  }

  private opensHtml(line: MutableLine, at: number, place: Place): boolean {
    if (place !== 'block' || this.source.charCodeAt(at) !== LESS) return false;
    const ending = htmlBlockEnd(this.source, at, line.end);
    if (ending !== null && !endsHtmlBlock(this.source, at + 2, line.end, ending)) this.html = ending;
    return ending !== null;
  }

  /** Words go on with the open paragraph, whatever their indentation, or begin one. */
  private enterText(line: MutableLine, at: number, place: Place): void {
    if (this.paragraph >= 0) return;
    this.close();
    if (place === 'indented') return;
    const isNote = this.source.charCodeAt(at) === BRACKET && this.source.charCodeAt(at + 1) === 94;
    if (this.source.charCodeAt(at) === BRACKET && !isNote && isDefinition(this.source, at, line.contentEnd)) return;
    if (this.source.charCodeAt(at) === LESS && isTag.test(this.source.slice(at, line.contentEnd))) return;
    this.paragraph = line.number;
    this.paragraphDepth = isNote ? QUOTED : this.depth;
  }

  /** `- 1. text` opens two items. The words of one that CommonMark takes for code do not go on below it. */
  private enterItems(line: MutableLine, at: number, place: Place): void {
    const isCode = place === 'indented' && this.paragraph < 0;
    this.close();
    const { contentEnd: end } = line;
    let column = line.indent;
    let behind = markerEnd(this.source, at, end);
    do {
      const margin = column + behind - at + 1;
      column = margin - 1;
      for (at = behind; at < end && isBlank(this.source.charCodeAt(at)); at++) column += this.source.charCodeAt(at) === TAB ? 4 - (column & 3) : 1;
      const isFar = column - margin >= 4;
      this.items.push(isFar || at === end ? margin : column);
      if (isFar) return;
      behind = markerEnd(this.source, at, end);
    } while (behind >= 0);
    this.depth = this.items.length;
    if (at === end) this.isItemEmpty = true;
    else if (this.source.charCodeAt(at) === GREATER) this.enterQuote(line.number, at, end);
    else if (!isCode && (line.kind === 'item' || line.kind === 'field') && !this.opensHtml(line, at, 'block')) {
      this.paragraph = line.number;
      this.paragraphDepth = this.depth;
    }
  }

  /** The words of a quote may go on without its marker. */
  private enterQuote(number: number, at: number, end: number): void {
    while (at < end && (this.source.charCodeAt(at) === GREATER || this.source.charCodeAt(at) === SPACE)) at++;
    const first = this.source.charCodeAt(at);
    if (at === end || first === HASH || first === BACKTICK || first === TILDE || first === EQUALS) return;
    this.paragraph = number;
    this.paragraphDepth = QUOTED;
  }
}

/** A tag alone on a line: most often a blank that a template left, and no part of the title below it. */
const isTag = /^<\/?[A-Za-z][\w-]*(?:\s[^<>]*)?>$/;

/** `[label]: target "title"`: the target of a link, no words. */
function isDefinition(source: string, at: number, end: number): boolean {
  let close = at + 1;
  while (close < end && source.charCodeAt(close) !== CLOSING_BRACKET && source.charCodeAt(close) !== BRACKET) close++;
  if (close === at + 1 || source.charCodeAt(close) === BRACKET || source.charCodeAt(close + 1) !== COLON) return false;
  return /^\s*(?:<[^<>]*>|[^\s<]\S*)(?:\s+(?:"[^"]*"|'[^']*'|\([^()]*\)))?$/.test(source.slice(close + 2, end));
}
