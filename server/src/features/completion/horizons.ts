import type { IncidentDocument } from '../../document/document';
import { horizonOf } from '../../document/horizons';
import type { Line } from '../../document/lines';
import type { Horizon } from '../../document/vocabulary';
import { t } from '../../l10n';
import { heading } from '../../rules/skeleton';
import type { Completion, CompletionQuery } from './completion';
import { headingPlace, shapeOf } from './heading-place';

/** What a part of a plan is called by when its items are due. */
const horizonTitles: Readonly<Record<Horizon, string>> = { immediate: 'Immediate', short: 'Short Term', medium: 'Medium Term', long: 'Long Term' };
const meanings: Readonly<Record<Horizon, () => string>> = {
  immediate: () => t('What limits the damage now: hours.'),
  short: () => t('What is done about it this week or next.'),
  medium: () => t('What is done about it this month or quarter.'),
  long: () => t('What rules this kind of failure out: a quarter and more.'),
};

/** The horizons that a plan does not have yet, as headings like those of its other horizons. */
export function* horizons(document: IncidentDocument, { offset }: CompletionQuery): Generator<Completion> {
  const { text, plan } = document;
  const line = text.lineAt(offset);
  const section = plan.sections.findLast((candidate) => candidate.line < line);
  if (!section || document.allSections.some((other) => other.line > section.line && other.line < line && other.level <= section.level)) return;
  const own = section.children.filter((child) => child.line !== line);
  const model = own.findLast((child) => child.line < line && horizonOf(child.title) !== null) ?? own.find(({ title }) => horizonOf(title) !== null);
  const groups = plan.groups.filter((group) => group.line > section.line && group.line <= section.endLine && group.horizon !== null);
  const above = model ?? groups.findLast((group) => group.line < line);
  // without a model only behind the signs of a part
  if (!above && !text.value.slice(text.lineStart(line), offset).startsWith('#')) return;
  const { notation, level } = shapeOf(document, section);
  const place = headingPlace(document, offset, model ? shapeOf(document, model) : { notation, level: level + 1 });
  if (!place) return;
  const there = new Set([...own.map(({ title }) => horizonOf(title)), ...groups.map(({ horizon }) => horizon)]);
  for (const horizon of ['immediate', 'short', 'medium', 'long'] as const) {
    if (there.has(horizon)) continue;
    const title = horizonTitles[horizon];
    const written = above && numberedLike(document, above.line, title);
    if (above && !model && !written) return;
    yield { ...place.write(written ?? heading(document, model, title, text.eol)), label: title, role: 'section', detail: t('part of the plan'), documentation: meanings[horizon]() };
  }
}

/** `1. Immediate:` is followed by `2. Short Term:`; null where the line has no number. */
function numberedLike({ text, lines }: IncidentDocument, line: number, title: string): string | null {
  const { start, end } = lines[line] as Line;
  const match = /^(\s*)(\d{1,3})([.)]\s+)([^:]*)(:?)/.exec(text.value.slice(start, end));
  return match && `${match[1]}${Number(match[2]) + 1}${match[3]}${title}${match[5]}${text.eol}`;
}
