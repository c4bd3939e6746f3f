import type { ToggleEdit } from './toggle';

/** A toggle that can be taken back: the edits, and those that undo them in the text that they made. */
export interface Toggled {
  readonly edit: ToggleEdit;
  readonly back: ToggleEdit['edits'];
}

/**
 * The toggles made in the preview since the document was last changed otherwise.
 * `version` is the document's version right behind the last of them; at any other version the history is void.
 */
export class ToggleHistory {
  private done: Toggled[] = [];
  private undone: Toggled[] = [];
  private version = -1;

  /** Remembers a toggle that brought the document from one version to another. */
  add(toggled: Toggled, from: number, to: number): void {
    if (from !== this.version) this.done = [];
    this.undone = [];
    this.done.push(toggled);
    this.version = to;
  }

  /** The edit that takes the last toggle back, or does it again; null where the document was changed otherwise meanwhile. */
  next(direction: 'undo' | 'redo', version: number): ToggleEdit | null {
    const toggled = (direction === 'undo' ? this.done : this.undone).at(-1);
    if (toggled === undefined || version !== this.version) return null;
    return { version, edits: direction === 'undo' ? toggled.back : toggled.edit.edits };
  }

  /** Notes that the edit of `next` was applied. */
  moved(direction: 'undo' | 'redo', to: number): void {
    const [from, onto] = direction === 'undo' ? [this.done, this.undone] : [this.undone, this.done];
    const toggled = from.pop();
    if (toggled !== undefined) onto.push(toggled);
    this.version = to;
  }
}
