import { SourceText } from '../../document/text';
import type { DayOrder } from '../../document/day-order';
import { findDayOrder } from '../../document/day-order';
import { csv } from './csv';
import type { PasteFormat, PastedEntry } from './format';
import { journals } from './journal';
import { jsonLines, slackExport } from './json';
import { pagerDuty } from './pager-duty';
import { slack } from './slack';
import { teams } from './teams';
import { zoom } from './zoom';

/** Every format, the most certain first: the only registration. */
export const pasteFormats: readonly PasteFormat[] = [slackExport, jsonLines, ...journals, zoom, pagerDuty, teams, slack, csv];

/** Longer texts are left alone, in characters. */
const MOST = 5_000_000;

/** The entries of a text in the first format that reads it; null where none does. `order`: of day and month, where the text itself does not tell. */
export function recognise(value: string, order: DayOrder): { readonly format: PasteFormat; readonly entries: readonly PastedEntry[] } | null {
  if (value.length > MOST || value.trim() === '') return null;
  const source = new SourceText(value.replace(/^\ufeff/, ''));
  const lines = source.lineStarts.map((start, line) => source.value.slice(start, source.lineEnd(line)).trimEnd());
  const text = { value: source.value, lines, order: findDayOrder(value) ?? order };
  for (const format of pasteFormats) {
    const entries = format.read(text);
    if (entries && entries.length > 0) return { format, entries };
  }
  return null;
}
