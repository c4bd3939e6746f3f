import type { Directive } from '../document/directives';
import type { IncidentDocument } from '../document/document';
import type { Span } from '../document/text';

/**
 * Which findings the document itself silences. A finding belongs to the line that it starts on.
 *
 * - `disable-file` silences the whole document, wherever it stands.
 * - `disable` and `enable` hold from their line on; of several that name a rule the last one above the finding decides.
 * - `disable-line` silences its own line.
 * - `disable-next-line` silences the next line that is neither blank nor a comment nor a directive, so that a blank line may
 *   follow a comment, a reason may take several lines, and several directives may stand above one line.
 */
export class Suppressions {
  readonly #document: IncidentDocument;
  /** The lines that directives stand on. */
  readonly #taken: ReadonlySet<number>;
  readonly #ranges: Directive[] = [];
  /** The ranges that name a rule, in document order. */
  readonly #rangesOf = new Map<string, readonly Directive[]>();
  readonly #files: Directive[] = [];
  readonly #lines = new Map<number, Directive[]>();
  /** The lines that the last `disable-next-line` passed over, and at `end` the one that it silences. */
  #passed = { start: 0, end: -1 };

  constructor(document: IncidentDocument) {
    this.#document = document;
    this.#taken = new Set(document.directives.map(({ line }) => line));
    for (const directive of document.directives) {
      switch (directive.action) {
        case 'off':
        case 'disable-file':
          this.#files.push(directive);
          break;
        case 'disable':
        case 'enable':
          this.#ranges.push(directive);
          break;
        case 'disable-line':
          this.#silence(directive.line, directive);
          break;
        case 'disable-next-line':
          this.#silence(this.#lineBehind(directive), directive);
          break;
      }
    }
  }

  /** Whether a finding of the rule at this place is silenced. */
  cover(rule: string, span: Span): boolean {
    if (this.#document.directives.length === 0) return false;
    const names = (directive: Directive) => directive.rules.length === 0 || directive.rules.some(({ id }) => id === rule);
    if (this.#files.some(names)) return true;
    const line = this.#document.text.lineAt(span.start);
    if (this.#lines.get(line)?.some(names)) return true;
    return this.#lastRange(rule, line)?.action === 'disable';
  }

  /** The last `disable` or `enable` at or above a line that names the rule. */
  #lastRange(rule: string, line: number): Directive | undefined {
    let ranges = this.#rangesOf.get(rule);
    if (!ranges) {
      ranges = this.#ranges.filter(({ rules }) => rules.length === 0 || rules.some(({ id }) => id === rule));
      this.#rangesOf.set(rule, ranges);
    }
    let [low, high] = [0, ranges.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ranges[middle] as Directive).line <= line) low = middle + 1;
      else high = middle;
    }
    return ranges[low - 1];
  }

  #silence(line: number, directive: Directive): void {
    const known = this.#lines.get(line);
    if (known) known.push(directive);
    else this.#lines.set(line, [directive]);
  }

  #lineBehind(directive: Directive): number {
    const { text, lines } = this.#document;
    const start = text.lineAt(Math.max(directive.span.start, directive.span.end - 1)) + 1;
    if (start >= this.#passed.start && start <= this.#passed.end) return this.#passed.end;
    let end = start;
    while (end < text.lineCount && (lines[end]?.kind === 'blank' || lines[end]?.kind === 'comment' || this.#taken.has(end))) end++;
    this.#passed = { start, end };
    return end;
  }
}
