import type { IncidentDocument } from '../document/document';
import type { Timeline } from '../document/timeline';

/** The timeline whose heading stands over an offset. */
export function timelineOver({ text, allSections, timelines }: IncidentDocument, offset: number): Timeline | undefined {
  const line = text.lineAt(offset);
  for (let section = allSections.findLast((above) => above.line <= line) ?? null; section; section = section.parent) {
    const found = timelines.find((timeline) => timeline.section === section);
    if (found) return found;
  }
  return undefined;
}
