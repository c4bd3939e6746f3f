import type { PlanEdit } from './edit';

/** An edit that can be taken back: the edits, and those that undo them in the text that they made. */
export interface MadeEdit {
  readonly edit: PlanEdit;
  readonly back: PlanEdit['edits'];
}

/**
 * The edits made in the preview since the document was last changed otherwise.
 * `version` is the document's version right behind the last of them; at any other version the history is void.
 */
export class EditHistory {
  private done: MadeEdit[] = [];
  private undone: MadeEdit[] = [];
  private version = -1;

  /** Remembers an edit that brought the document from one version to another. */
  add(made: MadeEdit, from: number, to: number): void {
    if (from !== this.version) this.done = [];
    this.undone = [];
    this.done.push(made);
    this.version = to;
  }

  /** The edit that takes the last one back, or does it again; null where the document was changed otherwise meanwhile. */
  next(direction: 'undo' | 'redo', version: number): PlanEdit | null {
    const made = (direction === 'undo' ? this.done : this.undone).at(-1);
    if (made === undefined || version !== this.version) return null;
    return { version, edits: direction === 'undo' ? made.back : made.edit.edits };
  }

  /** Notes that the edit of `next` was applied. */
  moved(direction: 'undo' | 'redo', to: number): void {
    const [from, onto] = direction === 'undo' ? [this.done, this.undone] : [this.undone, this.done];
    const made = from.pop();
    if (made !== undefined) onto.push(made);
    this.version = to;
  }
}

/** The edits that undo others, in the text that those made. `textOf` is the text of a range before; the edits do not overlap. */
export function inverseOf(edits: PlanEdit['edits'], textOf: (range: PlanEdit['edits'][number]['range']) => string): PlanEdit['edits'] {
  const inOrder = [...edits].sort(({ range: { start: a } }, { range: { start: b } }) => a.line - b.line || a.character - b.character);
  let lines = 0;
  let characters = 0;
  let lastLine = -1;
  return inOrder.map(({ range, newText }) => {
    const start = { line: range.start.line + lines, character: range.start.character + (range.start.line === lastLine ? characters : 0) };
    const written = newText.split(/\r\n|\r|\n/);
    const last = (written.at(-1) as string).length;
    const end = { line: start.line + written.length - 1, character: written.length === 1 ? start.character + last : last };
    lines = end.line - range.end.line;
    characters = end.character - range.end.character;
    lastLine = range.end.line;
    return { range: { start, end }, newText: textOf(range) };
  });
}
