import { metricNames } from '../../protocol';
import { displayWidth } from '../display-width';
import { durationText } from '../duration-text';
import type { Measured, Measures, MetricKey } from './measures';

const names: Readonly<Record<MetricKey, readonly [short: string, long: string]>> = {
  timeToDetect: ['TTD', 'time to detect (TTD)'],
  timeToAcknowledge: ['TTA', 'time to acknowledge (TTA)'],
  timeToMitigate: ['TTM', 'time to mitigate (TTM)'],
  timeToResolve: ['TTR', 'time to resolve (TTR)'],
};

const UNKNOWN = 'n/a';
/** Documents write whole sentences behind a severity. */
const WIDEST_SEVERITY = 20;
const MOST_REASONS = 12;

/**
 * The figures for a person to read: a row a document, then a row a metric over all of them, then why something is unknown.
 * Strings of documents and names of files are printed as they are.
 */
export function measuresTable({ documents, metrics, actions, asOf }: Measures): string {
  const perDocument = table(
    ['document', 'severity', ...metricNames.map((key) => names[key][0]), 'open', 'done', 'untracked', 'overdue'],
    documents.map(({ file, severity, metrics: own, actions: counts }) => [
      file, cut(severity ?? '-'), ...metricNames.map((key) => duration(own[key].seconds)), ...[counts.open, counts.done, counts.untracked, counts.overdue].map(String),
    ]),
    2,
  );
  const overAll = table(
    ['over all', 'known', 'unknown', 'median', 'quartiles', 'p90', 'longest'],
    metricNames.map((key) => {
      const { known, unknown, median, firstQuartile, thirdQuartile, p90, maximum } = metrics[key];
      const quartiles = known === 0 ? UNKNOWN : `${rounded(firstQuartile)} to ${rounded(thirdQuartile)}`;
      return [names[key][1], String(known), String(unknown), rounded(median), quartiles, rounded(p90), duration(maximum)];
    }),
    1,
  );
  const { total, open, done, untracked, overdue } = actions;
  const counts = `${total} actions in ${documents.length} document${documents.length === 1 ? '' : 's'}: ${open} open, ${done} done, ${untracked} untracked; ${overdue} overdue as of ${asOf ?? '-'}.`;
  return `${[perDocument, overAll, counts, ...reasonsFor(documents)].join('\n\n')}\n`;
}

/** Why something is unknown, each reason once with the number of documents, the most frequent first. */
function reasonsFor(documents: readonly Measured[]): string[] {
  const counts = new Map<string, number>();
  for (const { metrics } of documents) {
    for (const key of metricNames) {
      const { seconds, reason } = metrics[key];
      const words = `${names[key][0]}: ${reason}`;
      if (seconds === null && reason !== null) counts.set(words, (counts.get(words) ?? 0) + 1);
    }
  }
  const sorted = [...counts].sort(([, a], [, b]) => b - a);
  const lines = sorted.slice(0, MOST_REASONS).map(([words, count]) => `${String(count).padStart(5)}  ${words}`);
  const more = sorted.length > MOST_REASONS ? [`       and ${sorted.length - MOST_REASONS} other reasons; --format json has them all`] : [];
  return sorted.length === 0 ? [] : [['Why something is unknown, in how many documents:', ...lines, ...more].join('\n')];
}

function cut(text: string): string {
  const characters = Array.from(text);
  return characters.length <= WIDEST_SEVERITY ? text : `${characters.slice(0, WIDEST_SEVERITY - 1).join('').trimEnd()}…`;
}

/** What lies between two values is no more exact than they are. */
const rounded = (seconds: number | null): string => duration(seconds === null || seconds < 60 ? seconds : Math.round(seconds / 60) * 60);
const duration = (seconds: number | null): string => (seconds === null ? UNKNOWN : durationText(seconds));

/** Columns that line up: the first `left` of them to the left, the others to the right. */
function table(header: readonly string[], rows: readonly (readonly string[])[], left: number): string {
  const all = [header, ...rows];
  const widths = header.map((_, index) => Math.max(...all.map((row) => displayWidth(row[index] as string))));
  return all
    .map((row) => row.map((cell, index) => {
      const gap = ' '.repeat((widths[index] as number) - displayWidth(cell));
      return index < left ? cell + gap : gap + cell;
    }).join('  ').trimEnd())
    .join('\n');
}
