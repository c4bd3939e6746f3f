import type { IncidentDocument } from '../../document/document';
import type { Line } from '../../document/lines';
import type { Timeline } from '../../document/timeline';

/** The answer tells of a line whether it is a row like the timed ones of a timeline, and not a detail below one or a heading above. */
export function rowsLike({ lines }: IncidentDocument, { entries }: Timeline): (line: Line) => boolean {
  const shapes = new Set(entries.map((entry) => shapeOf(lines[entry.line])));
  return (line) => shapes.has(shapeOf(line));
}

function shapeOf(line: Line | undefined): string {
  return line ? `${line.kind === 'field' ? 'item' : line.kind} ${line.marker} ${line.indent}` : '';
}
