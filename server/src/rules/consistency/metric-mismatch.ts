import { t } from '../../l10n';
import { excerpt } from '../anchor';
import { defineRule } from '../rule';
import { clockedTimeline, contradicts } from './clocked-timeline';
import { durationWords, statedDurations } from './stated-durations';

/** The stated times to detect, acknowledge and mitigate are distances in the timeline. */
export const metricMismatch = defineRule({
  id: 'metric-mismatch',
  group: 'consistency',
  summary: 'Stated times to detect, acknowledge and mitigate agree with the timeline',
  severity: 'warning',
  words: durationWords,
  judges: 'words',
  *check(document, _options, { mentions }) {
    const stated = statedDurations(document, mentions).filter(({ measure }) => measure === 'detect' || measure === 'acknowledge' || measure === 'mitigate');
    const timeline = stated.length > 0 ? clockedTimeline(document) : null;
    if (!timeline) return;
    for (const { span, seconds, approximate } of stated) {
      if (!contradicts(timeline, seconds, approximate)) continue;
      yield { span, message: t('No two rows of the timeline are {0} apart: correct this time or the timeline.', excerpt(document.text.slice(span))) };
    }
  },
});
