import type { IncidentDocument } from '../../document/document';

/** The lines (0-based) of a copy that are read as something else than they were: a line that grew may look like a heading. Mostly none. */
export function linesReadOtherwise(document: IncidentDocument, copy: IncidentDocument): number[] {
  const [before, after] = [readings(document), readings(copy)];
  return before.flatMap((reading, line) => (reading === after[line] ? [] : [line]));
}

/** What each line is read as, without its words. */
function readings({ lines, allSections, timelines, plan }: IncidentDocument): string[] {
  const said = lines.map(({ kind, level, marker }) => `${kind} ${level} ${marker ?? ''}`);
  for (const { line, roles } of allSections) said[line] += ` ${roles.join()}`;
  for (const { entries } of timelines) for (const { line } of entries) said[line] += ' entry';
  for (const { line, state, owner, due } of plan.items) said[line] += ` ${state} ${owner !== null} ${due?.value ?? ''}`;
  return said;
}
