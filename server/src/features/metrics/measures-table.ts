import { displayWidth } from '../display-width';
import { durationText } from '../duration-text';
import { metricKeys, type Measures, type MetricKey } from './measures';

const names: Readonly<Record<MetricKey, readonly [short: string, long: string]>> = {
  timeToDetect: ['TTD', 'time to detect (TTD)'],
  timeToAcknowledge: ['TTA', 'time to acknowledge (TTA)'],
  timeToMitigate: ['TTM', 'time to mitigate (TTM)'],
  timeToResolve: ['TTR', 'time to resolve (TTR)'],
};

const UNKNOWN = 'n/a';

/**
 * The figures for a person to read: a row a document, then a row a metric over all of them, then the reasons why something is unknown.
 * Strings of documents and names of files are printed as they are.
 */
export function measuresTable({ documents, metrics, actions, asOf }: Measures): string {
  const perDocument = table(
    ['document', 'severity', ...metricKeys.map((key) => names[key][0]), 'open', 'done', 'untracked', 'overdue'],
    documents.map(({ file, severity, metrics: own, actions: counts }) => [
      file, severity ?? '-', ...metricKeys.map((key) => duration(own[key].seconds)), ...[counts.open, counts.done, counts.untracked, counts.overdue].map(String),
    ]),
    2,
  );
  const overAll = table(
    ['over all', 'known', 'unknown', 'median', 'quartiles', 'p90', 'longest'],
    metricKeys.map((key) => {
      const { known, unknown, median, firstQuartile, thirdQuartile, p90, maximum } = metrics[key];
      const quartiles = known === 0 ? UNKNOWN : `${duration(firstQuartile)} to ${duration(thirdQuartile)}`;
      return [names[key][1], String(known), String(unknown), duration(median), quartiles, duration(p90), duration(maximum)];
    }),
    1,
  );
  const reasons = documents.flatMap(({ file, metrics: own }) => {
    const missing = metricKeys.filter((key) => own[key].seconds === null && own[key].reason !== null);
    return [...new Set(missing.map((key) => own[key].reason))].map((reason) => `  ${file}: ${missing.filter((key) => own[key].reason === reason).map((key) => names[key][0]).join(', ')}: ${reason}`);
  });
  const { total, open, done, untracked, overdue } = actions;
  const counts = `${total} actions in ${documents.length} document${documents.length === 1 ? '' : 's'}: ${open} open, ${done} done, ${untracked} untracked; ${overdue} overdue as of ${asOf ?? '-'}.`;
  return `${[perDocument, overAll, counts, ...(reasons.length > 0 ? [['Why something is unknown:', ...reasons].join('\n')] : [])].join('\n\n')}\n`;
}

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
