import type { IncidentDocument } from '../../document/document';

/** Whether a document is written in Markdown rather than in what both notations share: a heading with hashes tells. */
export function isMarkdown({ lines }: IncidentDocument): boolean {
  return lines.some(({ notation }) => notation === 'atx');
}
