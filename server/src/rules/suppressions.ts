import type { Directive } from '../document/directives';
import type { IncidentDocument } from '../document/document';
import type { Span } from '../document/text';
import type { Rule } from './rule';

/** A directive that silenced nothing, or a rule named in one of which it silenced nothing. */
export interface UnusedSuppression {
  readonly directive: Directive;
  /** null where the directive names no rule. */
  readonly rule: Directive['rules'][number] | null;
}

/**
 * Which findings the document itself silences. A finding belongs to the line that it starts on.
 *
 * - `disable-file` silences the whole document, wherever it stands.
 * - `disable` and `enable` hold from their line on; of several that name a rule the last one above the finding decides.
 * - `disable-line` silences its own line.
 * - `disable-next-line` silences the next line that is neither blank nor a comment nor a directive, so that a blank line may
 *   follow a comment, a reason may take several lines, and several directives may stand above one line.
 *
 * What is wrong with directives themselves is silenced by name only: who silences everything from here on does not mean that.
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
  /** The rules that each directive has silenced. */
  readonly #silenced = new Map<Directive, Set<string>>();
  readonly #ran = new Set<string>();

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
  cover({ id, group }: Pick<Rule, 'id' | 'group'>, span: Span): boolean {
    if (this.#document.directives.length === 0) return false;
    const names = ({ rules }: Directive) => (rules.length === 0 && group !== 'directives') || rules.some((rule) => rule.id === id);
    const line = this.#document.text.lineAt(span.start);
    const range = this.#lastRange(id, line, names);
    const covering = [...this.#files.filter(names), ...(this.#lines.get(line) ?? []).filter(names), ...(range?.action === 'disable' ? [range] : [])];
    for (const directive of covering) this.#silenced.set(directive, (this.#silenced.get(directive) ?? new Set()).add(id));
    return covering.length > 0;
  }

  /** Tells that all findings of a rule have been asked about. */
  ran(rule: string): void {
    if (this.#document.directives.length > 0) this.#ran.add(rule);
  }

  /** What silences nothing, as far as the rules that ran can tell. */
  unused(): UnusedSuppression[] {
    return this.#document.directives.flatMap((directive): UnusedSuppression[] => {
      if (directive.action === 'enable' || directive.action === 'off') return [];
      const silenced = this.#silenced.get(directive);
      if (directive.rules.length === 0) return silenced ? [] : [{ directive, rule: null }];
      return directive.rules.filter(({ id }) => this.#ran.has(id) && !silenced?.has(id)).map((rule) => ({ directive, rule }));
    });
  }

  /** The last `disable` or `enable` at or above a line that names the rule. */
  #lastRange(rule: string, line: number, names: (directive: Directive) => boolean): Directive | undefined {
    let ranges = this.#rangesOf.get(rule);
    if (!ranges) {
      ranges = this.#ranges.filter(names);
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
