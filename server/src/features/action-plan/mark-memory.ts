import type { ActionItem } from '../../document/actions';
import type { IncidentDocument } from '../../document/document';
import type { Edit } from '../../rules/rule';

/** So many toggles of a document are remembered. */
const most = 500;

/** What stood in place of what toggles wrote, so that a toggle back restores the very words. It only ever proposes: what it remembers holds where the line is as it was left. */
export class MarkMemory {
  /** By the lines that a toggle made: those that it found. */
  readonly #before = new Map<string, string>();

  /** Notes what the lines of an item were before they were changed. */
  note(before: IncidentDocument, after: IncidentDocument, item: ActionItem): void {
    const now = after.plan.items[before.plan.items.indexOf(item)];
    if (!now) return;
    const made = linesOf(after, now);
    const found = linesOf(before, item);
    // what is toggled back is the first again
    if (this.#before.get(found) === made) this.#before.delete(found);
    this.#before.delete(made);
    this.#before.set(made, found);
    if (this.#before.size > most) this.#before.delete(this.#before.keys().next().value as string);
  }

  /** The edit that gives an item the lines that it had before its last toggle; null where it has others by now. */
  restore(document: IncidentDocument, item: ActionItem): Edit | null {
    const now = linesOf(document, item);
    const found = this.#before.get(now);
    if (found === undefined) return null;
    let start = 0;
    while (start < Math.min(now.length, found.length) && now[start] === found[start]) start++;
    let end = 0;
    while (end < Math.min(now.length, found.length) - start && now[now.length - 1 - end] === found[found.length - 1 - end]) end++;
    const from = document.text.lineStart(item.line);
    return { span: { start: from + start, end: from + now.length - end }, newText: found.slice(start, found.length - end) };
  }
}

const linesOf = ({ text }: IncidentDocument, { line, endLine }: ActionItem): string => text.value.slice(text.lineStart(line), text.lineEnd(endLine));
