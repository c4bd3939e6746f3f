import { isoDuration } from '../../document/iso-duration';
import { metricNames } from '../../protocol';
import { eachMetric, type Measures } from './measures';

/** The figures for programs: durations in ISO 8601, null where they are not known. */
export function measuresJson({ asOf, documents, metrics, actions }: Measures): string {
  const report = {
    asOf,
    documents: documents.map((document) => ({
      file: document.file,
      kind: document.kind,
      title: document.title,
      severity: document.severity,
      metrics: eachMetric((key) => isoDuration(document.metrics[key].seconds)),
      unknown: Object.fromEntries(metricNames.flatMap((key) => (document.metrics[key].seconds === null ? [[key, document.metrics[key].reason]] : []))),
      actions: document.actions,
    })),
    overall: {
      documents: documents.length,
      metrics: eachMetric((key) => {
        const { known, unknown, ...quantiles } = metrics[key];
        return { known, unknown, ...Object.fromEntries(Object.entries(quantiles).map(([name, seconds]) => [name, isoDuration(seconds)])) };
      }),
      actions,
    },
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}
