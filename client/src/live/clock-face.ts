import type { IncidentClock } from '../../../server/src/protocol';
import type { Translate } from '../reasons';

/** What the status bar shows of the clock. */
export interface ClockFace {
  /** With the icons of the editor. */
  readonly text: string;
  /** For those who hear it. */
  readonly label: string;
  /** Sentences for the tooltip. */
  readonly details: readonly string[];
  readonly isOverdue: boolean;
}

/** The face of the clock of a document that is called so. */
export function clockFace(clock: IncidentClock, name: string, t: Translate): ClockFace {
  switch (clock.state) {
    case 'unknown': {
      const why = t('Nothing tells when the incident began: write its first entry, or when it started.');
      return { text: '$(watch) --', label: `${t('Incident clock of {0}', name)}: ${why}`, details: [why], isOverdue: false };
    }
    case 'ended': {
      const why = clock.took === null ? t('Resolved: the clock has stopped.') : t('Resolved after {0}: the clock has stopped.', clock.took);
      return { text: `$(pass) ${clock.took ?? t('resolved')}`, label: `${t('Incident clock of {0}', name)}: ${why}`, details: [why], isOverdue: false };
    }
    case 'running': {
      const { elapsed, start, nextUpdate } = clock;
      const since = t('{0} since line {1}: {2}', elapsed, String(start.line + 1), start.name);
      if (!nextUpdate) return { text: `$(watch) ${elapsed}`, label: `${t('Incident clock of {0}', name)}: ${since}`, details: [since], isOverdue: false };
      const due = nextUpdate.isOverdue ? t('update overdue by {0}', nextUpdate.in) : t('next update in {0}', nextUpdate.in);
      const shown = nextUpdate.isOverdue ? `$(warning) ${due}` : due;
      const details = [since, t('{0} (line {1})', due, String(nextUpdate.line + 1))];
      return { text: `$(watch) ${elapsed} · ${shown}`, label: `${t('Incident clock of {0}', name)}: ${since}; ${due}`, details, isOverdue: nextUpdate.isOverdue };
    }
  }
}
